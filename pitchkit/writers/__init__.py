"""Writers turn a document tree into a file. Each is imported only when its format is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal, assert_never, get_args

from pitchkit.diagnostics import Diagnostic, Location, warning
from pitchkit.document import Document

Format = Literal["docx", "md"]

FORMATS: tuple[Format, ...] = get_args(Format)


def _no_companions(_: Document) -> tuple[tuple[str, bytes], ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Writer:
    """What every format can do: make the bytes of a document, and tell whether bytes are still as it made them.

    `companions` makes the files that belong beside it, by name; a Word file has everything in itself.
    """

    write: Callable[[Document], bytes]
    is_untouched: Callable[[bytes], bool]
    companions: Callable[[Document], tuple[tuple[str, bytes], ...]] = _no_companions


def open_writer(name: Format, style: Path | None = None, shown: str = "") -> tuple[Writer, tuple[Diagnostic, ...]]:
    """Return the writer of a format, and warnings about what the organisation's Word file at `style` lacks.

    Raises:
        ContentError: the Word file cannot be used; `shown` is how messages name it.
    """
    match name:
        case "md":
            from pitchkit.writers import markdown

            return Writer(markdown.write, markdown.is_untouched, markdown.companions), ()
        case "docx":
            from pitchkit.writers import docx

            if style is None:
                return Writer(docx.write, docx.is_untouched), ()
            house = docx.read_house_style(style, shown)
            lacks = tuple(warning(Location(shown), "style-missing", wanted=wanted, used=used) for wanted, used in house.missing)
            return Writer(partial(docx.write, house_style=house), docx.is_untouched), lacks
        case _:
            assert_never(name)
