"""Hypothesis strategies for document trees in the form in which the Markdown reader makes them.

Left out, because Markdown cannot say it: open fields and entry marks, and text that typography would change.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

from hypothesis import strategies as st

from pitchkit.document import (
    Block,
    Blocks,
    Box,
    Checklist,
    Document,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Link,
    ListBlock,
    Note,
    NoteMark,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
    Words,
)
from pitchkit.markdown_reader.titles import box_of, with_titles
from pitchkit.normal_form import normal, trimmed
from pitchkit.outline import note_labels, plain_text
from pitchkit.typesetting import typeset

T = TypeVar("T")
WORDS = Words(page="Pagina", of="van", see_note="zie noot", to_fill_in="nog invullen")
DEEPEST_LIST = 3

_SNIPPETS = (
    *("1.", "2)", "- ", "+ ", "* ", "# ", "#", "> ", ":::", "::: box x", "---", "===", "| a |", "--- | ---", "[ ] ", "[x] "),
    *("<naam>", "<http://x.nl>", "<!-- x -->", "&amp;", "&#35;", "& Zn.", "[x](y)", "![", "](", "]: ", "[", "]", "(", ")"),
    *("**", "*", "_", "__", "a_b", "`", "~~", "\\", "|", "{?naam}", "{+id}", "{", "^[x]", "[^1]", "[^1]:", "!", "=", " ", "  "),
    *(
        "http://x.nl",
        "jan_de_boer@x.nl",
        "\u00a0",
        "\u2003",
        "€",
        "é",
        "cliënt",
        "😀",
        "\u00ad",
        "—",
        "“",
        "”",
        "’",
        "…",
        "\u0301",
    ),
)
_ADDRESSES = (
    "https://x.nl/a_b*c*",
    "http://x.nl/(a",
    "mailto:jan@x.nl",
    "tel:+31-6",
    "https://x.nl/?a=1&copy;=2&b",
    "https://x.nl/%5Ba%5D:",
)
_characters = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\"'")

# --- inside a line -----------------------------------------------------------------------------------------------


@cache
def words() -> st.SearchStrategy[str]:
    """Return text on one line, with everything that Markdown could mistake for markup, and nothing for typography to do."""
    pieces = st.one_of(st.sampled_from(_SNIPPETS), st.text(_characters, min_size=1, max_size=6), st.just("woord"))
    return st.lists(pieces, min_size=1, max_size=4).map("".join).map(typeset)


@cache
def _inlines(*, has_breaks: bool, has_notes: bool) -> st.SearchStrategy[Inlines]:
    leaves: list[st.SearchStrategy[Inline]] = [words().map(Text), words().map(Text)]
    if has_breaks:
        leaves.append(st.just(LineBreak()))
    if has_notes:
        leaves.append(st.sampled_from("abc").map(NoteMark))

    def around(inner: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
        content = st.lists(inner, min_size=1, max_size=3).map(tuple)
        return st.one_of(
            st.builds(Strong, content), st.builds(Emphasis, content), st.builds(Link, st.sampled_from(_ADDRESSES), content)
        )

    return st.lists(st.recursive(st.one_of(leaves), around, max_leaves=3), min_size=1, max_size=3).map(tuple)


@cache
def lines(
    inside: tuple[type[Inline], ...] = (), *, has_breaks: bool = True, has_notes: bool = True
) -> st.SearchStrategy[Inlines]:
    """Return lines with something to read on them; `inside` names the markup that the line will stand in."""
    found = _inlines(has_breaks=has_breaks, has_notes=has_notes)
    return found.map(lambda line: _sayable(trimmed(normal(_unlinked(line), inside))))


def _sayable(line: Inlines) -> Inlines:
    """Return a line as it is, or another one where nothing can be read or typography would change something."""
    text = plain_text(line)
    return line if text.strip() and typeset(text) == text else (Text("woord"),)


def _unlinked(inlines: Inlines, *, in_link: bool = False) -> Inlines:
    """Return a line without links and references to notes within links."""
    found: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Link):
            content = _unlinked(inline.content, in_link=True)
            found.extend(content if in_link else [replace(inline, content=content)])
        elif isinstance(inline, Strong | Emphasis):
            found.append(replace(inline, content=_unlinked(inline.content, in_link=in_link)))
        elif not (in_link and isinstance(inline, NoteMark)):
            found.append(inline)
    return tuple(found)


# --- blocks ------------------------------------------------------------------------------------------------------


@cache
def _paragraphs() -> st.SearchStrategy[Paragraph]:
    return lines().map(Paragraph)


@cache
def _lists(depth: int = 1) -> st.SearchStrategy[ListBlock | Checklist]:
    rest = st.one_of(_paragraphs(), _lists(depth + 1)) if depth < DEEPEST_LIST else _paragraphs()
    item = st.tuples(_paragraphs(), st.lists(rest, max_size=1)).map(lambda parts: (parts[0], *parts[1]))
    items = st.lists(item, min_size=1, max_size=2).map(tuple)
    return st.one_of(st.builds(ListBlock, st.booleans(), items), st.builds(Checklist, items))


@cache
def _within() -> st.SearchStrategy[Blocks]:
    return st.lists(st.one_of(_paragraphs(), _lists()), min_size=1, max_size=2).map(tuple)


@cache
@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Return tables of one to three columns, with or without a title."""
    columns = draw(st.integers(1, 3))
    cell = st.one_of(st.just(()), lines(has_breaks=False))
    row = st.lists(cell, min_size=columns, max_size=columns).map(tuple)
    align: st.SearchStrategy[Any] = st.lists(st.sampled_from(("left", "right")), min_size=columns, max_size=columns).map(tuple)
    title = st.one_of(st.just(()), lines((Emphasis,)))
    return Table(draw(title), draw(row), draw(st.lists(row, max_size=2).map(tuple)), draw(align))


@cache
def figures() -> st.SearchStrategy[Figure]:
    """Return figures, with or without a caption."""
    alt = words().map(lambda text: " ".join(text.split())).map(lambda text: text if text and typeset(text) == text else "woord")
    return st.builds(Figure, words(), alt, st.one_of(st.just(()), lines((Emphasis,))))


@cache
def blocks() -> st.SearchStrategy[Blocks]:
    """Return the blocks of a document; notes are called 1, 2, ... in the order of first use."""
    block: st.SearchStrategy[Block] = st.one_of(
        st.builds(Heading, st.integers(1, 4), lines(has_breaks=False)),
        _paragraphs(),
        _lists(),
        tables(),
        figures(),
        _within().map(lambda inner: box_of(inner) or Quote(inner)),
        st.builds(Box, lines((Strong,)), st.one_of(st.just(()), _within())),
    )
    return st.lists(block, max_size=3).map(with_titles).map(_numbered)


def _numbered(found: Blocks) -> Blocks:
    numbers = {label: str(number) for number, label in enumerate(note_labels(found), 1)}
    return _relabelled(found, numbers)


def _relabelled(value: T, numbers: dict[str, str]) -> T:
    if isinstance(value, NoteMark):
        return replace(value, label=numbers[value.label])
    if isinstance(value, tuple):
        return tuple(_relabelled(part, numbers) for part in value)  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{part.name: _relabelled(getattr(value, part.name), numbers) for part in fields(value)})
    return value


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Return whole documents, with a note for every reference."""
    found = draw(blocks())
    notes = tuple(Note(label, draw(lines(has_notes=False))) for label in note_labels(found))
    title, subtitle, author = (draw(words().map(str.strip)) for _ in range(3))
    return Document(title, subtitle, author, title, "2026-11-22", "nl-NL", WORDS, found, notes)
