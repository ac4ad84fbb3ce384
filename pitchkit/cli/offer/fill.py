"""`pitchkit offer fill`: the answers back into the buyer's own files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pitchkit.cli import options
from pitchkit.language import _, plural


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _("Put the answers back into copies of the buyer’s own Word and Excel files.")


def run(
    name: options.OfferName,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar=_("FOLDER"), help=_("Where the copies go."))] = None,
    profile: options.ProfileFile = None,
    library: options.Library = None,
    templates: options.Templates = None,
    force: options.OverThere = False,
) -> None:
    """Fill the buyer's files at the places that were recorded when they were read, and nowhere else."""
    from pitchkit import terminal
    from pitchkit.cli import reporting
    from pitchkit.cli.offer.opening import open_offer
    from pitchkit.offering import building, filling
    from pitchkit.output import DEFAULT_FOLDER, File

    kit, loaded = open_offer(name, Path.cwd(), library, profile, templates)
    built = building.build(kit, loaded, building.OfferRequest(date=options.today()))
    made = filling.fill(loaded, built, kit.profile.profile)
    if not made:
        terminal.say(_("No file of the buyer has room for answers that the offer file knows of."))
        return
    folder = kit.workspace.start / (output or DEFAULT_FOLDER)
    files = [File(folder / f"{loaded.name}-{one.name}", one.data, one.data.__eq__) for one in made]
    reporting.give_files(kit, files, force=force)
    for one in made:
        terminal.show_problems(one.warnings)
        told = plural("{name}: {count} place filled.", "{name}: {count} places filled.", one.count)
        terminal.say(told.format(name=one.name, count=one.count))
