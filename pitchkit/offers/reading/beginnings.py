"""What a heading or a title begins: a criterion or a requirement, whose text stands below it."""

from __future__ import annotations

import re

from pitchkit.offers.model import RequirementType
from pitchkit.offers.places import Found
from pitchkit.offers.reading import titles
from pitchkit.offers.reading.criteria import OpenCriterion, is_about_price
from pitchkit.offers.reading.findings import FoundCriterion, FoundDemand
from pitchkit.offers.reading.headings import Section, default_type
from pitchkit.offers.reading.papers import Line
from pitchkit.offers.reading.signals import naming, weights
from pitchkit.offers.reading.signals.amounts import squeezed
from pitchkit.offers.reading.signals.limits import find_limits


def criterion(line: Line, label: str, level: int, lot: str, found: Found) -> OpenCriterion:
    """Return the criterion that a heading begins, with the number, weight and limit that stand in the heading."""
    named = naming.criterion_of(label)
    number, title = (named[0] or line.number, named[1]) if named else (line.number, squeezed(line.text))
    code, rest = naming.code_of(title)
    if code and rest and (not number or "." in number):
        number, title = code, rest
    elif lone := re.match(r"([A-Z])[.:]? (?=[A-Z][a-z])", title):
        number, title = lone[1], title[lone.end() :]
    weight = weights.find_weight(label, is_title=True)
    made = OpenCriterion(titles.tidy_title(title) or label, found, number, level, lot, weight.weight, weight.points)
    for one in find_limits(label):
        if one.limit:
            made.limit = one.limit
    return made


def in_overview(line: Line, label: str, lot: str, found: Found) -> FoundCriterion:
    """Return the criterion that one item names in a list of all criteria."""
    weight = weights.find_weight(label, is_title=True)
    number, title = (line.number, squeezed(line.text)) if line.number else naming.code_of(label)
    name = titles.tidy_title(title)
    return FoundCriterion(
        name, found, number, "", weight.weight, weight.points, price=is_about_price(name), lot=lot, is_overview=True
    )


def demand(line: Line, label: str, section: Section, lot: str, found: Found) -> FoundDemand:
    """Return the requirement that a heading such as "Eis 3: wachttijd" begins."""
    word = label.lower()
    kind: RequirementType = (
        "geschiktheid" if "geschiktheid" in word else "wens" if word.startswith("wens") else default_type(section) or "eis"
    )
    has_title = bool(line.number) and squeezed(line.text) != label
    title = squeezed(line.text) if has_title else ""
    return FoundDemand(title, kind, found, line.number or label, True if "knock" in word else None, lot=lot)
