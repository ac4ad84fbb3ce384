"""Pictures: fenced, with an `alt:` paragraph and a caption, or written as an image with its caption under it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pitchkit.document import Emphasis, Figure, Inlines, NoteMark, Text
from pitchkit.markdown_reader.inlines import read_line
from pitchkit.markdown_reader.nodes import Node
from pitchkit.markdown_reader.reading import Reading
from pitchkit.markdown_reader.titles import unwrapped
from pitchkit.outline import plain_text
from pitchkit.typesetting import typeset

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_ALT = "alt:"


def is_figure(line: Node) -> bool:
    """Return whether a paragraph is an image, alone or with lines under it."""
    kinds = [node.kind for node in line.children[:2]]
    return kinds == ["image"] or kinds in (["image", "hardbreak"], ["image", "softbreak"])


def written_figure(reading: Reading, line: Node) -> Figure:
    """Return the figure of an image with its caption as its title, or as an emphasised line under it."""
    image, *below = line.children
    title = image.attributes.get("title", "")
    under = unwrapped(read_line(reading, below[1:]), Emphasis)
    if below and (title or not under):
        reading.refuse("markdown-picture", line.line)
    caption = under or ((Text(typeset(title)),) if title else ())
    reading.used_references.add(image.meta.get("label", ""))
    return Figure(image.attributes["src"], _alt(reading, image.line, read_line(reading, image.children)), caption)


def fenced_figure(reading: Reading, title: Node, content: list[Node]) -> Iterator[Figure]:
    """Return the figure of `::: figure path` with a paragraph that begins with `alt:` and perhaps a caption."""
    lines = [child.children[0] for child in content if child.kind == "paragraph"]
    if not title.content or len(lines) != len(content) or not 1 <= len(lines) <= len(["alt", "caption"]):
        reading.refuse("markdown-container", title.line)
        return
    first = lines[0].children[0]
    if not first.content.startswith(_ALT):
        reading.refuse("markdown-picture", first.line)
    first.content = first.content.removeprefix(_ALT)
    alt = _alt(reading, first.line, read_line(reading, lines[0].children))
    caption = read_line(reading, lines[1].children, (Emphasis,)) if len(lines) > 1 else ()
    yield Figure(_ESCAPED.sub(r"\1", title.content), alt, caption)


def _alt(reading: Reading, line: int, content: Inlines) -> str:
    text = " ".join(plain_text(content).split())
    if not text or any(isinstance(inline, NoteMark) for inline in content):
        reading.refuse("markdown-picture", line)
    return text
