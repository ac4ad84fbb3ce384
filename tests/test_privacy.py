"""Nobody is found through a library: what gives somebody away in stories, quotes and the profile is told, and consent holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pitchkit import project
from pitchkit.checking import check
from pitchkit.privacy.names import names
from pitchkit.privacy.numbers import is_bsn, is_iban, numbers
from pitchkit.privacy.quotes import quotes
from tests.factories import ENTRIES, HEAD, LIBRARY, TODAY, compose, lines_of, make_workspace, refusal, told

# --- numbers and addresses ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Haar BSN is 111222333.", [("bsn", "111222333")]),
        ("Nummer 111 222 333 stond erop.", [("bsn", "111 222 333")]),
        ("BSN: 123.456.782", [("bsn", "123.456.782")]),
        ("burgerservicenummer 10000008", [("bsn", "10000008")]),
        ("Rekening NL91 ABNA 0417 1643 00 op naam", [("iban", "NL91 ABNA 0417 1643 00")]),
        ("NL91ABNA0417164300", [("iban", "NL91ABNA0417164300")]),
        ("NL91 ABNA 0417 1643 00 OVER", [("iban", "NL91 ABNA 0417 1643 00")]),
        ("Bel 06-12345678 of 06 12 34 56 78.", [("phone", "06-12345678"), ("phone", "06 12 34 56 78")]),
        ("+31 6 1234 5678", [("phone", "+31 6 1234 5678")]),
        ("0031612345678", [("phone", "0031612345678")]),
        ("(020) 123 45 67", [("phone", "(020) 123 45 67")]),
        ("+31 (0)20 123 4567", [("phone", "+31 (0)20 123 4567")]),
        ("Mail jan@voorbeeld.example.", [("email", "jan@voorbeeld.example")]),
        ("Zij woont op 1234 AB Utrecht", [("postcode", "1234 AB")]),
        ("Zij woont op 2011AA", [("postcode", "2011AA")]),
        ("2011 AA Haarlem", [("postcode", "2011 AA")]),
        ("geboren op 12-03-1965", [("birthdate", "12-03-1965")]),
        ("geb. 3 mei 1972", [("birthdate", "3 mei 1972")]),
        ("Op 12 maart 1965 kwam zij ter wereld.", [("birthdate", "12 maart 1965")]),
        ("Geboren op 3 mei ’71.", [("birthdate", "3 mei ’71")]),
        ("nl91 abna 0417 1643 00 van mijn man", [("iban", "nl91 abna 0417 1643 00")]),
        ("NL91-ABNA-0417-1643-00", [("iban", "NL91-ABNA-0417-1643-00")]),
        ("Bel +32 470 12 34 56.", [("phone", "+32 470 12 34 56")]),
        ("Bel 0049 151 23456789.", [("phone", "0049 151 23456789")]),
        ("Mail roos [at] voorbeeld.example.", [("email", "roos [at] voorbeeld.example")]),
        ("Mail roos apenstaartje voorbeeld punt nl.", [("email", "roos apenstaartje voorbeeld punt nl")]),
        ("Mijn postcode is 1234 ab.", [("postcode", "1234 ab")]),
        ("1500 EU Zaanstad", [("postcode", "1500 EU")]),
    ],
)
def test_what_belongs_to_one_person_is_found(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.sort, one.words) for one in numbers(text)] == found
    assert [text[one.start :][: len(one.words)] for one in numbers(text)] == [words for _, words in found]


@pytest.mark.parametrize(
    "text",
    [
        "BSN 123456789",
        "Er wonen 123.456.782 mensen.",
        "000000000",
        "NL92ABNA0417164300",
        "Bel gratis 0800-0113 of 0900 1234567.",
        "https://doi.org/10.1037/pst0000090",
        "€ 1.234.567,00",
        "KvK 12345678, btw NL001234567B01",
        "In 2015 DE kans op hulp",
        "De Brede SPUK 2023 SPUK",
        "Van 10.00 tot 12.00 uur op 02-02-2027",
        "De Wmo van 2007, tot 2015; 342 gemeenten en 1.878 uur",
        "1940 SS",
        "Voor 1500 EU kan het niet, en 2000 MB is te groot.",
        "In 1234 ab urbe condita",
        "De som is +12 345 en 0,12345678901.",
        "Wij zijn er at home.",
        "",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert numbers(text) == ()


def test_an_old_date_is_a_date_of_birth_only_in_somebodys_own_words() -> None:
    text = "Sinds 1 januari 2007 gold de wet."
    assert numbers(text, of_a_person=False) == ()
    assert [one.words for one in numbers(text)] == ["1 januari 2007"]
    assert [one.words for one in numbers("geboren op 1 januari 2007", of_a_person=False)] == ["1 januari 2007"]


def last_digit(eight: str) -> int:
    return sum(weight * int(digit) for weight, digit in zip(range(9, 1, -1), eight, strict=True)) % 11


eight_digits = st.text("0123456789", min_size=8, max_size=8).filter(
    lambda eight: last_digit(eight) < 10 and eight.strip("0") != ""
)


@given(st.integers(0, 9), eight_digits, st.integers(0, 8))
def test_one_other_digit_makes_another_number(digit: int, eight: str, at: int) -> None:
    number = f"{eight}{last_digit(eight)}"
    assert is_bsn(number)
    changed = number[:at] + str(digit) + number[at + 1 :]
    assert is_bsn(changed) == (changed == number)


def test_two_digits_in_another_order_make_no_account_number() -> None:
    assert is_iban("NL91ABNA0417164300")
    assert is_iban("NO9386011117947")
    assert not is_iban("NL91ABNA0471164300")


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    for one in (*numbers(text), *names(text)):
        assert text[one.start :].startswith(one.words)


# --- names -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Volgens mevrouw De Vries helpt het.", ["mevrouw De Vries"]),
        ("Meneer Jansen kwam.", ["Meneer Jansen"]),
        ("Dat zei dhr. J. de Boer.", ["dhr. J. de Boer"]),
        ("De heer Van den Berg belde.", ["De heer Van den Berg"]),
        ("Jan de V. vertelde het.", ["Jan de V."]),
        ("Fatima B. zei het.", ["Fatima B."]),
        ("Toen Karin de Boer binnenkwam", ["Karin de Boer"]),
        ("Karin de Boer kwam binnen.", ["Karin de Boer"]),
        ("Ik sprak met Noor Bakker over geld.", ["Noor Bakker"]),
        ("Zij heet Samira en woont hier.", ["Samira"]),
        ("Mijn zoon Daan zag het.", ["Daan"]),
        ("Samira (42) vertelt.", ["Samira"]),
        ("Peter, 51 jaar, doet mee.", ["Peter"]),
        ("Zo zegt J. Jansen het.", ["J. Jansen"]),
        ("Fatima vertelde het als eerste.", ["Fatima"]),
        ("Ik praatte met Ahmed over geld.", ["Ahmed"]),
        ("Toen Agnieszka lachte, lachte ik ook.", ["Agnieszka"]),
        ("Sanne van den Berg hielp mij.", ["Sanne van den Berg"]),
        ("Buurvrouw Ria haalde me over.", ["Ria"]),
        ("Anne-Marie en Kees zaten naast mij.", ["Anne-Marie", "Kees"]),
        ("Naast Roos zat Jan.", ["Roos", "Jan"]),
        ("Roos vertelde dat.", ["Roos"]),
        ("‘Mark kwam ook’, zei zij.", ["Mark"]),
    ],
)
def test_what_looks_like_a_name_is_found(text: str, found: list[str]) -> None:
    assert [one.words for one in names(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "Groep B. is vol.",
        "Volgens de Werkgroep is het goed.",
        "Een deelnemer uit Den Haag",
        "Bij de Wmo hoort dat.",
        "Ik ben Nederlands.",
        "Hij las over Positieve Gezondheid.",
        "In een folder van CEBUD (Vlaanderen) staat het.",
        "Mijn zoon zag het. Daarna kwam iedereen.",
        "Roos in knop. Mei is mooi. Storm op zee. Max twaalf mensen.",
        "In Jan 2026 en in Mei begon het.",
        "In zaal De Roos, in de Roos en bij Stichting Fatima.",
        "In de Sint Jan, aan de Anna Paulownastraat of op het Willem-Alexanderplein.",
        "Ik ben geen Jan Modaal, en Jip en Janneke ook niet.",
        "Wil je komen? Ben je er? Door haar kwam ik. Ton na ton.",
        "Een Noor en een Fin leerden Nederlands.",
        "Bij Albert Heijn en op de Willem de Zwijgerlaan.",
        "",
    ],
)
def test_other_words_with_capitals_are_left_alone(text: str) -> None:
    assert names(text) == ()


def test_what_is_known_is_nobodys_name() -> None:
    assert names("Wij lazen het bij Thomas More.", frozenset({"thomas", "more"})) == ()
    assert names("Kom naar Wijkhoek Linde.", in_pairs=False) == ()
    assert names("Dat schreef Wim Goossens.", frozenset({"wim", "goossens"})) == ()
    assert names("Wim Bakker vertelt.", frozenset({"wim", "goossens"})) != ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zij zei: “Ik durf weer.” En ging.", ["Ik durf weer."]),
        ("Hij zei ‘het gaat’ en ‘s avonds niet.", ["het gaat"]),
        ('Dat was "mooi".', ["mooi"]),
        ("De foto’s van gisteren", []),
    ],
)
def test_quotes_are_found(text: str, found: list[str]) -> None:
    assert [one.words for one in quotes(text)] == found
    assert all(text[one.start :].startswith(one.words) for one in quotes(text))


# --- in a library and a profile ----------------------------------------------------------------------------------

STORY = "- {id: verhaal, kind: experience, title: Een verhaal, text: '%s', audiences: [gemeente], %s}\n"
TIP = "- {id: wenk, kind: tip, title: Een wenk, text: '%s', audiences: [gemeente]}\n"
CONSENT = "consent: {purposes: [pitch]}"
AT = "arguments/entries/alles.yaml"


def found_in(folder: Path, entries: str = "", **files: str) -> str:
    make_workspace(folder, entries=ENTRIES + entries, **files)
    return told(one for one in check(project.find(folder), TODAY).diagnostics if one.code.startswith(("privacy-", "consent-")))


def codes_in(found: str) -> list[str]:
    return [line.rpartition("[")[2].rstrip("]") for line in found.splitlines() if not line.startswith("  ")]


def test_personal_data_in_a_story_are_told_at_their_place(tmp_path: Path) -> None:
    assert found_in(tmp_path, STORY % ("Bel mevrouw Bakali: 06-12345678.", CONSENT)) == (
        f"{AT}:10:66: this looks like somebody’s name: mevrouw Bakali [privacy-name]\n"
        "  Write “een deelnemer”. If it is no name, or a changed one, say so in the entry:"
        " silence: [{code: privacy-name, reason: …}].\n"
        f"{AT}:10:82: this looks like a telephone number: 06-12345678 [privacy-phone]\n"
        "  Take it out: the text does not need it. If it was in git before, its history still has it.\n"
    )


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Zij zei: “Mail mij op piet@thuis.example.”", ["privacy-email"]),
        ("Mail naar info@gemeente.example.", []),
        ("Bel 14 030 of 030-1234567.", []),
        ("Nummer 111222333.", ["privacy-bsn"]),
        ("Zij zei: “Nummer 111222333.”", ["privacy-bsn"]),
        ("Vraag het aan Karin de Boer.", []),
    ],
    ids=["a quote", "a public address", "a public number", "a bsn anywhere", "a bsn once", "no quote"],
)
def test_outside_stories_only_quotes_are_looked_at_and_what_is_never_right(tmp_path: Path, text: str, codes: list[str]) -> None:
    assert codes_in(found_in(tmp_path, TIP % text)) == codes


CONTACT = "contact: {name: Noor Bakker, phone: 030-1234567, email: noor@thuis.example}\n"


@pytest.mark.parametrize(
    ("text", "fields", "codes"),
    [
        ("Bel Noor op 06-12345678.", "", ["contact-in-text"]),
        ("Mail noor@elders.example, 1234 AB Stad.", "", ["contact-in-text", "contact-in-text"]),
        ("Bel 030-1234567 of mail noor@thuis.example.", "", []),
        ("Bel 06-12345678.", "silence: [{code: contact-in-text, reason: een openbaar nummer}]", []),
        ("Zij zei: “Bel 06-12345678.”", "", []),
    ],
    ids=["a number", "addresses", "one's own", "silenced", "in a quote it is told as that"],
)
def test_how_to_reach_somebody_does_not_belong_in_an_entry(tmp_path: Path, text: str, fields: str, codes: list[str]) -> None:
    entry = f"- {{id: wenk, kind: tip, title: Een wenk, text: '{text}', audiences: [gemeente], {fields}}}\n"
    make_workspace(tmp_path, entries=ENTRIES + entry, profile=CONTACT)
    found = check(project.find(tmp_path), TODAY).diagnostics
    assert [one.code for one in found if one.code == "contact-in-text"] == codes


def test_a_mistake_in_an_entry_does_not_hide_what_its_text_gives_away(tmp_path: Path) -> None:
    story = STORY % ("Nummer 111222333.", f"{CONSENT}, themes: [nergens], answers: [niemand], policy: [geen]")
    make_workspace(tmp_path, entries=ENTRIES + story)
    found = [one.code for one in check(project.find(tmp_path), TODAY).diagnostics]
    assert {"theme-unknown", "policy-unknown", "entry-unknown", "privacy-bsn"} <= set(found)


def test_a_name_can_be_silenced_and_a_number_cannot(tmp_path: Path) -> None:
    silence = f"{CONSENT}, silence: [{{code: privacy-name, reason: een andere naam}}]"
    assert codes_in(found_in(tmp_path, STORY % ("Dat zei mevrouw Bakali.", silence))) == []
    make_workspace(tmp_path, entries=ENTRIES + STORY % ("06-12345678", silence.replace("name,", "phone,")))
    codes = {one.code for one in check(project.find(tmp_path), TODAY).problems}
    assert {"privacy-phone", "check-code-fixed"} <= codes


def test_personal_data_in_the_profile_are_told_at_their_letter(tmp_path: Path) -> None:
    profile = (
        "requests:\n  gemeente: |\n    Geef de groep een kans.\n    Mail piet@thuis.example.\n"
        "organisation: {description: 'bel 06-12345678'}\n"
    )
    found = found_in(tmp_path, profile=profile)
    assert [line.partition(": ")[0] for line in found.splitlines() if "[" in line] == ["pitchkit.yaml:4:10", "pitchkit.yaml:5:34"]


@pytest.mark.parametrize(
    ("profile", "codes"),
    [
        ("contact: {name: Noor Bakker, phone: 06-12345678, email: noor@thuis.example}\n", []),
        ("groups: [{id: een, name: Een, place: 'Weg 1, 1234 AB Stad', signup: bel 06-12345678}]\n", []),
        ("organisation: {description: 'bel 06-12345678'}\n", ["privacy-phone"]),
        ("groups: [{id: een, name: Een, goal: zoals mevrouw De Vries}]\n", ["privacy-name"]),
        ("requests: {gemeente: 'Mail piet@thuis.example'}\n", ["privacy-email"]),
        ("municipality: {aims: [{text: 'Deelnemer 111222333'}]}\n", ["privacy-bsn"]),
        ("outcomes: [{text: Meer rust, instrument: lijst van Wijkcentrum Oost}]\n", []),
    ],
    ids=["contact", "where to come", "a description", "a goal", "a request", "an aim", "a building"],
)
def test_free_text_in_the_profile_is_looked_at_and_contact_is_not(tmp_path: Path, profile: str, codes: list[str]) -> None:
    assert codes_in(found_in(tmp_path, profile=profile)) == codes


@pytest.mark.parametrize(
    ("text", "fields", "codes"),
    [
        ("“Ik voel me niet meer alleen”, zegt een deelnemer.", "", ["quote-without-consent"]),
        ("Een moeder vertelde: “Ik slaap weer door.”", "", ["quote-without-consent"]),
        ("Een deelnemer zegt: “Ik slaap weer door.”", "consent: {purposes: [pitch]}", []),
        ("Een deelnemer zegt: “Ik slaap weer door.”", "fictitious: yes", []),
        ("Een deelnemer zegt: “Ik slaap weer door.”", "published: werkboek", []),
        ("De wethouder zegt: “Wij hebben daar geen geld voor.”", "", []),
        ("Noem het “samen leren”, zegt de begeleider.", "", []),
        ("Vraag een deelnemer: “Wat wil je anders?”", "", []),
        ("Een deelnemer zegt vaak “nee”.", "", []),
    ],
    ids=[
        "behind",
        "before",
        "with consent",
        "made up",
        "published",
        "somebody in office",
        "a word",
        "a question to somebody",
        "one word",
    ],
)
def test_a_quote_of_somebody_carries_consent(tmp_path: Path, text: str, fields: str, codes: list[str]) -> None:
    words = {
        "arguments/library.yaml": LIBRARY.replace("to_fill_in: nog invullen}", "to_fill_in: nog invullen, fictitious: fictief}")
    }
    make_workspace(tmp_path, entries=f"{ENTRIES}- {{id: eigen, kind: tip, title: Een tip, text: '{text}', {fields}}}\n", **words)
    assert [one.code for one in check(project.find(tmp_path), TODAY).diagnostics if one.code.startswith("quote-")] == codes


PHONE = "this looks like a telephone number: 06-98765432 [privacy-phone]"


@pytest.mark.parametrize(
    ("files", "place"),
    [
        ({AT: ENTRIES + "# gebeld met mevrouw X: 06-98765432\n"}, f"{AT}:10:25"),
        ({AT: ENTRIES.replace("kind: argument", "kind: argument  # 06-98765432")}, f"{AT}:2:21"),
        ({"profile": "# bel 06-98765432\ncontact: {phone: 06-12345678}\n"}, "pitchkit.yaml:1:7"),
        (
            {"profile": "contact: {phone: 06-12345678}\n", "offers/wijk.yaml": "# 06-98765432\nkind: quotation\n"},
            "offers/wijk.yaml:1:3",
        ),
        ({"arguments/themes.yaml": "# bel 06-98765432\n- {id: netwerk, label: Netwerk}\n"}, "arguments/themes.yaml:1:7"),
        (
            {"arguments/entries/los.md": "---\nkind: tip\n# 06-98765432\naudiences: [gemeente]\n---\n# Bel\n\nBel eerst.\n"},
            "arguments/entries/los.md:3:3",
        ),
    ],
    ids=[
        "at the end of a file",
        "behind a value",
        "in the profile",
        "in an offer",
        "in a list of words",
        "in the header of a page",
    ],
)
def test_a_number_in_a_comment_is_told(tmp_path: Path, files: dict[str, str], place: str) -> None:
    assert [line for line in found_in(tmp_path, **files).splitlines() if "privacy" in line] == [f"{place}: {PHONE}"]


@pytest.mark.parametrize(
    "files",
    [
        {"profile": "# bel ons op 06 12345678 of +31 6 12345678\ncontact: {phone: 06-12345678}\n"},
        {AT: ENTRIES.replace("text: Mensen leren", 'text: "Kamer # 06-98765432: mensen leren"')},
        {AT: ENTRIES.replace("text: Mensen leren", "text: |\n    Kamer\n    # 06-98765432\n    Mensen leren")},
        {AT: "# Versie van 12 januari 1999, zie https://doi.org/10.1037/pst0000090\n" + ENTRIES},
        {"profile": "contact:\n  email:   # bijvoorbeeld: groepen@samenloop.example\n"},
    ],
    ids=["one’s own number", "in a quoted text", "in a block of text", "other numbers", "an address that nobody can have"],
)
def test_what_is_no_comment_or_nobodys_number_is_left_alone(tmp_path: Path, files: dict[str, str]) -> None:
    assert "privacy" not in found_in(tmp_path, **files)


def test_ones_own_number_may_stand_in_free_text(tmp_path: Path) -> None:
    profile = "contact: {phone: 06-12345678}\nrequests: {gemeente: Bel ons op 06 1234 5678}\n"
    assert codes_in(found_in(tmp_path, profile=profile)) == []


@pytest.mark.parametrize(
    ("consent", "column", "message"),
    [
        ("consent: {purposes: [pitch], until: 2026-11-22}", 0, ""),
        ("consent: {purposes: [pitch], until: 2026-11-21}", 147, "consent for “verhaal” ended on 2026-11-21 [consent-ended]"),
        ("consent: {purposes: [pitch], withdrawn: yes}", 151, "consent for “verhaal” was taken back [consent-withdrawn]"),
        (
            "consent: {purposes: [ptich]}",
            132,
            "consent for “verhaal” is for “ptich”, and there is no such document [consent-purpose]",
        ),
    ],
    ids=["on its last day", "ended", "taken back", "for no document"],
)
def test_consent_that_ended_is_told(tmp_path: Path, consent: str, column: int, message: str) -> None:
    found = found_in(tmp_path, STORY % ("Het was een ontdekking.", consent)).splitlines()
    assert found[:1] == ([f"{AT}:10:{column}: {message}"] if message else [])


def test_consent_for_no_document_names_the_documents_there_are(tmp_path: Path) -> None:
    found = found_in(tmp_path, STORY % ("Het was een ontdekking.", "consent: {purposes: [boekje]}")).splitlines()
    assert found[1].startswith("  Choose one of: aankondiging, beantwoording, bijlagen, flyer, ")


# --- what is made up ---------------------------------------------------------------------------------------------

MADE_UP = STORY % ("Samira (42) durft weer.", "fictitious: yes, evidence: [{source: werkboek, place: blz. 3}]")
SHOWN = HEAD.replace("kinds: [argument, objection]", "kinds: [experience]")
WORDS = LIBRARY.replace("to_fill_in: nog invullen}", "to_fill_in: nog invullen, fictitious: fictief voorbeeld}")


def test_a_made_up_story_says_so_in_every_document_and_may_name_its_people(tmp_path: Path) -> None:
    body = "{% for e in entries.punten %}\n{{ e.text }}\n\n{{ e.line }}\n\n{{ e.point }}\n\n{% endfor %}"
    lived = STORY.replace("id: verhaal", "id: waar") % ("Het was een ontdekking.", "published: werkboek, weight: 10")
    assert found_in(tmp_path, MADE_UP + lived, template=SHOWN + body, **{"arguments/library.yaml": WORDS}) == ""
    (composition,) = compose(tmp_path)
    assert lines_of(composition) == [
        "Samira (42) durft weer. (fictief voorbeeld)",
        "Samira (42) durft weer. (fictief voorbeeld)",
        "Een verhaal. (fictief voorbeeld)",
        "Het was een ontdekking.",
        "Het was een ontdekking.",
        "Een verhaal.",
    ]


def test_a_library_without_a_word_for_it_cannot_hold_made_up_stories(tmp_path: Path) -> None:
    make_workspace(tmp_path, entries=ENTRIES + MADE_UP)
    assert refusal(lambda: compose(tmp_path)) == (
        f"{AT}:10:111: the library has no word to show that “verhaal” is made up [fictitious-without-word]\n"
        "  Add fictitious to words in library.yaml, such as “fictief voorbeeld”.\n"
    )


def test_what_was_published_is_not_made_up(tmp_path: Path) -> None:
    both = STORY % ("Het was een ontdekking.", "published: werkboek, fictitious: yes")
    make_workspace(tmp_path, entries=ENTRIES + both, **{"arguments/library.yaml": WORDS})
    assert "[fictitious-published]" in refusal(lambda: compose(tmp_path))
