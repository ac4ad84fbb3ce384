"""Where an offer begins: its name and place, and a commented file where there is no paper of the buyer yet."""

from __future__ import annotations

import os
import re
from pathlib import Path

from pitchkit.diagnostics import CommandError, Location, problem
from pitchkit.offers import loading
from pitchkit.offers.model import OfferKind

_STARTER = Path(__file__).parents[2] / "starter"
_NAME = re.compile(r"[^\W_][\w .-]{0,79}")


def place_of(name: str, start: Path) -> Path:
    """Return where a new offer goes.

    Raises:
        CommandError: the name cannot be that of a file, or there is such an offer already.
    """
    path = loading.path_of(name, start)
    if not _NAME.fullmatch(path.stem) or (path.parent != (start / name).parent and Path(name).name != name):
        raise CommandError([problem(Location("NAME"), "offer-name", word=name)])
    if os.path.lexists(path):
        raise CommandError([problem(Location("NAME"), "offer-exists", name=path.stem)])
    return path


def starting_text(kind: OfferKind) -> str:
    """Return a file to fill in by hand: every field with what it is for."""
    return (_STARTER / f"offer-{kind}.yaml").read_text(encoding="utf-8")


def beside(path: Path, offer: Path) -> str:
    """Return a path as the offer file names it: from its own folder, or whole where that cannot be said."""
    try:
        return Path(os.path.relpath(path.resolve(), offer.parent.resolve())).as_posix()
    except ValueError:  # another disk of Windows
        return path.resolve().as_posix()
