"""The terminal speaks the user's language: which one, the catalogue whole, and no document changed by it."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest
import typer.core
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from pitchkit import language
from pitchkit.language import detect
from tests import guides

CATALOGUE = guides.ROOT / "pitchkit/locales/nl/LC_MESSAGES"
KEYWORDS = {"_": None, "mark": None, "plural": (1, 2)}


def texts_in_code() -> set[str]:
    found = extract_from_dir(guides.ROOT / "pitchkit", [("**.py", "python")], keywords=KEYWORDS)
    return {one for _, _, message, *_ in found for one in ([message] if isinstance(message, str) else message[:1]) if one}


def texts_of_typer() -> set[str]:
    found = extract_from_file("python", typer.core.__file__, keywords={"_": None})
    return {message for _, message, *_ in found if isinstance(message, str)}


def test_no_text_stands_in_an_f_string_where_nobody_who_translates_sees_it() -> None:
    hidden = [
        f"{path.relative_to(guides.ROOT)}:{call.lineno}"
        for path in sorted((guides.ROOT / "pitchkit").rglob("*.py"))
        for outer in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(outer, ast.JoinedStr)
        for call in ast.walk(outer)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in KEYWORDS
        if any(isinstance(word, ast.Constant) for word in call.args)
    ]
    assert hidden == []


def catalogue() -> Catalog:
    with (CATALOGUE / "pitchkit.po").open("rb") as stream:
        return read_po(stream, locale="nl")


def forms(text: str | Sequence[str] | None) -> Sequence[str]:
    return [text] if isinstance(text, str) else text or []


def pairs(messages: Catalog) -> Iterator[tuple[str, str]]:
    for message in messages:
        if message.id:
            yield from zip(forms(message.id), forms(message.string), strict=True)


def holes(text: str) -> list[str]:
    return sorted(set(re.findall(r"\{\{\{\{.*?\}\}\}\}|\{\{|\{\w+(?:!r)?\}", text)))


def test_every_text_of_the_program_is_in_the_dutch_catalogue_and_nothing_else() -> None:
    in_catalogue = {one if isinstance(one, str) else one[0] for one in (message.id for message in catalogue()) if one}

    assert len(in_catalogue) > 250
    assert in_catalogue == texts_in_code()
    assert not catalogue().obsolete


def test_every_text_that_typer_takes_from_the_catalogue_is_there() -> None:
    assert "Commands" in texts_of_typer()
    assert texts_of_typer() - texts_in_code() == set()


def test_every_text_has_a_translation_that_somebody_approved() -> None:
    assert [message.id for message in catalogue() if message.id and message.fuzzy] == []
    assert [text for text, dutch in pairs(catalogue()) if not dutch.strip()] == []


def test_a_translation_has_the_same_holes_to_fill_as_the_text() -> None:
    checked = [(text, dutch) for text, dutch in pairs(catalogue()) if "{" in text]

    assert len(checked) > 60
    assert [text for text, dutch in checked if holes(text) != holes(dutch)] == []


def test_a_translation_begins_and_ends_as_the_text_does() -> None:
    def shape(text: str) -> tuple[bool, bool]:
        return (text != text.lstrip(), text != text.rstrip())

    assert [text for text, dutch in pairs(catalogue()) if shape(text) != shape(dutch)] == []


def test_no_translation_uses_a_dash_as_punctuation() -> None:
    assert [
        dutch for _, dutch in pairs(catalogue()) if " - " in dutch.replace("of - om", "") or "–" in dutch or "—" in dutch
    ] == []


def test_the_compiled_catalogue_is_the_written_one() -> None:
    with (CATALOGUE / "pitchkit.mo").open("rb") as stream:
        compiled = dict(pairs(read_mo(stream)))

    assert compiled == dict(pairs(catalogue()))


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        pytest.param({}, "en", id="nothing is set"),
        pytest.param({"LANG": "nl_NL.UTF-8"}, "nl", id="a Dutch system"),
        pytest.param({"LANG": "nl_BE.UTF-8"}, "nl", id="a Flemish system"),
        pytest.param({"LANG": "nl"}, "nl", id="a language without a country"),
        pytest.param({"LANG": "de_DE.UTF-8"}, "en", id="a language without a catalogue"),
        pytest.param({"LANG": "C"}, "en", id="the language of machines"),
        pytest.param({"LC_ALL": "en_GB.UTF-8", "LANG": "nl_NL.UTF-8"}, "en", id="LC_ALL goes before LANG"),
        pytest.param({"LC_ALL": "", "LANG": "nl_NL.UTF-8"}, "nl", id="an empty LC_ALL says nothing"),
        pytest.param({"LC_MESSAGES": "nl_NL", "LANG": "en_US"}, "nl", id="LC_MESSAGES goes before LANG"),
        pytest.param({"PITCHKIT_LANG": "en", "LC_ALL": "nl_NL.UTF-8"}, "en", id="PITCHKIT_LANG goes before all"),
        pytest.param({"PITCHKIT_LANG": "nl-NL"}, "nl", id="a hyphen is as good as an underscore"),
        pytest.param({"PITCHKIT_LANG": "NL"}, "nl", id="capitals are as good as small letters"),
    ],
)
def test_the_language_is_what_the_environment_asks_for(environment: dict[str, str], wanted: str) -> None:
    assert detect(environment, "linux") == wanted


@pytest.mark.parametrize(("number", "wanted"), [(0x0413, "nl"), (0x0813, "nl"), (0x0409, "en"), (0xFFFF, "en")])
def test_on_windows_the_language_is_that_of_the_screens(number: int, wanted: str, monkeypatch: pytest.MonkeyPatch) -> None:
    kernel = SimpleNamespace(GetUserDefaultUILanguage=lambda: number)
    monkeypatch.setitem(sys.modules, "ctypes", SimpleNamespace(windll=SimpleNamespace(kernel32=kernel)))

    assert detect({}, "win32") == wanted
    assert detect({"PITCHKIT_LANG": "en"}, "win32") == "en"


def test_without_a_choice_texts_stay_as_they_are() -> None:
    assert language.mark("entry") == "entry"
    assert language._("") == ""


@pytest.mark.parametrize("words", [[], ["build"], ["cost"], ["list"], ["show"], ["check"], ["init"]])
def test_a_help_page_is_wholly_in_one_language(words: list[str], tmp_path: Path) -> None:
    dutch = guides.pitchkit([*words, "--help"], tmp_path, "nl").stdout
    english = guides.pitchkit([*words, "--help"], tmp_path, "en").stdout

    assert dutch.startswith("Gebruik: pitchkit")
    assert english.startswith("Usage: pitchkit")
    assert not re.search(r"Usage|Options:|Arguments:|Commands:|\bthe\b|required|default|<\w+>", dutch)
    assert not re.search(r"Gebruik|Opties|\bde\b|\bhet\b|<\w+>", english)


@pytest.mark.parametrize(
    ("words", "dutch", "english"),
    [
        pytest.param(
            ["bulid"],
            "pitchkit: de opdracht “bulid” bestaat niet [command-unknown]\n  Bedoel je “build”?\n",
            "pitchkit: there is no command “bulid” [command-unknown]\n  Did you mean “build”?\n",
            id="an unknown command",
        ),
        pytest.param(
            ["build", "--audienc", "x"],
            "pitchkit build: de optie --audienc bestaat niet [option-unknown]\n  Bedoel je “--audience”?\n",
            "pitchkit build: there is no option --audienc [option-unknown]\n  Did you mean “--audience”?\n",
            id="an unknown option",
        ),
        pytest.param(
            ["build", "--audience"],
            "pitchkit build: achter --audience hoort nog iets [option-without-value]\n"
            "  Schrijf --audience LEZER, met op de plek van LEZER je eigen woord.\n",
            "pitchkit build: --audience asks for something behind it [option-without-value]\n"
            "  Write --audience READER, with your own words for READER.\n",
            id="an option without its value",
        ),
        pytest.param(
            ["build", "--all=ja"],
            "pitchkit build: achter --all hoort niets [option-takes-no-value]\n  Schrijf alleen --all.\n",
            "pitchkit build: --all takes nothing behind it [option-takes-no-value]\n  Write --all only.\n",
            id="a value too many",
        ),
        pytest.param(
            ["build", "--max-words", "veel"],
            "pitchkit build: achter --max-words hoort een heel getal, 1 of meer [option-number]\n"
            "  Schrijf alleen cijfers, zoals 300.\n",
            "pitchkit build: --max-words should be a whole number, 1 or more [option-number]\n"
            "  Write digits only, such as 300.\n",
            id="a word where a number should be",
        ),
        pytest.param(
            ["build", "gemeente"],
            "pitchkit build: deze opdracht kan niets met “gemeente” [words-unexpected]\n"
            "  Zet er een optie voor, zoals --audience. Met --help krijg je uitleg.\n",
            "pitchkit build: this command does not know what to do with “gemeente” [words-unexpected]\n"
            "  Put an option before it, such as --audience. Ask for help with --help.\n",
            id="a word without its option",
        ),
        pytest.param(
            ["show"],
            "pitchkit show: ID ontbreekt [option-missing]\n  Met --help krijg je uitleg.\n",
            "pitchkit show: ID is missing [option-missing]\n  Ask for help with --help.\n",
            id="an argument that is missing",
        ),
    ],
)
def test_a_command_line_that_is_wrong_is_told_in_the_language_of_the_user(
    words: list[str], dutch: str, english: str, tmp_path: Path
) -> None:
    told = [guides.pitchkit(words, tmp_path, name) for name in ("nl", "en")]

    assert [one.stderr for one in told] == [dutch, english]
    assert [(one.returncode, one.stdout) for one in told] == [(2, ""), (2, "")]


def test_without_a_command_the_help_page_is_shown_as_it_is(tmp_path: Path) -> None:
    shown = guides.pitchkit([], tmp_path, "nl")

    assert shown.stderr == guides.pitchkit(["--help"], tmp_path, "nl").stdout
    assert (shown.returncode, shown.stdout) == (2, "")


def test_a_document_is_the_same_to_the_byte_whatever_the_terminal_speaks(tmp_path: Path) -> None:
    made = []
    for name in ("nl", "en"):
        words = ["--date", "2026-11-02", "--format", "docx", "--format", "md", "--output", name]
        built = guides.pitchkit(["build", "--audience", "gemeente", *words], tmp_path, name)
        assert built.returncode == 0, built.stderr
        made.append([path.read_bytes() for path in sorted((tmp_path / name).iterdir())])

    assert len(made[0]) == 2
    assert made[0] == made[1]


def test_texts_have_one_sign_for_one_thing() -> None:
    said = texts_in_code()

    assert len(said) > 250
    assert [text for text in said if re.search(r"\w'\w|\w\"\w|Ctrl-|\{status\}(?!”)", text)] == []
