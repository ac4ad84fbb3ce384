"""Two wordings of one text, with what went and what came marked word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Literal

from pitchkit.changes import prose

Mark = Literal["same", "removed", "added"]

_WORD = re.compile(r"\s*(?:[^\W_]+(?:['’-][^\W_]+)*|[^\s])")
_BREAK = re.compile(r"\s*\n\s*")
_PLAIN = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
_MARKDOWN = {"same": "{}", "removed": "~~{}~~", "added": "**{}**"}
_NEAR = 1
"""Two changes with so many words between them, or fewer, are told as one."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stayed, went or came; `space` is the white space before them."""

    mark: Mark
    space: str
    text: str


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Return two wordings as one run of pieces: what went stands before what came in its place."""
    old, new = _words(before), _words(after)
    matcher = SequenceMatcher(None, [_key(word) for word in old], [_key(word) for word in new], autojunk=False)
    found: list[Piece] = []
    for is_same, one, other in _runs(matcher.get_opcodes()):
        if is_same:
            found += _piece("same", new[other], _space(old[one]))
        else:
            found += [*_piece("removed", old[one]), *_piece("added", new[other])]
    return tuple(found)


def spaced(every: Sequence[Piece]) -> tuple[tuple[Mark, str], ...]:
    """Return pieces as texts to put one behind the other, in which no white space is marked."""
    found: list[tuple[Mark, str]] = []
    for number, piece in enumerate(every):
        before = every[number - 1] if number else None
        is_in_place = before is not None and (before.mark, piece.mark) == ("removed", "added")
        is_told = is_in_place and before is not None and before.space and "\n" not in piece.space
        if piece.space and number and not is_told:
            found.append(("same", piece.space))
        found.append((piece.mark, piece.text))
    return tuple(found)


def plain(every: Sequence[Piece]) -> str:
    """Return pieces as text, with [-what went-] and {+what came+}."""
    return "".join(_PLAIN[mark].format(text) for mark, text in spaced(every))


def markdown(every: Sequence[Piece]) -> str:
    """Return pieces as one line of Markdown, with what went struck through and what came in bold."""
    return "".join(_MARKDOWN[mark].format(_BREAK.sub(" ¶ ", text)) for mark, text in spaced(every))


def in_short(every: Sequence[Piece], around: int = 10) -> tuple[Piece, ...]:
    """Return pieces with what stayed cut down to so many words beside each change."""
    return tuple(_cut(piece, around, is_first=not number, is_last=number == len(every) - 1) for number, piece in enumerate(every))


def likeness(before: str, after: str) -> float:
    """Return from 0 to 1 how much of two texts is the same words in the same order."""
    old, new = ([_key(word) for word in _words(text)] for text in (before, after))
    return SequenceMatcher(None, old, new, autojunk=False).ratio()


def _words(text: str) -> list[str]:
    return _WORD.findall(prose.flow(text))


def _key(word: str) -> str:
    # The space before a word belongs to what stands before it: only a new line, and the space before a sign, is a change.
    bare = word.lstrip()
    space = word[: len(word) - len(bare)]
    return ("\n" if "\n" in space else space if not bare[0].isalnum() else "") + prose.fold(bare)


def _piece(mark: Mark, words: Sequence[str], other_space: str = "") -> Iterator[Piece]:
    text = "".join(words)
    if bare := text.lstrip():
        yield Piece(mark, _space(words) or other_space, bare)


def _space(words: Sequence[str]) -> str:
    text = "".join(words[:1])
    return text[: len(text) - len(text.lstrip())]


def _runs(codes: Iterable[tuple[str, int, int, int, int]]) -> list[tuple[bool, slice, slice]]:
    """Return stretches of words, those that stayed and those that did not, by turns."""
    every = list(codes)
    found: list[tuple[bool, slice, slice]] = []
    for number, (tag, a, b, c, d) in enumerate(every):
        is_same = tag == "equal" and not (0 < number < len(every) - 1 and b - a <= _NEAR)
        if found and not is_same and not found[-1][0]:
            _, one, other = found.pop()
            a, c = one.start, other.start  # noqa: PLW2901 - the stretch that this one makes longer
        found.append((is_same, slice(a, b), slice(c, d)))
    return found


def _cut(piece: Piece, around: int, *, is_first: bool, is_last: bool) -> Piece:
    words = _WORD.findall(piece.text)
    kept = (0 if is_first else around) + (0 if is_last else around)
    if piece.mark != "same" or len(words) <= kept + around // 2:
        return piece
    head = "" if is_first else "".join(words[:around])
    tail = "" if is_last else "".join(words[-around:])
    text = f"{head} …{tail}" if head else f"…{tail}"
    return replace(piece, text=text, space="" if is_first else piece.space)
