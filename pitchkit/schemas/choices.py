"""The words that a field can take from the library at hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pitchkit import rules
from pitchkit.library import Library
from pitchkit.messages import ADVICE


@dataclass(frozen=True, slots=True)
class Words:
    """Words to choose from, each with what it means; where they are `open`, others may be right as well."""

    told: tuple[tuple[str, str], ...]
    is_open: bool = False


def choices_of(library: Library) -> dict[str, Words]:
    """Return the words for every field that takes them from the library, by Model.field.

    Entries are `open`: somebody who adds two that belong together need not make the schemas anew in between.
    """
    audiences = _words((one.id, one.reader) for one in library.audiences)
    themes = _words((one.id, one.label) for one in library.themes)
    policies = _words((one.id, one.label) for one in library.policies)
    sources = _words((one.id, one.short) for one in library.sources)
    entries = _words(((one.id, one.title) for one in library.entries), is_open=True)
    requirements = _words(((name, library.settings.fields.get(name, "")) for name in rules.REQUIREMENTS), is_open=True)
    switched_off = [(one, "") for one in library.settings.without]
    codes = _words(((code, "") for code in sorted(ADVICE)), is_open=True)
    return {
        "Entry.audiences": audiences,
        "Entry.versions": audiences,
        "Entry.themes": themes,
        "Entry.policy": policies,
        "Entry.answers": entries,
        "Entry.published": sources,
        "Entry.requires": requirements,
        "Evidence.source": sources,
        "JargonWord.audiences": audiences,
        "Silence.code": codes,
        "Settings.without": _words(sorted([*entries.told, *switched_off]), is_open=True),
        "Settings.fields": _words(((name, "") for name in library.settings.fields), is_open=True),
        "Settings.cost_words": _words(((name, "") for name in library.settings.cost_words), is_open=True),
        "Checks.severity": codes,
        "Aim.serves": _words((*policies.told, *themes.told)),
        "Municipality.policies": policies,
        "Profile.requests": audiences,
        "Group.type": _words(library.settings.group_types.items(), is_open=not library.settings.group_types),
        "Offer.audience": _words(audiences.told, is_open=True),
        "Question.themes": themes,
        "Question.aims": policies,
        "Choice.entry": entries,
        "Review.entry": entries,
        "Review.entries": entries,
        "Review.sources": _words(sources.told, is_open=True),
    }


def _words(told: Iterable[tuple[str, str]], *, is_open: bool = False) -> Words:
    return Words(tuple(dict(reversed(list(told))).items())[::-1], is_open)  # of two with the same word the first counts
