"""The language check tells each fault at its place, with what to do; what only looks like a fault it leaves alone."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from pitchkit import messages, project, terminal
from pitchkit.checking import Checked, check
from pitchkit.checking.indication import indicate
from pitchkit.diagnostics import Diagnostic
from pitchkit.messages import language_checks
from pitchkit.project import shipped
from tests.conftest import Run
from tests.factories import TODAY, load_library, make_library, make_workspace, told, write_files

ON_TOP = "extends: pitchkit\n"

OFFICIAL = """\
Teneinde de zelfredzaamheid van cliënten te bevorderen wordt middels een intake de ondersteuningsbehoefte geïnventariseerd,
waarbij tevens de draagkracht en de mogelijkheden van het sociale netwerk in kaart worden gebracht. Derhalve dient de cliënt
voorafgaand aan het traject relevante documenten aan te leveren, opdat de voortgang adequaat kan worden gemonitord."""

LONG_ON_AVERAGE = """\
Je kunt elke week bij ons komen om met andere mensen te praten. We drinken dan eerst een kop koffie en daarna vertelt iemand
hoe het gaat. Aan het einde van de dag weet je vaak een beetje beter wat je kunt."""

FAULTS: tuple[tuple[str, str, str, set[str]], ...] = (
    ("official language for clients", "clienten", OFFICIAL, {"sentence-long", "rare-words", "long-words", "jargon", "passive"}),
    (
        "official language for a municipality",
        "gemeente",
        f"{OFFICIAL} {OFFICIAL.replace('voorafgaand aan het traject ', '')}",
        {"jargon", "passive"},
    ),
    (
        "a sentence without end",
        "clienten",
        "Als je mee wilt doen aan de groep kun je ons bellen of mailen en dan maken we samen een afspraak voor een gesprek.",
        {"sentence-long"},
    ),
    (
        "many sentences that are rather long",
        "clienten",
        LONG_ON_AVERAGE,
        {"sentences-long"},
    ),
    ("who does it is hidden", "clienten", "Je wordt gebeld. Daarna wordt er een afspraak gemaakt.", {"passive"}),
    ("u and je at once", "clienten", "U kunt bellen. Dan kun je komen.", {"address-mixed"}),
    ("u for who is addressed with je", "clienten", "U kunt bellen.", {"address-other"}),
    ("je for who is addressed with u", "gemeente", "Je kunt ons bellen.", {"address-other"}),
    ("a term without what it means", "clienten", "Dat betaalt de Wmo.", {"jargon-unexplained"}),
    ("a word of the trade", "clienten", "De interventie helpt je.", {"jargon"}),
    (
        "words that nobody says at the table",
        "clienten",
        "Je verwerft zelfinzicht door contemplatie. Dat bevordert de introspectie.",
        {"rare-words"},
    ),
    (
        "words without end",
        "clienten",
        "De gezinsondersteuning en mantelzorgbegeleiding zijn vanzelfsprekend kosteloos.",
        {"long-words"},
    ),
)

FAULTLESS: tuple[tuple[str, str, str], ...] = (
    ("a term with what it means", "clienten", "Dat betaalt de Wmo (de wet voor hulp thuis)."),
    ("words of the trade for who is of the trade", "collegas", "De interventie versterkt het sociale netwerk van de cliënt."),
    ("one passive in a text for colleagues", "collegas", "De groep wordt begeleid. Dat werkt. Het helpt."),
    ("what somebody else says", "gemeente", "Een moeder zei: “Je bent hier welkom.” Dat hielp haar."),
    ("the name of an agreement", "gemeente", "Het Integraal Zorgakkoord noemt groepen."),
    (
        "a list is not one sentence",
        "clienten",
        "Je leert:\n\n- hoe je een brief leest;\n- hoe je belt;\n- hoe je om hulp vraagt.\n",
    ),
    ("numbers and dates", "clienten", "De groep start op 1 jan. 2027 om 19.30 uur. Het kost € 2,50 per keer."),
    ("a value that is looked up", "clienten", "Bel {{ contact.phone }}. Wij helpen je."),
)


def write(folder: Path, audience: str, text: str, *, settings: str = ON_TOP, kind: str = "indication", **fields: object) -> Path:
    """Write a library on top of the shipped one, with one entry for one reader."""
    entry = {
        "id": "proef",
        "kind": kind,
        "title": "Een groep",
        "text": text,
        "short": "Een groep.",
        "audiences": [audience],
        **fields,
    }
    entries = yaml.safe_dump([entry], allow_unicode=True, sort_keys=False)
    return write_files(folder, {"arguments/library.yaml": settings, "arguments/entries/proef.yaml": entries})


def found_in(folder: Path) -> list[Diagnostic]:
    checked = check(project.find(folder), TODAY)
    assert not checked.problems
    return [one for one in checked.warnings if one.code in language_checks.WARNINGS]


def codes(found: Iterable[Diagnostic]) -> set[str]:
    return {one.code for one in found}


@pytest.mark.parametrize(("audience", "text", "expected"), [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS])
def test_a_fault_that_we_know_is_found(tmp_path: Path, audience: str, text: str, expected: set[str]) -> None:
    assert expected <= codes(found_in(write(tmp_path, audience, text)))


@pytest.mark.parametrize(("audience", "text"), [one[1:] for one in FAULTLESS], ids=[one[0] for one in FAULTLESS])
def test_what_only_looks_like_a_fault_is_left_alone(tmp_path: Path, audience: str, text: str) -> None:
    assert found_in(write(tmp_path, audience, text)) == []


def shipped_check() -> Checked:
    return check(project.find(shipped("arguments").parent), TODAY)


def test_of_the_shipped_library_hardly_anything_is_told_or_silenced() -> None:
    checked = shipped_check()
    library = load_library(shipped("arguments"))
    assert checked.entries > 300
    assert [one for one in checked.warnings if one.code in language_checks.WARNINGS] == []
    silenced = [entry for entry in library.entries if any(one.code in language_checks.WARNINGS for one in entry.silence)]
    assert len(silenced) * 50 <= len(library.entries)


def test_a_finding_names_the_words_the_place_and_what_to_write(tmp_path: Path) -> None:
    entries = (
        "- id: proef\n  kind: indication\n  title: Een groep\n  audiences: [clienten]\n  text: |\n    Je bent welkom.\n"
        "    Wij doen dat middels een groep.\n"
    )
    write_files(tmp_path, {"arguments/library.yaml": ON_TOP, "arguments/entries/proef.yaml": entries})
    assert told(found_in(tmp_path)) == (
        "arguments/entries/proef.yaml:7:18: “middels” is hard for “clienten” [jargon]\n  Write: met of door.\n"
    )


def test_a_long_sentence_is_told_with_its_length_and_its_beginning(tmp_path: Path) -> None:
    settings = ON_TOP + "checks: {language: {clienten: {longest_sentence: 5}}}\n"
    assert told(found_in(write(tmp_path, "clienten", "Je kunt elke week bij ons eten.", settings=settings))) == (
        "arguments/entries/proef.yaml:4:9: a sentence of 7 words, where 5 is the limit for “clienten”:"
        " Je kunt elke week bij ons … [sentence-long]\n  Make two sentences of it, or leave something out.\n"
    )


def test_one_sentence_that_is_told_as_too_long_does_not_make_the_others_long(tmp_path: Path) -> None:
    text = "Je bent welkom. Bel ons. " + "Als je " + "nog een keer met ons wilt praten " * 5 + "dan mag dat."
    assert codes(found_in(write(tmp_path, "clienten", text))) == {"sentence-long"}


def test_a_message_writes_figures_as_its_reader_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (one,) = found_in(write(tmp_path, "clienten", LONG_ON_AVERAGE))
    assert terminal.words(one)[0].startswith("14.0 words")
    monkeypatch.setattr("pitchkit.language.current", lambda: "nl")
    assert terminal.words(one)[0].startswith("14,0")


def test_only_a_sentence_counts_once_as_a_passive_one(tmp_path: Path) -> None:
    text = "De vragen worden gebundeld, en het antwoord wordt gestuurd. Wij bellen. Je komt langs. Dat helpt. Kom maar."
    (one,) = found_in(write(tmp_path, "clienten", text))
    assert dict(one.values)["count"] == "1"


def test_terms_are_found_where_an_accent_or_a_hyphen_is_a_sign_of_its_own(tmp_path: Path) -> None:
    found = found_in(write(tmp_path, "clienten", "De clie\u0308nt komt met een inter\u00adventie."))
    assert [dict(one.values)["word"] for one in found] == ["clie\u0308nt", "inter\u00adventie"]


def test_a_limit_that_does_not_exist_is_told_where_it_stands(tmp_path: Path) -> None:
    settings = ON_TOP + "checks:\n  language:\n    clienten:\n      longest_sentense: 5\n"
    checked = check(project.find(write(tmp_path, "clienten", "Je bent welkom.", settings=settings)), TODAY)
    assert told(checked.problems) == (
        "arguments/library.yaml:5:7: there is no limit “longest_sentense”; there are: longest_sentence, mean_sentence,"
        " rare_words, long_words, passives [limit-unknown]\n  Did you mean “longest_sentence”?\n"
    )


def test_tips_speak_to_the_groepswerker_whoever_they_are_about(tmp_path: Path) -> None:
    text = "Vraag je cliënt naar de intake. Leg de interventie uit."
    assert found_in(write(tmp_path, "gemeente", text, kind="tip")) == []
    assert codes(found_in(write(tmp_path, "clienten", text, kind="tip"))) == set()
    assert "jargon" in codes(found_in(write(tmp_path, "gemeente", "Doe dat middels een brief.", kind="tip")))


def test_the_plain_wording_counts_for_readers_without_a_version(tmp_path: Path) -> None:
    fields: dict[str, Any] = {"audiences": ["collegas", "gemeente"], "versions": {"gemeente": {"text": "De groep helpt mensen."}}}
    assert found_in(write(tmp_path, "collegas", "Je ziet dat outreachend werken helpt.", **fields)) == []
    both = write(tmp_path, "collegas", "Je ziet dat outreachend werken helpt.", audiences=["collegas", "gemeente"])
    assert codes(found_in(both)) == {"jargon", "address-other"}


def test_an_objection_is_in_the_words_of_who_has_it(tmp_path: Path) -> None:
    objection: dict[str, Any] = {"kind": "objection", "answers": ["niet-de-enige"], "title": "Over thuis praat je niet"}
    assert found_in(write(tmp_path, "gemeente", "Dat horen wij vaak.", **objection)) == []


def test_a_definition_may_name_the_word_that_it_explains(tmp_path: Path) -> None:
    assert (
        found_in(write(tmp_path, "gemeente", "Outreachend werken is naar mensen toe gaan.", kind="definition", themes=["beroep"]))
        == []
    )


def test_a_library_has_words_of_its_own(tmp_path: Path) -> None:
    own = (
        "- {id: zaal, words: [zaaltje], instead: ruimte}\n"
        "- {id: kolibrie, words: [kolibriemethode, xylofoneren], explanation: ons spel}\n"
    )
    write_files(tmp_path, {"arguments/jargon.yaml": own})
    found = found_in(write(tmp_path, "clienten", "Het zaaltje is er. Kom xylofoneren met de kolibriemethode."))
    assert [(one.code, dict(one.values)["word"]) for one in found] == [("jargon", "zaaltje")]


def test_a_word_of_the_list_needs_advice_and_readers_that_exist(tmp_path: Path) -> None:
    own = "- {id: zaal, words: [zaaltje]}\n- {id: hal, words: [hal], instead: gang, audiences: [client]}\n"
    make_workspace(tmp_path)
    write_files(tmp_path, {"arguments/jargon.yaml": own})
    assert told(check(project.find(tmp_path), TODAY).problems) == (
        "arguments/jargon.yaml:1:8: “zaal” says neither what to write instead nor what it means [jargon-without-advice]\n"
        "  Add instead, or explanation for a word that may stand.\n"
        "arguments/jargon.yaml:2:54: there is no audience “client” [audience-unknown]\n  Did you mean “clienten”?\n"
    )


def test_a_dutch_library_without_a_list_has_the_shipped_one_for_the_readers_it_has(tmp_path: Path) -> None:
    library = load_library(make_library(tmp_path))
    readers = {one.id for one in library.audiences}
    assert len(library.jargon) > 150
    assert {name for word in library.jargon for name in word.audiences} <= readers


def test_a_library_in_another_language_is_not_read_as_dutch(tmp_path: Path) -> None:
    make_workspace(tmp_path)
    text = "Indien u wilt, kun je dat middels een brief doen."
    entries = f"- {{id: a, kind: tip, title: T, text: '{text}', audiences: [gemeente]}}\n"
    library = (tmp_path / "arguments/library.yaml").read_text(encoding="utf-8")
    write_files(tmp_path, {"arguments/entries/alles.yaml": entries})
    assert {"jargon", "address-mixed"} <= codes(check(project.find(tmp_path), TODAY).warnings)
    write_files(tmp_path, {"arguments/library.yaml": library + "language: en-GB\n"})
    assert not codes(check(project.find(tmp_path), TODAY).warnings) & set(language_checks.WARNINGS)


def test_every_finding_has_a_code_of_its_own_that_can_be_silenced() -> None:
    assert set(language_checks.WARNINGS) <= messages.ADVICE
    assert set(language_checks.EXPLANATIONS) == set(language_checks.WARNINGS)


def test_no_message_says_what_level_a_text_has() -> None:
    texts = [part for code in language_checks.WARNINGS for part in language_checks.TEXTS[code]]
    assert not [text for text in texts if "B1" in text or "B2" in text]


# --- the list of words ------------------------------------------------------------------------------------------------


def test_the_shipped_list_has_more_than_150_words_with_something_plainer() -> None:
    library = load_library(shipped("arguments"))
    assert len([one for one in library.jargon if one.instead]) > 150
    assert len([one for one in library.jargon if not one.instead and one.explanation]) > 20
    phrases = [phrase.lower() for one in library.jargon for phrase in one.words]
    assert sorted(set(phrases)) == sorted(phrases)


def test_what_to_write_instead_is_not_itself_hard(tmp_path: Path) -> None:
    library = load_library(shipped("arguments"))
    text = "\n".join(f"- {one.instead}" for one in library.jargon if one.instead)
    found = [one for one in found_in(write(tmp_path, "clienten", text)) if one.code == "jargon"]
    assert [dict(one.values)["word"] for one in found] == []


# --- as an indication --------------------------------------------------------------------------------------------------


def test_how_texts_read_is_measured_for_each_audience(tmp_path: Path) -> None:
    found = {one.reader: one for one in indicate(project.find(write(tmp_path, "clienten", OFFICIAL)), TODAY)}
    assert list(found) == ["gemeente", "manager", "collegas", "netwerkpartners", "clienten"]
    assert found["clienten"].longest_sentence > 25
    assert found["clienten"].ease > found["gemeente"].ease
    assert found["clienten"].mean_sentence < 10


def test_the_table_says_that_it_is_an_indication(tmp_path: Path, run: Run) -> None:
    write(tmp_path, "clienten", "Je bent welkom.")
    result = run("check", "--language")
    head, *rows = result.stdout.splitlines()
    assert head.split("\t")[:3] == ["audience", "words", "words in a sentence (limit)"]
    assert [row.split("\t")[0] for row in rows] == ["gemeente", "manager", "collegas", "netwerkpartners", "clienten"]
    assert "an indication" in result.stderr
    assert "B1" not in result.output


# --- spelling ----------------------------------------------------------------------------------------------------------


class Speller:
    def __init__(self, name: str, hunspell_data_dir: str) -> None:
        self.known = Path(hunspell_data_dir, f"{name}.dic").read_text(encoding="utf-8").split()

    def spell(self, word: str) -> bool:
        return word in self.known

    def suggest(self, word: str) -> list[str]:
        return [one for one in self.known if one[:3] == word[:3]]


@pytest.fixture
def dictionary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A dictionary of a few words, as if hunspell were installed."""
    module = ModuleType("hunspell")
    module.__spec__ = ModuleSpec("hunspell", None)
    setattr(module, "Hunspell", Speller)  # noqa: B010 - a module has no such name, says mypy
    monkeypatch.setitem(sys.modules, "hunspell", module)
    monkeypatch.setenv("DICPATH", str(tmp_path / "dic"))
    known = "een de groep is op dinsdag kom bijeenkomst praten"
    write_files(tmp_path, {"dic/nl_NL.dic": known, "dic/nl_NL.aff": ""})
    return tmp_path / "work"


