"""A new entry before it is written: what its kind needs, and how it is written. Pure."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, get_args

from pitchkit import rules
from pitchkit.library import Library
from pitchkit.model import Certainty, Channel
from pitchkit.suggesting import as_id
from pitchkit.yamlwriting import Value

CERTAINTIES: tuple[str, ...] = get_args(Certainty)
CHANNELS: tuple[str, ...] = get_args(Channel)
OPTIONS = {
    "kind": "KIND",
    "id": "ID",
    "title": "--title",
    "text": "--text",
    "short": "--short",
    "audiences": "--audience",
    "themes": "--theme",
    "keywords": "--keyword",
    "certainty": "--certainty",
    "evidence": "--source",
    "answers": "--answer",
    "requires": "--requires",
    "positions": "--position",
    "policy": "--policy",
    "valid_until": "--valid-until",
    "weight": "--weight",
    "published": "--published",
    "consent": "--consent",
    "channels": "--channel",
    "until": "--until",
    "fictitious": "--fictitious",
    "versions": "--words",
}
"""How the command line names each field."""

PERMISSION = "published or consent or fictitious"
"""What an experience needs: one of these."""

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
    keywords: tuple[str, ...] = ()
    certainty: str = ""
    evidence: tuple[tuple[str, str], ...] = ()
    requires: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    policy: tuple[str, ...] = ()
    valid_until: str = ""
    weight: str = ""
    published: str = ""
    consent: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    until: str = ""
    fictitious: bool = False


def filled(draft: Draft, name: str, words: tuple[str, ...]) -> Draft:
    """Return a draft with words in one field, of which a field for one text takes the first."""
    value: Any = words if isinstance(getattr(draft, name), tuple) else "".join(words[:1])
    return replace(draft, **{name: value})


def needed(draft: Draft) -> tuple[str, ...]:
    """Return the fields that an entry like this cannot do without, in the order in which one thinks of them."""
    own = {
        "argument": ("short", "themes", "certainty"),
        "factor": ("certainty",),
        "objection": ("answers",),
        "experience": (PERMISSION,),
    }.get(draft.kind, ())
    stands_alone = ("short",) if "short" not in own and rules.has_blocks(draft.text) else ()
    return ("title", "text", "audiences", *stands_alone, *own)


def lacking(draft: Draft) -> tuple[str, ...]:
    """Return the fields that are needed and not there yet."""
    return tuple(name for name in needed(draft) if not any(getattr(draft, one) for one in name.split(" or ")))


def words_for(draft: Draft, library: Library) -> dict[str, tuple[str, ...]]:
    """Return the readers who need words of their own, each with the fields that are still to be written for them.

    Those are the readers who have to be named and share the entry with others, and any whose text needs a shorter one beside it.
    """
    is_shared = len(draft.audiences) > 1 and draft.kind not in rules.COACHING_KINDS
    shy = [one.id for one in library.audiences if is_shared and one.opt_in and one.id in draft.audiences]
    found = {}
    for reader in dict.fromkeys((*shy, *draft.versions)):
        words = draft.versions.get(reader, {})
        wanted = [*(("title", "text") if reader in shy else ()), *(("short",) if rules.has_blocks(words.get("text", "")) else ())]
        if left := tuple(name for name in wanted if not words.get(name)):
            found[reader] = left
    return found


def suggest_id(title: str, taken: Iterable[str]) -> str:
    """Return an id made of the words of a title that say something, one that is free."""
    every = as_id(title).split("-")
    telling = [word for word in every if word not in _SMALL_WORDS]
    made = "-".join((telling if len(telling) > 1 else every)[:_WORDS_IN_ID]) or "bouwsteen"
    known, number, found = set(taken), 2, made
    while found in known:
        found, number = f"{made}-{number}", number + 1
    return found


def as_value(draft: Draft) -> dict[str, Value]:
    """Return a draft as it is written, in the order of the fields of an entry."""
    versions = {
        reader: {name: _lines(text) if name == "text" else text for name, text in words.items()}
        for reader, words in draft.versions.items()
    }
    consent: dict[str, Value] = {"purposes": draft.consent, "channels": draft.channels, "until": draft.until}
    written: dict[str, Value] = {
        "id": draft.id,
        "kind": draft.kind,
        "title": draft.title,
        "text": _lines(draft.text) if draft.text else "",
        "short": draft.short,
        "audiences": draft.audiences,
        "versions": versions,
        "themes": draft.themes,
        "keywords": draft.keywords,
        "certainty": draft.certainty,
        "evidence": [{"source": source, "place": place} for source, place in draft.evidence],
        "requires": draft.requires,
        "positions": draft.positions,
        "answers": draft.answers,
        "policy": draft.policy,
        "valid_until": draft.valid_until,
        "weight": int(draft.weight) if draft.weight.isdecimal() else draft.weight,
        "published": draft.published,
        "consent": {name: value for name, value in consent.items() if value},
        "fictitious": draft.fictitious,
    }
    return {name: value for name, value in written.items() if value or type(value) is int}


def _lines(text: str) -> str:
    """Return a text as a block of lines that can be read in an editor; Markdown takes the line ends for spaces."""
    return "\n\n".join(_wrapped(part) for part in re.split(r"\n\s*\n", text.strip())) + "\n"


def _wrapped(paragraph: str) -> str:
    if "\n" in paragraph or _MARKED.match(paragraph) or "  " in paragraph or "`" in paragraph or "{{" in paragraph:
        return paragraph
    lines = textwrap.wrap(paragraph, _WIDTH, break_long_words=False, break_on_hyphens=False)
    return paragraph if any(_MARKED.match(line) for line in lines) else "\n".join(lines)
