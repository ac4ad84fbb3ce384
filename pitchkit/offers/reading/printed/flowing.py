"""Makes blocks of the pieces of the pages: paragraphs of lines, items, headings by their size, rows of tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from pitchkit.offers.reading.addresses import column_letters
from pitchkit.offers.reading.blocks import Block, Look
from pitchkit.offers.reading.papers import Cell
from pitchkit.offers.reading.printed.aligned import find_aligned, parts_of
from pitchkit.offers.reading.printed.joining import join_lines
from pitchkit.offers.reading.printed.pages import bare
from pitchkit.offers.reading.printed.pieces import Page, PageTable, TableCell, TextLine, median, walk_lines
from pitchkit.offers.reading.typed_numbers import depth_of, is_number_only, split_number, tidy_number

_BULLETS: Final = frozenset("•▪-–—o○●■◦➢✓☐☒→*·‣⁃")
_BIGGER: Final = 1.12  # times the text; what is larger is a heading
SMALL: Final = 0.92  # times the text; the letters of a note at the foot are smaller
_FOOT: Final = 0.85  # of the height; below it a line that begins with a figure is a note
_LONGEST_HEADING: Final = 160  # characters
_SAME_EDGE: Final = 6.0  # points between the edges of two halves of one table
_SHORT: Final = 40  # characters; a name of a column is no longer


class Flow:
    """Turns pages into blocks; it knows the words, the sizes and the spacing of the whole paper."""

    def __init__(self, pages: Sequence[Page], outline: Mapping[str, int]) -> None:
        self._pages = pages
        self._outline = outline
        lines = [line for page in pages for line in walk_lines(page.pieces)]
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[line.size] += len(line.text)
        self._body = max(sizes, key=lambda size: (sizes[size], -size), default=10.0)
        self._large = sorted({line.size for line in lines if self._is_large(line)}, reverse=True)
        gaps = [below.top - above.bottom for above, below in pairwise(lines) if above.page == below.page]
        self._spacing = median([gap for gap in gaps if abs(gap) < 1.5 * self._body], 2.0)
        self._known = {word.casefold() for line in lines for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.text)[:-1]}
        self._columns = {page.number: page.columns for page in pages}
        self._right = median([line.right for line in lines if self._columns[line.page] == 1])
        self._tables = 0
        self._last_table: tuple[str, PageTable, int] | None = None

    @property
    def body(self) -> float:
        """The size of the letters of the text, in points."""
        return self._body

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks in reading order."""
        for page in self._pages:
            count = 0
            open_lines: list[TextLine] = []
            first_at = 0
            for position, piece in enumerate(find_aligned(page.pieces)):
                if isinstance(piece, TextLine):
                    if open_lines and not self._goes_on(open_lines, piece):
                        yield self._text(open_lines, first_at)
                        open_lines = []
                    count += 1
                    first_at = first_at if open_lines else count
                    open_lines.append(piece)
                    continue
                if open_lines:
                    yield self._text(open_lines, first_at)
                    open_lines = []
                rows = list(self._table(piece, count, is_first=position == 0))
                count += len(piece.rows)
                yield from rows
            if open_lines:
                yield self._text(open_lines, first_at)
            if not self._ends_in_table(page):
                self._last_table = None

    def _ends_in_table(self, page: Page) -> bool:
        """Return whether a table is the last thing on a page, but for notes at its foot."""
        text = [piece for piece in page.pieces if isinstance(piece, PageTable) or not self._is_note(piece, page)]
        return not text or isinstance(text[-1], PageTable)

    def _is_note(self, line: TextLine, page: Page) -> bool:
        return line.size < SMALL * self._body or (line.top > _FOOT * page.height and bool(re.match(r"\d{1,2} ?\D", line.text)))

    # --- text -----------------------------------------------------------------------------------------------------

    def _is_large(self, line: TextLine) -> bool:
        return line.size >= _BIGGER * self._body and len(line.text) <= _LONGEST_HEADING

    def _goes_on(self, before: Sequence[TextLine], line: TextLine) -> bool:
        """Return whether a line belongs to the same paragraph as the ones above it."""
        last = before[-1]
        if (last.is_bold != line.is_bold and (last.is_bold or self._is_large(last))) or abs(last.size - line.size) > 1:
            return False
        if line.top - last.bottom > self._spacing + 0.35 * self._body or line.top < last.top:
            return False
        if _bullet(line) or len(parts_of(line)) > 1 or len(parts_of(last)) > 1:
            return False
        right = max(last.right, self._right) if self._columns[last.page] == 1 else last.right
        has_room = last.x1 + line.words[0].x1 - line.words[0].x0 + 0.4 * self._body < right
        number, _ = split_number(line.text)
        if number and (has_room or line.x0 <= before[0].x0 + 3 or last.text.endswith((".", ":", ";"))):
            return False
        if self._is_large(last):
            return self._is_large(line) and not number
        return not has_room or (line.text[0].islower() and not last.text.endswith((".", ":", ";")))

    def _text(self, lines: Sequence[TextLine], at: int) -> Block:
        """Return a paragraph, item or heading made of lines."""
        first = lines[0]
        bullet = _bullet(first)
        text, is_guess = (" ".join(word.text for word in first.words[1:]) if bullet else first.text), False
        for line in lines[1:]:
            joined = join_lines(text, line.text, self._known)
            text, is_guess = joined.text, is_guess or joined.is_guess
        address = f"{first.page}:{at}"
        if bullet:
            return Block("item", text, address, "", self._indent(first), unsure="line-hyphen" if is_guess else "")
        level = self._outline.get(bare(text), 0) if len(text) <= _LONGEST_HEADING else 0
        number, rest = split_number(text, is_title=bool(level) or self._is_large(first) or first.is_bold)
        number, text = (number, rest) if rest else ("", text)
        level = level or (self._outline.get(bare(text), 0) if number else 0)
        if level or self._is_large(first):
            return self._heading(text, address, number, level, first)
        gaps = len(parts_of(first)) > 1
        unsure = "line-gaps" if gaps else "line-hyphen" if is_guess else ""
        kind_level = self._indent(first) if number else 0
        look = Look(all(line.is_bold for line in lines), first.size)
        return Block("item" if number else "paragraph", text, address, number, kind_level, unsure=unsure, look=look)

    def _heading(self, text: str, address: str, number: str, level: int, first: TextLine) -> Block:
        is_sure = bool(level) or bool(number)
        if not level and any(sign.isdigit() for sign in number):
            level = depth_of(number)
        rank = self._large.index(first.size) + 1 if first.size in self._large else len(self._large) + 1
        unsure = "" if is_sure else "line-heading-guessed"
        return Block("heading", text, address, number, level or min(rank, 6), unsure=unsure, look=Look(first.is_bold, first.size))

    def _indent(self, line: TextLine) -> int:
        """Return the level of an item: how far it stands from the left edge of the text on its page."""
        lefts = [one.x0 for page in self._pages if page.number == line.page for one in walk_lines(page.pieces)]
        offset = line.x0 - min(lefts, default=line.x0)
        return 1 if offset < 30 else 2 if offset < 55 else 3  # noqa: PLR2004 - points; a step of a list is about 18

    # --- tables ---------------------------------------------------------------------------------------------------

    def _table(self, table: PageTable, count: int, *, is_first: bool) -> Iterator[Block]:
        before = self._last_table
        is_continued = is_first and before is not None and _are_alike(before[1], table)
        if is_continued and before:
            name, start = before[0], before[2]
        else:
            self._tables += 1
            name, start = f"tabel {self._tables}", 0
        rows = table.rows
        is_repeated = is_continued and before is not None and _texts(rows[0]) == _texts(before[1].rows[0])
        header, is_guess = (is_repeated, False) if is_continued else _header(rows)
        for position, row in enumerate(rows):
            if is_repeated and position == 0:
                continue
            is_split = is_continued and position == int(is_repeated) and _looks_continued(row)
            block = _row(row, table.page, count + position + 1, name, start + position + 1)
            if header and position == 0:
                block = replace(_unnumbered(row, block), is_header=True, unsure="line-header-guessed" if is_guess else "")
            elif table.is_guess:
                block = replace(block, unsure="line-gaps")
            yield replace(block, unsure="line-continued") if is_split else block
        first = before[1] if is_continued and before else table
        self._last_table = (name, replace(table, rows=first.rows), start + len(rows))


