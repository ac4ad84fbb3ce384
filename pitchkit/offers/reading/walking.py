"""A walk through a paper: headings tell what a part is about, words and numbers what a line asks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pitchkit.offers.places import Found
from pitchkit.offers.reading import beginnings, lines_of_text, tables, titles
from pitchkit.offers.reading.asked_columns import Asked
from pitchkit.offers.reading.contexts import Context
from pitchkit.offers.reading.criteria import OpenCriterion, is_about_price
from pitchkit.offers.reading.findings import Explained, Finding, FoundDemand, FoundLot
from pitchkit.offers.reading.headings import Section, section_of
from pitchkit.offers.reading.papers import Line
from pitchkit.offers.reading.signals import asking, kinds, naming, weights
from pitchkit.offers.reading.signals.amounts import squeezed
from pitchkit.offers.reading.signals.limits import find_limits

_CODED = re.compile(r"(?:[A-Z]{1,5}[-. ]?\d|(?:.*criterium|kwaliteits\w*|wens|thema|open vraag|hoofdvraag)\s)", re.IGNORECASE)
_INSIDE: tuple[Section, ...] = ("criteria", "wishes", "price")
IN_TEXT = re.compile(r"tabel \d")
"""The name of a table in running text; a sheet has a name of its own."""
_LONGEST_TITLE = 140


@dataclass(frozen=True, slots=True)
class _Part:
    """A heading on the way down to the line: its level, what it announces, and its words."""

    level: int
    section: Section
    title: str


@dataclass
class Walk:
    """Where one is in a paper: below which headings, in which lot, in which criterion or requirement."""

    document: str
    asked: Sequence[Asked]
    parts: list[_Part] = field(default_factory=list)
    criterion: OpenCriterion | None = None
    lot: str = ""
    lead: str = ""
    demand: FoundDemand | None = None
    beside: tuple[Line, ...] = ()
    is_of_prices: bool = False

    @property
    def section(self) -> Section:
        """What the part is about."""
        known = [part.section for part in reversed(self.parts) if part.section]
        if known and known[0] in ("background", "procedure"):  # "Algemeen" below "Programma van eisen" is about those
            return next((one for one in known if one not in ("background", "procedure")), known[0])
        return known[0] if known else ""

    def found(self, line: Line) -> Found:
        """Return the place of a line."""
        return Found(document=self.document, place=line.place or "?", at=line.at or None)

    # --- headings -------------------------------------------------------------------------------------------------

    def heading(self, line: Line, level: int) -> Iterator[Finding]:
        """Go below a heading: it ends what was open, and may open a criterion, a requirement or a lot."""
        text = squeezed(line.text)
        label = f"{line.number} {text}".strip() if line.number else text
        yield from self._end_demand()
        if titles.DEMAND_HEAD.match(label) and (self.criterion is None or self.section not in _INSIDE):
            yield from self.close()
            self.demand = beginnings.demand(line, label, self.section, self.lot, self.found(line))
            return
        if self.criterion and level > self.criterion.level and not self._opens(line, label):
            yield from self._below_criterion(line, text)
            return
        opens = self._opens(line, label)
        yield from self.close()
        while self.parts and self.parts[-1].level >= level:
            self.parts.pop()
        lot = naming.find_lot(label)
        if lot:
            self.lot = f"perceel-{lot[0].lower()}"
            yield FoundLot(lot[0], lot[1] or label, self.found(line))
        elif level <= 1:
            self.lot = ""
        section = section_of(text)
        self.parts.append(_Part(level, "criteria" if opens and section not in ("price", "wishes") else section, text))
        self.lead = ""
        if opens:
            self.criterion = beginnings.criterion(line, label, level, self.lot, self.found(line))
        else:
            yield Explained(self.found(line), "")

    def _opens(self, line: Line, label: str) -> bool:
        """Return whether a heading is that of a criterion."""
        if naming.find_lot(label):
            return False
        if section_of(line.text) in (
            "scoring",
            "form",
            "planning",
            "submission",
            "contents",
            "exclusion",
            "suitability",
            "requirements",
        ) and not (naming.criterion_of(label) or (self.section in _INSIDE and titles.is_coded_plan(line.text))):
            return False
        if naming.criterion_of(label) and not re.match(r"thema|wens|open vraag|hoofdvraag", label, re.IGNORECASE):
            return not titles.is_about_all(line.text)
        if self.section not in _INSIDE or titles.is_about_all(line.text):
            return False
        has_weight = bool(weights.find_weight(label, is_title=True))
        above = next((part.section for part in reversed(self.parts) if part.section and part.level < max(line.level, 1)), "")
        is_coded = bool(_CODED.match(line.number or "")) or bool(naming.code_of(line.text)[0])
        if self.criterion is not None:
            return has_weight or is_coded or (above in _INSIDE and line.level <= self.criterion.level)
        return has_weight or is_coded or (section_of(line.text) in ("", "criteria", "price", "background") and above in _INSIDE)

    def _below_criterion(self, line: Line, text: str) -> Iterator[Finding]:
        criterion = self.criterion
        assert criterion is not None  # noqa: S101 - asked by the caller
        section = section_of(text)
        criterion.is_assessed = section == "scoring" or asking.is_assessment(text)
        criterion.has_lead = bool(re.match(r"(?:deel|sub)?vragen\b|te beantwoorden|gevraagd|onderdelen", text, re.IGNORECASE))
        yield from criterion.read(line, self.found(line)) if asking.is_question(text) else (Explained(self.found(line), ""),)

    def _end_demand(self) -> Iterator[Finding]:
        if self.demand is not None and self.demand.text:
            yield self.demand
        self.demand = None

    def close(self) -> Iterator[Finding]:
        """End the requirement or the criterion that is open."""
        yield from self._end_demand()
        if self.criterion is not None:
            yield self.criterion.close()
        self.criterion = None

    # --- text -----------------------------------------------------------------------------------------------------

    def text(self, line: Line) -> Iterator[Finding]:
        """Yield what a paragraph or an item tells."""
        label = f"{line.number} {squeezed(line.text)}".strip()
        if self.demand is not None:
            sign = ": " if self.demand.text and "." not in self.demand.text else " "
            more = f"\n- {label}" if line.kind == "item" else f"{sign if self.demand.text else ''}{squeezed(line.text)}"
            self.demand = replace(self.demand, text=f"{self.demand.text}{more}".strip())
            return
        if self._is_hidden_heading(line, label):
            yield from self.heading(
                line, (self.criterion.level if self.criterion else (self.parts[-1].level if self.parts else 0) + 1)
            )
            return
        if self._is_in_overview(line, label):
            yield beginnings.in_overview(line, label, self.lot, self.found(line))
            return
        if self.criterion is not None and self.criterion.is_implied and line.kind == "paragraph" and not self._goes_on(line):
            yield from self.close()
        if self.criterion is not None:
            yield from lines_of_text.names(line, self.found(line), self.section)
            yield from self.criterion.read(line, self.found(line))
            return
        if (self.section in ("criteria", "wishes", "") and self._asks(line)) or titles.announces(line, self.section):
            yield from self._open_around(line)
            return
        found = list(lines_of_text.read(line, Context(self.document, self.section, self.lot, self.lead)))
        self.lead = squeezed(line.text) if asking.is_lead_in(line.text) else self.lead if line.kind == "item" else ""
        yield from found

    def _is_hidden_heading(self, line: Line, label: str) -> bool:
        """Return whether a short line names a criterion though no style of headings says so."""
        text = squeezed(line.text)
        if (
            len(text) > _LONGEST_TITLE
            or text.endswith(("?", ";", ","))
            or line.kind == "row"
            or (text.endswith(".") and not line.number)
        ):
            return False
        if asking.is_question(text):
            return False
        named = naming.criterion_of(label)
        if named and named[1] != label:
            return line.kind == "paragraph" or not weights.find_weight(label) or not self._is_in_list()
        is_coded = bool(re.fullmatch(r"[A-Z]{1,5}[-. ]?\d{1,2}", line.number))
        is_overview = line.kind == "item" and bool(weights.find_weight(label, is_title=True)) and self._is_in_list()
        return self.section == "criteria" and is_coded and not is_overview

    def _is_in_list(self) -> bool:
        """Return whether the line before or after names a criterion too, so that this is one in a list of them."""
        labels = [f"{one.number} {squeezed(one.text)}".strip() for one in self.beside if one.kind == "item"]
        return any(naming.criterion_of(label) or naming.code_of(label)[0] or is_about_price(label) for label in labels)

    def _is_in_overview(self, line: Line, label: str) -> bool:
        """Return whether an item is a criterion in a list of all criteria: a short title with what it counts for."""
        if line.kind != "item" or self.section not in _INSIDE or asking.is_question(line.text) or len(label) > _LONGEST_TITLE:
            return False
        weight = weights.find_weight(label, is_title=True)
        return (
            bool(weight)
            and not find_limits(label)
            and (self.criterion is None or (not self.criterion.questions and not self.criterion.is_assessed))
        )

    def _asks(self, line: Line) -> bool:
        """Return whether a line outside any criterion is a question to who offers."""
        text = squeezed(line.text)
        is_list = line.kind == "item" or bool(line.number)
        if self.section == "" and not is_list:
            return bool(re.match(r"(?:beschrijf|licht\b.*\btoe|geef aan|hoe\b.*\?$)", text, re.IGNORECASE)) and bool(self.parts)
        return asking.is_question(text) and (is_list or self.section != "")

    def _goes_on(self, line: Line) -> bool:
        """Return whether a paragraph still belongs to questions that stand under no criterion."""
        text = squeezed(line.text)
        return (
            asking.is_question(text)
            or bool(line.number)
            or (bool(find_limits(text) or weights.find_weight(text)) and kinds.demand_of(text) is None)
        )

    def _open_around(self, line: Line) -> Iterator[Finding]:
        """Begin a criterion for questions that stand under no criterion, named after the heading above them."""
        title = self.parts[-1].title if self.parts else "Vragen"
        self.criterion = OpenCriterion(
            titles.tidy_title(title), self.found(line), "", self.parts[-1].level if self.parts else 1, self.lot, is_implied=True
        )
        yield from self.criterion.read(line, self.found(line))

    def lines(self, lines: Sequence[Line]) -> Iterator[Finding]:
        """Yield what lines tell, one after the other."""
        for number, line in enumerate(lines):
            self.beside = (*lines[max(number - 1, 0) : number], *lines[number + 1 : number + 2])
            if line.kind == "heading":
                yield from self.heading(line, max(line.level, 1))
            elif line.kind == "row":
                yield from self.table([line])
            else:
                yield from self.text(line)

    # --- tables ---------------------------------------------------------------------------------------------------

    def table(self, rows: Sequence[Line]) -> Iterator[Finding]:
        """Yield what a table or a sheet tells."""
        context = Context(self.document, self._section_of_table(rows), self.lot, "", tuple(self.asked), self.criterion)
        yield from tables.read(rows, context)

    def _section_of_table(self, rows: Sequence[Line]) -> Section:
        """Return what the table is about: its own name, where it is the name of a sheet, goes before the heading above it."""
        name = rows[0].table
        own = self.section if IN_TEXT.match(name or "tabel 0") else section_of(name) or self.section
        return "price" if self.is_of_prices and own not in ("planning", "contents") else own
