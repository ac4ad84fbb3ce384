"""A Dutch spelling dictionary, where one is installed. The door to hunspell (`pip install chunspell`)."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from pitchkit.plain_language.common_words import WITHOUT_STRESS

_NAMES: Final = ("nl_NL", "nl")
_UNIX: Final = (
    *("/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell"),
    *("/opt/homebrew/share/hunspell", "/Library/Spelling"),
)
_AT_HOME: Final = (".local/share/hunspell", "Library/Spelling")
_PARTICLES: Final = ("mee", "terug", "samen", "rond")
_MOST_SUGGESTIONS: Final = 3


class Dictionary:
    """A dictionary that says whether a word is in it, and what else it may have been meant to be."""

    def __init__(self, path: Path) -> None:
        import hunspell  # type: ignore[import-not-found,import-untyped,unused-ignore]

        self._words = hunspell.Hunspell(path.stem, hunspell_data_dir=str(path.parent))

    def has(self, word: str) -> bool:
        """Return whether a word is spelled as it should be; so is a known verb with a part before it."""
        plain = word.replace("’", "'")
        forms = (plain, plain.lower(), plain.lower().translate(WITHOUT_STRESS))
        return any(self._words.spell(one) for one in forms) or self._is_joined(plain.lower())

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Return the words that look most like a word."""
        return tuple(self._words.suggest(word))[:_MOST_SUGGESTIONS]

    def _is_joined(self, word: str) -> bool:
        if "-" in word:
            return all(self.has(part) for part in word.split("-") if part)
        return any(word.startswith(part) and self._words.spell(word.removeprefix(part)) for part in _PARTICLES)


def installed(environment: Mapping[str, str] = os.environ) -> str:
    """Return which dictionary there is to check with: its path and date; nothing where it or hunspell is not installed."""
    path = find(environment) if find_spec("hunspell") else None
    return f"{path} {path.stat().st_mtime_ns}" if path else ""


def find(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Return the place of a Dutch dictionary: in DICPATH, or where systems keep them."""
    for folder in _folders(environment):
        for name in _NAMES:
            path = folder / f"{name}.dic"
            if path.is_file() and path.with_suffix(".aff").is_file():
                return path
    return None


def _folders(environment: Mapping[str, str]) -> Iterator[Path]:
    yield from (Path(part) for part in environment.get("DICPATH", "").split(os.pathsep) if part)
    if home := environment.get("HOME"):
        yield from (Path(home, part) for part in _AT_HOME)
    if sys.platform != "win32":
        yield from (Path(part) for part in _UNIX)
