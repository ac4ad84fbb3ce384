"""What the parser hands over: a plain tree that knows nothing of markdown_it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

MARK = re.compile(r"\{([?+-])([a-z0-9_.-]+)\}")


@dataclass(slots=True)
class Node:
    """A piece of Markdown with what stands inside it; `kind` is markdown_it's name for it, `line` counts from 0."""

    kind: str
    content: str
    line: int
    markup: str = ""
    info: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    meta: dict[str, Any] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Reference:
    """A link definition, `[label]: address`, by its normalised label."""

    label: str
    line: int
    is_double: bool
