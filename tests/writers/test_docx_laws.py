"""What holds for every document: words in are words out, and the file is whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pitchkit.document import Document, EntryMark, Figure, Link, OpenField, Picture, Strong
from pitchkit.outline import block_texts
from pitchkit.writers.docx import is_untouched, write
from tests.trees import documents
from tests.writers import accessibility
from tests.writers.samples import document, p, png
from tests.writers.wordfile import WordFile, tag, words

ANY_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"))
STRUCTURE = (
    accessibility.everything_referred_to_is_there,
    accessibility.bookmarks_and_fields_are_whole,
    accessibility.drawings_have_numbers_of_their_own,
    accessibility.tables_are_square,
)


def body_texts(word: WordFile) -> list[str]:
    """Return the words of the paragraphs below the title block; a dash in a cell was put there by the writer."""
    title_block = {"Title", "Subtitle"}
    texts = [words(found) for found in word.paragraphs() if word.style_of(found) not in title_block]
    return [text for text in texts if text not in {"", "\u2013"}]


def with_pictures(given_: Document) -> Document:
    names = {found.path for found in _figures(given_.blocks)}
    return replace(given_, pictures=tuple(Picture(name, png(4, 4)) for name in sorted(names)))


def _figures(found: object) -> list[Figure]:
    if isinstance(found, Figure):
        return [found]
    if isinstance(found, tuple):
        return [figure for part in found for figure in _figures(part)]
    return []


@pytest.mark.filterwarnings("ignore:Generating overly large repr")  # of the strategy, not of a document
@given(documents())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], deadline=None)
def test_words_in_are_words_out(given_: Document) -> None:
    data = write(with_pictures(given_))
    word = WordFile(data)
    assert body_texts(word) == [text for text in block_texts(given_.blocks) if text != "\u2013"]
    assert [found for rule in STRUCTURE for found in rule(word)] == []
    assert is_untouched(data)


@given(st.lists(ANY_TEXT, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_any_text_survives_wherever_it_stands(texts: list[str]) -> None:
    text = "".join(texts)
    marked = p(
        "x", text, Strong(p(text).content), Link("https://a.nl", p(text).content), OpenField("a", text), EntryMark(text, "start")
    )
    word = WordFile(write(replace(document(marked), title=text, author=text, running_head=text)))
    assert words(word.paragraphs()[-1]) == f"x{text * 3}[{text}: nog invullen]"
    assert words(word.paragraphs("Title")[0]) == text
    assert next(word.root("docProps/core.xml").iter("{http://purl.org/dc/elements/1.1/}title")).text in {text, None}
    assert len(list(word.body.iter(tag("w:bookmarkEnd")))) == 1