def _bullet(line: TextLine) -> bool:
    return len(line.words) > 1 and line.words[0].text in _BULLETS


def _are_alike(before: PageTable, table: PageTable) -> bool:
    pairs = zip(before.edges, table.edges, strict=False)
    return len(before.edges) == len(table.edges) and all(abs(one - other) < _SAME_EDGE for one, other in pairs)


def _looks_continued(row: Sequence[TableCell]) -> bool:
    """Return whether a row may be the rest of one on the page before: nothing in front, or no capital."""
    return not row[0].text or any(cell.text[:1].islower() for cell in row if not cell.is_merged)


def _texts(row: Sequence[TableCell]) -> list[str]:
    return [cell.text for cell in row]


def _header(rows: Sequence[Sequence[TableCell]]) -> tuple[bool, bool]:
    """Return whether the first row holds the names of the columns, and whether that is a guess."""
    if len(rows) < 2:  # noqa: PLR2004 - a header stands above something
        return False, False
    names = [cell for cell in rows[0] if cell.text and not cell.is_merged]
    if len(names) < 2 or len(names) < len(rows[0]) - 1:  # noqa: PLR2004 - one name is a title
        return False, False
    if all(cell.is_bold for cell in names) and not all(cell.is_bold for cell in rows[1] if cell.text):
        return True, False
    is_short = all(_is_name(cell.text) for cell in names)
    return is_short and any(not _is_name(cell.text) for row in rows[1:] for cell in row), True


def _is_name(text: str) -> bool:
    return len(text) <= _SHORT and not text.endswith((".", ":", "?", ";")) and not any(sign.isdigit() for sign in text)


def _row(row: Sequence[TableCell], page: int, line: int, table: str, count: int) -> Block:
    origins = {cell.origin: cell.column for cell in row if not cell.is_merged}
    cells = tuple(
        Cell(
            cell.text,
            f"kolom {column_letters(cell.column + 1)}",
            f"{page}:{line}:{origins.get(cell.origin, cell.column) + 1}",
            cell.is_merged,
        )
        for cell in row
    )
    filled = [cell.text for cell in cells if cell.text and not cell.is_merged]
    number = tidy_number(filled.pop(0)) if filled and is_number_only(filled[0]) else ""
    return Block("row", " | ".join(filled), f"{page}:{line}", number, 0, cells, table, f"rij {count}")


def _unnumbered(row: Sequence[TableCell], block: Block) -> Block:
    return replace(block, text=" | ".join(cell.text for cell in row if cell.text and not cell.is_merged), number="")
