"""Edits in a text that somebody wrote: what they do not touch stays as it was to the byte."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pitchkit import yamlnodes
from pitchkit.diagnostics import ContentError
from pitchkit.yamlsource import Data
from pitchkit.yamlwriting import changes, spots
from pitchkit.yamlwriting.blocks import Style
from pitchkit.yamlwriting.page import Page
from pitchkit.yamlwriting.placing import splices
from pitchkit.yamlwriting.values import CannotEditError, Edit

_MARK = "\ufeff"


def edit(text: str, edits: Sequence[Edit], style: Style | None = None) -> str:
    """Return YAML text after edits, whose paths and positions are those of the text as it is now.

    A comment behind a value stays if what takes its place stands on one line. A value that is there already is not
    written again, and only what is new can bring a comment. `style` says how wide a line may get.

    Raises:
        CannotEditError: the text has no such place, the edits are at odds, or one needs a change to something else.
        ContentError: the text is not YAML.
    """
    body = text.removeprefix(_MARK)
    before = yamlnodes.build(body, "")
    wanted = changes.outcome(before, changes.change_of(edits))
    needed = changes.without_what_is_there(before, edits)
    if not needed:
        return text
    change = changes.change_of(needed)
    for page, how in _ways(Page(body), style or Style()):
        written = page.spliced(splices(page, change, how))
        if says(written, wanted):
            return text[: len(text) - len(body)] + written
    raise CannotEditError


def says(text: str, wanted: Data) -> bool:
    """Return whether YAML text can be read and says just this."""
    try:
        return yamlnodes.build(text, "") == wanted
    except ContentError:
        return False


def _ways(page: Page, style: Style) -> Iterator[tuple[Page, Style]]:
    """Yield the ways to write that are worth a try, from the nicest on."""
    yield page, style
    yield page, replace(style, has_gaps=False)  # an empty line would belong to a text above it that keeps its last ones
    yield page, replace(style, has_blocks=False)  # a comment below would belong to a text that is a block
    closed = _closed(page)
    if closed:
        yield closed, style


def _closed(page: Page) -> Page | None:
    """Return a text whose last line is a block's and has no end, with that end, and the sign that says it does not count."""
    root = spots.read(page)
    text = spots.last(root) if root else None
    if text is None or text.kind != "block text" or text.end < len(page.text):
        return None
    header = spots.BLOCK_HEADER.match(page.text, text.start)
    if header is None:
        return None
    sign = header[0].rstrip("-+") + "-"
    return Page(f"{page.text[: text.start]}{sign}{page.text[header.end() :]}{page.line_break}")
