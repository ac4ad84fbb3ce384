"""`pitchkit offer build`."""

from __future__ import annotations

from typing import Annotated

import typer

from pitchkit.language import _


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _("To be written.")


def run(name: Annotated[str, typer.Argument(metavar=_("NAME"))]) -> None:
    """Placeholder."""
    raise NotImplementedError(name)
