"""The argument map as Mermaid, which many programs show as a picture."""

from __future__ import annotations

from collections.abc import Iterator

from pitchkit.mapping.drafting import Group, Map, Node

MARK = "%% pitchkit map"
"""The first line of a map, by which a file is known to be ours."""

MOST_LINKS = 500
MOST_SIGNS = 50_000
"""What programs that draw Mermaid refuse to go beyond, unless whoever runs them decides otherwise."""

_ESCAPED = '"#&<>`\\;{}[]()|'
"""Signs that mean something in a label of some version of Mermaid."""


def write(drawn: Map) -> str:
    """Return the map as a Mermaid flowchart, with a line end behind it."""
    return "\n".join(_lines(drawn)) + "\n"


def is_too_large(drawn: Map) -> bool:
    """Return whether most programs will refuse to draw a map."""
    links = sum(len(group.answers) + len(group.rests) for group in drawn.groups)
    return links >= MOST_LINKS or len(write(drawn)) > MOST_SIGNS


def _lines(drawn: Map) -> Iterator[str]:
    yield MARK
    yield "flowchart LR"
    for number, group in enumerate(drawn.groups, start=1):
        yield from _group(group, f"g{number}")
    yield "  classDef head stroke-width:3px"
    yield "  classDef source stroke-dasharray:4 3"
    for name, some in (("head", _heads(drawn)), ("source", _sources(drawn))):
        if some:
            yield f"  class {','.join(some)} {name}"


def _group(group: Group, name: str) -> Iterator[str]:
    # A name of its own in each group: an answer to two objections is drawn twice.
    answers = {answer.id: f"{name}a{number}" for number, answer in enumerate(group.answers, start=1)}
    sources = {source.id: f"{name}s{number}" for number, source in enumerate(group.sources, start=1)}
    yield f'  subgraph {name}[" "]'
    yield "    direction LR"
    yield f"    {name}h{_label(group.head)}"
    for answer in group.answers:
        yield f"    {answers[answer.id]}{_label(answer)}"
    for source in group.sources:
        yield f"    {sources[source.id]}{_label(source)}"
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


def _label(node: Node) -> str:
    lines = [escape(node.title), *([escape(node.note)] if node.note else [])]
    return f'["{"<br/>".join(lines)}"]'


def escape(text: str) -> str:
    """Return a text as it can stand between quotation marks in any version of Mermaid: signs that mean something as numbers."""
    plain = " ".join(text.split())
    return "".join(f"#{ord(sign)};" if sign in _ESCAPED or not sign.isprintable() else sign for sign in plain)
