"""What makes a Word file usable for everybody, and whole: one function a rule, each returning what it found.

The rules follow EN 301 549, chapter 10, and what Word needs but no schema says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from pitchkit.writers.docx.housestyle.colours import contrast, is_colour
from tests.writers.wordfile import NAMES, Element, WordFile, tag, val, words

SMALLEST = 16  # half points
_STORY = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml")
_VAGUE = {"hier", "klik hier", "lees meer", "link", "deze link", "website", "meer"}
_TYPED = re.compile(r"([-*\u2022\u2013]\s+|\(?\d{1,2}[.)]\s+|[a-z]\)\s+)\S")
_HIGHLIGHTS = {"yellow": "FFFF00"}


def findings(word: WordFile) -> list[str]:
    """Return everything that is wrong, as sentences."""
    return [f"{rule.__name__}: {found}" for rule in RULES for found in rule(word)]


def stories(word: WordFile) -> dict[str, Element]:
    """Return the parts that hold words."""
    return {name: word.root(name) for name in word.names if _STORY.fullmatch(name)}


# --- for everybody -----------------------------------------------------------------------------------------------


def has_a_title_an_author_and_a_language(word: WordFile) -> Iterator[str]:
    core = word.root("docProps/core.xml")
    for name in ("dc:title", "dc:creator", "dc:language"):
        if not (core.findtext(name, "", NAMES) or "").strip():
            yield f"{name} is empty"
    language = val(word.root("word/styles.xml").find("w:docDefaults/w:rPrDefault/w:rPr/w:lang", NAMES))
    if language != core.findtext("dc:language", "", NAMES):
        yield f"the styles are in {language!r}"


def headings_begin_at_one_and_skip_nothing(word: WordFile) -> Iterator[str]:
    above = 0
    for paragraph in word.paragraphs():
        name = word.style_of(paragraph).lower()
        if not name.startswith("heading "):
            continue
        level = int(name[-1])
        if not words(paragraph).strip():
            yield f"an empty heading {level}"
        if level > above + 1:
            yield f"heading {level} after {above}: {words(paragraph)}"
        if paragraph.find("w:pPr/w:keepNext", NAMES) is None:
            yield f"can stand alone at the foot of a page: {words(paragraph)}"
        above = level


def headings_are_styles(word: WordFile) -> Iterator[str]:
    for paragraph in word.paragraphs("Normal"):
        runs = [run for run in paragraph.iter(tag("w:r")) if words(run).strip()]
        text = words(paragraph)
        if runs and len(text) < 80 and text[-1] not in ".:;,?!" and all(run.find("w:rPr/w:b", NAMES) is not None for run in runs):
            yield f"a bold line poses as a heading: {text}"


def tables_have_a_header_row_and_full_cells(word: WordFile) -> Iterator[str]:
    for table in word.body.iter(tag("w:tbl")):
        rows = table.findall("w:tr", NAMES)
        where = words(table)[:30]
        if rows[0].find("w:trPr/w:tblHeader", NAMES) is None or val(table.find("w:tblPr/w:tblLook", NAMES), "w:firstRow") != "1":
            yield f"the first row is not marked: {where}"
        if table.find("w:tblPr/w:tblDescription", NAMES) is None:
            yield f"no description: {where}"
        if any(table.find(f".//{name}", NAMES) is not None for name in ("w:gridSpan", "w:vMerge", "w:tbl")):
            yield f"joined or nested cells: {where}"
        if any(not words(cell).strip() for cell in table.iter(tag("w:tc"))):
            yield f"an empty cell: {where}"


def pictures_say_what_they_show(word: WordFile) -> Iterator[str]:
    for name, story in stories(word).items():
        for picture in story.iter(tag("wp:docPr")):
            text = (picture.get("descr") or "").strip()
            if not text or re.search(r"\.(png|jpe?g)$", text, re.IGNORECASE):
                yield f"{name}: {text!r}"
        if story.find(".//wp:anchor", NAMES) is not None:
            yield f"{name}: a picture floats outside the reading order"


def there_are_no_empty_paragraphs(word: WordFile) -> Iterator[str]:
    for paragraph in word.paragraphs():
        if not words(paragraph).strip() and paragraph.find(".//w:drawing", NAMES) is None:
            yield f"after {words(prior)[:30]!r}" if (prior := paragraph.getprevious()) is not None else "at the start"


def lists_are_real(word: WordFile) -> Iterator[str]:
    for paragraph in word.paragraphs():
        if _TYPED.match(words(paragraph)) and not word.number_of(paragraph)[0]:
            yield f"typed: {words(paragraph)[:40]}"


def links_say_where_they_go(word: WordFile) -> Iterator[str]:
    for name, story in stories(word).items():
        for link in story.iter(tag("w:hyperlink")):
            text = words(link).strip()
            if text.lower().rstrip(".") in _VAGUE or not text or text.startswith("http"):
                yield f"{name}: {text!r}"


def letters_can_be_read(word: WordFile) -> Iterator[str]:
    bad = Counter[str]()
    for story in stories(word).values():
        for paragraph in story.iter(tag("w:p")):
            for run in paragraph.iter(tag("w:r")):
                if words(run).strip():
                    bad.update(_unreadable(word, run, paragraph))
    yield from (f"{text} ({count} times)" for text, count in sorted(bad.items()))


def _unreadable(word: WordFile, run: Element, paragraph: Element) -> Iterator[str]:
    colour = val(_look(word, run, paragraph, "w:rPr/w:color")) or "auto"
    ground = _ground(word, run, paragraph)
    if is_colour(colour) and is_colour(ground) and contrast(colour, ground) < 4.5:
        yield f"{colour} on {ground} is {contrast(colour, ground):.2f}:1"
    size = val(_look(word, run, paragraph, "w:rPr/w:sz"))
    if size and int(size) < SMALLEST:
        yield f"letters of {int(size) / 2} pt"


def _ground(word: WordFile, run: Element, paragraph: Element) -> str:
    highlight = val(run.find("w:rPr/w:highlight", NAMES))
    if highlight:
        return _HIGHLIGHTS[highlight]
    shade = val(_look(word, run, paragraph, "w:pPr/w:shd"), "w:fill")
    if shade:
        return shade
    row = next(paragraph.iterancestors(tag("w:tr")), None)
    if row is not None and row.find("w:trPr/w:tblHeader", NAMES) is not None:
        return val(word.style("Pitch Table").find("w:tblStylePr/w:tcPr/w:shd", NAMES), "w:fill")
    return "FFFFFF"


def _look(word: WordFile, run: Element, paragraph: Element, path: str) -> Element | None:
    """Return the property that decides: of the run, its style, the paragraph's style, those below it, the default."""
    found = (paragraph if path.startswith("w:pPr") else run).find(path, NAMES)
    ids = [val(run.find("w:rPr/w:rStyle", NAMES)), val(paragraph.find("w:pPr/w:pStyle", NAMES))]
    names = [word.styles[style] for style in ids if style] or ["Normal"]
    for name in names:
        style: Element | None = word.style(name)
        while found is None and style is not None:
            found = style.find(path, NAMES)
            base = val(style.find("w:basedOn", NAMES))
            style = word.style(word.styles[base]) if base else None
    place = "rPrDefault" if path.startswith("w:rPr") else "pPrDefault"
    return found if found is not None else word.root("word/styles.xml").find(f"w:docDefaults/w:{place}/{path}", NAMES)


