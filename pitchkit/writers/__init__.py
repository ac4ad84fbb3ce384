"""Writers turn a document tree into a file. Each is imported only when its format is asked for."""

from __future__ import annotations

from typing import Literal, get_args

Format = Literal["docx", "md"]

FORMATS: tuple[Format, ...] = get_args(Format)
