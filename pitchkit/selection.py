"""Library and order to selection: which entries a document gets, in which wording, and why. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from pitchkit.library import Library
from pitchkit.model import Consent, Entry
from pitchkit.order import Order, Section

COMPARISON = "costs.comparison"
"""What an entry waits for that speaks of costs: the figures in the profile, and that they bear it out."""

Length = Literal["full", "short"]
Reason = Literal[
    "chosen",
    "audience",
    "not-asked",
    "theme",
    "position",
    "waits",
    "dated",
    "consent",
    "costs",
    "section-full",
    "words",
]


@dataclass(frozen=True, slots=True)
class Chosen:
    """An entry that is in: under which section and theme, in which wording, and whether a word limit leaves it alone."""

    entry: Entry
    section: str
    theme: str
    length: Length
    keep: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """Why an entry is in or out; `detail` is the section, what it waits for, what it is not for, or what nobody agreed to."""

    entry: Entry
    reason: Reason
    detail: str = ""
    length: Length | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """The chosen entries in the order of the document, and a decision for every entry of the library, by id."""

    chosen: tuple[Chosen, ...]
    decisions: tuple[Decision, ...]

    def section(self, name: str) -> tuple[Chosen, ...]:
        """Return what was chosen for one section."""
        return tuple(one for one in self.chosen if one.section == name)

    def usable(self) -> tuple[Entry, ...]:
        """Return every entry that may be used for this order, the chosen ones first, the heaviest first among each."""
        refused = ("audience", "position", "waits", "dated", "consent", "costs")
        free = [one for one in self.decisions if one.reason not in refused]
        return tuple(one.entry for one in sorted(free, key=lambda one: (one.reason != "chosen", -one.entry.weight, one.entry.id)))

    def waiting(self) -> tuple[Decision, ...]:
        """Return the decisions on entries that wait for something the profile does not say yet."""
        return tuple(one for one in self.decisions if one.reason == "waits")

    def not_borne_out(self) -> tuple[Decision, ...]:
        """Return the decisions on entries that speak of costs in a way the figures do not bear out."""
        return tuple(one for one in self.decisions if one.reason == "costs")

    def without_consent(self) -> tuple[Decision, ...]:
        """Return the decisions on stories that the document asks for and nobody agreed to see in it."""
        return tuple(one for one in self.decisions if one.reason == "consent")

    def left_out_for_words(self) -> tuple[Decision, ...]:
        """Return the decisions on entries that a word limit left out."""
        return tuple(one for one in self.decisions if one.reason == "words")


def select(library: Library, order: Order, sections: Mapping[str, Section]) -> Selection:
    """Return the selection for an order: each entry at most once, in the first section that asks for it and has room."""
    decisions: dict[str, Decision] = {}
    pool: list[Entry] = []
    for entry in library.entries:
        refusal = _refusal(library, entry, order)
        if refusal is None or refusal.reason == "consent":  # what is not asked for needs no consent
            refusal = _not_asked(entry, order, sections) or refusal
        if refusal:
            decisions[entry.id] = refusal
        else:
            pool.append(entry)
    chosen: list[Chosen] = []
    for name, section in sections.items():
        kept = _fill(name, section, pool)
        chosen += kept
        taken = {one.entry.id for one in kept}
        pool = [entry for entry in pool if entry.id not in taken]
    decisions |= {entry.id: Decision(entry, "section-full", _first_asking(entry, sections)) for entry in pool}
    decisions |= {one.entry.id: Decision(one.entry, "chosen", one.section, one.length) for one in chosen}
    return Selection(tuple(chosen), tuple(decisions[entry_id] for entry_id in sorted(decisions)))


def choose(library: Library, order: Order, choices: Iterable[tuple[str, str, Length]]) -> Selection:
    """Return the selection that somebody made by hand: section, id of the entry and wording of each, in their own order.

    An entry that this reader or profile rules out stays out, with its reason.
    """
    chosen: list[Chosen] = []
    decisions: dict[str, Decision] = {}
    for section, entry_id, length in choices:
        entry = library.entry_by_id[entry_id]
        refusal = _refusal(library, entry, order)
        decisions.setdefault(entry_id, refusal or Decision(entry, "chosen", section, length))
        if not refusal:
            chosen.append(Chosen(entry, section, next(iter(entry.themes), ""), length, keep=True))
    return Selection(tuple(chosen), tuple(decisions[entry_id] for entry_id in sorted(decisions)))


def shorten(selection: Selection, steps: int) -> Selection:
    """Return the selection after so many steps towards fewer words: first short wordings, then entries out, lightest first."""
    short_first = sorted((one for one in selection.chosen if _can_shorten(one)), key=_lightest_first)
    to_shorten = {one.entry.id for one in short_first[:steps]}
    out_first = sorted((one for one in selection.chosen if not one.keep), key=_lightest_first)
    to_drop = {one.entry.id for one in out_first[: max(0, steps - len(short_first))]}
    chosen = tuple(
        replace(one, length="short") if one.entry.id in to_shorten else one
        for one in selection.chosen
        if one.entry.id not in to_drop
    )
    in_now = {one.entry.id: one for one in chosen}
    decisions = tuple(_decide_again(decision, in_now, to_drop) for decision in selection.decisions)
    return Selection(chosen, decisions)


def shortening_steps(selection: Selection) -> int:
    """Return how many steps `shorten` can take."""
    return sum(not one.keep for one in selection.chosen) + sum(_can_shorten(one) for one in selection.chosen)


def _decide_again(decision: Decision, in_now: Mapping[str, Chosen], dropped: set[str]) -> Decision:
    if decision.entry.id in dropped:
        return replace(decision, reason="words", length=None)
    if decision.entry.id in in_now:
        return replace(decision, length=in_now[decision.entry.id].length)
    return decision


def _can_shorten(one: Chosen) -> bool:
    shorter = one.entry.short or any(version.short for version in one.entry.versions.values())
    return one.length == "full" and bool(shorter)


def _lightest_first(one: Chosen) -> tuple[int, str]:
    return (one.entry.weight, one.entry.id)


def is_usable(library: Library, entry: Entry, order: Order) -> bool:
    """Return whether nothing keeps an entry from a document: readers, position, date, consent, or what it waits for."""
    return _refusal(library, entry, order) is None


def _refusal(library: Library, entry: Entry, order: Order) -> Decision | None:
    if not entry.is_for(order.audience):
        return Decision(entry, "audience", ", ".join(entry.audiences))
    if entry.positions and order.position and order.position not in entry.positions:
        return Decision(entry, "position", ", ".join(entry.positions))
    if entry.valid_until and entry.valid_until < order.date:
        dated = [one for one in entry.policy if library.policy_by_id[one].dated]
        if not set(dated) & set(order.profile.municipality.policies):
            return Decision(entry, "dated", ", ".join(dated))
    if entry.consent and (why := _lacks_consent(entry.consent, order)):
        return Decision(entry, "consent", why)
    return _unmet(entry, order)


def _unmet(entry: Entry, order: Order) -> Decision | None:
    if COMPARISON in entry.requires and order.costs and not order.costs.may_argue:
        return Decision(entry, "costs", ", ".join(order.costs.reasons))
    waits_for = [needed for needed in entry.requires if not _is_known(order, needed)]
    return Decision(entry, "waits", ", ".join(waits_for)) if waits_for else None


def _lacks_consent(consent: Consent, order: Order) -> str:
    """Return what the consent does not cover: an empty text where the document may be made and go out."""
    if consent.withdrawn:
        return "withdrawn"
    if consent.until and consent.until < order.date:
        return f"until {consent.until}"
    if order.document not in consent.purposes:
        return order.document
    return ", ".join(one for one in order.channels if consent.channels and one not in consent.channels)


def _is_known(order: Order, needed: str) -> bool:
    if needed == COMPARISON:
        return order.costs is not None
    root, _, rest = needed.partition(".")
    value: object = getattr(order.profile, root, None)
    for name in rest.split("."):
        value = value.get(name) if isinstance(value, Mapping) else getattr(value, name, None)
    return bool(value)


def _not_asked(entry: Entry, order: Order, sections: Mapping[str, Section]) -> Decision | None:
    if not any(entry.kind in section.kinds for section in sections.values()):
        return Decision(entry, "not-asked", entry.kind)
    # Narrowing is about lines of reasoning: it leaves steps, indications and the like where they are.
    narrowed_away = order.themes and entry.kind == "argument" and not set(entry.themes) & set(order.themes)
    if narrowed_away or not _first_asking(entry, sections):
        return Decision(entry, "theme", ", ".join(entry.themes))
    return None


def _first_asking(entry: Entry, sections: Mapping[str, Section]) -> str:
    return next((name for name, section in sections.items() if asks_for(section, entry)), "")


def asks_for(section: Section, entry: Entry) -> bool:
    """Return whether a section takes an entry, as long as it has room."""
    fits_theme = not section.themes or bool(set(section.themes) & set(entry.themes))
    return entry.kind in section.kinds and fits_theme and (bool(entry.positions) or not section.positions)


def _fill(name: str, section: Section, pool: list[Entry]) -> list[Chosen]:
    ranked = sorted((entry for entry in pool if asks_for(section, entry)), key=lambda entry: (-entry.weight, entry.id))
    kept: list[Chosen] = []
    per_theme: dict[str, int] = {}
    for entry in ranked:
        theme = next((one for one in section.themes or entry.themes if one in entry.themes), "")
        count = per_theme.get(theme, 0)
        too_many = section.most is not None and len(kept) >= section.most
        if not too_many and (section.most_per_theme is None or count < section.most_per_theme):
            per_theme[theme] = count + 1
            kept.append(Chosen(entry, name, theme, section.length, section.keep))
    if section.themes:
        rank = {theme: index for index, theme in enumerate(section.themes)}
        kept.sort(key=lambda one: (rank[one.theme], -one.entry.weight, one.entry.id))
    return kept
