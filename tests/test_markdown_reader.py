"""Markdown in: each form becomes its node, and what has no place in the tree is refused."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pitchkit.diagnostics import ContentError, Location
from pitchkit.document import (
    Box,
    Checklist,
    Emphasis,
    EntryMark,
    Figure,
    Heading,
    LineBreak,
    Link,
    ListBlock,
    Note,
    NoteMark,
    OpenField,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
)
from pitchkit.markdown_reader import Parsed, read
from pitchkit.markdown_reader.inlines import read_line
from pitchkit.markdown_reader.nodes import Node
from pitchkit.markdown_reader.reading import Reading
from pitchkit.outline import block_texts
from pitchkit.typesetting import typeset
from pitchkit.writers.markdown import write_blocks
from tests.trees import words

CASES = Path(__file__).parent / "markdown_cases"


def parse(text: str) -> Parsed:
    return read(text, lambda line: Location("sjabloon.md", line + 1), lambda key: key)


def problems(text: str) -> list[str]:
    with pytest.raises(ContentError) as caught:
        parse(text)
    return [f"{found.location.line} {found.code} {dict(found.values)['excerpt']}" for found in caught.value.diagnostics]


# --- the cases in tests/markdown_cases ---------------------------------------------------------------------------


def cases() -> Iterator[object]:
    for path in sorted(CASES.glob("*.md")):
        for section in re.split(r"^## (?=[^\n]*\n\n~~~ in\n)", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            title = section.split("\n", 1)[0]
            blocks = dict(re.findall(r"^~~~ (\w+)\n(.*?)^~~~$", section, re.MULTILINE | re.DOTALL))
            yield pytest.param(blocks, id=f"{path.stem}: {title}")


def test_every_case_is_found() -> None:
    texts = [path.read_text("utf-8") for path in CASES.glob("*.md")]
    assert len(list(cases())) == len(re.findall(r"^~~~ (?:uit|fout)$", "\n".join(texts), re.MULTILINE)) > 40


@pytest.mark.parametrize("case", tuple(cases()))
def test_a_case_holds(case: dict[str, str]) -> None:
    if "fout" in case:
        assert "\n".join(problems(case["in"])) + "\n" == case["fout"]
        return
    parsed = parse(case["in"])
    assert write_blocks(parsed.blocks, parsed.notes) == case["uit"].replace("&nbsp;", "\u00a0")


# --- forms -------------------------------------------------------------------------------------------------------


def one(text: str) -> object:
    (block,) = parse(text).blocks
    return block


WORD = (Text("woord"),)
ITEMS = ((Paragraph(WORD),), (Paragraph(WORD),))


@pytest.mark.parametrize(
    ("text", "node"),
    [
        pytest.param("##### woord", Heading(4, WORD), id="a heading counts from the level under the title"),
        pytest.param("- woord\n- woord", ListBlock(ordered=False, items=ITEMS), id="a bulleted list"),
        pytest.param("1. woord\n2. woord", ListBlock(ordered=True, items=ITEMS), id="a numbered list"),
        pytest.param("::: checklist\n- woord\n- woord\n:::", Checklist(ITEMS), id="a fenced checklist"),
        pytest.param("- [ ] woord\n- [ ] woord", Checklist(ITEMS), id="a written checklist"),
        pytest.param("- \\[ ] woord\n- \\[ ] woord", None, id="an escaped box is no checklist"),
        pytest.param("> woord", Quote((Paragraph(WORD),)), id="a quote"),
        pytest.param("::: box woord\nwoord\n:::", Box(WORD, (Paragraph(WORD),)), id="a fenced box"),
        pytest.param("> **woord**\n>\n> woord", Box(WORD, (Paragraph(WORD),)), id="a written box"),
        pytest.param("::: box **woord**\n:::", Box(WORD, ()), id="the title of a box is strong as it is"),
        pytest.param("> {+a}**woord**", Box((EntryMark("a", "start"), *WORD), ()), id="a mark before the title of a box"),
        pytest.param("*woord*\n\n| woord |\n| --: |", Table(WORD, (WORD,), (), ("right",)), id="a table with a written title"),
        pytest.param(
            "::: table woord\n| woord |\n| --- |\n| |\n:::", Table(WORD, (WORD,), (((),),), ("left",)), id="a fenced table"
        ),
        pytest.param("![woord](a.png)", Figure("a.png", "woord", ()), id="a picture"),
        pytest.param("![woord](a.png)\\\n*woord*", Figure("a.png", "woord", WORD), id="a picture with its caption under it"),
        pytest.param("::: figure a\\_1.png\nalt: woord\n\nwoord\n:::", Figure("a_1.png", "woord", WORD), id="a fenced figure"),
    ],
)
def test_a_form_becomes_its_node(text: str, node: object) -> None:
    if node is None:
        assert isinstance(one(text), ListBlock)
    else:
        assert one(text) == node


@pytest.mark.parametrize(
    ("text", "content"),
    [
        pytest.param("a\nb", (Text("a b"),), id="a soft line break is a space"),
        pytest.param("a  \nb\\\nc", (Text("a"), LineBreak(), Text("b"), LineBreak(), Text("c")), id="hard line breaks stay"),
        pytest.param("a\\*b&amp;c", (Text("a*b&c"),), id="escaped characters and entities join the text around them"),
        pytest.param("**a *b***", (Strong((Text("a "), Emphasis((Text("b"),)))),), id="markup within markup"),
        pytest.param("**a** **b**", (Strong((Text("a"),)), Text(" "), Strong((Text("b"),))), id="strong words apart"),
        pytest.param("**a**__b__", (Strong((Text("ab"),)),), id="strong words together"),
        pytest.param("<tel:+31>", (Link("tel:+31", (Text("tel:+31"),)),), id="an address between angle brackets"),
        pytest.param("a{?x.y}b", (Text("a"), OpenField("x.y", "x.y"), Text("b")), id="an open field"),
        pytest.param("a\\{?x}", (Text("a{?x}"),), id="an escaped brace is text"),
        pytest.param("{+i} a {-i}", (EntryMark("i", "start"), Text("a"), EntryMark("i", "end")), id="marks at the ends"),
        pytest.param("{+i}\n\na\n\n{-i}", (EntryMark("i", "start"), Text("a"), EntryMark("i", "end")), id="marks on their own"),
        pytest.param("~~a~~ $b$ ^[c]", (Text("~~a~~ $b$ ^[c]"),), id="what other dialects know is text"),
    ],
)
def test_a_line_becomes_its_inlines(text: str, content: object) -> None:
    assert one(text) == Paragraph(content)  # type: ignore[arg-type]


def test_entry_marks_on_their_own_move_into_the_blocks_they_stand_around() -> None:
    blocks = parse("{+i}\n\n- a\n- b\n\n{-i}\n\n{+j}\n\n| c |\n| --- |\n\n{-j}").blocks
    start, end = EntryMark("i", "start"), EntryMark("i", "end")
    assert blocks == (
        ListBlock(ordered=False, items=((Paragraph((start, Text("a"))),), (Paragraph((Text("b"), end)),))),
        Table((), ((EntryMark("j", "start"), Text("c"), EntryMark("j", "end")),), (), ("left",)),
    )


def test_notes_stand_in_the_order_of_first_use() -> None:
    parsed = parse("a[^y] b[^x] c[^y]\n\n[^x]: X\n[^y]: Y")
    assert parsed.notes == (Note("y", (Text("Y"),)), Note("x", (Text("X"),)))
    assert parsed.blocks == (Paragraph((Text("a"), NoteMark("y"), Text(" b"), NoteMark("x"), Text(" c"), NoteMark("y"))),)


def test_a_label_comes_from_who_asks() -> None:
    parsed = read("{?contact.name}", lambda _line: Location("x"), {"contact.name": "naam contactpersoon"}.__getitem__)
    assert parsed.blocks == (Paragraph((OpenField("contact.name", "naam contactpersoon"),)),)


def test_problems_within_a_line_name_the_line_they_stand_on() -> None:
    assert problems("een\ntwee\\\n`drie`\n\n> vier\n> vijf <b>\n") == ["3 markdown-code drie", "6 markdown-html <b>"]


def test_a_long_excerpt_is_cut() -> None:
    assert problems("# " + "x" * 100) == ["1 markdown-heading-one # " + "x" * 57 + "…"]


def test_windows_line_ends_change_nothing() -> None:
    assert parse("## a\r\n\r\n- b\r\n").blocks == parse("## a\n\n- b\n").blocks
    assert problems("a\r\n\r\n***\r\n") == ["3 markdown-rule ***"]


def test_deep_quotes_are_refused_and_not_cut_off() -> None:
    assert problems("> " * 150 + "diep")


def test_an_unknown_token_is_a_bug_and_not_skipped() -> None:
    reading = Reading(["x"], lambda _line: Location("x"), str)
    with pytest.raises(AssertionError, match="does not know inline 'video'"):
        read_line(reading, [Node("video", "x", 0)])


# --- laws --------------------------------------------------------------------------------------------------------


@given(words())
def test_the_words_of_a_paragraph_all_arrive(text: str) -> None:
    escaped = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text.strip())
    assert " ".join(block_texts(parse(escaped).blocks)) == text.strip()


@given(st.lists(st.sampled_from(["a", " ", "'s ", "'t", "'80", '"', "'", ".", "...", "€5", "€ 5", "-", "("])).map("".join))
def test_typography_done_twice_is_typography_done_once(text: str) -> None:
    once = typeset(text)
    assert typeset(once) == once


@given(st.text(st.sampled_from("a s't\"..€5- (n8*_\\[]"), max_size=30))
def test_typography_leaves_no_straight_quotes(text: str) -> None:
    assert not set("'\"") & set(typeset(text))


def test_the_parser_is_loaded_only_by_who_reads() -> None:
    code = "import pitchkit.markdown_reader, pitchkit.writers.markdown, sys; print('markdown_it' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
