"""A text says no more than its certainty carries, and what is firm, counted, recognised or past says on what ground."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pitchkit import project
from pitchkit.checking import check
from pitchkit.claims import figures, firmness, recognitions, times
from tests.factories import ENTRIES, TODAY, make_workspace, told

# --- how firm ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "strength", "words"),
    [
        ("Groepswerk is bewezen effectief.", "proof", "bewezen"),
        ("Onderzoek toont aan dat groepen werken.", "proof", "Onderzoek toont"),
        ("Uit onderzoek blijkt dat mensen opknappen.", "proof", "Uit onderzoek blijkt"),
        ("Dit is wetenschappelijk onderbouwd.", "proof", "wetenschappelijk onderbouwd"),
        ("Wij garanderen resultaat.", "guarantee", "garanderen"),
        ("Dat is zonder twijfel zo.", "guarantee", "zonder twijfel"),
        ("Een groep is goedkoper dan hulp aan ieder apart.", "comparison", "is goedkoper"),
        ("Een groep is voor de gemeente veel goedkoper.", "comparison", "is voor de gemeente veel goedkoper"),
        ("Een groep bespaart de gemeente geld.", "comparison", "bespaart"),
        ("Groepen zijn effectiever.", "comparison", "zijn effectiever"),
        ("Groepswerk leidt tot minder zorg.", "effect", "leidt tot"),
        ("Groepswerk voorkomt zwaardere zorg.", "effect", "voorkomt"),
        ("Een groep vermindert eenzaamheid.", "effect", "vermindert"),
        ("Dat maakt mensen sterker.", "effect", "maakt mensen sterker"),
        ("Een groep werkt altijd.", "absolute", "altijd"),
        ("Iedereen leert van elkaar.", "absolute", "Iedereen"),
        ("Alle deelnemers slagen.", "absolute", "Alle deelnemers"),
        ("100 % van de deelnemers slaagt.", "absolute", "100 %"),
        ("Het staat vast dat mensen opknappen.", "proof", "staat vast dat"),
        ("Wetenschappelijk is vastgesteld dat dit helpt.", "proof", "Wetenschappelijk is vastgesteld"),
        ("De wachtlijst wordt hierdoor korter.", "effect", "wachtlijst wordt hierdoor korter"),
        ("Groepswerk levert de gemeente een besparing op.", "comparison", "levert de gemeente een besparing"),
        ("Het draagt bij aan een gezondere wijk.", "effect", "draagt bij aan"),
        ("Zo verdwijnt de eenzaamheid uit de wijk.", "effect", "verdwijnt de eenzaamheid"),
        ("Hierdoor neemt het beroep op dure zorg af.", "effect", "neemt het beroep op dure zorg af"),
        ("Deelnemers worden door de groep zelfstandiger.", "effect", "worden door de groep zelfstandiger"),
        ("Door de groep daalt het zorggebruik.", "effect", "daalt het zorggebruik"),
        ("Een groep verkort de wachttijd.", "effect", "verkort"),
        ("De groep haalt mensen uit de bijstand.", "effect", "haalt mensen uit de bijstand"),
        ("Een groep leidt zo snel mogelijk tot werk.", "effect", "leidt zo snel mogelijk tot"),
        ("Groepswerk drukt de zorgkosten.", "effect", "drukt de zorgkosten"),
        ("Hierdoor stijgt het zelfvertrouwen.", "effect", "stijgt het zelfvertrouwen"),
        ("De uitval is lager dan bij losse gesprekken.", "comparison", "is lager dan"),
        ("Succes is verzekerd.", "guarantee", "Succes is verzekerd"),
        ("Na acht keer is niemand meer eenzaam.", "absolute", "niemand"),
        ("Deelnemers vallen nooit terug.", "absolute", "vallen nooit"),
        ("In alle gevallen slaat de aanpak aan.", "absolute", "In alle gevallen"),
    ],
)
def test_what_is_claimed_is_found(text: str, strength: str, words: str) -> None:
    found = [(one.strength, one.words) for one in firmness.claims(f"Eerst iets anders. {text}")]
    assert (strength, words) in found
    (at,) = (one.start for one in firmness.claims(f"Eerst iets anders. {text}") if (one.strength, one.words) == (strength, words))
    assert f"Eerst iets anders. {text}"[at:].startswith(words)


@pytest.mark.parametrize(
    "text",
    [
        "Een groep is mogelijk goedkoper dan hulp aan ieder apart.",
        "Groepswerk kan leiden tot minder zorg.",
        "Volgens de werkgroep is een groep effectiever.",
        "Dat de klachten afnemen, is niet aangetoond.",
        "Wij kunnen niets garanderen.",
        "Is een groep wel goedkoper?",
        "Wie zegt dat een groep geld bespaart, krijgt meteen de vraag hoeveel.",
        "“Een groep is altijd goedkoper”, zei de wethouder.",
        "Deelnemers merken dat hun probleem ook bij anderen voorkomt.",
        "Dat vergroot de kans dat iemand steun zoekt.",
        "Een begeleider die met een groep werkt, spreekt iedereen aan tafel tegelijk.",
        "Iedereen komt met een eigen vraag.",
        "Van een hulpverlener nemen mensen niet altijd iets aan.",
        "Een groep kan:\n\n- het netwerk versterken;\n- eenzaamheid verminderen.",
        "Als een groep geld bespaart, laat dat dan zien.",
        "Wij bellen iedere week.",
        "We willen voorkomen dat mensen afhaken.",
        "De groep is bedoeld om stress te verminderen.",
        "Het doel is dat de groep de wachtlijst verkort.",
        "De gemeente vraagt of groepswerk bewezen effectief is.",
        "Vraag na of de groep de wachtlijst verkort.",
        "Deelnemers bewezen elkaar kleine diensten.",
        "Iedereen draagt bij aan het gesprek.",
        "Zo verdwijnt de koffie snel.",
        "De begeleider haalt mensen uit de wachtkamer op.",
        "De datum staat vast.",
        "Het bewijs moet nog komen.",
        "De begeleider vergroot de letters op het bord.",
        "Ruzie lost de groep zelf op, als dat lukt.",
        "",
    ],
)
def test_what_is_doubted_denied_asked_or_quoted_is_no_claim(text: str) -> None:
    assert list(firmness.claims(text)) == []


# --- figures, recognitions, times --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Van de inwoners voelt 43% zich eenzaam.", ["43%"]),
        ("Ruim 93 procent stemde voor.", ["93 procent"]),
        ("Dat kost € 1.250,00 per groep.", ["€ 1.250,00"]),
        ("Dat kost 82 euro.", ["82 euro"]),
        ("Er zijn 2,5 miljoen mensen.", ["2,5 miljoen"]),
        ("Er wonen 45.000 inwoners.", ["45.000 inwoners"]),
        ("Een op de tien mensen zorgt voor een ander.", ["Een op de tien"]),
        ("Twee van de tien projecten hielpen.", ["Twee van de tien"]),
        ("Het gaat drie keer zo snel.", ["drie keer zo"]),
        ("De helft van de deelnemers komt terug.", ["De helft van de deelnemers"]),
        ("Een groep heeft 12 deelnemers en 8 bijeenkomsten.", []),
        ("Op 8 september 2025 is het ondertekend.", []),
        ("In 2024 wachtten {{ figures.wachtlijst }} mensen.", []),
        ("Een van de deelnemers vertelt.", []),
        ("De B1-route telt minstens 40 uur.", []),
        ("Drie miljoen Nederlanders hebben geldzorgen.", ["Drie miljoen"]),
        ("De helft van de groep stopt eerder.", ["De helft van de groep"]),
        ("Stop op de helft van de bijeenkomst.", []),
        ("Neem een kwart van de tijd voor vragen.", []),
    ],
)
def test_figures_that_need_a_source_are_found(text: str, words: list[str]) -> None:
    assert [one.words for one in figures.figures(text)] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("De cursus is Goed Onderbouwd.", ["Goed Onderbouwd"]),
        ("Er zijn sterke aanwijzingen voor effectiviteit.", ["sterke aanwijzingen voor effectiviteit"]),
        ("Het is effectief volgens eerste aanwijzingen.", ["effectief volgens eerste aanwijzingen"]),
        ("Het is een erkende interventie.", ["erkende interventie"]),
        ("De cursus is door het NJi erkend.", ["is door het NJi erkend"]),
        ("Movisie noemt de methode goed onderbouwd.", ["goed onderbouwd"]),
        ("De commissie heeft de cursus beoordeeld als goed onderbouwd.", ["beoordeeld als goed onderbouwd"]),
        ("Een panel gaf het oordeel ‘goed beschreven’.", ["oordeel ‘goed beschreven"]),
        ("Ons plan is goed onderbouwd.", []),
        ("Het oordeel is streng en goed onderbouwd.", []),
        ("Dit is geen erkende interventie.", []),
        ("Deelnemers vinden erkenning bij elkaar.", []),
        ("Zijn er goede aanwijzingen voor effectiviteit?", []),
    ],
)
def test_levels_of_recognition_are_told_from_everyday_words(text: str, words: list[str]) -> None:
    assert [one.words for one in recognitions.levels(text)] == words


@pytest.mark.parametrize(
    ("address", "is_one"),
    [
        ("https://databank.example/cursus/12", True),
        ("http://databank.example", True),
        ("databank.example/cursus", False),
        ("de databank van het NJi", False),
        ("https://", False),
    ],
)
def test_an_address_can_be_opened(address: str, *, is_one: bool) -> None:
    assert recognitions.is_address(address) == is_one


@pytest.mark.parametrize(
    ("given", "is_old"), [(date(2021, 11, 22), False), (date(2021, 11, 21), True), (date(2016, 1, 1), True), (TODAY, False)]
)
def test_a_recognition_is_old_the_day_after_its_years(given: date, *, is_old: bool) -> None:
    assert recognitions.is_old(given, TODAY, 5) == is_old


@pytest.mark.parametrize(
    ("text", "is_past"),
    [
        ("Dat programma liep van 2009 tot 2012.", True),
        ("Destijds vroegen gemeenten om groepen.", True),
        ("De prestatievelden bestaan niet meer.", True),
        ("Groepen passen bij Welzijn Nieuwe Stijl.", False),
    ],
)
def test_a_year_or_a_word_tells_that_it_is_past(text: str, *, is_past: bool) -> None:
    assert times.is_told_as_past(text) == is_past


def test_a_name_is_found_as_a_whole_word_in_any_case() -> None:
    found = times.mentions("De wns-bakens. Volgens WNS.", ["WNS"])
    assert [(one.words, one.start) for one in found] == [("wns", 3), ("WNS", 23)]


# --- in a library ------------------------------------------------------------------------------------------------

ENTRY = """\
- id: eigen
  kind: %s
  title: %s
  text: %s
  short: Kort.
  audiences: [gemeente]
  themes: [netwerk]