def spelled(folder: Path) -> list[tuple[str, str]]:
    found = [one for one in check(project.find(folder), TODAY).warnings if one.code == "spelling"]
    return [(dict(one.values)["word"], dict(one.values)["suggestions"]) for one in found]


def test_a_word_in_no_dictionary_is_told_once_with_what_it_may_have_been(dictionary: Path) -> None:
    write(dictionary, "clienten", "De bijeenkomts is op dinsdag. Kom op de bijeenkomts, Samira.")
    assert spelled(dictionary) == [("bijeenkomts", "bijeenkomst")]


def test_stress_names_joined_verbs_and_terms_of_the_list_are_spelled_right(dictionary: Path) -> None:
    write(dictionary, "clienten", "Eén groep. De mantelzorg is op dinsdag. Kom meepraten, Samira en VNG.")
    assert spelled(dictionary) == []


def test_without_a_dictionary_nothing_is_told_and_a_silence_stays_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pitchkit.plain_language.dictionary.find", lambda _environment=None: None)
    silence = [{"code": code, "reason": "een eigen woord"} for code in ("spelling", "jargon")]
    write(tmp_path, "clienten", "De bijeenkomts is op dinsdag.", silence=silence)
    (unused,) = check(project.find(tmp_path), TODAY).warnings
    assert (unused.code, unused.values) == ("check-silence-unused", (("code", "jargon"),))


def test_a_quick_check_does_not_look_at_spelling(dictionary: Path) -> None:
    write(dictionary, "clienten", "De bijeenkomts is op dinsdag.")
    assert codes(check(project.find(dictionary), TODAY, is_quick=True).warnings) == set()
