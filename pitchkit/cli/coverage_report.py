"""What coverage shows: a grid for people, with what is thin marked, and data for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from pitchkit import terminal
from pitchkit.coverage import NO_THEME, STALE_REASONS, THIN, By, Count, Coverage, Stale
from pitchkit.language import _, mark
from pitchkit.model import KINDS
from pitchkit.settings import Floor

_REASONS = {
    "passed": mark("no longer valid"),
    "passes-soon": mark("valid until soon"),
    "old-sources": mark("newest source is old"),
    "unreviewed": mark("never reviewed"),
    "changed": mark("changed since its review"),
    "suspect": mark("rests on something that changed"),
    "expired": mark("review has expired"),
}


def show(counted: Coverage, by: By, stale: Sequence[Stale], *, is_whole: bool) -> None:
    """Show the grid, or a grid of themes and kinds for each reader, and what asks for attention."""
    if is_whole:
        for audience in counted.audiences:
            _show_whole(counted, audience.id)
    else:
        _show_grid(counted, by)
    for line in _legend(counted, by, is_whole=is_whole):
        terminal.say(line)
    if stale:
        terminal.say("")
        terminal.say(_("What asks for attention:"))
        terminal.show_table([_("entry"), _("why"), ""], [(one.entry.id, _(_REASONS[one.reason]), one.detail) for one in stale])
        amounts = Counter(one.reason for one in stale)
        terminal.say(", ".join(f"{_(_REASONS[one])}: {amounts[one]}" for one in STALE_REASONS if amounts[one]) + ".")


def show_json(counted: Coverage, stale: Sequence[Stale], day: date) -> None:
    """Give everything that was counted as data; what has no entry is not among the cells."""
    whole = {
        "date": day.isoformat(),
        "audiences": [one.id for one in counted.audiences],
        "themes": [theme or None for theme in counted.themes],
        "kinds": list(KINDS),
        "totals": [{"audience": one.id, **_amounts(counted.count(one.id))} for one in counted.audiences],
        "cells": [
            {"audience": one.audience, "theme": one.theme or None, "kind": one.kind, **_amounts(one.count)}
            for one in counted.cells()
        ],
        "thin": [
            {"by": by, "audience": audience, by: row or None, "entries": entries}
            for by in ("theme", "kind")
            for audience, row, entries in counted.thin(by)
        ],
        "floors": [
            {**_named(one.floor), "audience": one.audience, "found": one.found, "met": one.is_met} for one in counted.demands()
        ],
        "stale": [{"entry": one.entry.id, "reason": one.reason, "detail": one.detail or None} for one in stale],
    }
    terminal.data(whole)


def _amounts(count: Count) -> dict[str, int]:
    return {"entries": count.entries, "short": count.short}


def _named(floor: Floor) -> dict[str, Any]:
    return {"theme": floor.theme, "kind": floor.kind, "length": floor.length, "least": floor.least}


def _show_grid(counted: Coverage, by: By) -> None:
    low = {
        (one.audience, one.floor.theme if by == "theme" else one.floor.kind)
        for one in counted.demands()
        if not one.is_met and (one.floor.kind if by == "theme" else one.floor.theme) is None
    }
    rows = [
        (
            _name(row),
            *(_cell(counted.count_row(audience.id, by, row), is_low=(audience.id, row) in low) for audience in counted.audiences),
        )
        for row in counted.rows(by)
    ]
    rows.append((_("all together"), *(_cell(counted.count(audience.id), is_low=False) for audience in counted.audiences)))
    _show_wide([_("theme") if by == "theme" else _("kind"), *(audience.id for audience in counted.audiences)], rows)


def _show_whole(counted: Coverage, audience: str) -> None:
    kinds = [kind for kind in KINDS if counted.count(audience, kind=kind).entries]
    rows = [
        (_name(theme), *(_bare_cell(counted.count(audience, theme=theme, kind=kind)) for kind in kinds))
        for theme in counted.themes
    ]
    _show_wide([f"{audience}: " + _("theme"), *kinds], rows)


def _name(row: str) -> str:
    return _("no theme") if row == NO_THEME else row


def _cell(count: Count, *, is_low: bool) -> str:
    sign = " ✗" if is_low else " !" if count.entries <= THIN else ""
    return f"{count.entries} ({count.short}){sign}" if count.entries else f"0{sign}"


def _bare_cell(count: Count) -> str:
    return f"{count.entries} ({count.short})" if count.entries else "·"


def _show_wide(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Show a table, in parts below each other where it is wider than the terminal; the first column stands in each."""
    widths = [max(len(cell) for cell in column) + terminal.FRAME for column in zip(columns, *rows, strict=True)]
    for part in _parts(widths, terminal.width()):
        terminal.show_table([columns[at] for at in (0, *part)], [[row[at] for at in (0, *part)] for row in rows], is_headed=True)


def _parts(widths: Sequence[int], room: int | None) -> Iterator[Sequence[int]]:
    """Yield which columns stand beside each other: about as many in each part as in the next."""
    columns = range(1, len(widths))
    for parts in range(1, len(widths)):
        bounds = [len(columns) * part // parts for part in range(parts + 1)]
        split = [columns[start:end] for start, end in pairwise(bounds)]
        if room is None or parts == len(columns) or all(1 + widths[0] + sum(widths[at] for at in part) <= room for part in split):
            yield from split
            return


def _legend(counted: Coverage, by: By, *, is_whole: bool) -> Iterator[str]:
    yield _("12 (9) is twelve entries, nine of them with a short wording. An entry counts under each of its themes.")
    if not is_whole:
        thin = sum(1 for _one in counted.thin(by))
        yield _("! is thin, one entry or none ({count}×). ✗ is less than this library wants.").format(count=thin)
    else:
        yield _("· is none.")