%s"""
EVIDENCE = "  evidence: [{source: werkboek, place: blz. 3}]\n"
AT = "arguments/entries/alles.yaml"


def found_in(
    folder: Path,
    text: str,
    fields: str = "  certainty: mogelijk\n" + EVIDENCE,
    kind: str = "argument",
    title: str = "Een eigen titel",
    **files: str,
) -> str:
    """Return what a check tells of the claims of one entry, beside a sound one."""
    make_workspace(folder, entries=ENTRIES + ENTRY % (kind, title, text, fields), **files)
    codes = ("claim-", "figure-", "recognition-", "policy-dated", "policy-without-end")
    return told(one for one in check(project.find(folder), TODAY).diagnostics if one.code.startswith(codes))


def codes_in(found: str) -> list[str]:
    return [line.rpartition("[")[2].rstrip("]") for line in found.splitlines() if not line.startswith("  ")]


def test_a_claim_is_told_at_its_words(tmp_path: Path) -> None:
    assert found_in(tmp_path, "Zo is het. Een groep is goedkoper.") == (
        f"{AT}:13:30: “is goedkoper” is firmer than “eigen” can be: its certainty is mogelijk [claim-firm]\n"
        "  Write “kan” or “mogelijk”, say whose finding it is, or name research that carries it.\n"
    )


RESEARCH = "  certainty: onderbouwd\n  evidence: [{source: studie, place: blz. 3}]\n"
LIKELY = "  certainty: aannemelijk\n"


@pytest.mark.parametrize(
    ("text", "fields", "kind", "codes"),
    [
        ("Een groep is goedkoper.", "  certainty: mogelijk\n" + EVIDENCE, "argument", ["claim-firm"]),
        ("Een groep is goedkoper.", LIKELY + EVIDENCE, "argument", []),
        ("Een groep is goedkoper.", LIKELY, "argument", ["claim-unhedged"]),
        ("Dit leidt tot minder zorg.", LIKELY, "argument", ["claim-unhedged"]),
        ("Dit kan leiden tot minder zorg.", LIKELY, "argument", []),
        ("Dit is bewezen.", LIKELY + EVIDENCE, "argument", ["claim-firm"]),
        ("Dit is bewezen.", RESEARCH, "argument", []),
        ("Wij garanderen dat.", RESEARCH, "argument", ["claim-firm"]),
        ("Iedereen leert er.", LIKELY + EVIDENCE, "argument", ["claim-absolute"]),
        ("Iedereen leert er.", "", "tip", []),
        ("Iedereen leert er.", "  published: werkboek\n", "experience", []),
        ("Dit is bewezen.", "", "tip", ["claim-firm"]),
    ],
)
def test_how_firm_a_claim_may_be_depends_on_what_carries_it(
    tmp_path: Path, text: str, fields: str, kind: str, codes: list[str]
) -> None:
    assert codes_in(found_in(tmp_path, text, fields, kind)) == codes


@pytest.mark.parametrize(
    ("text", "fields", "words"),
    [
        ("Een groep is bewezen goedkoper.", "  certainty: mogelijk\n" + EVIDENCE, ["“is bewezen goedkoper”"]),
        ("Een groep is altijd goedkoper.", "  certainty: mogelijk\n" + EVIDENCE, ["“is altijd goedkoper”"]),
        ("Een groep is altijd goedkoper.", LIKELY + EVIDENCE, ["“altijd”"]),
        ("De training is beoordeeld als Goed Onderbouwd.", LIKELY + EVIDENCE, ["“beoordeeld als Goed Onderbouwd”"]),
    ],
)
def test_the_same_words_are_told_once(tmp_path: Path, text: str, fields: str, words: list[str]) -> None:
    found = found_in(tmp_path, text, fields).splitlines()
    assert [line.split(": ", 1)[1].partition("”")[0] + "”" for line in found if line.startswith(AT)] == words


def test_what_the_reader_objects_is_not_our_claim(tmp_path: Path) -> None:
    answers = "  answers: [samen-leren]\n"
    assert found_in(tmp_path, "Kort.", answers, "objection", "Hulp aan één persoon is effectiever") == ""


@pytest.mark.parametrize(
    ("text", "fields", "codes"),
    [
        ("In 2024 was 43% eenzaam.", LIKELY + EVIDENCE, []),
        ("Het was 43%.", LIKELY + EVIDENCE, []),
        ("In 2024 was 43% eenzaam.", LIKELY, ["figure-bare"]),
        ("Het was 43%.", LIKELY + "  evidence: [{source: zonder-jaar, place: blz. 3}]\n", ["figure-bare"]),
    ],
    ids=["a year in the text", "a year of the source", "no source", "no year anywhere"],
)
def test_a_figure_has_a_year_and_a_source(tmp_path: Path, text: str, fields: str, codes: list[str]) -> None:
    sources = '- {id: %s, title: W, author: A, year: %s, type: practice, short: "A"}\n'
    both = sources % ("werkboek", '"2020"') + sources % ("zonder-jaar", "z.j.")
    assert codes_in(found_in(tmp_path, text, fields, **{"arguments/sources.yaml": both})) == codes


RECOGNITION = "  recognition: {name: Cursus, level: Goed Onderbouwd, url: %s, date: %s%s}\n"


@pytest.mark.parametrize(
    ("recognition", "codes"),
    [
        ("", ["recognition-bare"]),
        (RECOGNITION % ("https://databank.example/1", "2025-01-01", ""), []),
        (RECOGNITION % ("databank", "2025-01-01", ""), ["recognition-bare"]),
        (RECOGNITION % ("https://databank.example/1", "2021-01-01", ""), ["recognition-old"]),
        (RECOGNITION % ("https://databank.example/1", "2016-01-01", ", until: 2026-11-22"), []),
        (RECOGNITION % ("https://databank.example/1", "2016-01-01", ", until: 2026-11-21"), ["recognition-expired"]),
    ],
    ids=["bare", "whole", "without an address", "long ago", "on the last day of its term", "past its term"],
)
def test_a_recognition_can_be_looked_up_and_still_stands(tmp_path: Path, recognition: str, codes: list[str]) -> None:
    fields = LIKELY + EVIDENCE + recognition
    assert codes_in(found_in(tmp_path, "De cursus is Goed Onderbouwd.", fields)) == codes


@pytest.mark.parametrize(
    ("recognition", "field"),
    [
        (RECOGNITION % ("databank", "2025-01-01", ""), "url: "),
        (RECOGNITION % ("https://databank.example/1", "2021-01-01", ""), "date: "),
        (RECOGNITION % ("https://databank.example/1", "2016-01-01", ", until: 2026-11-21"), "until: "),
    ],
    ids=["its address", "its date", "its term"],
)
def test_what_is_wrong_with_a_recognition_is_told_where_it_stands(tmp_path: Path, recognition: str, field: str) -> None:
    column = recognition.index(field) + len(field) + 1
    assert f":{column}: " in found_in(tmp_path, "De cursus is Goed Onderbouwd.", LIKELY + EVIDENCE + recognition)


def test_how_old_a_recognition_may_be_is_for_the_library_to_say(tmp_path: Path) -> None:
    fields = LIKELY + EVIDENCE + RECOGNITION % ("https://databank.example/1", "2021-01-01", "")
    settings = {"arguments/library.yaml": "checks: {recognition_years: 10}\n"}
    assert found_in(tmp_path, "De cursus is Goed Onderbouwd.", fields, **settings) == ""


def test_the_recognition_of_a_group_is_looked_at_as_well(tmp_path: Path) -> None:
    group = "groups: [{id: een, name: Een, recognition: {name: N, level: L, url: x, date: 2026-01-01}}]\n"
    make_workspace(tmp_path, profile=group)
    (found,) = (one for one in check(project.find(tmp_path), TODAY).warnings if one.code == "recognition-bare")
    assert (found.location.path, found.location.line) == ("pitchkit.yaml", 1)


@pytest.mark.parametrize(
    ("text", "fields", "codes"),
    [
        ("Groepen passen bij Welzijn Nieuwe Stijl.", "", ["policy-dated"]),
        ("De gemeente wilde toen dit liep meer groepen bij Welzijn Nieuwe Stijl.", "", []),
        ("Welzijn Nieuwe Stijl vroeg om groepen.", "", []),
        ("Eerst was er niets. Nu vraagt Welzijn Nieuwe Stijl om groepen.", "", ["policy-dated"]),
        ("Groepen pasten bij Welzijn Nieuwe Stijl (2009 tot 2012).", "", []),
        ("Groepen passen hierbij.", "  policy: [welzijn-nieuwe-stijl]\n", ["policy-dated", "policy-without-end", "policy-dated"]),
        ("Het was in 2011.", "  policy: [welzijn-nieuwe-stijl]\n  valid_until: 2012-12-31\n", ["policy-dated"]),
        ("Groepen passen hierbij.", "  policy: [eenzaamheid]\n", []),
    ],
    ids=[
        "named as of today",
        "past in words",
        "in the past tense",
        "another sentence in the past tense",
        "told as past",
        "served without an end, in text and short",
        "served until an end, the short as of today",
        "a frame of today",
    ],
)
def test_policy_of_the_past_is_told_as_past(tmp_path: Path, text: str, fields: str, codes: list[str]) -> None:
    assert sorted(codes_in(found_in(tmp_path, text, LIKELY + EVIDENCE + fields))) == sorted(codes)


def test_the_year_in_the_name_of_a_frame_does_not_tell_that_it_is_past(tmp_path: Path) -> None:
    policies = "- {id: wmo-2007, label: Wmo 2007, kind: law, dated: 2014}\n"
    found = found_in(tmp_path, "De Wmo 2007 vraagt om burenhulp.", LIKELY + EVIDENCE, **{"arguments/policies.yaml": policies})
    assert codes_in(found) == ["policy-dated"]


@pytest.mark.parametrize(("year", "codes"), [(2025, ["policy-dated"] * 2 + ["policy-without-end"]), (2026, []), (2027, [])])
def test_a_frame_makes_its_entries_suspect_from_the_year_after_it_ended(tmp_path: Path, year: int, codes: list[str]) -> None:
    policies = f"- {{id: akkoord, label: Akkoord, kind: agreement, dated: {year}}}\n"
    fields = LIKELY + EVIDENCE + "  policy: [akkoord]\n"
    found = found_in(tmp_path, "Groepen passen hierbij.", fields, **{"arguments/policies.yaml": policies})
    assert sorted(codes_in(found)) == codes


def test_what_was_sound_before_a_frame_ended_is_read_again_after_it(tmp_path: Path) -> None:
    policies = "- {id: akkoord, label: Akkoord, kind: agreement, dated: 2026}\n"
    fields = LIKELY + EVIDENCE + "  policy: [akkoord]\n"
    assert found_in(tmp_path, "Groepen passen hierbij.", fields, **{"arguments/policies.yaml": policies}) == ""
    later = check(project.find(tmp_path), TODAY.replace(year=2027)).warnings
    assert "policy-dated" in {one.code for one in later}


def test_a_frame_is_known_by_its_other_names(tmp_path: Path) -> None:
    policies = "- {id: wmo-2007, label: Wmo 2007, kind: law, words: [prestatieveld], dated: 2014}\n"
    found = found_in(tmp_path, "Noem het prestatieveld.", LIKELY + EVIDENCE, **{"arguments/policies.yaml": policies})
    assert codes_in(found) == ["policy-dated"]
    assert "“prestatieveld” ended in 2014" in found