def the_document_is_not_locked_and_asks_nothing(word: WordFile) -> Iterator[str]:
    settings = word.root("word/settings.xml")
    for name in ("w:documentProtection", "w:updateFields"):
        if settings.find(name, NAMES) is not None:
            yield f"{name} in the settings"
    for story in stories(word).values():
        if any(val(mark, "w:dirty") for mark in story.iter(tag("w:fldChar"))):
            yield "a field is marked dirty"
        if any(next(story.iter(tag(name)), None) is not None for name in ("w:ins", "w:del", "w:commentReference")):
            yield "tracked changes or comments"


# --- whole -------------------------------------------------------------------------------------------------------


def everything_referred_to_is_there(word: WordFile) -> Iterator[str]:
    numbers = {val(number, "w:numId") for number in word.root("word/numbering.xml").iter(tag("w:num"))}
    notes = {val(note, "w:id") for note in word.root("word/footnotes.xml").iter(tag("w:footnote"))}
    for part in (part for part in word.names if part.endswith(".rels")):
        ids = [relation.get("Id") for relation in word.root(part)]
        yield from (f"{part}: {found} is there twice" for found in sorted(set(map(str, ids))) if ids.count(found) > 1)
    for name, story in stories(word).items():
        relations = word.relations(name)
        for element in story.iter():
            if not isinstance(element.tag, str):
                continue
            local = etree_name(element)
            if local in {"pStyle", "rStyle", "tblStyle"} and val(element) not in word.styles:
                yield f"{name}: style {val(element)}"
            if local == "numId" and val(element) not in {*numbers, "0"}:
                yield f"{name}: list {val(element)}"
            if local == "footnoteReference" and val(element, "w:id") not in notes:
                yield f"{name}: note {val(element, 'w:id')}"
            for attribute in ("r:id", "r:embed"):
                if (wanted := element.get(tag(attribute))) and wanted not in relations:
                    yield f"{name}: relation {wanted}"


