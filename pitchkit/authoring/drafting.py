"""A new entry before it is written: what its kind needs, what the library has against it, and how it is written. Pure."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, get_args

from pitchkit import rules
from pitchkit.diagnostics import Diagnostic, Location, problem
from pitchkit.entrypages import slug
from pitchkit.library import Library
from pitchkit.model import KINDS, Certainty, Consent
from pitchkit.suggesting import suggest
from pitchkit.validation import validate
from pitchkit.yamlsource import YamlFile
from pitchkit.yamlwriting import Value

CERTAINTIES: tuple[str, ...] = get_args(Certainty)
OPTIONS = {
    "kind": "KIND",
    "id": "ID",
    "title": "--title",
    "text": "--text",
    "short": "--short",
    "audiences": "--audience",
    "themes": "--theme",
    "certainty": "--certainty",
    "evidence": "--source",
    "answers": "--answer",
    "policy": "--policy",
    "published": "--published",
    "consent": "--consent",
    "versions": "--words",
}
"""How the command line names each field."""

_WIDTH = 116
_MARKED = re.compile(r"\s|[-+*>#|=~`:]|\d+[.)]")
_SMALL_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        aan als ben bij dat de deze die dit door een en er haar heeft het hij hun ik in is je jij kan maar met mijn na naar niet
        nog of om onder ons ook op over te tot u uit van veel voor wat we wel wie wij worden wordt zich zij zijn zo zonder
        """,
    )
)
_WORDS_IN_ID = 4


@dataclass(frozen=True)
class Draft:
    """What is known of an entry, as text; `versions` are words by reader and field, `evidence` is sources with their places."""

    kind: str
    id: str = ""
    title: str = ""
    text: str = ""
    short: str = ""
    audiences: tuple[str, ...] = ()
    versions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    themes: tuple[str, ...] = ()
    certainty: str = ""
    evidence: tuple[tuple[str, str], ...] = ()
    answers: tuple[str, ...] = ()
    policy: tuple[str, ...] = ()
    published: str = ""
    consent: tuple[str, ...] = ()
    until: str = ""


def filled(draft: Draft, name: str, words: tuple[str, ...]) -> Draft:
    """Return a draft with words in one field, of which a field for one text takes the first."""
    value: Any = words if isinstance(getattr(draft, name), tuple) else "".join(words[:1])
    return replace(draft, **{name: value})


def needed(kind: str) -> tuple[str, ...]:
    """Return the fields that an entry of a kind cannot do without, in the order in which one thinks of them."""
    own = {
        "argument": ("short", "themes", "certainty"),
        "factor": ("certainty",),
        "objection": ("answers",),
        "experience": ("published or consent",),
    }
    return ("title", "text", "audiences", *own.get(kind, ()))


def lacking(draft: Draft) -> tuple[str, ...]:
    """Return the fields that are needed and not there yet."""
    return tuple(name for name in needed(draft.kind) if not any(getattr(draft, one) for one in name.split(" or ")))


def words_for(draft: Draft, library: Library) -> tuple[str, ...]:
    """Return the readers who share the entry with others and still need a title and a text of their own."""
    if draft.kind in rules.COACHING_KINDS or len(draft.audiences) < 2:  # noqa: PLR2004 - shared by at least two
        return ()
    shy = [one.id for one in library.audiences if one.opt_in and one.id in draft.audiences]
    return tuple(one for one in shy if not {"title", "text"} <= set(draft.versions.get(one, {})))


def suggest_id(title: str, taken: Iterable[str]) -> str:
    """Return an id made of the words of a title that say something, one that is free."""
    every = slug(title).split("-")
    telling = [word for word in every if word not in _SMALL_WORDS]
    made = "-".join((telling if len(telling) > 1 else every)[:_WORDS_IN_ID]) or "bouwsteen"
    known, number, found = set(taken), 2, made
    while found in known:
        found, number = f"{made}-{number}", number + 1
    return found


def problems(draft: Draft, library: Library) -> list[Diagnostic]:
    """Return what cannot be among the words of a draft, each under the option that gave it."""
    return [found for name in OPTIONS for found in problems_of(name, draft, library)]


def problems_of(name: str, draft: Draft, library: Library) -> Iterator[Diagnostic]:
    """Yield what cannot be in one field of a draft."""
    known: dict[str, tuple[Iterable[str], Iterable[str], str]] = {
        "kind": ((draft.kind,), KINDS, "kind-unknown"),
        "audiences": (draft.audiences, [one.id for one in library.audiences], "audience-unknown"),
        "versions": (draft.versions, [one.id for one in library.audiences], "audience-unknown"),
        "themes": (draft.themes, library.theme_by_id, "theme-unknown"),
        "certainty": ([draft.certainty] if draft.certainty else [], CERTAINTIES, "certainty-unknown"),
        "evidence": ([source for source, _ in draft.evidence], library.source_by_id, "source-unknown"),
        "answers": (draft.answers, library.entry_by_id, "entry-unknown"),
        "policy": (draft.policy, library.policy_by_id, "policy-unknown"),
        "published": ([draft.published] if draft.published else [], library.source_by_id, "source-unknown"),
    }
    where = Location(OPTIONS[name])
    if name in known:
        words, choices, code = known[name]
        every = list(choices)
        for word in words:
            if word not in every:
                yield problem(where, code, word=word, suggestion=suggest(word, every), choices=", ".join(every))
    elif name == "id" and draft.id and slug(draft.id) != draft.id:
        yield problem(where, "field-id", value=draft.id)
    if name == "evidence":
        for source, place in draft.evidence:
            if not place:
                yield problem(Location("--place"), "new-place-missing", source=source)
    if name == "consent" and draft.until:
        data: dict[str, object] = {"purposes": list(draft.consent) or ["x"], "until": draft.until}
        yield from validate(YamlFile("--until", None, ""), data, Consent)[1]


def as_value(draft: Draft) -> dict[str, Value]:
    """Return a draft as it is written, in the order of the fields of an entry."""
    versions = {
        reader: {name: _lines(text) if name == "text" else text for name, text in words.items()}
        for reader, words in draft.versions.items()
    }
    consent: dict[str, Value] = {"purposes": draft.consent}
    if draft.until:
        consent["until"] = draft.until
    written: dict[str, Value] = {
        "id": draft.id,
        "kind": draft.kind,
        "title": draft.title,
        "text": _lines(draft.text),
        "short": draft.short,
        "audiences": draft.audiences,
        "versions": versions,
        "themes": draft.themes,
        "certainty": draft.certainty,
        "evidence": [{"source": source, "place": place} for source, place in draft.evidence],
        "answers": draft.answers,
        "policy": draft.policy,
        "published": draft.published,
        "consent": consent if draft.consent else {},
    }
    return {name: value for name, value in written.items() if value}


def _lines(text: str) -> str:
    """Return a text as a block of lines that can be read in an editor; Markdown takes the line ends for spaces."""
    return "\n\n".join(_wrapped(part) for part in re.split(r"\n\s*\n", text.strip())) + "\n"


def _wrapped(paragraph: str) -> str:
    if "\n" in paragraph or _MARKED.match(paragraph) or "  " in paragraph or "`" in paragraph or "{{" in paragraph:
        return paragraph
    lines = textwrap.wrap(paragraph, _WIDTH, break_long_words=False, break_on_hyphens=False)
    return paragraph if any(_MARKED.match(line) for line in lines) else "\n".join(lines)
