"""Words and paths as they were typed: typer would load pydantic to read them, which takes longer than many commands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

_PLAIN: Final[dict[Any, type[str | Path]]] = {str: str, Path: Path}
_PLAIN_LISTS: Final[dict[Any, type[str | Path]]] = {list[str]: str, list[Path]: Path}


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the value of a parameter as typer does."""

    of_typer: Callable[[], Any]
    annotation: Any

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        kind = _PLAIN.get(self.annotation)
        if kind and isinstance(value, str | kind):
            return kind(value)
        kind = _PLAIN_LISTS.get(self.annotation)
        if kind and isinstance(value, list | tuple):
            return [kind(one) for one in value]
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        return self.of_typer().coerce(value, param=param, ctx=ctx)


def read_plainly(param: Any) -> None:
    """Read a parameter without pydantic where its value is text or a path, or is not given; an older typer needs no such help."""
    of_typer = getattr(param, "get_runtime_param", None)
    if of_typer and "get_runtime_param" not in vars(param):
        param.get_runtime_param = lambda: _Reader(of_typer, param.type_descriptor.annotation)
