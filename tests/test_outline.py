"""Questions about a tree: what it says, how long it is, what it rests on."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pitchkit import outline
from pitchkit.document import (
    Blocks,
    Box,
    Checklist,
    Emphasis,
    EntryMark,
    Figure,
    Heading,
    Inlines,
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
from tests.writers.charts import COSTS, HOURS


def line(text: str) -> Inlines:
    return (Text(text),)


def words(text: str) -> Paragraph:
    return Paragraph(line(text))


EVERYTHING: Blocks = (
    Heading(1, line("kop")),
    words("alinea"),
    ListBlock(ordered=True, items=((words("punt"), words("vervolg")), (words("punt twee"),))),
    Checklist(((words("vinkje"),),)),
    Table(line("titel"), (line("a"), line("b")), ((line("c"), ()),), ("left", "right")),
    Quote((words("citaat"),)),
    Box(line("kader"), (words("inhoud"),)),
    Figure("a.png", "niet te lezen", line("bijschrift")),
    replace(COSTS, caption=line("grafiek")),
)


def test_the_texts_stand_in_reading_order() -> None:
    texts = "kop alinea punt vervolg punt_twee vinkje titel a b c citaat kader inhoud bijschrift grafiek"
    assert outline.block_texts(EVERYTHING) == tuple(text.replace("_", " ") for text in texts.split())


@pytest.mark.parametrize(
    ("inlines", "text"),
    [
        pytest.param((Strong((Text("a"), Emphasis(line("b")))), Link("https://x.nl", line("c"))), "abc", id="markup"),
        pytest.param((Text("a"), LineBreak(), Text("b")), "a\nb", id="a line break"),
        pytest.param((EntryMark("i", "start"), Text("a"), NoteMark("n")), "a", id="marks"),
        pytest.param((OpenField("x", "naam"),), "[naam: nog invullen]", id="an open field"),
    ],
)
def test_plain_text_has_no_marks(inlines: Inlines, text: str) -> None:
    assert outline.plain_text(inlines) == text


def test_an_open_field_reads_as_the_library_says() -> None:
    fields = (Paragraph((OpenField("x", "name"),)),)
    assert outline.block_texts(fields, "to be filled in") == ("[name: to be filled in]",)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("een twee", 2, id="a space"),
        pytest.param("€\u00a05 per\u00a0uur", 4, id="a non-breaking space parts words, as in Word"),
        pytest.param("een-op-een, z.j.", 2, id="a hyphen and a full stop do not"),
        pytest.param("a \u2013 b", 3, id="a dash between spaces is a word, as in Word"),
    ],
)
def test_words_are_counted_as_word_counts_them(text: str, count: int) -> None:
    assert outline.count_words((words(text),)) == count


def test_all_lines_count() -> None:
    assert outline.count_words(EVERYTHING) == 16


H1, H2, H3 = (Heading(level, line(f"niveau {level}")) for level in (1, 2, 3))
TEXT = words("tekst")
SILENT = Paragraph((EntryMark("i", "start"),))


@pytest.mark.parametrize(
    ("blocks", "kept"),
    [
        pytest.param((H1,), (), id="nothing follows"),
        pytest.param((H1, TEXT), (H1, TEXT), id="words follow"),
        pytest.param((H1, H1, TEXT), (H1, TEXT), id="a heading of the same level follows"),
        pytest.param((H2, H1, TEXT), (H1, TEXT), id="a higher heading follows"),
        pytest.param((H1, H2, TEXT), (H1, H2, TEXT), id="a section within it has words"),
        pytest.param((H1, H2, H3, H1, TEXT), (H1, TEXT), id="all sections within it are empty"),
        pytest.param((H1, H3, H2, TEXT), (H1, H2, TEXT), id="one section within it is empty"),
        pytest.param((TEXT, H1, H2), (TEXT,), id="words before it do not count"),
        pytest.param((H1, SILENT, H1, TEXT), (SILENT, H1, TEXT), id="a mark is no words"),
        pytest.param((H1, Figure("a.png", "alt", ())), (H1, Figure("a.png", "alt", ())), id="a picture is as good as words"),
        pytest.param((H1, HOURS), (H1, HOURS), id="a chart is as good as words"),
    ],
)
def test_empty_sections_disappear(blocks: Blocks, kept: Blocks) -> None:
    assert outline.without_empty_sections(blocks) == kept


@settings(max_examples=300)
@given(st.lists(st.sampled_from((H1, H2, H3, TEXT)), max_size=8).map(tuple))
def test_no_empty_section_is_left_and_no_words_are_lost(blocks: Blocks) -> None:
    kept = outline.without_empty_sections(blocks)
    assert outline.without_empty_sections(kept) == kept
    assert [block for block in kept if block == TEXT] == [block for block in blocks if block == TEXT]
    for block, follower in zip_longest(kept, kept[1:]):
        if isinstance(block, Heading):
            assert follower
            assert not isinstance(follower, Heading) or follower.level > block.level


MARKED: Blocks = (
    Paragraph((EntryMark("b", "start"), OpenField("x", "x"), NoteMark("n"), EntryMark("b", "end"))),
    Box((EntryMark("a", "start"),), (Paragraph((Strong((NoteMark("m"), EntryMark("b", "start"))), OpenField("x", "x"))),)),
    Table((), ((NoteMark("n"),),), (((EntryMark("c", "start"), OpenField("y", "y")),),), ("left",)),
)
NOTES = (Note("m", line("M")), Note("over", (OpenField("no", "no"),)), Note("n", (Text("N"), OpenField("z", "z"))))


def test_entries_stand_in_the_order_of_their_first_mark() -> None:
    assert outline.entries(MARKED) == ("b", "a", "c")


def test_open_fields_are_named_once_and_those_in_notes_last() -> None:
    assert outline.open_fields(MARKED) == (OpenField("x", "x"), OpenField("y", "y"))
    assert outline.open_fields(MARKED, NOTES) == (OpenField("x", "x"), OpenField("y", "y"), OpenField("z", "z"))


def test_notes_nobody_refers_to_are_left_out() -> None:
    assert outline.used_notes(MARKED, NOTES) == (NOTES[2], NOTES[0])


def test_a_reference_without_a_note_is_a_bug() -> None:
    with pytest.raises(KeyError):
        outline.used_notes(MARKED, ())
