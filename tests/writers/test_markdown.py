"""Markdown out: what the tree says comes back, and reads well as it stands."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import HealthCheck, given, settings
from markdown_it import MarkdownIt

from pitchkit.diagnostics import Location
from pitchkit.document import (
    Block,
    Blocks,
    Box,
    Checklist,
    Document,
    Emphasis,
    EntryMark,
    Figure,
    Heading,
    Inline,
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
    Words,
)
from pitchkit.markdown_reader import Parsed, read
from pitchkit.outline import block_texts, plain_text
from pitchkit.writers.markdown import is_untouched, write, write_blocks
from tests.trees import documents, words

WORDS = Words(page="Pagina", of="van", see_note="zie noot", to_fill_in="nog invullen")
SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read_back(text: str) -> Parsed:
    return read(text, lambda line: Location("document.md", line + 1), lambda key: key)


def line(*inlines: Inline | str) -> Inlines:
    return tuple(Text(inline) if isinstance(inline, str) else inline for inline in inlines)


def say(*inlines: Inline | str) -> Paragraph:
    return Paragraph(line(*inlines))


def document(*blocks: Block, **values: object) -> Document:
    given: dict[str, object] = {"title": "Titel", "subtitle": "", "author": "", "date": "", "notes": (), **values}
    return Document(running_head="", language="nl-NL", words=WORDS, blocks=blocks, **given)  # type: ignore[arg-type]


# --- the law -----------------------------------------------------------------------------------------------------


@settings(SLOW, max_examples=300)
@given(documents())
def test_what_is_written_reads_back_as_the_same_tree(document: Document) -> None:
    parsed = read_back(write_blocks(document.blocks, document.notes))
    assert parsed.blocks == document.blocks
    assert parsed.notes == document.notes


@SLOW
@given(documents())
def test_writing_twice_gives_the_same_bytes(document: Document) -> None:
    parsed = read_back(write_blocks(document.blocks, document.notes))
    assert write_blocks(parsed.blocks, parsed.notes) == write_blocks(document.blocks, document.notes)


PLACES = {
    "a paragraph": Paragraph,
    "a heading": lambda text: Heading(1, text),
    "a list item": lambda text: ListBlock(ordered=False, items=((Paragraph(text),),)),
    "something to tick off": lambda text: Checklist(((Paragraph(text),),)),
    "a header cell": lambda text: Table((), (text, ()), (), ("left", "right")),
    "a cell": lambda text: Table((), ((), ()), ((text, ()),), ("left", "right")),
    "the title of a table": lambda text: Table(text, (line("a"),), (), ("left",)),
    "the title of a box": lambda text: Box(text, ()),
    "a quote": lambda text: Quote((Paragraph(text),)),
    "a caption": lambda text: Figure("a.png", "alt", text),
    "the text for a picture": lambda text: Figure("a.png", " ".join(plain_text(text).split()), ()),
    "the name of a picture": lambda text: Figure(plain_text(text), "alt", ()),
    "strong words": lambda text: say("a", Strong(text), "b"),
    "emphasised words": lambda text: say("a", Emphasis(text), "b"),
    "the words of a link": lambda text: say("a", Link("https://x.nl", text), "b"),
    "words after a line break": lambda text: say("a", LineBreak(), *text),
    "words after a note": lambda text: say("a", NoteMark("1"), *text, NoteMark("1")),
}


@pytest.mark.parametrize("place", [pytest.param(make, id=name) for name, make in PLACES.items()])
@SLOW
@given(text=words().map(lambda text: text.strip() or "woord"))
def test_any_text_survives(place: object, text: str) -> None:
    assert callable(place)
    blocks: Blocks = (place(line(text)),)
    assert read_back(write_blocks(blocks) + "\n[^1]: noot\n\nZie[^1]\n").blocks[:1] == blocks


# --- what it looks like ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("Jansen & Zn. (R&D): 5 < 6 > 4, 3 - 2 + 1 = 2!", None, id="plain punctuation"),
        pytest.param(
            "jan_de_boer@x.nl, ~ (a)[b] {c} a|b #5 $5 100%", r"jan_de_boer@x.nl, \~ (a)[b] {c} a|b #5 $5 100%", id="more"
        ),
        pytest.param("<naam> & Zn. *nieuw*", r"\<naam> & Zn. \*nieuw\*", id="what looks like markup"),
        pytest.param("1984. Een jaar", r"1984\. Een jaar", id="a number at the start"),
        pytest.param("12 weken", None, id="a number that is no list"),
        pytest.param("- 5 graden", r"\- 5 graden", id="a hyphen at the start"),
        pytest.param("-5 graden", None, id="a hyphen that is no list"),
        pytest.param("# 1", r"\# 1", id="a number sign at the start"),
        pytest.param("#1", None, id="a number sign that is no heading"),
        pytest.param("> 5", r"\> 5", id="a greater-than sign at the start"),
        pytest.param("[naam] en [^1] en [a](b) en ![c]", r"[naam] en \[^1] en [a]\(b) en \![c]", id="brackets"),
        pytest.param("[naam]: straat 1", r"[naam]\: straat 1", id="what looks like the definition of a link"),
        pytest.param("&amp; &#35; &nbsp", r"\&amp; \&#35; &nbsp", id="entities"),
        pytest.param("{?x} {x}", r"\{?x} {x}", id="the reader's own marks"),
        pytest.param("::: box", r"\::: box", id="a fenced block"),
    ],
)
def test_only_what_must_be_is_escaped(text: str, written: str | None) -> None:
    assert write_blocks((say(text),)) == (written or text) + "\n"


@pytest.mark.parametrize(
    ("block", "written"),
    [
        pytest.param(say(Strong(line("a")), Emphasis(line("b")), "c"), "**a**_b_&#99;", id="neighbours get other delimiters"),
        pytest.param(say("x", Strong(line("(a)")), "y"), "&#120;**(a)**&#121;", id="a letter would stop a delimiter"),
        pytest.param(say("x ", Strong(line("(a)")), ", y"), "x **(a)**, y", id="a space or a comma would not"),
        pytest.param(
            say("x_y", Strong(line("(a)")), "z_w"), "x\\_&#121;**(a)**&#122;\\_w", id="nor would an underscore next to it"
        ),
        pytest.param(say("a", Strong(line(" b ")), "c"), "a **b** c", id="spaces stand outside markup"),
        pytest.param(say(EntryMark("i", "start")), "", id="a mark shows nothing"),
        pytest.param(say("a", LineBreak(), "==="), "a\\\n\\===", id="no heading after a line break"),
        pytest.param(say("a | b", LineBreak(), "--- | ---"), "a | b\\\n\\--- | ---", id="no table after a line break"),
        pytest.param(say(NoteMark("n"), "(b)"), "[^1]\\(b)", id="brackets after a note make no link"),
        pytest.param(say("a!", Link("https://x.nl", line("b"))), "a\\![b](https://x.nl)", id="a link is no picture"),
        pytest.param(say("a", LineBreak(), "- b"), "a\\\n\\- b", id="a line break"),
        pytest.param(say(OpenField("x", "naam *x*")), "[naam \\*x\\*: nog invullen]", id="an open field"),
        pytest.param(Heading(2, line("a", LineBreak(), "b #")), "### a b \\#", id="a heading is one line"),
        pytest.param(
            ListBlock(ordered=True, items=tuple((say("a", LineBreak(), "b"),) for _ in range(10))),
            "\n".join([*(f"{n}. a\\\n   b" for n in range(1, 10)), "10. a\\\n    b"]),
            id="lines of a list item stand under it",
        ),
        pytest.param(
            Table(line("t"), (line("a|b"), line("c")), ((line("d", LineBreak(), "e"), ()),), ("left", "right")),
            "*t*\n\n| a\\|b | c |\n| --- | --: |\n| d e | |",
            id="a table",
        ),
        pytest.param(Box(line("t"), (say("a"), say("b"))), "> **t**\n>\n> a\n>\n> b", id="a box"),
        pytest.param(Figure("a b.png", "x [y]", line("z")), "![x \\[y\\]](<a b.png>)\\\n*z*", id="a figure"),
        pytest.param(Figure("a.png", "x", ()), "![x](a.png)", id="a figure without a caption"),
    ],
)
def test_a_block_looks_like_this(block: Block, written: str) -> None:
    assert write_blocks((block,)).removesuffix("\n") == written


def test_a_document_opens_with_its_titles_and_ends_with_its_notes() -> None:
    notes = (Note("a", line("A")), Note("b", line("1. B")), Note("over", line("niet gebruikt")))
    blocks = (Heading(1, line("Kop")), say("Twee", NoteMark("b"), " en een", NoteMark("a"), "."))
    written = write(document(*blocks, title="*Groepswerk* in Doorn", subtitle="Jansen & Zn.", author="A", notes=notes)).decode()
    assert written.rpartition("<!-- ")[0] == (
        "# \\*Groepswerk\\* in Doorn\n\nJansen & Zn.\n\n## Kop\n\nTwee[^1] en een[^2].\n\n[^1]: 1\\. B\n[^2]: A\n\n"
    )


def test_a_document_can_be_no_more_than_a_title() -> None:
    assert write(document()).decode().startswith("# Titel\n\n<!-- pitchkit: sha256:")


def test_an_open_field_reads_as_the_document_says() -> None:
    words = Words(page="", of="", see_note="", to_fill_in="to be filled in")
    written = write(Document("T", "", "", "", "", "en-GB", words, (say(OpenField("x", "name")),), ()))
    assert b"[name: to be filled in]" in written


# --- whose file it is --------------------------------------------------------------------------------------------

FILE = write(document(say("Tekst")))


def test_the_last_line_says_what_was_built() -> None:
    assert re.fullmatch(rb"# Titel\n\nTekst\n\n<!-- pitchkit: sha256:[0-9a-f]{64} -->\n", FILE)


@pytest.mark.parametrize(
    ("data", "untouched"),
    [
        pytest.param(FILE, True, id="as it was written"),
        pytest.param(FILE.replace(b"\n", b"\r\n"), True, id="with the line ends of Windows"),
        pytest.param(FILE.replace(b"Tekst", b"tekst"), False, id="with one letter changed"),
        pytest.param(FILE + b"\nErbij\n", False, id="with something below it"),
        pytest.param(b"Erbij\n" + FILE, False, id="with something above it"),
        pytest.param(b"# Titel\n\nTekst\n", False, id="without its last line"),
        pytest.param(b"", False, id="empty"),
    ],
)
def test_an_edited_file_is_not_ours(data: bytes, *, untouched: bool) -> None:
    assert is_untouched(data) is untouched


# --- another reader ----------------------------------------------------------------------------------------------


def readable(text: str) -> str:
    """Return what is to be read, without white space and without what GitHub shows as a box to tick or a note."""
    return re.sub(r"\s|\[\^\d+\]|\[[ xX]?\]", "", text)


@SLOW
@given(documents())
def test_any_other_renderer_shows_the_same_words(document: Document) -> None:
    renderer = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    page = renderer.render(write_blocks(document.blocks))
    shown = html.unescape(re.sub(r"<[^>]*>", "", page))
    assert readable(shown) == readable("".join(block_texts(document.blocks)))
