"""YAML in: text stays what was typed, every value has a place, and what cannot be read says where and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from pitchkit import yamlsource
from pitchkit.diagnostics import Location
from pitchkit.yamlsource import parse
from tests.factories import refusal

QUOTE_IT = "  Put the whole text in quotes.\n"
SAVE_UTF8 = "  Open it in your editor and save it with the encoding UTF-8.\n"
NO_REFERENCES = (
    "references with & and * are not used here [yaml-alias]\n  Write the value out; if it is plain text, put it in quotes.\n"
)
PASTED = "  It often comes along when you paste. Delete the word around it and type it again.\n"
TABS = (
    "there is a tab at the start of this line [yaml-tab]\n"
    "  Use spaces instead of tabs; most editors can replace them all at once.\n"
)
BRACKET = (
    "a bracket is opened here and never closed [yaml-bracket]\n"
    "  Close the list with ], or write one item on each line with “- ”.\n"
)
MISPLACED = (
    "this line does not stand under the one that it belongs to [yaml-indent]\n"
    "  Give all keys of one item the same number of spaces before them.\n"
)
NO_COLON = (
    "there is no colon in this line, so it is not clear where the name of the field ends [yaml-no-colon]\n"
    "  Put a colon and a space after the name, such as: title: Ask on.\n"
)
ODD_SPACE = (
    "there is a space at the start of this line that is not an ordinary one [yaml-odd-space]\n"
    "  It often comes along when you paste. Delete the spaces at the start of the line and type them again.\n"
)
DASH = (
    "a list with dashes cannot begin behind a colon [yaml-dash]\n"
    "  Write [one, two] behind the colon, or put each “- ” on a line of its own below it.\n"
)
AFTER_QUOTE = (
    "the quotes close before this, and more text follows [yaml-after-quote]\n"
    "  Put the whole text in double quotes, and use ‘ and ’ for quotes and apostrophes within it.\n"
)
CONFLICT = (
    "git could not bring two versions together here, and left both [git-conflict]\n"
    "  Keep what is right of them, and take out the lines that begin with <<<<<<<, ======= and >>>>>>>. If these are two"
    " entries, the lines right below belong to both: copy them to the first.\n"
)
TOO_DEEP = "this file goes too many levels deep [yaml-depth]\n  Write it with fewer levels.\n"
NOT_YAML = "  Look at this line and the one before it: colons, quotes, spaces at the start.\n"


def no_space(sign: str) -> str:
    return (
        f"there is no space after the “{sign}” here [yaml-no-space]\n  Type one space between the sign and what comes after it.\n"
    )


@pytest.mark.parametrize(
    "typed",
    ["no", "off", "yes", "true", "null", "12:30", "1.10", "010", "1e3", "0x1F", "2027-01-15", "1_000", ".inf", "=", "<<", "12"],
)
def test_a_value_stays_what_was_typed(typed: str) -> None:
    assert parse(f"key: {typed}\n", "f.yaml").data == {"key": typed}


@pytest.mark.parametrize(
    ("text", "data"),
    [
        pytest.param("", None, id="an empty file"),
        pytest.param("# only a remark\n", None, id="a file with a remark"),
        pytest.param("a:\nb: ~\nc: ''\n", {"a": None, "b": None, "c": ""}, id="nothing, a tilde and an empty text"),
        pytest.param("a: [x, {b: c}]\n", {"a": ["x", {"b": "c"}]}, id="brackets"),
        pytest.param("a: |\n  een\n\n  twee\n", {"a": "een\n\ntwee\n"}, id="a text of several lines"),
        pytest.param("no: 1\n1.10: 2\n", {"no": "1", "1.10": "2"}, id="keys are text as well"),
        pytest.param('a: "caf\\u00e9"\n', {"a": "café"}, id="an escape"),
        pytest.param("a: '& Zn. *nieuw* !'\n", {"a": "& Zn. *nieuw* !"}, id="signs in quotes"),
    ],
)
def test_a_file_becomes_plain_data(text: str, data: yamlsource.Data) -> None:
    assert parse(text, "f.yaml").data == data


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "a: 1\nb: 2\na: 3\n",
            "f.yaml:3:1: the key “a” is here twice [yaml-duplicate-key]\n"
            "  Keep one of the two; otherwise one would win silently.\n",
            id="a key that is there twice",
        ),
        pytest.param("a:\n\tb: 1\n", f"f.yaml:2:1: {TABS}", id="a tab"),
        pytest.param("a:\n  b: 1\n\tc: 2\n", f"f.yaml:3:1: {TABS}", id="a tab after spaces"),
        pytest.param(
            "title: Groepen: een keuze\n",
            "f.yaml:1:15: there is a second colon in this line, so it is not clear which one ends the key [yaml-colon]\n"
            + QUOTE_IT,
            id="two colons",
        ),
        pytest.param("- a: 1\n   b: 2\n", f"f.yaml:2:5: {MISPLACED}", id="one space too many"),
        pytest.param("- a: 1\n b: 2\n", f"f.yaml:2:2: {MISPLACED}", id="one space too few"),
        pytest.param("a:\n  b: 1\n c: 2\n", f"f.yaml:3:2: {MISPLACED}", id="between two levels"),
        pytest.param("a: 1\nb\nc: 2\n", f"f.yaml:2:1: {NO_COLON}", id="a key without a colon"),
        pytest.param("- a: |\n    x\n  b een zin\n  c: 2\n", f"f.yaml:3:3: {NO_COLON}", id="a key without a colon below a text"),
        pytest.param(
            "- a: |\nEen zin die te ver naar links staat.\n    Nog een.\n  b: 2\n",
            f"f.yaml:2:1: {MISPLACED}",
            id="a text that does not stand below its key",
        ),
        pytest.param("- a: 1\n  title:Een zin\n  b: |\n    x\n", f"f.yaml:2:9: {no_space(':')}", id="a colon without a space"),
        pytest.param("title:Een zin\nb: 2\n", f"f.yaml:1:7: {no_space(':')}", id="a colon without a space on the first line"),
        pytest.param("-id: een\n  kind: tip\n", f"f.yaml:1:2: {no_space('-')}", id="a dash without a space"),
        pytest.param("- a: 1\n\u00a0 b: 2\n", f"f.yaml:2:1: {ODD_SPACE}", id="a space from a web page"),
        pytest.param("a: - b\n", f"f.yaml:1:4: {DASH}", id="a dash behind a colon"),
        pytest.param('- a: "Open" inloop\n  b: 2\n', f"f.yaml:1:13: {AFTER_QUOTE}", id="quotes around the first word"),
        pytest.param("- a: 's Avonds in zo'n groep\n  b: 2\n", f"f.yaml:1:22: {AFTER_QUOTE}", id="two apostrophes"),
        pytest.param("- a: 1\n<<<<<<< HEAD\n  b: 1\n=======\n  b: 2\n>>>>>>> sam\n", f"f.yaml:2:1: {CONFLICT}", id="a conflict"),
        pytest.param("- a: 1\n  b: 1\n=======\n  b: 2\n", f"f.yaml:3:1: {CONFLICT}", id="the middle of a conflict"),
        pytest.param("- a: 1\n  b: 1\n>>>>>>> sam\n  c: 2\n", f"f.yaml:3:1: {CONFLICT}", id="the end of a conflict"),
        pytest.param(
            "a: 1\nb: 'x\nc: 2\n",
            "f.yaml:2:4: a quote is opened here and never closed [yaml-quote]\n  Close the text with the same kind of quote.\n",
            id="an open quote",
        ),
        pytest.param(
            "a: 1\nb: 'x\nc: 2\nd: zo's\n",
            "f.yaml:2:4: a quote is opened here and never closed [yaml-quote]\n  Close the text with the same kind of quote.\n",
            id="an open quote that another one lower down seems to close",
        ),
        pytest.param("a: [x, y\nb: 2\n", f"f.yaml:1:4: {BRACKET}", id="an open bracket"),
        pytest.param("- a: [\n- b: 2\n", f"f.yaml:1:6: {BRACKET}", id="an open bracket with nothing in it"),
        pytest.param("a: {b: [x],\n", f"f.yaml:1:4: {BRACKET}", id="an open brace that ends in a comma"),
        pytest.param(
            "a: {{ municipality.name }}\n",
            "f.yaml:1:5: this is not a usable key [yaml-key]\n"
            "  If this should be a text with {{ }}, put the whole text in quotes.\n",
            id="a bare look-up",
        ),
        pytest.param("a: &x 1\nb: *x\n", f"f.yaml:1:4: {NO_REFERENCES}", id="an alias"),
        pytest.param("a: *nieuw*\n", f"f.yaml:1:4: {NO_REFERENCES}", id="stars around a word"),
        pytest.param("a: &Co. en Zonen\n", f"f.yaml:1:4: {NO_REFERENCES}", id="a text with an ampersand in front"),
        pytest.param("a: &x\n  b: 1\n", f"f.yaml:1:4: {NO_REFERENCES}", id="an anchor that nothing uses"),
        pytest.param(
            "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n",
            f"f.yaml:1:4: {NO_REFERENCES}f.yaml:2:4: {NO_REFERENCES}f.yaml:3:4: {NO_REFERENCES}",
            id="a bomb of aliases",
        ),
        pytest.param("a: `x`\n", f"f.yaml:1:4: a text cannot begin with this sign [yaml-sign]\n{QUOTE_IT}", id="a back quote"),
        pytest.param(
            "a: ! x\n", f"f.yaml:1:4: a text cannot begin with this sign [yaml-sign]\n{QUOTE_IT}", id="a lone exclamation"
        ),
        pytest.param(
            "a: !!python/object/apply:os.system [ls]\n",
            "f.yaml:1:4: tags such as tag:yaml.org,2002:python/object/apply:os.system are not used here [yaml-tag]\n"
            "  Leave out the tag; if it is plain text, put it in quotes.\n",
            id="a tag that would run a program",
        ),
        pytest.param(
            "a: !belangrijk x\n",
            "f.yaml:1:4: tags such as !belangrijk are not used here [yaml-tag]\n"
            "  Leave out the tag; if it is plain text, put it in quotes.\n",
            id="a tag of one's own",
        ),
        pytest.param(
            "a: 1\n---\nb: 2\n",
            "f.yaml:2:1: this is not valid YAML: expected a single document in the stream but found another document"
            f" [yaml-syntax]\n{NOT_YAML}",
            id="two documents",
        ),
        pytest.param(
            "a: x\x07y\n",
            f"f.yaml:1:5: there is an invisible control character U+0007 here [control-character]\n{PASTED}",
            id="a control character",
        ),
        pytest.param(
            'a: 1\nb: "x\\x07y"\n',
            f"f.yaml:2:4: there is an invisible control character U+0007 here [control-character]\n{PASTED}",
            id="a control character as an escape",
        ),
        pytest.param(
            "a: x\u2028y\nb: \x0bz\n",
            f"f.yaml:1:5: there is an invisible control character U+2028 here [control-character]\n{PASTED}"
            f"f.yaml:2:4: there is an invisible control character U+000B here [control-character]\n{PASTED}",
            id="line ends that no editor shows",
        ),
        pytest.param("a: " + "[" * 30 + "]" * 30, f"f.yaml:1:23: {TOO_DEEP}", id="thirty levels"),
        pytest.param("[" * 200_000, f"f.yaml:1:21: {TOO_DEEP}", id="a tower that would overflow the parser"),
        pytest.param("- " * 100_000 + "x", f"f.yaml:1:41: {TOO_DEEP}", id="a tower of dashes"),
        pytest.param('["]",' * 100_000, f"f.yaml:1:101: {TOO_DEEP}", id="a tower that hides its brackets"),
    ],
)
def test_what_cannot_be_read_says_where_and_why(text: str, told: str) -> None:
    assert refusal(lambda: parse(text, "f.yaml")) == told


def test_everything_that_is_wrong_is_told_at_once() -> None:
    text = "a: &x 1\nb: !t 2\nb: 3\n"
    assert refusal(lambda: parse(text, "f.yaml")).count("f.yaml:") == 3


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        pytest.param(
            "a: 1\nb: café\n".encode("latin-1"),
            f"f.yaml:2:7: this file is not in UTF-8 [file-encoding]\n{SAVE_UTF8}",
            id="latin-1",
        ),
        pytest.param(
            "a: café\n".encode("utf-16"), f"f.yaml:1:1: this file is not in UTF-8 [file-encoding]\n{SAVE_UTF8}", id="UTF-16"
        ),
        pytest.param(
            "a: 1\n".encode("utf-16-le"),
            f"f.yaml:1:1: this file is not in UTF-8 [file-encoding]\n{SAVE_UTF8}",
            id="UTF-16 without a mark",
        ),
        pytest.param(
            "\ufeffa: caf".encode() + b"\xe9",
            f"f.yaml:1:7: this file is not in UTF-8 [file-encoding]\n{SAVE_UTF8}",
            id="after a mark",
        ),
    ],
)
def test_another_encoding_is_named_where_it_shows(tmp_path: Path, raw: bytes, told: str) -> None:
    (tmp_path / "f.yaml").write_bytes(raw)
    assert refusal(lambda: yamlsource.read(tmp_path / "f.yaml", "f.yaml")) == told


@pytest.mark.parametrize(
    "raw", ["\ufeffa: é\nb: 2\n".encode(), "a: é\r\nb: 2\r\n".encode(), "a: é\rb: 2\r".encode()], ids=["a mark", "CRLF", "CR"]
)
def test_marks_and_line_ends_of_other_systems_do_not_matter(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "f.yaml").write_bytes(raw)
    file = yamlsource.read(tmp_path / "f.yaml", "f.yaml")
    assert file.data == {"a": "é", "b": "2"}
    assert file.locate(("b",)) == Location("f.yaml", 2, 4)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        pytest.param(
            PermissionError(13, "Permission denied"),
            "f.yaml: you may not read this file [file-no-rights]\n"
            "  Ask for the rights to it, or make a copy that you may read.\n",
            id="no rights",
        ),
        pytest.param(
            FileNotFoundError(2, "No such file"),
            "f.yaml: this file is not there [file-missing]\n  Check the name and the folder.\n",
            id="not there",
        ),
        pytest.param(
            IsADirectoryError(21, "Is a directory"),
            "f.yaml: this is a folder, not a file [file-is-folder]\n  Name a file.\n",
            id="a folder",
        ),
        pytest.param(
            OSError(5, "Input/output error"),
            "f.yaml: this file cannot be read: Input/output error [file-unreadable]\n"
            "  Check the disk or the network drive, and try again.\n",
            id="a broken disk",
        ),
    ],
)
def test_a_file_that_cannot_be_opened_is_named(monkeypatch: pytest.MonkeyPatch, error: OSError, told: str) -> None:
    def fail(_path: Path) -> bytes:
        raise error

    monkeypatch.setattr(Path, "read_bytes", fail)
    assert refusal(lambda: yamlsource.read(Path("f.yaml"), "f.yaml")) == told


PLACES = "- id: x\n  text: |\n    een\n      twee\n  list: [a, b]\n"


@pytest.mark.parametrize(
    ("steps", "place"),
    [
        ((), "f.yaml:1:1"),
        ((0, "id"), "f.yaml:1:7"),
        ((0, "list", 1), "f.yaml:5:13"),
        ((0, "nowhere", "at", "all"), "f.yaml:1:3"),
        ((0, "list", 7), "f.yaml:5:9"),
    ],
    ids=["the file", "a value", "an item of a list", "what is not there points at what holds it", "too far in a list"],
)
def test_every_value_has_a_place(steps: tuple[str | int, ...], place: str) -> None:
    assert str(parse(PLACES, "f.yaml").locate(steps)) == place


def test_a_key_has_a_place_of_its_own() -> None:
    assert str(parse(PLACES, "f.yaml").locate_key((0, "list"))) == "f.yaml:5:3"


@pytest.mark.parametrize(("steps", "line", "place"), [((0, "text"), 1, "f.yaml:4:7"), ((0, "id"), 3, "f.yaml:1:7")])
def test_a_line_within_a_text_has_a_place(steps: tuple[str | int, ...], line: int, place: str) -> None:
    assert str(parse(PLACES, "f.yaml").line_of_text(steps, line)) == place


def test_the_head_of_a_template_counts_from_its_own_line() -> None:
    assert str(parse("a: 1\nb: 2\n", "f.md.j2", first_line=2).locate(("b",))) == "f.md.j2:3:4"


def test_what_was_read_before_reads_the_same_and_keeps_its_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PITCHKIT_CACHE", str(tmp_path / "cache"))
    first, again = parse(PLACES, "f.yaml"), parse(PLACES, "g.yaml")
    assert list((tmp_path / "cache").rglob("*/*"))
    assert again.data == first.data
    assert str(again.locate((0, "list", 1))) == "g.yaml:5:13"


def test_a_damaged_cache_is_as_good_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PITCHKIT_CACHE", str(tmp_path / "cache"))
    parse(PLACES, "f.yaml")
    for path in (tmp_path / "cache").rglob("*"):
        if path.is_file():
            path.write_bytes(b"\xff{")
    assert parse(PLACES, "f.yaml").data == parse(PLACES, "f.yaml").data
