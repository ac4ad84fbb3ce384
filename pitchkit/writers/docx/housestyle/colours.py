"""Colours: which one the house has, and whether words in it can be read."""

from __future__ import annotations

import re
from typing import Final

ACCENT: Final = "154273"  # of pitchkit's own styles
TINT: Final = "EDF2F8"
READABLE: Final = 4.5  # WCAG 2.1, 1.4.3
_LINEAR: Final = 0.04045  # sRGB: darker than this, light goes up in step with the number


def contrast(one: str, other: str) -> float:
    """Return the contrast between two colours, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    red, green, blue = (part / 12.92 if part <= _LINEAR else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def is_colour(text: str) -> bool:
    """Tell whether the text is a colour as Word writes it: six hexadecimal digits."""
    return bool(re.fullmatch("[0-9A-Fa-f]{6}", text))


def choose_accent(candidates: list[str]) -> str:
    """Return the first colour that reads on white, else pitchkit's own."""
    readable = (colour.upper() for colour in candidates if is_colour(colour) and contrast(colour, "FFFFFF") >= READABLE)
    return next(readable, ACCENT)


def tint_of(accent: str) -> str:
    """Return a light tint of the accent on which the accent itself still reads."""
    if accent == ACCENT:
        return TINT
    mixes = (_mixed(accent, share) for share in (0.08, 0.05, 0.02))
    return next((mix for mix in mixes if contrast(accent, mix) >= READABLE), "FFFFFF")


def _mixed(colour: str, share: float) -> str:
    parts = (int(colour[place : place + 2], 16) for place in (0, 2, 4))
    return "".join(f"{round(255 - (255 - part) * share):02X}" for part in parts)
