"""Tables and sheets: which column holds what, told by its name, by what stands in it, or by the user."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pitchkit.offers.reading.asked_columns import Asked
from pitchkit.offers.reading.column_contents import filled, holds_codes, length, name_of
from pitchkit.offers.reading.column_names import LONGEST_NAME, Role, role_of
from pitchkit.offers.reading.papers import Cell, Line
from pitchkit.offers.reading.signals.amounts import squeezed
from pitchkit.offers.reading.yes_or_no import is_yes_or_no

_SHORT_NAME = 30
_HEAD_WITHIN = 25


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table: role to position in a row. `head` counts the rows of title and header, `names` are the names.

    `met` is the column that asks for yes or no; it is the one for the answer too where no other has room for words.
    """

    columns: Mapping[Role, int]
    head: int
    names: Mapping[Role, str] = field(default_factory=dict)
    second_answer: int | None = None
    kind: str = ""
    met: int | None = None

    def cell(self, line: Line, role: Role) -> Cell | None:
        """Return the cell of a row in the column with a role, or None."""
        at = self.columns.get(role)
        return line.cells[at] if at is not None and at < len(line.cells) else None

    def words(self, line: Line, role: Role) -> str:
        """Return the text of a row in the column with a role, or an empty text."""
        cell = self.cell(line, role)
        return squeezed(cell.text) if cell else ""


def layout_of(rows: Sequence[Line], asked: Sequence[Asked] = ()) -> Layout:
    """Return which column holds what; an empty layout where no row of names was found and the user named none."""
    for one in asked:
        if (not one.table or squeezed(one.table).lower() == squeezed(rows[0].table).lower()) and (found := _as_asked(rows, one)):
            return found
    head = _header(rows)
    if head is None:
        return Layout({}, 0)
    columns = _columns(rows[head].cells)
    last = head + 1
    if last < len(rows) and _is_second_header(rows[last]):
        below = _columns(rows[last].cells)
        columns = {**columns, **below}
        last += 1
    return _chosen(rows, columns, head, last)


def _header(rows: Sequence[Line]) -> int | None:
    for number, line in enumerate(rows[:_HEAD_WITHIN]):
        roles = set(_columns(line.cells).values())
        texts = {squeezed(cell.text) for cell in line.cells if cell.text.strip()}
        is_short = all(len(text) <= LONGEST_NAME and not (text.endswith("?") and len(text) > _SHORT_NAME) for text in texts)
        is_marked = line.is_header and bool(roles)
        if is_short and len(texts) > 1 and (is_marked or (len(roles) > 1 and len(texts) <= 2 * len(roles) + 1)):
            return number
    return None


def _is_second_header(line: Line) -> bool:
    roles = _columns(line.cells)
    own = {at: cell.text for at, cell in enumerate(line.cells) if cell.text.strip() and not cell.is_merged}
    are_names = len(own) > 1 and all(at in roles and len(text) < _SHORT_NAME for at, text in own.items())
    return line.is_header or are_names


def _columns(cells: Sequence[Cell]) -> dict[int, Role]:
    found = {}
    seen: set[str] = set()
    for at, cell in enumerate(cells):
        role = role_of(cell.text)
        if role and cell.at not in seen:
            found[at] = role
        seen.add(cell.at)
    return found


