"""The pages of a PDF, through pdfplumber: words, lines and tables in the order in which one reads them. Its only door."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import pdfplumber
from pdfminer.pdfdocument import PDFNoOutlines, PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from pitchkit.offers.reading.office import Unreadable
from pitchkit.offers.reading.printed.ordering import in_order
from pitchkit.offers.reading.printed.pieces import Page, Word
from pitchkit.offers.reading.printed.ruled import make_table

_MOST_PAGES: Final = 600
_MOST_EDGES: Final = 12_000  # a page with more lines than this is a drawing
_BOLD: Final = re.compile(r"bold|black|heavy|semibold|demi|,b\b|-b$", re.IGNORECASE)
_GARBLED: Final = re.compile(r"\(cid:\d+\)|[\ue000-\uf8ff]")
_BULLETS: Final = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf0a8": "☐",
    "\uf0fe": "☒",
    "\uf02d": "-",
    "\uf0e0": "→",
}
_FEW: Final = 12  # letters; a stamp or a page number
_PICTURE: Final = 0.3  # of the page
_WHOLE: Final = 0.85
_DRAWN: Final = 300  # curves and edges: letters as drawings
_LETTER: Final = 60.0  # points; what is larger and turned is a watermark
_MARK: Final = 0.78  # of the size of the word; a figure that is smaller belongs to a footnote


class Printed:
    """A PDF while it is open: its pages, and the headings in its outline."""

    def __init__(self, data: bytes) -> None:
        logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it tells of fonts what no reader can mend
        try:
            self._file = pdfplumber.open(io.BytesIO(data))
            self.count = len(self._file.pages)
        except (PdfminerException, PDFPasswordIncorrect) as error:
            raise Unreadable("paper-password" if "Password" in repr(error) else "paper-damaged") from error
        except Exception as error:
            raise Unreadable("paper-damaged") from error
        if self.count > _MOST_PAGES:
            raise Unreadable("paper-too-many-pages", pages=str(_MOST_PAGES))

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def outline(self) -> Mapping[str, int]:
        """Return the headings that the PDF itself names, by their letters only, with their level."""
        try:
            found = [(level, str(title)) for level, title, *_ in self._file.doc.get_outlines()]
        except PDFNoOutlines:
            return {}
        except Exception:  # noqa: BLE001 - an outline that cannot be read is no outline
            return {}
        return {bare(title): level for level, title in reversed(found) if bare(title)}

    def pages(self) -> Iterator[Page | int]:
        """Yield the pages; the number alone of one that is damaged."""
        for number, page in enumerate(self._file.pages, start=1):
            try:
                yield _read_page(page, number)
            except Exception:  # noqa: BLE001 - one bad page does not spoil the others
                yield number
            page.close()


def bare(text: str) -> str:
    """Return the letters and figures of a text, to compare it with another one."""
    return re.sub(r"[\W_]+", "", text).casefold()


def _read_page(page: Any, number: int) -> Page:  # noqa: ANN401 - pdfplumber has no types
    found = Page(number, float(page.height))
    turned = sum(_is_turned(char) and char["size"] < _LETTER for char in page.chars)
    found.has_turned_text = turned > max(12, len(page.chars) // 20)
    straight = page.filter(lambda one: one["object_type"] == "char" and not _is_turned(one))
    words = [_word(word) for word in straight.extract_words(return_chars=True, x_tolerance_ratio=0.15)]
    letters = sum(len(word.text) for word in words)
    found.is_garbled = sum(len(_GARBLED.findall(word.text)) for word in words) > letters / 20 > 0
    covered = _pictures(page)
    is_picture = covered > _PICTURE or len(page.edges) + len(page.curves) > _DRAWN
    found.is_scanned = letters < _FEW and is_picture
    found.is_recognised = letters >= _FEW and covered > _WHOLE
    words = [word for word in words if word.text]
    tables = (
        []
        if len(page.edges) > _MOST_EDGES
        else [made for table in page.find_tables() if (made := make_table(table, words, number))]
    )
    inside = [box for _, boxes in tables for box in boxes]
    loose = [word for word in words if not any(_is_in(word, box) for box in inside)]
    found.pieces, found.columns = in_order(loose, [table for table, _ in tables], number)
    return found


def _is_turned(char: Mapping[str, Any]) -> bool:
    """Return whether a letter stands on its side or aslant, as those of a watermark do."""
    along, across, *_ = char["matrix"]
    return bool(abs(across) > 0.05 * abs(along) or along < 0)


def _word(raw: Mapping[str, Any]) -> Word:
    """Return a word without the mark of a footnote behind it."""
    chars = raw["chars"]
    size = max((float(char["size"]) for char in chars), default=0.0)
    kept = list(chars)
    while len(kept) > 1 and kept[-1]["text"].isdigit() and float(kept[-1]["size"]) < _MARK * size:
        kept.pop()
    text = raw["text"] if len(kept) == len(chars) else "".join(char["text"] for char in kept)
    text = "".join(_BULLETS.get(sign, sign) for sign in text if sign >= " ").replace("\u00a0", " ").replace("\u200b", "")
    fonts = [str(char["fontname"]) for char in kept]
    is_bold = 2 * sum(bool(_BOLD.search(font)) for font in fonts) > len(fonts)
    return Word(text.strip(), float(raw["x0"]), float(raw["x1"]), float(raw["top"]), float(raw["bottom"]), size, is_bold)


def _pictures(page: Any) -> float:  # noqa: ANN401 - pdfplumber has no types
    """Return which part of the page its largest picture covers."""
    area = float(page.width) * float(page.height) or 1.0
    return max(
        (abs((float(one["x1"]) - float(one["x0"])) * (float(one["bottom"]) - float(one["top"]))) / area for one in page.images),
        default=0.0,
    )


def _is_in(word: Word, box: tuple[float, float, float, float]) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
