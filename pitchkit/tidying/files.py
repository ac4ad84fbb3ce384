"""A YAML file of a library as it should be typed: only the signs that are wrong change, and its data stay what they were."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pitchkit import yamlletters, yamlnodes
from pitchkit.diagnostics import ContentError
from pitchkit.tidying import prose
from pitchkit.tidying.texts import TextChange, accents, apply, around, text_changes
from pitchkit.yamlnodes import Node
from pitchkit.yamlsource import Data, Step

_END = re.compile(r"[ \t]+(?=\r?$)", re.MULTILINE)
_BREAK = re.compile(r"[\r\n]")
_ROUNDS = 100


@dataclass(frozen=True, slots=True)
class Change:
    """What should stand in a file from `start` to `end`, why, and the words around it as they are and as they will be."""

    start: int
    end: int
    new: str
    code: str
    was: str
    becomes: str


@dataclass(frozen=True, slots=True)
class _Found:
    """A change in a file, and in the text there, where it is in one."""

    change: Change
    steps: tuple[Step, ...] = ()
    within: TextChange | None = None


def changes(text: str, data: Data, name: str, *, is_dutch: bool = True) -> tuple[Change, ...]:
    """Return what should change in a file that holds these data, by place; `name` is that of the file in its library."""
    return tuple(one.change for one in _mendable(text, data, _found(text, data, name, is_dutch=is_dutch)))


def tidied(text: str, name: str, *, is_dutch: bool = True) -> tuple[str, tuple[Change, ...]]:
    """Return a file with everything in it as it should be typed, and what was changed; one that is not YAML comes back as it is.

    Doing it twice changes nothing, and the data stay what they were but for the signs in `changes`.
    """
    done: list[Change] = []
    for _ in range(_ROUNDS):
        try:
            data = yamlnodes.build(text, name)
        except ContentError:
            break
        found = _mendable(text, data, _found(text, data, name, is_dutch=is_dutch))
        found = found if _holds(text, data, found) else found[:1]
        if not found:
            break
        done += [one.change for one in found]
        text = _applied(text, found)
    return text, tuple(done)


def _mendable(text: str, data: Data, found: list[_Found]) -> list[_Found]:
    """Return the changes after which a file says what it should: all at once, or else those that can be made one by one."""
    if not found or _holds(text, data, found):
        return found
    return [way for one in found if (way := next((way for way in _ways(text, one) if _holds(text, data, [way])), None))]


def _ways(text: str, one: _Found) -> Iterator[_Found]:
    """Yield how a change can be made: as it is, or with the line that a folded text needs when a tab alone goes from its line."""
    yield one
    if not one.change.new:
        yield replace(one, change=replace(one.change, new="\r\n" if "\r\n" in text else "\n"))


def _applied(text: str, found: Iterable[_Found]) -> str:
    return apply(text, tuple(TextChange(one.change.start, one.change.end, one.change.new, "") for one in found))


def _holds(text: str, data: Data, found: Sequence[_Found]) -> bool:
    """Return whether a file says what it should after some changes, and nothing else."""
    try:
        return _composed(yamlnodes.build(_applied(text, found), "")) == _composed(_outcome(data, found))
    except ContentError:
        return False


def _found(text: str, data: Data, name: str, *, is_dutch: bool) -> list[_Found]:
    in_texts = list(_in_texts(text, data, name, is_dutch=is_dutch))
    taken = [(one.change.start, one.change.end) for one in in_texts]
    composed = (Change(one.start, one.end, one.new, one.code, *around(text, one, [one])) for one in accents(text))
    plain = [_Found(one) for one in (*composed, *_ends(text))]
    free = [one for one in plain if not any(one.change.start < end and start < one.change.end for start, end in taken)]
    return sorted((*in_texts, *free), key=lambda one: one.change.start)


def _in_texts(text: str, data: Data, name: str, *, is_dutch: bool) -> Iterator[_Found]:
    root: Node | None = None
    for steps, value in prose.texts(data, name):
        wanted = text_changes(value, is_dutch=is_dutch)
        if not wanted:
            continue
        node = root = root or yamlnodes.compose(text)
        for step in steps:
            node = yamlnodes.child(node, step)
        letters = yamlletters.letters(text, node) or ()
        for one in wanted:
            run = letters[one.start : one.end]
            # What is folded over two lines is left to the writer: there is no place for the sign that would come there.
            if run and not any(_BREAK.search(text[letter.start : letter.end]) for letter in run):
                change = Change(run[0].start, run[-1].end, one.new, one.code, *around(value, one, wanted))
                yield _Found(change, steps, one)


def _ends(text: str) -> Iterator[Change]:
    """Yield the spaces behind lines that no text has in it."""
    ends = list(_END.finditer(text))
    if not ends:
        return
    kept = _last_spaces(text, yamlnodes.compose(text))
    for found in ends:
        start = next((at + 1 for at in range(found.end() - 1, found.start() - 1, -1) if at in kept), found.start())
        if start < found.end():
            yield Change(start, found.end(), "", "typography-trailing-space", "", "")


def _last_spaces(text: str, node: Node | None) -> set[int]:
    """Return where the spaces and tabs stand that are part of a text written as a block of lines."""
    value = node.value if node is not None else ""
    if isinstance(value, str):
        is_block = getattr(node, "style", None) in ("|", ">")
        if not is_block or node is None:
            return set()
        letters = yamlletters.letters(text, node)
        if letters is None:
            return set(range(node.start_mark.index, node.end_mark.index))
        return {letter.start for letter in letters if letter.sign in " \t"}
    below = [one for item in value for one in (item if isinstance(item, tuple) else (item,))]
    return set().union(*(_last_spaces(text, one) for one in below))


def _outcome(data: Data, found: Sequence[_Found], steps: tuple[Step, ...] = ()) -> Data:
    if isinstance(data, dict):
        return {key: _outcome(value, found, (*steps, key)) for key, value in data.items()}
    if isinstance(data, list):
        return [_outcome(value, found, (*steps, number)) for number, value in enumerate(data)]
    own = tuple(one.within for one in found if one.within and one.steps == steps)
    return apply(data, own) if data is not None else None


def _composed(data: Data) -> Data:
    if isinstance(data, dict):
        return {key: _composed(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_composed(value) for value in data]
    # How many empty lines end a block is for its sign to say, and nobody reads them.
    return unicodedata.normalize("NFC", data).rstrip("\n") if data is not None else None
