"""Rows that ask: criteria with their weight, questions with room for an answer, requirements with yes or no."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pitchkit.offers.reading import lines_of_text
from pitchkit.offers.reading.columns import Layout
from pitchkit.offers.reading.contexts import Context
from pitchkit.offers.reading.criteria import is_about_price
from pitchkit.offers.reading.findings import (
    Explained,
    Finding,
    FoundCriterion,
    FoundDemand,
    FoundForm,
    Left,
)
from pitchkit.offers.reading.headings import default_type, section_of
from pitchkit.offers.reading.papers import Line
from pitchkit.offers.reading.signals import asking, form_rules, kinds, naming
from pitchkit.offers.reading.signals.amounts import squeezed
from pitchkit.offers.reading.signals.weights import find_weight
from pitchkit.offers.reading.table_questions import ANSWER, Reader, ask, give_room, open_group, opens_group, with_own_weight
from pitchkit.offers.reading.table_rows import Row
from pitchkit.offers.rules import Limit

_SUM = re.compile(r"^(?:sub)?-?totaal\b|^som\b|^maximale? (?:totaal)?score$|^totale\b", re.IGNORECASE)
_LONG = 110
_SHORT = 40
_NUMBER_AND_TITLE = 2
_FEW_WORDS = 3


def read(body: Sequence[Line], layout: Layout, context: Context) -> Iterator[Finding]:
    """Yield what the rows below a header ask; a row in which one text stands alone is a heading for the rows below it."""
    numbers = [layout.words(line, "number").strip(" .") for line in body]
    parents = frozenset(number.rpartition(".")[0] for number in numbers if "." in number)
    reader = Reader(layout, context, parents, context.lot)
    seen: set[str] = set()
    if context.section == "contents":
        yield from (Explained(context.found(line), context.section) for line in body)
        return
    for number, line in enumerate(body):
        reader.following = body[number + 1] if number + 1 < len(body) else None
        cell = layout.cell(line, "text")
        if cell is not None and cell.is_merged and cell.at in seen and not _differs(line, layout):
            yield Explained(reader.row(line).found, context.section)
            continue
        seen |= {cell.at} if cell else set()
        yield from _row(reader, line)
    yield from (with_own_weight(one) for one in reader.open.values())


def _differs(line: Line, layout: Layout) -> bool:
    """Return whether a row below a merged text asks something of its own, in another column."""
    return any((cell := layout.cell(line, role)) is not None and cell.text.strip() and not cell.is_merged for role in ("number",))


def _row(reader: Reader, line: Line) -> Iterator[Finding]:
    row = reader.row(line)
    own = {cell.at: squeezed(cell.text) for cell in line.cells if cell.text.strip()}
    lone = next(iter(own.values())) if len(own) == 1 else ""
    is_short = len(row.text) < _LONG and not row.text.endswith((".", "?"))
    number_and_title = len(own) <= _NUMBER_AND_TITLE and row.number in reader.parents and is_short
    if _SUM.match(row.text) or (not row.text and _SUM.match(squeezed(line.text).strip(" |"))):
        yield Explained(row.found, reader.section)
    elif reader.last and ANSWER.match(row.text):
        give_room(reader, row)
    elif lone and not _asks(row.text or lone, reader) and not _SUM.match(lone):
        yield from _heading(reader, lone, row)
    elif number_and_title and not asking.is_question(row.text):
        yield from _heading(reader, row.text, row)
    elif opens_group(reader, row):
        open_group(reader, row)
    elif not row.text:
        yield Left(squeezed(line.text), row.found, "row") if line.text.strip(" |") else Explained(row.found, reader.section)
    elif _is_question(reader, row):
        yield from ask(reader, row)
    elif _is_overview(reader, row):
        is_price = is_about_price(row.text) or is_about_price(row.group)
        yield FoundCriterion(
            row.text, row.found, row.number, "", row.weight, row.points, row.limit, is_price, row.lot, is_overview=True
        )
    else:
        yield from _demand(reader, row)


def _asks(text: str, reader: Reader) -> bool:
    is_one = asking.is_question(text) or kinds.demand_of(text) is not None
    return is_one or (len(text) > _LONG and default_type(reader.heading_section or reader.section) is not None)


def _heading(reader: Reader, text: str, row: Row) -> Iterator[Finding]:
    """A row with one text: the title of the rows below it, with perhaps its weight or limit."""
    section = section_of(text)
    tells = default_type(section) is not None or reader.section in ("", "criteria")
    reader.heading, reader.heading_section = text, section if tells and section not in ("background", "procedure") else ""
    lot = naming.find_lot(text)
    if lot:
        reader.lot = f"perceel-{lot[0].lower()}"
    yield from lines_of_text.limits(text, row.found) if not find_weight(text, is_title=True) else ()
    yield Explained(row.found, reader.section)


def _is_question(reader: Reader, row: Row) -> bool:
    if reader.layout.kind:
        return reader.layout.kind == "vraag"
    if row.kind is not None:
        return row.kind.type == "wens" and asking.is_question(row.text)
    section = reader.heading_section or reader.section
    if section in ("exclusion", "suitability", "submission", "form"):
        return False
    name = reader.layout.names.get("text", "").lower()
    if section == "requirements" and "vraag" not in name:
        return asking.is_question(row.text) and row.text.endswith("?")
    is_asked = asking.is_question(row.text)
    return (
        is_asked
        or ("vraag" in name and (len(row.text.split()) > _FEW_WORDS or row.room is not None))
        or (section == "criteria" and row.room is not None and not _short_title(row))
    )


def _short_title(row: Row) -> bool:
    return len(row.text) < _LONG and not row.text.endswith((".", "?")) and row.room is None


def _is_overview(reader: Reader, row: Row) -> bool:
    if reader.layout.kind or row.kind is not None or default_type(reader.heading_section or reader.section) not in (None, "wens"):
        return False
    if _names_papers(reader):
        return False
    has_amount = row.weight is not None or row.points is not None or bool(row.limit)
    is_title = len(row.text) < _LONG and not row.text.endswith(".") and "answer" not in reader.layout.columns
    name = reader.layout.names.get("text", "").lower()
    return (
        is_title
        and has_amount
        and (reader.section in ("criteria", "scoring", "wishes", "price", "procedure", "") or "criteri" in name)
    )


def _of_group(row: Row) -> kinds.Demand | None:
    """Return the kind that the group of a row says more exactly than its own column: a ground for exclusion, say."""
    kind = default_type(section_of(row.group)) if row.group else None
    is_exact = kind in ("uitsluiting", "geschiktheid") and row.kind is not None and row.kind.type == "eis"
    return kinds.Demand(kind, row.kind.knock_out) if is_exact and kind and row.kind else None


def _names_papers(reader: Reader) -> bool:
    """Return whether the rows are papers to hand in."""
    return bool(re.match(r"(?:document|bijlage|bewijs|in te dienen|stuk)", reader.layout.names.get("text", ""), re.IGNORECASE))


def _demand(reader: Reader, row: Row) -> Iterator[Finding]:
    section = reader.heading_section or reader.section
    default = default_type(section)
    name = reader.layout.names.get("text", "").lower()
    if reader.layout.kind in ("eis", "wens"):
        demand: kinds.Demand | None = kinds.Demand("eis" if reader.layout.kind == "eis" else "wens")
        demand = row.kind or demand
    elif row.kind is not None:
        demand = _of_group(row) or row.kind
    elif _names_papers(reader):
        demand = kinds.Demand("bewijsstuk")
    elif default is not None:
        demand = kinds.type_in_section(row.text, default)
    elif re.search(r"\beis", name):
        demand = kinds.type_in_section(row.text, "eis")
    elif "wens" in name:
        demand = kinds.type_in_section(row.text, "wens")
    else:
        demand = kinds.demand_of(row.text) or (kinds.Demand("eis", is_sure=False) if row.room is not None else None)
    fields = form_rules.find_form(row.text)
    if fields:
        yield FoundForm(fields, row.found)
    yield from lines_of_text.limits(row.text, row.found) if not row.limit else ()
    if demand is None:
        explained = section in ("background", "procedure", "contents", "scoring", "inquiries")
        yield (
            Explained(row.found, section)
            if explained and not kinds.signals_in(row.text)
            else Left(squeezed(row.line.text), row.found, "row")
        )
        return
    own = Limit() if not row.limit else row.limit
    is_short = len(row.text.split()) <= _FEW_WORDS and row.group.lower() not in row.text.lower()
    text = f"{row.group}: {row.text}" if row.group and is_short else row.text
    yield FoundDemand(
        text,
        demand.type,
        row.found,
        row.number,
        demand.knock_out,
        row.answer_at,
        row.weight,
        row.points,
        own,
        row.lot,
        "" if demand.is_sure else "onzeker",
        row.met_at,
    )
