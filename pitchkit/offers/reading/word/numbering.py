"""The numbers that Word counts itself. They stand nowhere in the text, and a buyer refers to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from pitchkit.offers.reading.office import Element
from pitchkit.offers.reading.word.names import NAMES, OFF, find, number, tag, value
from pitchkit.offers.reading.word.styles import Styles

_LEVELS: Final = 9
_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts ("decimal", "upperRoman", "bullet") and how it writes ("%1.%2")."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    is_legal: bool = False
    restarts_after: int | None = None


@dataclass(frozen=True, slots=True)
class Override:
    """What one list says otherwise than the list that it shares: where it begins, how it looks."""

    start: int | None = None
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """What stands in front of a paragraph: its number as Word writes it, empty for a bullet; `level` counts from 1."""

    number: str
    level: int


@dataclass(slots=True)
class _List:
    """A list while it is counted: what each level last was, None where it has not begun."""

    levels: dict[int, Level]
    counts: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


class Numbering:
    """Counts the lists of one file, in reading order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, _List] = {}
        self._abstract_of: dict[str, str] = {}
        self._overrides: dict[str, dict[int, Override]] = {}
        self._restarted: set[tuple[str, int]] = set()
        self._by_style: dict[tuple[str, str], int] = {}
        if root is not None:
            self._read(root)

    def count(self, properties: Element | None, style: str) -> Counted | None:
        """Return what stands in front of the next paragraph, None when it is no part of a list."""
        own = find(properties, "w:numPr")
        list_id, said = value(find(own, "w:numId")), value(find(own, "w:ilvl"))
        level = number(said) if said else None
        if not list_id:
            list_id, from_style = self._styles.numbering(style)
            level = from_style if level is None else level
        if list_id in {"", "0"} or list_id not in self._abstract_of:
            return None
        if level is None:
            level = self._by_style.get((self._abstract_of[list_id], style), 0)
        return self._next(list_id, min(max(level, 0), _LEVELS - 1))

    # --- counting -------------------------------------------------------------------------------------------------

    def _next(self, list_id: str, at: int) -> Counted:
        one = self._lists[self._abstract_of[list_id]]
        overrides = self._overrides[list_id]
        self._restart(list_id, one, at)
        level = self._level(one, overrides, at)
        before = one.counts[at]
        one.counts[at] = level.start if before is None else before + 1
        for deeper in range(at + 1, _LEVELS):
            after = self._level(one, overrides, deeper).restarts_after
            if after is None or at + 1 <= after:
                one.counts[deeper] = None
        if level.form == "bullet" or (level.form == "none" and "%" not in level.text):
            return Counted("", at + 1)
        return Counted(self._written(one, overrides, at), at + 1)

    def _restart(self, list_id: str, one: _List, at: int) -> None:
        """Begin again where this list says so, the first time that it is met."""
        override = self._overrides[list_id].get(at)
        if override is None or (list_id, at) in self._restarted:
            return
        self._restarted.add((list_id, at))
        if override.start is not None:
            one.counts[at] = None

    def _level(self, one: _List, overrides: dict[int, Override], at: int) -> Level:
        override = overrides.get(at, Override())
        level = override.level or one.levels.get(at, Level(text=f"%{at + 1}."))
        return level if override.start is None else replace(level, start=override.start)

    def _written(self, one: _List, overrides: dict[int, Override], at: int) -> str:
        own = self._level(one, overrides, at)

        def fill(found: re.Match[str]) -> str:
            index = int(found[1]) - 1
            level = self._level(one, overrides, index)
            count = one.counts[index]
            return write_number(level.start if count is None else count, "decimal" if own.is_legal else level.form)

        return re.sub(r"%([1-9])", fill, own.text).strip()

    # --- reading --------------------------------------------------------------------------------------------------

    def _read(self, root: Element) -> None:
        abstracts = {value(one, "abstractNumId"): one for one in root.iterchildren(tag("abstractNum"))}
        lists = {value(one, "numId"): one for one in root.iterchildren(tag("num"))}
        for list_id, one in lists.items():
            abstract = self._settle(value(find(one, "w:abstractNumId")), abstracts, lists)
            if abstract not in abstracts:
                continue
            self._abstract_of[list_id] = abstract
            self._overrides[list_id] = dict(_overrides(one))
            if abstract not in self._lists:
                self._lists[abstract] = _List({})
                for level in abstracts[abstract].iterchildren(tag("lvl")):
                    at = number(value(level, "ilvl"))
                    self._lists[abstract].levels[at] = _read_level(level)
                    if style := value(find(level, "w:pStyle")):
                        self._by_style[abstract, style] = at

    def _settle(self, abstract: str, abstracts: dict[str, Element], lists: dict[str, Element]) -> str:
        """Follow a list that takes its levels from a style of lists."""
        link = value(find(abstracts.get(abstract), "w:numStyleLink"))
        if not link:
            return abstract
        list_id = self._styles.numbering(link)[0]
        target = value(find(lists.get(list_id), "w:abstractNumId"))
        if target in abstracts and not value(find(abstracts[target], "w:numStyleLink")):
            return target
        named = (key for key, one in abstracts.items() if value(find(one, "w:styleLink")) == link)
        return next(named, abstract)


def _overrides(one: Element) -> Iterator[tuple[int, Override]]:
    for override in one.findall("w:lvlOverride", NAMES):
        level, start = find(override, "w:lvl"), value(find(override, "w:startOverride"))
        read = None if level is None else _read_level(level)
        yield number(value(override, "ilvl")), Override(number(start, 1) if start else None, read)


def _read_level(level: Element) -> Level:
    restart = value(find(level, "w:lvlRestart"))
    legal = find(level, "w:isLgl")
    return Level(
        number(value(find(level, "w:start")), 1) if find(level, "w:start") is not None else 0,
        value(find(level, "w:numFmt")) or "decimal",
        value(find(level, "w:lvlText")),
        legal is not None and value(legal) not in OFF,
        number(restart) if restart else None,
    )


def write_number(count: int, form: str) -> str:
    """Return a count as a list writes it: 4 is "iv" in lower Roman, "d" in letters, "04" with a zero."""
    if form == "none":
        return ""
    if form in {"lowerLetter", "upperLetter"} and count > 0:
        letter = chr(97 + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in {"lowerRoman", "upperRoman"} and 0 < count < 4000:  # noqa: PLR2004 - Roman numerals go no further
        roman = _roman(count)
        return roman if form == "lowerRoman" else roman.upper()
    if form == "ordinal":
        return f"{count}e"
    return f"{count:02d}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    written = ""
    for worth, sign in _ROMAN:
        times, count = divmod(count, worth)
        written += sign * times
    return written
