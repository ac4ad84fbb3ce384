"""What a search shows: a table for people, data for programs, and beside it how the words were understood."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pitchkit import terminal
from pitchkit.language import _, mark
from pitchkit.library import Library
from pitchkit.searching import excerpts
from pitchkit.searching.ranking import Found, Hit, Match
from pitchkit.terminal import Marked

_ROOM = 60
_FIELDS = {
    "title": mark("title"),
    "id": mark("id"),
    "keywords": mark("keywords"),
    "short": mark("short"),
    "text": mark("text"),
    "themes": mark("theme"),
    "policy": mark("policy"),
    "sources": mark("source"),
}


def show(found: Found, top: int) -> None:
    """Show the best hits as a table, and tell beside it how misspelt words were read and how much more there is."""
    shown = found.hits[:top]
    if shown:
        terminal.show_table([_("entry"), _("kind"), _("title"), _("found in")], [_row(hit) for hit in shown])
    for line in _told(found):
        terminal.say(line)
    if len(found.hits) > top:
        terminal.say(_("{shown} of {count} entries; more with --top.").format(shown=top, count=len(found.hits)))


def show_json(library: Library, found: Found, top: int) -> None:
    """Give the best hits as data."""
    whole = {
        "words": list(found.words),
        "taken_for": {word: list(meant) for word, meant in found.taken_for.items()},
        "not_found": {word: list(near) for word, near in found.near.items()},
        "count": len(found.hits),
        "entries": [_hit_data(library, hit) for hit in found.hits[:top]],
    }
    terminal.data(whole)


def _told(found: Found) -> Iterator[str]:
    for word, meant in found.taken_for.items():
        yield _("“{word}” is not in the library; this is what was found for “{meant}”.").format(word=word, meant=", ".join(meant))
    for word, near in found.near.items():
        if near:
            yield _("Nothing found for “{word}”. Did you mean one of: {near}?").format(word=word, near=", ".join(near))
        else:
            yield _("Nothing found for “{word}”. Try another word for it.").format(word=word)
    if not found.words:
        yield _("There is no word here to search for.")
    elif not found.hits and not found.near:
        yield _("Nothing found that fits all you ask for.")


def _row(hit: Hit) -> tuple[str | Marked, ...]:
    titles = [match for match in hit.matches if match.field.name == "title"]
    told = titles[0].words if titles else ()
    rest = [match for match in hit.matches if match.field.name not in ("title", "id")]
    rest.sort(key=lambda match: -len(set(match.words) - set(told)))
    title: str | Marked = Marked(excerpts.excerpt(titles[0])) if titles else hit.entry.title
    return (hit.entry.id, hit.entry.kind, title, _place(rest[0]) if rest else _place(hit.matches[0], is_short=True))


def _place(match: Match, *, is_short: bool = False) -> Marked:
    name = _(_FIELDS[match.field.name])
    where = f"{name} ({match.field.audience})" if match.field.audience else name
    return Marked(((where, False),) if is_short else ((f"{where}: ", False), *excerpts.excerpt(match, _ROOM)))


def _hit_data(library: Library, hit: Hit) -> dict[str, Any]:
    where = library.places[hit.entry.id].locate()
    return {
        "id": hit.entry.id,
        "kind": hit.entry.kind,
        "title": hit.entry.title,
        "score": hit.score,
        "words": hit.words,
        "path": where.path,
        "line": where.line or None,
        "matches": [_match_data(match) for match in hit.matches],
    }


def _match_data(match: Match) -> dict[str, Any]:
    return {
        "field": match.field.name,
        "audience": match.field.audience or None,
        "found": list(dict.fromkeys(match.field.text[start:end] for start, end in match.spans)),
        "excerpt": str(Marked(excerpts.excerpt(match, _ROOM))),
    }
