"""YAML as people type it: the same data in braces or on lines, with comments, empty lines, quotes and texts of all sorts."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from pitchkit.yamlsource import Data

WORDS = st.sampled_from(["een", "twee woorden", "no", "1.10", "a: b", "x # y", "- z", "é’s", "[", "~x", "  ruim ", ""])
PROSE = st.sampled_from(["Een zin.\nNog een.\n", "a\n\nb", "a\n  b\n", "# kop\n\n- x\n", "x: y\nz\n\n", "slot\n"])
KEYS = st.sampled_from(["a", "b", "c", "no", "een sleutel", "x: y", "é", "#1"])
SCALARS = WORDS | PROSE
TREES: st.SearchStrategy[Data] = st.recursive(
    SCALARS | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)
FILES = st.dictionaries(KEYS, TREES, min_size=1, max_size=4)


@dataclass
class Hand:
    """Writes data, with a choice wherever YAML leaves one."""

    draw: Callable[..., Any]
    comments: int = 0
    end_of_text: int = 0
    lines: list[str] = field(default_factory=list)

    def one_of(self, *choices: Any) -> Any:  # noqa: ANN401 - what is chosen from
        return self.draw(st.sampled_from(choices))

    def comment(self) -> str:
        self.comments += 1
        return f"# commentaar {self.comments}"

    def between(self, indent: int) -> None:
        for kind in self.one_of((), (), (), ("comment",), ("empty",), ("empty", "comment")):
            self.lines.append(" " * indent + self.comment() if kind == "comment" else self.one_of("", "", "  "))

    def behind(self) -> str:
        text: str = self.one_of("", "", "", "  ", f"  {self.comment()}")
        return text

    def scalar(self, text: str | None) -> str:
        if text is None:
            return ""
        if text.replace(" ", "").isalnum() and text == text.strip() and self.one_of(True, False):
            return text
        if "\n" not in text and self.one_of(True, False):
            return "'" + text.replace("'", "''") + "'"
        return json.dumps(text, ensure_ascii=False)

    def flow(self, data: Data) -> str:
        comma = self.one_of(", ", ",", " , ", ",\n      ", f", {self.comment()}\n      ")
        last = self.one_of("", "", " ", ",", ", ", "\n      ")
        if isinstance(data, dict):
            pairs = [f"{self.key(key)}: {self.flow(value)}" for key, value in data.items()]
            return f"{{{comma.join(pairs)}{last if pairs else ''}}}"
        if isinstance(data, list):
            return f"[{comma.join('~' if one is None else self.flow(one) for one in data)}{last if data else ''}]"
        return self.scalar(data)

    def key(self, key: str) -> str:
        return key if key in ("a", "b", "c") and self.one_of(True, False) else json.dumps(key, ensure_ascii=False)

    def value(self, start: str, data: Data, indent: int, below: int) -> None:
        """Write a value behind `start`; `below` is the least indent of what stands on the next lines."""
        if isinstance(data, dict | list) and data and self.one_of(True, True, False):
            at = below + self.one_of(0, 2)
            if start.endswith("-") and self.one_of(True, True, False):
                self.block(data, len(start) + 1, first=f"{start} ")
            else:
                self.lines.append(start + self.behind())
                self.between(at)
                self.block(data, at)
        elif isinstance(data, str) and "\n" in data and self.one_of(True, True, False):
            self.text(start, data, indent)
        else:
            written = self.flow(data)
            is_lower = written and self.one_of(False, False, False, True)
            if is_lower:
                self.lines.append(start + self.behind())
                start = " " * (indent + 3)
            self.lines += (f"{start} {written}".rstrip(" ") + self.behind()).split("\n")

    def text(self, start: str, data: str, indent: int) -> None:
        sign = "|" if data.endswith("\n") else "|-"
        if data.endswith("\n\n"):
            sign = "|+"
        at = indent + self.one_of(1, 2, 4)
        self.lines.append(f"{start} {sign}{self.behind()}")
        body = data.removesuffix("\n").split("\n")
        self.lines += [" " * at + line if line else "" for line in body]
        if sign != "|+" and self.one_of(True, False):
            self.lines.append("")
        self.end_of_text = len(self.lines)

    def block(self, data: Data, indent: int, first: str = "") -> None:
        lead = first or " " * indent
        if isinstance(data, dict):
            for key, value in data.items():
                below = indent + (0 if isinstance(value, list) else 1)
                self.value(f"{lead}{self.key(key)}:", value, indent, below)
                lead = self.next(indent)
        elif isinstance(data, list):
            for item in data:
                self.value(f"{lead}-", item, indent, indent + 1)
                lead = self.next(indent)

    def next(self, indent: int) -> str:
        if not self.is_after_kept_text():
            self.between(indent)
        return " " * indent

    def is_after_kept_text(self) -> bool:
        return len(self.lines) > 1 and self.lines[-1] == ""


@st.composite
def handwritten(draw: Callable[..., Any]) -> str:
    """Return the text of a file, which may begin with a mark and have the line ends of Windows."""
    hand = Hand(draw)
    hand.lines += hand.one_of((), (), ("# kop", ""), ("---",), ("%YAML 1.1", "--- # begin"))
    hand.block(draw(FILES), 0)
    hand.lines += hand.one_of((), (), ("...",), ("", "# slot"), ("# slot", "...", "# na het einde"))
    # A block whose last line has no end is the one thing that an edit elsewhere has to change.
    end = "\n" if hand.end_of_text == len(hand.lines) else hand.one_of("\n", "\n", "")
    text: str = "\n".join(hand.lines) + end
    return str(hand.one_of("", "", "\ufeff")) + text.replace("\n", hand.one_of("\n", "\n", "\r\n"))