def etree_name(element: Element) -> str:
    """Return the name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def bookmarks_and_fields_are_whole(word: WordFile) -> Iterator[str]:
    roots = stories(word).values()
    starts = [mark for root in roots for mark in root.iter(tag("w:bookmarkStart"))]
    ends = Counter(val(mark, "w:id") for root in roots for mark in root.iter(tag("w:bookmarkEnd")))
    names = Counter(val(mark, "w:name").lower() for mark in starts)
    yield from (f"the bookmark {name} is there {count} times" for name, count in names.items() if count > 1)
    yield from (f"the bookmark {name} is too long or not a name" for name in names if not re.fullmatch(r"[a-z_]\w{0,39}", name))
    if Counter(val(mark, "w:id") for mark in starts) != ends or any(count > 1 for count in ends.values()):
        yield "a bookmark does not begin once and end once"
    for name, root in stories(word).items():
        steps = [val(mark, "w:fldCharType") for mark in root.iter(tag("w:fldChar"))]
        if steps != ["begin", "separate", "end"] * (len(steps) // 3):
            yield f"a field in {name} is not whole"
        for code in root.iter(tag("w:instrText")):
            wanted = re.match(r"\s*(?:NOTEREF|REF|PAGEREF)\s+(\S+)", code.text or "")
            if wanted and wanted[1].lower() not in names:
                yield f"{wanted[1]} is referred to but is not there"


def drawings_have_numbers_of_their_own(word: WordFile) -> Iterator[str]:
    numbers = Counter(drawing.get("id") for root in stories(word).values() for drawing in root.iter(tag("wp:docPr")))
    yield from (f"number {number} is there {count} times" for number, count in numbers.items() if count > 1)


def tables_are_square(word: WordFile) -> Iterator[str]:
    for table in word.body.iter(tag("w:tbl")):
        columns = [val(column, "w:w") for column in table.findall("w:tblGrid/w:gridCol", NAMES)]
        for row in table.iter(tag("w:tr")):
            if [val(cell.find("w:tcPr/w:tcW", NAMES), "w:w") for cell in row.findall("w:tc", NAMES)] != columns:
                yield f"a row does not follow the columns: {words(row)[:30]}"
        if any(etree_name(cell[-1]) != "p" for cell in table.iter(tag("w:tc"))):
            yield "a cell does not end in a paragraph"


def no_markup_is_left(word: WordFile) -> Iterator[str]:
    for name, story in stories(word).items():
        found = re.search(r"\{\{|\}\}|\{%|\*\*\w|\]\(https?:|<\?pitchkit", words(story))
        if found:
            yield f"{name}: {found[0]}"
    if any(b"<?pitchkit" in content for part, content in word.parts.items() if part.endswith((".xml", ".rels"))):
        yield "a hole was left open"


RULES: tuple[Callable[[WordFile], Iterator[str]], ...] = (
    has_a_title_an_author_and_a_language,
    headings_begin_at_one_and_skip_nothing,
    headings_are_styles,
    tables_have_a_header_row_and_full_cells,
    pictures_say_what_they_show,
    there_are_no_empty_paragraphs,
    lists_are_real,
    links_say_where_they_go,
    letters_can_be_read,
    the_document_is_not_locked_and_asks_nothing,
    everything_referred_to_is_there,
    bookmarks_and_fields_are_whole,
    drawings_have_numbers_of_their_own,
    tables_are_square,
    no_markup_is_left,
)
