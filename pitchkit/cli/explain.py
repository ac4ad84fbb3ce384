"""`pitchkit explain`: what a code behind a message means."""

from __future__ import annotations

from typing import Annotated

import typer

from pitchkit.cli import completing
from pitchkit.language import _


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _(
        "Explain a code such as typography-quotes: what it means, why it matters and how to mend it. Without one: all codes."
    )


def run(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar=_("CODE"), help=_("What stands between square brackets behind a message."), autocompletion=completing.codes
        ),
    ] = None,
) -> None:
    """Explain a code, or list them all."""
    from pitchkit import terminal
    from pitchkit.checking import explanations

    if code is None:
        terminal.show_table((_("Code"), _("Message")), explanations.every())
        return
    explained = explanations.explain(code.strip("[]"))
    terminal.result(f"{explained.code}: {explained.message}")
    for text in explained.paragraphs[1:]:
        terminal.result(f"\n{text}")
    for label, example in ((_("Wrong:"), explained.wrong), (_("Right:"), explained.right)):
        if example:
            terminal.result(f"\n{label}\n" + "\n".join(f"  {line}" for line in example.splitlines()))
