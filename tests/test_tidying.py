"""What has one right answer in a library's texts is found, and mended without a change to anything else."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pitchkit import yamlnodes
from pitchkit.diagnostics import ContentError, Location
from pitchkit.markdown_reader import read
from pitchkit.tidying import changes, tidied
from pitchkit.tidying.texts import apply, text_changes


def tidy(text: str, *, is_dutch: bool = True) -> str:
    return apply(text, text_changes(text, is_dutch=is_dutch))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("Zo'n groep in de foto's", "Zo’n groep in de foto’s", id="apostrophes"),
        pytest.param("'s Avonds en in de jaren '80", "’s Avonds en in de jaren ’80", id="words without their beginning"),
        pytest.param("‘s morgens vroeg", "’s morgens vroeg", id="an apostrophe that an editor turned"),
        pytest.param("Zij zei ‘stop’ en ging", "Zij zei ‘stop’ en ging", id="single marks that are right"),
        pytest.param('Wat "mogelijk" heet', "Wat “mogelijk” heet", id="double marks"),
        pytest.param("Wat 'mogelijk' heet", "Wat ‘mogelijk’ heet", id="single marks"),
        pytest.param('**"Wat"** en *"dat"*', "**“Wat”** en *“dat”*", id="marks within emphasis"),
        pytest.param('| "a" | b |', "| “a” | b |", id="marks in a table"),
        pytest.param("En dan...", "En dan…", id="three dots"),
        pytest.param("€5 en € 6", "€\u00a05 en €\u00a06", id="amounts"),
        pytest.param("Samen leren - samen doen", "Samen leren – samen doen", id="a dash"),
        pytest.param("10 - 12 weken", "10 - 12 weken", id="a range or a sum is left alone"),
        pytest.param("een-op-een", "een-op-een", id="a hyphen"),
        pytest.param("- een\n- twee", "- een\n- twee", id="a list"),
        pytest.param("-   een  twee\n1.  drie", "-   een twee\n1.  drie", id="the room behind a list mark"),
        pytest.param("| een  | twee |\n| --- | --- |", "| een  | twee |\n| --- | --- |", id="the columns of a table"),
        pytest.param("een   twee\tdrie", "een twee drie", id="spaces and tabs"),
        pytest.param("een \ntwee", "een\ntwee", id="a space at the end of a line"),
        pytest.param("een  \ntwee", "een  \ntwee", id="two spaces that break the line"),
        pytest.param("een  ", "een", id="spaces at the end"),
        pytest.param('[dit]("x") https://a.nl/o\'k `"c"` {{ figures.a-b }}', None, id="addresses, code and lookups"),
        pytest.param('Een \\"teken\\"', None, id="what was escaped"),
        pytest.param('Vraag door" zei zij', None, id="a mark that closes what nothing opened"),
        pytest.param('Zij zei "ja" en nee" erna', 'Zij zei “ja” en nee" erna', id="a lone mark behind two that belong together"),
        pytest.param('Zij zei “ja"', "Zij zei “ja”", id="a mark that closes a turned one"),
        pytest.param("Lees “dit” – en dat…", None, id="what is right"),
    ],
)
def test_a_text_becomes_what_it_should_be(text: str, wanted: str | None) -> None:
    assert tidy(text) == (wanted or text)


def test_a_dash_is_dutch() -> None:
    assert tidy("a - b...", is_dutch=False) == "a - b…"


UNTIDY = """\
# eigen  teksten - "blijft" \t
- id: zo   # ook dit  blijft
  kind: tip
  title: Zo'n "dag"
  text: |
    Zij zei: "ja" -
    en dat  kost €5.\x20
  short: 'zo''n dag, cafe\u0301'
  keywords: ["zo'n", a - b]
  versions: {gemeente: {title: "een \\"twee\\"
     drie"}}
"""
TIDY = """\
# eigen  teksten - "blijft"
- id: zo   # ook dit  blijft
  kind: tip
  title: Zo’n “dag”
  text: |
    Zij zei: “ja” -
    en dat kost €\u00a05.
  short: 'zo’n dag, café'
  keywords: ["zo'n", a - b]
  versions: {gemeente: {title: "een “twee”
     drie"}}
"""


def test_a_file_changes_where_it_has_to_and_nowhere_else() -> None:
    after, done = tidied(UNTIDY, "entries/a.yaml")
    assert after == TIDY
    assert {one.code.removeprefix("typography-") for one in done} == {
        "quotes",
        "space",
        "euro",
        "trailing-space",
        "unicode",
    }


def test_a_file_with_line_ends_of_windows_keeps_them() -> None:
    after, _ = tidied(UNTIDY.replace("\n", "\r\n"), "entries/a.yaml")
    assert after == TIDY.replace("\n", "\r\n")


def test_a_second_time_changes_nothing() -> None:
    assert tidied(TIDY, "entries/a.yaml") == (TIDY, ())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("thesaurus.yaml", '- {id: a, asks: ["\'s avonds"], says: ["zo\'n"]}\n'),
        ("library.yaml", "extends: pitchkit\nwithout: [a]\n"),
        ("themes.yaml", '- {id: a, label: A, words: ["zo\'n"]}\n'),
        ("sources.yaml", "- {id: a, url: \"https://a.nl/zo'n\", year: 'z.j.  '}\n"),
        ("entries/a.yaml", "- [\n"),
    ],
    ids=lambda value: value if value.endswith("yaml") else "",
)
def test_what_nobody_reads_in_a_document_stays_as_it_is(name: str, text: str) -> None:
    assert tidied(text, name) == (text, ())


PAGE = """\
---
kind: tip  # "blijft"
title: Zo'n dag
keywords: ["zo'n"]
---

# Zeg "ja"...

Dat  kost €5. \n\n- cafe\u0301
"""
TIDY_PAGE = """\
---
kind: tip  # "blijft"
title: Zo’n dag
keywords: ["zo'n"]
---

# Zeg “ja”…

Dat kost €\u00a05.\n\n- café
"""


def test_a_page_changes_in_its_header_and_below_it() -> None:
    assert tidied(PAGE, "entries/a.md")[0] == TIDY_PAGE
    assert tidied(PAGE.replace("\n", "\r\n"), "entries/a.md")[0] == TIDY_PAGE.replace("\n", "\r\n")
    assert tidied(TIDY_PAGE, "entries/a.md") == (TIDY_PAGE, ())


def test_a_page_without_a_header_is_all_text() -> None:
    assert tidied("# Zo'n dag\n\nTekst...\n", "entries/a.md")[0] == "# Zo’n dag\n\nTekst…\n"


@pytest.mark.parametrize(("name", "text"), [("entries/a.yaml", UNTIDY), ("entries/a.md", PAGE)])
def test_what_is_found_is_what_is_mended(name: str, text: str) -> None:
    data = yamlnodes.build(text, "") if name.endswith("yaml") else None
    assert {one.code for one in changes(text, data, name)} == {one.code for one in tidied(text, name)[1]}
    assert all(text[one.start : one.end] != one.new for one in changes(text, data, name))


def test_the_words_of_the_library_are_prose_as_well() -> None:
    assert tidied("- {id: a, label: Collega's}\n", "audiences.yaml")[0] == "- {id: a, label: Collega’s}\n"
    assert tidied("fields: {contact.name: naam - functie}\n", "library.yaml")[0] == "fields: {contact.name: naam – functie}\n"


WORDS = st.lists(st.sampled_from([*"abc'\"’‘“”.…-–€5 \t|*_`#()[]\\\n", "zo'n", " - ", "...", "  ", "e\u0301"]), max_size=30).map(
    "".join
)


@given(WORDS)
def test_tidying_ends(text: str) -> None:
    once = tidy(tidy(tidy(text)))
    assert tidy(once) == once


PLAIN = st.lists(st.sampled_from([*"abc'\"’‘“”.…-–€5 ,;:?\n", "zo'n", " - ", "...", "  "]), max_size=30).map("".join)


@given(PLAIN)
def test_a_document_says_what_it_said_but_for_dashes_and_spaces(text: str) -> None:
    once = apply(text, tuple(one for one in text_changes(text) if one.code in ("typography-quotes", "typography-euro")))
    assert says(once) == says(text)


@given(WORDS)
def test_whatever_stands_in_a_file_it_is_tidy_at_once_and_says_the_same(text: str) -> None:
    file = f"- id: a  # b  \n  title: {json.dumps(text, ensure_ascii=False)}\n"
    after, _ = tidied(file, "entries/a.yaml")
    assert tidied(after, "entries/a.yaml") == (after, ())
    assert skeleton(after) == skeleton(file)


def in_every_style(text: str) -> dict[str, str]:
    """Return a text in each way that YAML can write one, by its signs; in some of them it may not be YAML."""
    one_line, deeper = " ".join(text.split()), text.replace("\n", "\n     ")
    block = "".join(f"\n{f'    {line}' if line else ''}" for line in text.split("\n"))
    flow = {"": text.strip().replace("\n", "\n     "), "'": f"'{deeper.replace(chr(39), chr(39) * 2)}'", "plain": one_line}
    escaped = deeper.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    return flow | {'"': f'"{escaped}"'} | {sign: f"{sign}{block}" for sign in ("|", "|-", "|+", ">", ">-", ">+", "|2", ">2-")}


MARKDOWN = st.one_of(
    WORDS, st.lists(st.sampled_from(["{{ a.b }} ", "[^1] ", "https://a.nl/o'k...", "`x'y`", " - ", " ", "a"])).map("".join)
)


@given(MARKDOWN, st.sampled_from(["\n", "\r\n"]))
def test_in_every_style_of_yaml_a_file_is_tidy_at_once_and_says_the_same(text: str, line_end: str) -> None:
    styles = in_every_style(text)
    read_well = 0
    for style, written in styles.items():
        file = f"# 'x'...\n- id: a   # \"z\"\n  title: {written}\n  keywords: [\"zo'n\", 'a  b']\n".replace("\n", line_end)
        try:
            data = yamlnodes.build(file, "")
        except ContentError:
            continue
        read_well += 1
        after, done = tidied(file, "entries/a.yaml")
        assert tidied(after, "entries/a.yaml") == (after, ()), style
        assert skeleton(after) == skeleton(file), style
        assert after.count(line_end) == file.count(line_end), style
        if not style.startswith(">"):
            assert {one.code for one in changes(file, data, "entries/a.yaml")} <= {one.code for one in done}, style
    assert read_well


def test_one_sign_that_cannot_be_mended_keeps_no_other_from_it() -> None:
    quoted = '- id: a\n  title: "a\\\n    \\ta..."\n'
    after, _ = tidied(f"{quoted}- id: b\n  title: En dan...\n", "entries/a.yaml")
    assert after.endswith("- id: b\n  title: En dan…\n")


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("    a\n    \t\n    b\n", "    a\n\n\n    b\n"),
        ("    a\n\n    \t\n    b\n", "    a\n\n\n\n    b\n"),
        ("    a\n    \t\n    b\n    \t\n    c\n", "    a\n\n\n    b\n\n\n    c\n"),
    ],
    ids=["one", "after an empty line", "two"],
)
def test_a_tab_alone_on_a_line_of_a_folded_text_goes_and_the_paragraphs_stay_apart(was: str, becomes: str, line_end: str) -> None:
    head = "- id: a\n  text: >\n"
    before, wanted = (f"{head}{text}".replace("\n", line_end) for text in (was, becomes))
    after, done = tidied(before, "entries/a.yaml")
    assert after == wanted
    assert done
    assert changes(after, yamlnodes.build(after, ""), "entries/a.yaml") == ()


def test_what_is_told_to_be_mended_is_mended() -> None:
    folded = "- id: a\n  text: >\n    a\n    \t\n    b\n"
    told = {one.code for one in changes(folded, yamlnodes.build(folded, ""), "entries/a.yaml")}
    assert told == {one.code for one in tidied(folded, "entries/a.yaml")[1]}


def says(text: str) -> object:
    try:
        return read(text, lambda line: Location("x", line + 1, 1), str)
    except ContentError:
        return None


def skeleton(text: str) -> str:
    """Return what is left of a title when everything that tidying may change is taken out."""
    data = yamlnodes.build(text, "")
    title = data[0]["title"] if isinstance(data, list) and isinstance(data[0], dict) else ""
    kept = unicodedata.normalize("NFC", str(title)).strip()
    return "".join(sign for sign in kept if sign not in "'\"’‘“”.… -–\u00a0\t")
