"""Words and characters of a part of an offer, by the buyer's own rules of what counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pitchkit.document import (
    Block,
    Document,
    EntryMark,
    Figure,
    Heading,
    Inlines,
    ListBlock,
    Note,
    NoteMark,
    Paragraph,
    Table,
    Text,
    Words,
)
from pitchkit.offers.rules import Counts, Limit
from pitchkit.offers.usage import Length, Usage, cover_length, key_of, length, part


def t(text: str) -> Inlines:
    return (Text(text),)


def marked(key: str, level: int, text: str) -> Heading:
    return Heading(level, (EntryMark(key, "start"), Text(text), EntryMark(key, "end")))


def make_document(*blocks: Block, notes: tuple[Note, ...] = ()) -> Document:
    words = Words("Pagina", "van", "zie noot", "nog invullen")
    return Document("Een titel", "met drie woorden", "", "", "2027-01-01", "nl-NL", words, blocks, notes)


TABLE = Table(t("Een titel"), (t("kop"), t("")), ((t("twee woorden"), ()),), ("left", "left"))
PARTS = (Heading(1, t("Kop")), TABLE, Figure("a.png", "alt", t("bij de figuur")), Paragraph((*t("twee woorden"), NoteMark("a"))))
NOTES = (Note("a", t("een noot met zes losse woorden")), Note("b", t("een noot die niemand noemt")))


@pytest.mark.parametrize(
    ("off", "words"),
    [
        pytest.param((), 1 + (2 + 1 + 2 + 2) - 1 + 3 + 2 + 6, id="everything, the dash of an empty cell as well"),
        pytest.param(("headings",), 17, id="without headings"),
        pytest.param(("tables",), 14, id="without tables: the title above one is a caption"),
        pytest.param(("captions",), 13, id="without captions"),
        pytest.param(("notes",), 12, id="without notes"),
        pytest.param(("headings", "tables", "captions", "notes"), 2, id="running text only"),
    ],
)
def test_what_counts_is_what_the_buyer_says(off: tuple[str, ...], words: int) -> None:
    document = make_document(*PARTS, notes=NOTES)

    assert length(document, document.blocks, Counts(**dict.fromkeys(off, False))).words == words


def test_the_cover_counts_unless_the_buyer_says_otherwise() -> None:
    assert cover_length(make_document(), Counts()) == Length(5, 25)
    assert cover_length(make_document(), Counts(cover=False)) == Length()


def test_a_part_goes_on_to_the_next_heading_that_is_as_high() -> None:
    first, second = marked(key_of(1), 1, "K1"), marked(key_of(1, 1), 2, "K1.1")
    deeper, below = Heading(3, t("dieper")), Paragraph(t("tekst"))
    last = marked(key_of(1, 10), 2, "K1.10")
    end = marked(key_of(2), 1, "K2")
    blocks = (first, second, deeper, below, last, end)

    assert part(blocks, key_of(1)) == blocks[:5]
    assert part(blocks, key_of(1, 1)) == (second, deeper, below)
    assert part(blocks, key_of(1, 10)) == (last,)
    assert part(blocks, key_of(3)) == ()


@pytest.mark.parametrize(
    ("limit", "over"),
    [
        pytest.param(Limit(), (), id="no limit"),
        pytest.param(Limit(words=10), (), id="just enough"),
        pytest.param(Limit(words=9, characters=59), ("words", "characters"), id="one too many of each"),
        pytest.param(Limit(pages=1), (), id="nobody laid it out"),
    ],
)
def test_a_limit_is_exceeded_from_one_too_many(limit: Limit, over: tuple[str, ...]) -> None:
    assert Usage("wijk-offerte", None, None, limit, words=10, characters=60).exceeds == over


@given(st.lists(st.text(alphabet="ab \u00a0\n", max_size=20), max_size=6))
def test_the_words_of_parts_together_are_the_words_of_the_whole(texts: list[str]) -> None:
    blocks = tuple(
        ListBlock(False, ((Paragraph(t(text)),),)) if number % 2 else Paragraph(t(text)) for number, text in enumerate(texts)
    )
    document = make_document(*blocks)
    apart = sum((length(document, (block,), Counts()) for block in blocks), Length())

    assert length(document, blocks, Counts()) == apart
    assert apart.words == sum(len(text.split()) for text in texts)
