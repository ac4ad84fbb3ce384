"""What a paragraph in Word says, while it is gathered: its text, its look, and the fields in it that are to be filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pitchkit.offers.reading.office import Element
from pitchkit.offers.reading.word.names import NAMES, find, switch, value


@dataclass(slots=True)
class Words:
    """What one paragraph says and how it looks, gathered while it is walked."""

    pieces: list[str] = field(default_factory=list)
    strong: int = 0
    plain: int = 0
    largest: float = 0.0
    has_struck: bool = False
    is_open: bool = False
    choices: tuple[str, ...] = ()
    frames: list[Element] = field(default_factory=list)
    fields: list[bool] = field(default_factory=list)
    blank_field: bool = False

    @property
    def text(self) -> str:
        """The text: blanks tidied, a tab and a line that the buyer broke kept."""
        return tidy("".join(self.pieces))

    @property
    def is_instruction(self) -> bool:
        """Whether what comes now tells Word what to put here, and is not put there itself."""
        return any(self.fields)

    @property
    def is_strong(self) -> bool:
        """Whether all letters are bold, underlined or capitals."""
        return self.strong > 0 and self.plain == 0


def tidy(text: str) -> str:
    """Return a text without odd blanks, soft hyphens and signs that cannot be seen."""
    text = text.replace("\u00ad", "").replace("\u200b", "").replace("\ufeff", "")
    text = re.sub(r"[\u00a0\u2000-\u200a\u202f\u3000]", " ", text)
    text = "".join(sign if sign in "\n\t" or (sign >= " " and not "\x7f" <= sign <= "\x9f") else "" for sign in text)
    return "\n".join(line for part in text.split("\n") if (line := re.sub(r" {2,}| *\t[\t ]*", _one_blank, part).strip()))


def _one_blank(found: re.Match[str]) -> str:
    return "\t" if "\t" in found[0] else " "


@dataclass(frozen=True, slots=True)
class Control:
    """What a content control says of itself."""

    is_prompt: bool
    choices: tuple[str, ...]
    is_contents: bool


def read_control(control: Element) -> Control:
    """Return whether a control still shows its prompt, what it lets one choose, and whether it is the table of contents."""
    properties = find(control, "w:sdtPr")
    items = (
        []
        if properties is None
        else [*properties.findall("w:dropDownList/w:listItem", NAMES), *properties.findall("w:comboBox/w:listItem", NAMES)]
    )
    choices = tuple(
        said for item in items if value(item, "value") and (said := value(item, "displayText") or value(item, "value"))
    )
    gallery = value(find(properties, "w:docPartObj/w:docPartGallery"))
    return Control(bool(switch(properties, "showingPlcHdr")), choices, gallery == "Table of Contents")


def follow_field(mark: Element, words: Words) -> str:
    """Follow a field: its instruction is not text, its result is; an old check box has no result but its state."""
    kind = value(mark, "fldCharType")
    if kind == "separate" and words.fields:
        words.fields[-1] = False
    elif kind == "end" and words.fields:
        words.fields.pop()
        words.blank_field = False
    elif kind == "begin":
        words.fields.append(True)
        return _form_field(find(mark, "w:ffData"), words)
    return ""


def _form_field(data: Element | None, words: Words) -> str:
    """Read a field of an old form: an open text, a choice, or a box, which is returned as it stands."""
    if data is None:
        return ""
    words.blank_field = find(data, "w:textInput") is not None
    words.choices = words.choices or tuple(value(entry) for entry in data.findall("w:ddList/w:listEntry", NAMES))
    box = find(data, "w:checkBox")
    if box is None:
        return ""
    said = switch(box, "checked")
    is_ticked = switch(box, "default") if said is None else said
    return "☒ " if is_ticked else "☐ "