def _chosen(rows: Sequence[Line], columns: Mapping[int, Role], head: int, last: int) -> Layout:
    """Return one column for each role: of two that could be it, the one that its contents fit best."""
    body = rows[last:]
    by_role: dict[Role, int] = {}
    answers: list[int] = []
    narrower: int | None = None  # a second column of titles, such as Onderdeel beside Criterium
    is_numbered = "number" in columns.values()
    columns = {at: _by_contents(role, at, body, is_numbered=is_numbered) for at, role in columns.items()}
    for at, role in sorted(columns.items()):
        there = by_role.get(role)
        if role == "answer":
            answers.append(at)
        if there is None:
            by_role[role] = at
        elif role == "text":
            longer, shorter = (at, there) if length(body, at) > length(body, there) else (there, at)
            by_role["text"] = longer
            by_role.setdefault("group", shorter)
        elif role == "group":
            narrower = at
        elif role in ("points", "weight") and filled(body, at) > filled(body, there):
            by_role[role] = at
    if "note" in by_role and not filled(body, by_role["note"]):  # an empty column for remarks is room for ours
        answers.append(by_role.pop("note"))
        by_role.setdefault("answer", answers[0])
    if narrower is not None:
        by_role.setdefault("text", narrower)
    _find_text(by_role, columns, body)
    is_free = by_role.get("text", 0) > 0 and 0 not in by_role.values()
    if "number" not in by_role and "group" not in by_role and is_free and holds_codes(body, 0):
        by_role["number"] = 0
    met, words = _told_apart(answers, rows, head, last)
    by_role |= {"answer": words[0]} if words else {}
    names = {role: name_of(rows[head:last], at) for role, at in by_role.items()}
    return Layout(by_role, last, names, words[1] if len(words) > 1 else None, met=met)


def _told_apart(answers: Sequence[int], rows: Sequence[Line], head: int, last: int) -> tuple[int | None, list[int]]:
    """Return the column that asks for yes or no, and those with room for words."""
    met = next((at for at in answers if _asks_yes_or_no(rows, head, last, at)), None)
    return met, [at for at in answers if at != met]


def _asks_yes_or_no(rows: Sequence[Line], head: int, last: int, at: int) -> bool:
    cells = [line.cells[at] for line in rows[last:] if at < len(line.cells)]
    return is_yes_or_no(name_of(rows[head:last], at), cells)


def _find_text(by_role: dict[Role, int], columns: Mapping[int, Role], body: Sequence[Line]) -> None:
    """Choose what is asked among other columns, where none is named after it."""
    proofs = [at for at, role in columns.items() if role == "proof"]
    if "text" in by_role:
        return
    if "group" in by_role:
        by_role["text"] = by_role.pop("group")
    elif proofs:
        by_role["text"] = max(proofs, key=lambda at: length(body, at))
        by_role.pop("proof", None)
    elif "note" in by_role:
        by_role["text"] = by_role.pop("note")
    elif body:
        free = [at for at in range(len(body[0].cells)) if at not in columns]
        longest = max(free, key=lambda at: length(body, at), default=None)
        if longest is not None and length(body, longest) > 0:
            by_role["text"] = longest


def _by_contents(role: Role, at: int, body: Sequence[Line], *, is_numbered: bool) -> Role:
    """Return what a column holds by what stands in it: one called Eis with only codes in it holds the numbers."""
    if role in ("text", "group", "proof") and not is_numbered and holds_codes(body, at):
        return "number"
    if role == "number" and length(body, at) > 25:  # noqa: PLR2004 - words, no codes
        return "text"
    return role


def _as_asked(rows: Sequence[Line], asked: Asked) -> Layout | None:
    head = _header(rows)
    by_name = [column for _role, column in asked.columns if not re.fullmatch(r"[A-Z]{1,3}", column)]
    for number, line in enumerate(rows if by_name else ()):
        texts = [squeezed(cell.text).lower() for cell in line.cells]
        if all(squeezed(name).lower() in texts for name in by_name):
            head = number
            break
    else:
        if by_name:
            return None
    columns: dict[Role, int] = {}
    for role, column in asked.columns:
        at = _position(rows, head, column)
        if at is None:
            return None
        columns[role] = at
    last = 0 if head is None else head + 1
    names = {role: name_of(rows[last - 1 : last], at) for role, at in columns.items()}
    answer = columns.get("answer")
    met = answer if answer is not None and _asks_yes_or_no(rows, max(last - 1, 0), last, answer) else None
    return Layout(columns, last, names, None, asked.kind, met)


def _position(rows: Sequence[Line], head: int | None, column: str) -> int | None:
    if re.fullmatch(r"[A-Z]{1,3}", column):
        places = (at for line in rows for at, cell in enumerate(line.cells) if cell.place == f"kolom {column}")
        return next(places, None)
    cells = rows[head].cells if head is not None else ()
    return next((at for at, cell in enumerate(cells) if squeezed(cell.text).lower() == squeezed(column).lower()), None)
