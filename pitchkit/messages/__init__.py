"""The text of every problem: what is wrong, and what to do. Data only; `terminal` shows it in the user's language."""

from __future__ import annotations

from pitchkit.messages import (
    authoring,
    checking,
    claims,
    command_line,
    coverage,
    examples,
    explanations,
    files,
    language_checks,
    layout,
    library,
    offer_building,
    offer_filling,
    offer_fitting,
    offer_gates,
    offer_matching,
    offer_reading,
    offers,
    privacy,
    profile,
    reviewing,
    templates,
)

_CHECKS = (checking, profile, reviewing, language_checks, claims, privacy, coverage)
"""The parts whose warnings `pitchkit check` gives: each has WARNINGS and ERRORS."""

_OFFERS = (offers, offer_reading, offer_matching, offer_building, offer_gates, offer_fitting, offer_filling)

TEXTS: dict[str, tuple[str, str]] = {
    code: text
    for part in (files, layout, library, templates, command_line, authoring, *_CHECKS, *_OFFERS)
    for code, text in part.TEXTS.items()
}
"""Code to message and hint; a hint whose words are not known, such as a suggestion, is left out."""

EXPLANATIONS: dict[str, tuple[str, str, str]] = {
    code: text for part in (examples, explanations, *_CHECKS) for code, text in getattr(part, "EXPLANATIONS", {}).items()
}
"""Code to why it matters, an example that is wrong and the same one right; a part of `_CHECKS` may have its own."""

ADVICE: frozenset[str] = frozenset(code for part in _CHECKS for code in part.WARNINGS)
"""The codes that a library may silence, set off or make an error; what else `pitchkit check` tells is wrong whoever looks."""
