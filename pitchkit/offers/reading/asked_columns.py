"""Which column holds what, as the user says it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pitchkit.diagnostics import CommandError, Location, problem
from pitchkit.offers.reading.column_names import ROLES, Role
from pitchkit.suggesting import suggest

_ASKED: Mapping[str, Role] = {
    "nummer": "number", "nr": "number", "eis": "text", "wens": "text", "vraag": "text", "tekst": "text", "omschrijving": "text",
    "criterium": "group", "thema": "group", "onderdeel": "group", "type": "type", "soort": "type", "gewicht": "weight",
    "weging": "weight", "punten": "points", "limiet": "limit", "omvang": "limit", "antwoord": "answer", "voldoet": "answer",
    "bewijs": "proof", "perceel": "lot", "datum": "date", "prijs": "price", "tarief": "price", "aantal": "quantity",
    "eenheid": "unit", "toelichting": "note", **{role: role for role in ROLES},
}  # fmt: skip
_KINDS = {"eis": "eis", "wens": "wens", "vraag": "vraag"}


@dataclass(frozen=True, slots=True)
class Asked:
    """Which column holds what, as the user says: a letter or a name for each role; `table` limits it to one sheet.

    `kind` is what the texts are, where the user's word says so: eis, wens or vraag.
    """

    columns: tuple[tuple[Role, str], ...]
    table: str = ""
    kind: str = ""


def read_asked(words: Iterable[str]) -> tuple[Asked, ...]:
    """Return what the user says of columns: `eis=B,gewicht=D`, or `Blad 2: vraag=Omschrijving`.

    Raises:
        CommandError: a part is no `role=column`, or there is no such role.
    """
    found, wrong = [], []
    for word in words:
        table, _colon, rest = word.rpartition(":") if ":" in word.split("=")[0] else ("", "", word)
        columns: list[tuple[Role, str]] = []
        kind = ""
        for part in filter(None, (one.strip() for one in re.split(r"[,;]", rest))):
            name, sign, column = (one.strip() for one in part.partition("="))
            role = _ASKED.get(name.lower())
            if not sign or not column:
                wrong.append(problem(Location("--columns"), "columns-wrong", word=part))
            elif role is None:
                known = sorted(_ASKED)
                wrong.append(
                    problem(
                        Location("--columns"),
                        "column-role-unknown",
                        word=name,
                        suggestion=suggest(name, known),
                        choices=", ".join(known),
                    )
                )
            else:
                columns.append((role, column))
                kind = _KINDS.get(name.lower(), kind)
        found.append(Asked(tuple(columns), table.strip(), kind))
    if wrong:
        raise CommandError(wrong)
    return tuple(found)
