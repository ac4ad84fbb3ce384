"""What makes Dutch hard to read is found, at the right place, and what only looks like it is left alone."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pitchkit.plain_language import measures
from pitchkit.plain_language.address import addresses
from pitchkit.plain_language.common_words import common_words, is_common
from pitchkit.plain_language.jargon import PhraseList, is_explained
from pitchkit.plain_language.passives import is_participle, passives
from pitchkit.plain_language.prose import read_aloud
from pitchkit.plain_language.sentences import Sentence, sentences, words
from pitchkit.plain_language.syllables import count_syllables, flesch_douma


@pytest.mark.parametrize(
    "parts",
    [
        ["Het kost € 1.250,50 per jaar.", "Wij bellen u!", "En dan?"],
        ["Dhr. De Vries belt.", "Hij komt morgen."],
        ["Prof. dr. A. B. Jansen schreef dat.", "Het klopt."],
        ["Er is o.a. Koffie bij.", "Neem iets mee."],
        ["Neem kleren, papieren enz. mee.", "Kom op tijd."],
        ["Neem kleren, papieren enz.", "Kom op tijd."],
        ["De groep begint op 1 jan. 2026 in de wijk.", "Doe mee."],
        ["Er is plek voor max. 12 mensen.", "Vol is vol."],
        ["Kijk op www.voorbeeld.nl/groep of mail.", "Bel gerust."],
        ["“Kom maar,” zei ze.", "“Ik wacht.”"],
        ["Ik dacht … nee.", "Toch maar niet."],
        ["Ja.", "Bel ons.", "Kom langs.", "Doe mee!"],
        ["Wat is dat?", "’s Avonds is er niemand."],
        ["Dat weet ik.", "'s Avonds is er niemand."],
        ["De groep is van 19.30 tot 21.00 uur.", "Daarna drinken we iets."],
        ["Dat staat in art. 1.1.1 van de wet.", "Lees het na."],
        ["Zij vroeg: wat doe je daar?", "Niets, zei hij."],
    ],
    ids=lambda parts: parts[0],
)
def test_a_sentence_ends_where_a_reader_would_end_it(parts: list[str]) -> None:
    assert [one.words for one in sentences(" ".join(parts))] == parts


def test_a_question_mark_within_a_sentence_ends_none() -> None:
    assert len(list(sentences("Hij vroeg “hoe dan?” en liep weg."))) == 1


def test_a_line_end_is_a_space_and_a_new_point_or_paragraph_is_an_end() -> None:
    text = "Een zin over\ntwee regels.\n\nZonder punt\n\n- eerste punt\n- tweede punt\n  loopt door\n"
    found = [one.words for one in sentences(text)]
    assert [" ".join(one.split()) for one in found] == [
        "Een zin over twee regels.",
        "Zonder punt",
        "eerste punt",
        "tweede punt loopt door",
    ]


@given(st.text(alphabet="Aab. !?\n-…“”’s1,€", max_size=60))
def test_a_sentence_stands_in_the_text_where_it_says_and_no_word_is_lost(text: str) -> None:
    found = list(sentences(text))
    for one in found:
        assert text[one.start : one.start + len(one.words)].split() == one.words.split()
    assert [sign for one in found for sign in one.words if sign.isalpha()] == [sign for sign in text if sign.isalpha()]


def test_a_word_has_its_place_and_a_figure_is_one_too() -> None:
    found = words("De cliënt van 12.30 uur zei: zo’n e-mail.")
    assert [word.text for word in found] == ["De", "cliënt", "van", "12.30", "uur", "zei", "zo’n", "e-mail"]
    assert [word.start for word in found][:3] == [0, 3, 10]
    assert [word.text for word in found if word.is_figure] == ["12.30"]


@pytest.mark.parametrize("word", ["clie\u0308nt", "cli\u00adënt", "cliënt"])
def test_a_word_is_the_same_with_a_loose_accent_or_a_soft_hyphen_and_ends_where_it_stands(word: str) -> None:
    text = f"De {word} leert."
    one = words(text)[1]
    assert one.text == "cliënt"
    assert text[one.start : one.end] == word
    assert len(words(text)) == 3


@pytest.mark.parametrize(
    "text", ["[de **wet**](https://x.nl/y) `a` {{ organisation.name }} ~x~", "# Kop\n> citaat\n::: box\nx\n:::"]
)
def test_marks_are_not_read_and_every_letter_keeps_its_place(text: str) -> None:
    plain = read_aloud(text)
    assert len(plain) == len(text)
    assert not set("*`[]{}#>:~") & set(plain)
    assert "wet" not in text or plain.index("wet") == text.index("wet")


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *[("over", 2), ("eten", 2), ("isolement", 4), ("energie", 3), ("ideale", 4), ("evalueren", 5), ("agenda", 3)],
        *[("sneeuw", 1), ("bijeenkomst", 3), ("cliënten", 3), ("geïndiceerd", 4), ("moeilijk", 2), ("team", 1), ("Wmo", 1)],
        *[("GGZ", 3), ("mantelzorgondersteuning", 7), ("hm", 1)],
    ],
)
def test_syllables_are_counted_as_they_sound(word: str, count: int) -> None:
    assert count_syllables(word) == count


def test_short_words_in_short_sentences_read_more_easily() -> None:
    assert flesch_douma(["Je", "bent", "hier", "welkom", "Kom", "je"], 2) > 80
    assert flesch_douma(["Ondersteuningsbehoeften", "worden", "geïnventariseerd", "middels", "intakegesprekken"], 1) < 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De afspraak wordt gemaakt.", ["wordt gemaakt"]),
        ("Er wordt samen met de buurt gekookt.", ["wordt … gekookt"]),
        ("De kosten werden vergoed.", ["werden vergoed"]),
        ("Je gegevens worden niet bewaard.", ["worden … bewaard"]),
        ("Zij zegt dat er iets besproken wordt.", ["besproken wordt"]),
        ("Aan de eisen moet worden voldaan.", ["worden voldaan"]),
        ("Wat in de groep gezegd wordt, wordt niet doorverteld.", ["gezegd wordt", "wordt … doorverteld"]),
        ("Er wordt een intake ingepland.", ["wordt … ingepland"]),
        ("De groep wordt door twee mensen begeleid.", ["wordt … begeleid"]),
        ("Het wordt bekeken als het past.", ["wordt bekeken"]),
        ("De groep wordt groter.", []),
        ("Zij wordt moeder van een zoon.", []),
        ("Mensen worden ouder en de gemeente groeit.", []),
        ("De wereld wordt kleiner, want zij komen niet buiten.", []),
        ("Het wordt bekend in de buurt.", []),
        ("De groep is bedoeld voor ouders.", []),
        ("Het is begonnen en wij zijn gegroeid.", []),
        ("Het wordt gezellig, en er is gekookt.", []),
        ("Wie hulp zoekt, wordt lid. Zij heeft dat gedaan.", []),
        ("Het gesprek wordt een feest voor verschillende gezinnen.", []),
        ("Het wordt tijd voor een gesprek over geld.", []),
        ("Hij wordt de baas van een bestand.", []),
        ("Uw verhuizing wordt op de opgegeven datum verwerkt.", ["wordt … verwerkt"]),
        ("Zij wordt de gekozen voorzitter.", []),
        ("De groep wordt gee\u0308valueerd.", ["wordt geëvalueerd"]),
    ],
)
def test_only_worden_with_a_participle_is_a_passive(text: str, found: list[str]) -> None:
    assert [one.words for sentence in sentences(text) for one in passives(sentence)] == found


def test_a_passive_has_its_place() -> None:
    (one,) = passives(Sentence("Je wordt gebeld.", 10))
    assert one.start == 13


@pytest.mark.parametrize(
    "word",
    ["gemeente", "gezond", "gesprekken", "beleid", "verschillend", "verhelderend", "gebied", "verandert", "bekend", "overheid"],
)
def test_a_word_that_only_looks_like_a_participle_is_none(word: str) -> None:
    assert not is_participle(word)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Je kunt bellen.", ["je"]),
        ("U kunt bellen.", ["u"]),
        ("U kunt je aanmelden.", ["u", "je"]),
        ("Bel J. U. Smit of mail u@voorbeeld.nl.", []),
        ("De moeder zei: “Je mag blijven.” Zij bleef.", []),
        ("Zij zegt ‘u hoort nog van ons’ en gaat.", []),
        ("Foto’s van jullie groep, zo’n dag.", ["je"]),
        ("Het u-woord is te lang.", []),
        ("Wij sturen uw brief.", ["u"]),
    ],
)
def test_address_is_heard_outside_quotes(text: str, forms: list[str]) -> None:
    assert [one.form for one in addresses(text)] == forms


@pytest.mark.parametrize(
    "word",
    [
        *[
            "groep",
            "groepen",
            "wachtlijst",
            "wijkteam",
            "buurvrouw",
            "vragenlijst",
            "oefeningen",
            "slaagt",
            "bespreek",
            "meegekeken",
        ],
        *["huisje", "kamertje", "gezelligheid", "buurtgenoten", "zo’n", "koffie-uurtje", "leefde", "belletje", "kindertelefoon"],
    ],
)
def test_forms_and_compounds_of_common_words_are_common(word: str) -> None:
    assert is_common(word)


@pytest.mark.parametrize(
    "word",
    ["empowerment", "implementatie", "doelmatigheid", "rechtmatigheid", "zelfredzaamheid", "stakeholders", "socratisch", "xqzwv"],
)
def test_what_few_people_say_is_not_common(word: str) -> None:
    assert not is_common(word)


def test_what_is_longer_than_any_word_does_not_hold_up_a_check() -> None:
    assert not is_common("a" * 200_000)


def test_the_list_of_common_words_says_where_it_comes_from_and_holds_words_only() -> None:
    assert 6000 < len(common_words()) < 7000
    assert not [word for word in common_words() if any(letter.isdigit() or letter == "#" for letter in word)]


def test_the_licence_of_the_list_stands_in_it_and_where_a_packager_looks() -> None:
    root = Path(__file__).parents[1]
    head = "".join((root / "pitchkit/plain_language/common_words.txt").read_text(encoding="utf-8").partition("\naa\n")[0])
    notice = (root / "pitchkit/plain_language/NOTICE.md").read_text(encoding="utf-8")
    for text in (head, notice):
        assert "wordfreq" in text
        assert "Robyn Speer" in text
        assert "https://creativecommons.org/licenses/by-sa/4.0/" in text
    assert "NOTICE.md" in (root / "README.md").read_text(encoding="utf-8")
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["license-files"] == ["pitchkit/plain_language/NOTICE.md"]


def test_rare_words_leave_out_names_figures_abbreviations_and_what_is_known() -> None:
    reading = measures.read("Zij spreken met Divosa, de VNG en Yalom over empowerment in 2026.")
    assert [word.text for word in measures.rare_words(reading, frozenset())] == ["empowerment"]
    assert measures.rare_words(reading, frozenset({"empowerment"})) == ()


@pytest.mark.parametrize("text", ["Mevr. De Wit geeft les.", "Dat is géén punt.", "Kom vóór negen uur."])
def test_an_abbreviation_and_a_stressed_word_are_not_rare(text: str) -> None:
    assert measures.rare_words(measures.read(text), frozenset()) == ()


def test_a_sentence_with_two_passives_is_one_passive_sentence() -> None:
    reading = measures.read("De vragen worden gebundeld, en het antwoord wordt gestuurd. Wij bellen.")
    assert [[one.words for one in hidden] for hidden in reading.passives] == [["worden gebundeld", "wordt gestuurd"]]


def test_a_text_without_words_measures_nothing() -> None:
    reading = measures.read("- \n\n***")
    assert (reading.words, reading.mean_sentence, reading.ease) == ((), 0.0, 0.0)


def test_the_longest_phrase_of_a_list_counts_and_keeps_its_place() -> None:
    phrases = PhraseList(["netwerk", "sociaal netwerk", "in het kader van"])
    text = "Een Sociaal netwerk, in het\nkader van het netwerkplan."
    assert [(one.words, one.start, one.phrase) for one in phrases.find(text)] == [
        ("Sociaal netwerk", 4, "sociaal netwerk"),
        ("in het kader van", 21, "in het kader van"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De aanvrager dient zich vooraf te melden.", ["dient … te"]),
        ("U dient te betalen.", ["dient te"]),
        ("Bij de aanvraag dient tevens de maat te worden aangegeven.", ["dient … te", "tevens"]),
        ("De map dient om brieven in te bewaren.", []),
        ("Dat dient als voorbeeld. Er is te weinig tijd.", []),
        ("Het plan dient nergens toe, en het is te duur.", []),
        ("Vraag om een brief in te dienen bij het loket te Utrecht.", []),
        ("Wat dient er in de komende twee weken door de hele groep op tijd en in de goede volgorde te gebeuren?", []),
    ],
)
def test_a_phrase_with_a_gap_is_found_within_a_clause(text: str, found: list[str]) -> None:
    phrases = PhraseList(["dient … te", "dienen … te", "tevens"])
    assert [one.words for one in phrases.find(text)] == found


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("Dat is de Wmo (hulp thuis).", True),
        ("Dat is de Wmo. Dat is de wet voor hulp thuis.", True),
        ("De wet voor hulp thuis (Wmo) helpt.", True),
        ("De wet voor hulp thuis noemen we de Wmo.", True),
        ("De Wmo: hulp thuis.", True),
        ("De Wmo betaalt dat.", False),
        ("De Wmo, zegt de gemeente, betaalt dat.", False),
    ],
)
def test_a_term_is_explained_right_beside_it(text: str, *, explained: bool) -> None:
    (term,) = PhraseList(["Wmo"]).find(text)
    assert is_explained(text, term) is explained
