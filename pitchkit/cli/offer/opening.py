"""What every command about an offer begins with: the workspace read, and the offer in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pitchkit.offers.loading import LoadedOffer
    from pitchkit.pipeline import Kit


def open_offer(
    name: str, start: Path, library: Path | None, profile: Path | None, templates: Path | None = None
) -> tuple[Kit, LoadedOffer]:
    """Return what was read for this run and the offer with a name.

    Raises:
        CommandError: there is no such offer.
        ContentError: with what is wrong in the library, the templates, the profile or the offer.
    """
    from pitchkit import pipeline, project
    from pitchkit.offers import loading

    kit = pipeline.open_kit(project.find(start, library, templates, profile))
    path = loading.path_of(name, start)
    return kit, loading.load(name, start, kit.workspace.show(path), kit.library, kit.profile.profile)
