"""The words of a paragraph in Word: what a reader of the page sees, and what was left out of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pitchkit.offers.reading.noting import Notes
from pitchkit.offers.reading.office import Element
from pitchkit.offers.reading.word.names import MC, find, number, switch, tag, value
from pitchkit.offers.reading.word.styles import Styles
from pitchkit.offers.reading.word.words import Words, follow_field, read_control

_THROUGH: Final = frozenset(
    tag(name)
    for name in (
        "ins",
        "moveTo",
        "hyperlink",
        "smartTag",
        "sdtContent",
        "fldSimple",
        "dir",
        "bdo",
        "customXml",
        "ruby",
        "rubyBase",
    )
)
_CHANGES: Final = frozenset(tag(name) for name in ("ins", "moveTo", "del", "moveFrom"))
_SIGNS: Final[dict[object, str]] = {
    tag("tab"): "\t",
    tag("ptab"): "\t",
    tag("br"): "\n",
    tag("cr"): "\n",
    tag("noBreakHyphen"): "-",
}
_PICTURES: Final = frozenset(tag(name) for name in ("drawing", "pict", "object"))
_SYMBOLS: Final = {
    **dict.fromkeys(("F06F", "F071", "F0A8", "F072"), "☐"),
    **dict.fromkeys(("F0FE", "F053", "F052", "F054"), "☒"),
    **dict.fromkeys(("F0FC", "F050"), "✓"),
    **dict.fromkeys(("F0FB", "F04F"), "✗"),
    **dict.fromkeys(("F0B7", "F0A7"), "•"),
    "F0E0": "→",
    "F0B3": "≥",
    "F0A3": "≤",
}
_MATHS: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_TEXT, _RUN, _FIELD, _CONTROL = tag("t"), tag("r"), tag("fldChar"), tag("sdt")


class TextReader:
    """Reads paragraphs of one file; what it leaves out is noted."""

    def __init__(self, styles: Styles, notes: Notes) -> None:
        self._styles = styles
        self._notes = notes

    def read(self, paragraph: Element, *, is_prompt: bool = False) -> Words:
        """Return the words of a paragraph; those of a control that still shows its prompt are left out."""
        words = Words()
        style = value(find(paragraph, "w:pPr/w:pStyle"))
        self._walk(paragraph, words, style, is_prompt=is_prompt)
        return words

    def _walk(self, parent: Element, words: Words, style: str, *, is_prompt: bool) -> None:
        for child in parent.iterchildren("*"):
            name = child.tag
            if name in _CHANGES:
                self._notes.add("paper-tracked-changes")
            if name == _RUN:
                self._run(child, words, style, is_prompt=is_prompt)
            elif name == _CONTROL:
                self._control(child, words, style, is_prompt=is_prompt)
            elif name in _THROUGH:
                self._walk(child, words, style, is_prompt=is_prompt)
            elif name == f"{MC}AlternateContent":
                for choice in _choices(child):
                    self._walk(choice, words, style, is_prompt=is_prompt)
            elif str(name).startswith(_MATHS):
                words.pieces.extend(found.text or "" for found in child.iter(f"{_MATHS}t"))

    def _control(self, control: Element, words: Words, style: str, *, is_prompt: bool) -> None:
        """Read a content control: its words, or that it is still open, and what one may choose in it."""
        found = read_control(control)
        words.choices = words.choices or found.choices
        words.is_open = words.is_open or found.is_prompt
        for content in control.iterchildren(tag("sdtContent")):
            self._walk(content, words, style, is_prompt=is_prompt or found.is_prompt)

    def _run(self, run: Element, words: Words, style: str, *, is_prompt: bool) -> None:
        properties = find(run, "w:rPr")
        said = self._text_of(run, words)
        if not said or is_prompt:
            return
        character = value(find(properties, "w:rStyle"))
        hidden = switch(properties, "vanish")
        if hidden or (hidden is None and character and self._styles.is_hidden(character)):
            self._notes.add("paper-hidden-text", said, 1 if said.strip() else 0)
            return
        words.pieces.append(said)
        if letters := sum(sign.isalnum() for sign in said):
            self._look(properties, style, character, letters, words, said)

    def _look(self, properties: Element | None, style: str, character: str, letters: int, words: Words, said: str) -> None:  # noqa: PLR0913, PLR0917 - a run has all of these
        bold = switch(properties, "b")
        if bold is None:
            bold = self._styles.is_bold(style) or (bool(character) and self._styles.is_bold(character))
        underlined = value(find(properties, "w:u")) not in {"", "none"}
        capitals = bool(switch(properties, "caps")) or (said.isupper() and letters > 3)  # noqa: PLR2004 - longer than WMO
        if bold or underlined or capitals:
            words.strong += letters
        else:
            words.plain += letters
        own = value(find(properties, "w:sz"))
        words.largest = max(words.largest, number(own, 20) / 2 if own else self._styles.size(style))
        words.has_struck = words.has_struck or bool(switch(properties, "strike")) or bool(switch(properties, "dstrike"))

    def _text_of(self, run: Element, words: Words) -> str:
        text = "".join(self._piece(child, words) for child in run.iterchildren("*"))
        if words.blank_field and text and not text.strip("\u2002 \u00a0\t"):
            words.is_open, text = True, " "
        return text

    def _piece(self, child: Element, words: Words) -> str:
        """Return what a part of a run says."""
        name = child.tag
        if name == _FIELD:
            return follow_field(child, words)
        if words.is_instruction:
            return ""
        if name == _TEXT:
            return child.text or ""
        if name == tag("sym"):
            return _symbol(child)
        if name == f"{MC}AlternateContent":
            return "".join(self._text_of(choice, words) for choice in _choices(child))
        if name in _PICTURES:
            self._picture(child, words)
        elif name == tag("commentReference"):
            self._notes.add("paper-comments")
        return _SIGNS.get(name, "")

    def _picture(self, picture: Element, words: Words) -> None:
        frames = list(picture.iter(tag("txbxContent")))
        words.frames.extend(frames)
        if picture.tag == tag("object"):
            self._notes.add("paper-embedded")
        elif not frames and _is_large(picture):
            self._notes.add("paper-pictures")


def _choices(alternate: Element) -> Iterator[Element]:
    """Yield what is to be read of content in two forms: the newer form, which says the same as the older one."""
    first = next(alternate.iterchildren(f"{MC}Choice"), None)
    found = first if first is not None else next(alternate.iterchildren(f"{MC}Fallback"), None)
    if found is not None:
        yield found


def _symbol(symbol: Element) -> str:
    code = value(symbol, "char").upper()
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    point = number(str(int(code, 16))) if re.fullmatch(r"[0-9A-F]{1,5}", code) else 0
    return "•" if 0xE000 <= point <= 0xF8FF or not point else chr(point)  # noqa: PLR2004 - the private signs of a symbol font


def _is_large(picture: Element) -> bool:
    """Return whether a picture is large enough to hold text: from about 8 by 4 centimetres."""
    for extent in picture.iter("{*}extent"):
        return number(extent.get("cx", "")) > 2_880_000 and number(extent.get("cy", "")) > 1_440_000  # noqa: PLR2004 - EMU
    return False
