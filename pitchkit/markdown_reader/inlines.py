"""What stands within a line: nodes to inlines, typeset on the way."""

from __future__ import annotations

from collections.abc import Iterator

from pitchkit.document import Emphasis, EntryMark, Inline, Inlines, LineBreak, Link, NoteMark, OpenField, Strong, Text
from pitchkit.markdown_reader.nodes import MARK, Node
from pitchkit.markdown_reader.reading import Reading
from pitchkit.normal_form import normal, trimmed
from pitchkit.typesetting import Piece, typeset_pieces

_SCHEMES = ("http:", "https:", "mailto:", "tel:")
_REFUSED = {"code_inline": "markdown-code", "html_inline": "markdown-html", "image": "markdown-picture"}


def read_line(reading: Reading, nodes: list[Node], inside: tuple[type[Inline], ...] = ()) -> Inlines:
    """Return what the nodes of one line say, in normal form; `inside` names the markup the line will stand in."""
    _typeset(nodes)
    return trimmed(normal(_inlines(reading, nodes), inside))


def _inlines(reading: Reading, nodes: list[Node]) -> Iterator[Inline]:
    for node in nodes:
        yield from _inline(reading, node)


def _inline(reading: Reading, node: Node) -> Iterator[Inline]:
    match node.kind:
        case "text" | "text_special":
            if "](" in node.content:  # a link or picture that did not become one, say for a space in its address
                reading.refuse("markdown-picture" if "![" in node.content else "markdown-link", node.line, node.content)
            yield Text(node.content)
        case "softbreak":
            yield Text(" ")
        case "hardbreak":
            yield LineBreak()
        case "strong" | "em":
            yield (Strong if node.kind == "strong" else Emphasis)(tuple(_inlines(reading, node.children)))
        case "link":
            yield from _link(reading, node)
        case "mark":
            yield _mark(reading, node)
        case "footnote_ref":
            label = str(node.meta["label"])
            reading.note_marks.setdefault(label, node.line)
            yield NoteMark(label)
        case refused if refused in _REFUSED:
            reading.refuse(_REFUSED[refused], node.line, node.content)
        case unknown:
            raise AssertionError(f"the reader does not know inline {unknown!r}")


def _mark(reading: Reading, node: Node) -> Inline:
    if node.markup == "?":
        return OpenField(node.content, reading.label(node.content))
    return EntryMark(node.content, "start" if node.markup == "+" else "end")


def _link(reading: Reading, node: Node) -> Iterator[Inline]:
    url = node.attributes["href"]
    reading.used_references.add(node.meta.get("label", ""))
    content = normal(_inlines(reading, node.children))
    if fields := [key for sign, key in MARK.findall(url) if sign == "?"]:
        yield from content
        yield from _missing(reading, fields, content)
        return
    if not content or "title" in node.attributes or not url.lower().startswith(_SCHEMES):
        reading.refuse("markdown-link", node.line, f"({url})")
    yield Link(url, content)


def _missing(reading: Reading, keys: list[str], shown: Inlines) -> Iterator[Inline]:
    """An address that is not known yet cannot be a link: the open fields stand behind the words instead."""
    for key in keys:
        field = OpenField(key, reading.label(key))
        if field not in shown:
            yield from (Text(" "), field)


def _typeset(nodes: list[Node]) -> None:
    leaves = list(_leaves(nodes))
    texts = typeset_pieces([_piece(leaf) for leaf in leaves])
    for leaf, text in zip(leaves, texts, strict=True):
        if leaf.kind == "text":
            leaf.content = text


def _leaves(nodes: list[Node]) -> Iterator[Node]:
    for node in nodes:
        if node.children and node.info != "auto":
            yield from _leaves(node.children)
        else:
            yield node


def _piece(leaf: Node) -> Piece:
    """What typography sees of a node: text it may change, text it may not, a space, a word, or nothing."""
    match leaf.kind:
        case "text":
            return Piece(leaf.content)
        case "text_special":
            return Piece(leaf.content, kept=True)
        case "softbreak" | "hardbreak":
            return Piece(" ", kept=True)
        case "link" | "image":
            return Piece("x", kept=True)
        case "mark" if leaf.markup == "?":
            return Piece("x", kept=True)
        case _:
            return Piece("", kept=True)
