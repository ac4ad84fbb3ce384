"""`pitchkit completion`: the few lines by which a shell completes what is typed."""

from __future__ import annotations

from typing import Annotated

import typer

from pitchkit.cli import completing, options
from pitchkit.cli.group import COMPLETE
from pitchkit.language import _, mark

PLACES = {
    "bash": mark("Put it in place with: pitchkit completion bash >> ~/.bashrc"),
    "zsh": mark("Put it in place with: pitchkit completion zsh >> ~/.zshrc"),
    "fish": mark(
        "Put it in place with: mkdir -p ~/.config/fish/completions; "
        "pitchkit completion fish > ~/.config/fish/completions/pitchkit.fish"
    ),
    "powershell": mark("Put it in place with: mkdir -Force (Split-Path $PROFILE); pitchkit completion powershell >> $PROFILE"),
}
"""The shells, each with how to use what is printed."""

_FIRST = {"zsh": "(( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }\n"}
"""What goes before: a Mac has nothing in its .zshrc, not even what makes zsh complete words."""


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _("Print what makes the tab key complete readers, themes, documents and ids in your shell.")


def run(
    shell: Annotated[
        str,
        typer.Argument(
            metavar="bash|zsh|fish|powershell", help=_("The shell that you use."), autocompletion=completing.words(*PLACES)
        ),
    ],
) -> None:
    """Print the lines, and tell where they go."""
    from typer.completion import get_completion_script  # type: ignore[attr-defined]

    from pitchkit import terminal
    from pitchkit.diagnostics import CommandError, Diagnostic

    found: list[Diagnostic] = []
    chosen = options.choice("completion", shell, tuple(PLACES), found, "shell-unknown")
    if found:
        raise CommandError(found)
    script = get_completion_script(prog_name="pitchkit", complete_var=COMPLETE, shell=chosen)
    terminal.result(_FIRST.get(chosen, "") + script)
    terminal.say(_(PLACES[chosen]))
    terminal.say(_("Then open a new terminal."))
