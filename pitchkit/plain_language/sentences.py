"""A text as sentences and words, each with its place in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

_NEVER_LAST: Final = frozenset(
    """
    a.d.h.v afb art b.v bijv bv ca d.m.v dhr dr drs evt excl fig gem hfst i.c.m i.p.v i.v.m incl ing ir m.b.t m.b.v m.i.v
    max mej mevr mgr min mr mw n.a.v nr o.a o.b.v o.l.v p.a p.p pag plm prof red resp sr st t.a.v t.b.v t.g.v t.h.v t.o.v
    tel v.a v.d vgl vnl z.g zgn
    """.split()  # noqa: SIM905 - words are easier to read and to add without quotes
)
"""Abbreviations after which a sentence goes on, whatever follows."""

_SELDOM_LAST: Final = frozenset(
    """
    a.s afd apr aug blz d.d dec e.a e.d e.e.a e.v enz etc feb febr i.d jan jl jr jul jun mld mln mrt n.b n.chr n.v.t nov
    o.i.d okt p.m p.w sec sep sept t.z.t v.chr
    """.split()  # noqa: SIM905 - as above
)
"""Abbreviations that end a sentence where a capital follows."""

_END: Final = re.compile(r"(?:\.{2,}|…|[.!?]+)[)\]”’\"']*(?=\s|$)")
_LAST_WORD: Final = re.compile(r"[^\s(“‘\"'\[]+$")
_NEXT: Final = re.compile(r"\s*[(\[“‘„\"*_-]*(\S?)")
_BREAK: Final = re.compile(r"\n[ \t]*\n\s*|\n(?=[ \t]*(?:[-*+•]|\d{1,2}[.)]|:::)\s)|\n(?=[ \t]*[#|>])")
_BULLET: Final = re.compile(r"\s*(?:[-*+•]|\d{1,2}[.)])\s+")
_SOFT_HYPHEN: Final = "\u00ad"
_INSIDE: Final = rf"(?:[\u0300-\u036f{_SOFT_HYPHEN}]+[^\W\d_]*)*"
"""What goes on a word: an accent that is a sign of its own, or a soft hyphen."""
_WORD: Final = re.compile(rf"\d[\d.,:/-]*\w*|[^\W\d_]+{_INSIDE}(?:[.'’/&-]+[^\W_]+{_INSIDE})*")
_LONGEST_INITIALS: Final = 4


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence on one line, and at which character of the text it begins; as long as it stands there."""

    words: str
    start: int


class Word(NamedTuple):
    """A word without soft hyphens, its accents on their letters; at which character it begins, and where it ends."""

    text: str
    start: int
    end: int

    @property
    def is_figure(self) -> bool:
        """Return whether it begins with a digit."""
        return self.text[0].isdigit()


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text; a point in a number, after an initial or an abbreviation ends none.

    An empty line ends a sentence, and so does a new point of a list; the end of a line does not.
    """
    start = 0
    for match in _BREAK.finditer(text):
        yield from _in_block(text, start, match.start())
        start = match.end()
    yield from _in_block(text, start, len(text))


def words(text: str, at: int = 0) -> tuple[Word, ...]:
    """Return the words of a text that begins `at` a character; a figure is one too."""
    is_plain = _SOFT_HYPHEN not in text and unicodedata.is_normalized("NFC", text)
    return tuple(
        Word(match[0] if is_plain else _plain(match[0]), at + match.start(), at + match.end()) for match in _WORD.finditer(text)
    )


def is_abbreviation(word: str) -> bool:
    """Return whether a word, without its last point, is an abbreviation: dhr, mevr, enz."""
    return word.lower() in _NEVER_LAST or word.lower() in _SELDOM_LAST


def _plain(word: str) -> str:
    return unicodedata.normalize("NFC", word.replace(_SOFT_HYPHEN, ""))


def _in_block(text: str, first: int, last: int) -> Iterator[Sentence]:
    bullet = _BULLET.match(text, first, last)
    start = bullet.end() if bullet else first
    for match in _END.finditer(text, start, last):
        if _ends(text[start : match.start()], match[0], text[match.end() : last]):
            yield from _sentence(text, start, match.end())
            start = match.end()
    yield from _sentence(text, start, last)


def _sentence(text: str, first: int, last: int) -> Iterator[Sentence]:
    raw = text[first:last]
    if raw.strip():
        start = first + len(raw) - len(raw.lstrip())
        yield Sentence(re.sub(r"\s", " ", raw.strip()), start)


def _ends(before: str, sign: str, after: str) -> bool:
    follows = _NEXT.match(after)
    first = follows[1] if follows else ""
    if not first:
        return True
    is_new = first.isupper()
    if not sign.startswith("."):
        return not first.islower()
    if sign.startswith(".."):
        return is_new
    last = _LAST_WORD.search(before)
    word = last[0] if last else ""
    if word.lower() in _NEVER_LAST or _is_initial(word):
        return False
    if word.lower() in _SELDOM_LAST:
        return is_new
    return not first.islower()


def _is_initial(word: str) -> bool:
    return re.fullmatch(r"(?:[A-Z]\.)*(?:[A-Z]|Th|Ch|IJ)", word) is not None and len(word) <= 2 * _LONGEST_INITIALS
