"""The argument map as Mermaid, which many programs show as a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pitchkit.mapping.drafting import Group, Map, Node, Words

MARK = "%% pitchkit map"
"""The first line of a map, by which a file is known to be ours."""

MOST_LINKS = 500
MOST_SIGNS = 50_000
"""What programs that draw Mermaid refuse to go beyond, unless whoever runs them decides otherwise."""

_ESCAPED = '"#&<>`\\;{}[]()|'
"""Signs that mean something in a label of some version of Mermaid."""

_TAKEN = re.compile(r"\\(?=n)|\$(?=\$)|:(?=fa-)|^\d+(?=[.)](\s|$))|^[-+*#>](?=\s)")
"""Where a sign begins something else than text, also when it is written as a number: a line end, a formula, an icon, a list."""
_JOINER = "\u2060"
"""Keeps two signs apart for a program and together for a reader."""


def write(drawn: Map, words: Words) -> str:
    """Return the map as a Mermaid flowchart, with a line end behind it."""
    return "\n".join(_lines(drawn, words)) + "\n"


def is_too_large(drawn: Map, text: str) -> bool:
    """Return whether most programs will refuse to draw a map that became this text."""
    links = sum(max(1, len(group.answers)) + len(group.rests) for group in drawn.groups)
    return links >= MOST_LINKS or len(text) > MOST_SIGNS


def _lines(drawn: Map, words: Words) -> Iterator[str]:
    yield MARK
    yield "flowchart LR"
    for number, group in enumerate(drawn.groups, start=1):
        yield from _group(group, f"g{number}", words)
    yield "  classDef head stroke-width:3px"
    yield "  classDef source stroke-dasharray:4 3"
    yield "  classDef missing stroke-dasharray:1 4,stroke-width:3px"
    for name, some in (("head", _heads(drawn)), ("source", _sources(drawn)), ("missing", _missing(drawn))):
        if some:
            yield f"  class {','.join(some)} {name}"


def _group(group: Group, name: str, words: Words) -> Iterator[str]:
    # A name of its own in each group: an answer to two objections is drawn twice.
    answers = {answer.id: f"{name}a{number}" for number, answer in enumerate(group.answers, start=1)}
    sources = {source.id: f"{name}s{number}" for number, source in enumerate(group.sources, start=1)}
    yield f'  subgraph {name}[" "]'
    yield "    direction LR"
    yield f"    {name}h{_label(group.head, words)}"
    for answer in group.answers:
        yield f"    {answers[answer.id]}{_label(answer, words)}"
    for source in group.sources:
        yield f"    {sources[source.id]}{_label(source, words)}"
    if not group.answers:
        yield f"    {name}x{_label(Node('', words.no_answer), words)}"
        yield f"    {name}h -.- {name}x"
    link = "-->" if group.kind == "objection" else "---"
    for answer in group.answers:
        yield f"    {name}h {link} {answers[answer.id]}"
    for answer_id, source_id in group.rests:
        yield f"    {answers[answer_id]} -.-> {sources[source_id]}"
    yield "  end"


def _heads(drawn: Map) -> list[str]:
    return [f"g{number}h" for number in range(1, len(drawn.groups) + 1)]


def _sources(drawn: Map) -> list[str]:
    return [f"g{number}s{at}" for number, group in enumerate(drawn.groups, 1) for at in range(1, len(group.sources) + 1)]


def _missing(drawn: Map) -> list[str]:
    found = []
    for number, group in enumerate(drawn.groups, 1):
        found += [f"g{number}a{at}" for at, answer in enumerate(group.answers, 1) if answer.is_bare]
        found += [] if group.answers else [f"g{number}x"]
    return found


def _label(node: Node, words: Words) -> str:
    lines = (node.title, node.note, words.no_source if node.is_bare else "")
    return f'["{"<br/>".join(escape(line) for line in lines if line)}"]'


def escape(text: str) -> str:
    """Return a text as it can stand between quotation marks in any version of Mermaid: signs that mean something as numbers."""
    plain = _TAKEN.sub(lambda found: found[0] + _JOINER, " ".join(text.split()))
    return "".join(
        f"#{ord(sign)};" if sign in _ESCAPED or not (sign.isprintable() or sign == _JOINER) else sign for sign in plain
    )
