"""Which values of a library's files are prose: words that somebody will read in a document."""

from __future__ import annotations

from collections.abc import Iterator

from pitchkit.yamlsource import Data, Step

_ANY = "*"
_TEXTS = (
    ("title",),
    ("text",),
    ("short",),
    ("evidence", _ANY, "place"),
    *(("versions", _ANY, name) for name in ("title", "text", "short")),
)
HEAD = "---"
"""The name of the header of a page in Markdown, which says of one entry what a file says of many."""

_FIELDS: dict[str, tuple[tuple[str, ...], ...]] = {
    HEAD: _TEXTS,
    "audiences.yaml": ((_ANY, "label"), (_ANY, "reader"), (_ANY, "people")),
    "themes.yaml": ((_ANY, "label"),),
    "policies.yaml": ((_ANY, "label"),),
    "sources.yaml": tuple((_ANY, name) for name in ("title", "short", "note", "limit")),
    "jargon.yaml": ((_ANY, "instead"), (_ANY, "explanation")),
    "library.yaml": tuple((name, _ANY) for name in ("words", "fields", "positions", "group_types", "cost_words")),
}
"""By the name of the file; those in `entries/` have entries, and what is in other files is not for documents."""


def texts(data: Data, name: str) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Yield every prose text in the data of a file, with the keys and positions that lead to it."""
    entry = tuple((_ANY, *steps) for steps in _TEXTS) if name.startswith("entries/") else ()
    for pattern in _FIELDS.get(name, entry):
        yield from _matching(data, pattern, ())


def _matching(data: Data, pattern: tuple[str, ...], steps: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], str]]:
    if not pattern:
        if isinstance(data, str):
            yield steps, data
        return
    first, *rest = pattern
    items: list[tuple[Step, Data]] = []
    if isinstance(data, dict):
        items = [(key, value) for key, value in data.items() if first in (_ANY, key)]
    elif isinstance(data, list) and first == _ANY:
        items = list(enumerate(data))
    for step, value in items:
        yield from _matching(value, tuple(rest), (*steps, step))
