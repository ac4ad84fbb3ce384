"""A small offer in a small workspace, and the documents that come of it."""

from __future__ import annotations

from pathlib import Path

from pitchkit import outline, pipeline, project
from pitchkit.offering import building
from pitchkit.offering.making import BuiltDocument, OfferRequest
from pitchkit.offering.usage import Pages
from pitchkit.offers import loading
from pitchkit.offers.loading import LoadedOffer
from pitchkit.pipeline import Kit
from tests.factories import ENTRIES, TODAY, make_workspace

HEAD = "kind: tender\ntitle: Groepen in de wijk\n"
TWO_CRITERIA = """\
criteria:
  - {id: K1, title: Bereik, questions: [{id: K1.1, text: Hoe bereikt u hen?, promise: Wij bellen.}]}
  - {id: K2, title: Sturing, questions: [{id: K2.1, text: Hoe stuurt u bij?, promise: Wij meten.}]}
"""
PROFILE = """\
organisation: {name: Stichting Samenloop}
municipality: {name: Voor*beeld*stad}
"""


def opened(folder: Path, offer: str, *, profile: str = PROFILE, entries: str = ENTRIES) -> tuple[Kit, LoadedOffer]:
    """Write a workspace with one offer, and read it."""
    make_workspace(folder, entries=entries, profile=profile, **{"offers/wijk.yaml": HEAD + offer})
    kit = pipeline.open_kit(project.find(folder))
    return kit, loading.load("wijk", folder, "offers/wijk.yaml", kit.library, kit.profile.profile)


def built(
    folder: Path, offer: str, *criteria: str, profile: str = PROFILE, layout: Pages | None = None
) -> dict[str, BuiltDocument]:
    """Return the documents of an offer by their names."""
    kit, loaded = opened(folder, offer, profile=profile)
    made = building.build(kit, loaded, OfferRequest(TODAY, criteria), layout)
    assert len({one.name for one in made}) == len(made)
    return {one.name: one for one in made}


def lines(document: BuiltDocument) -> list[str]:
    """Return the text of every line of a document's body."""
    return list(outline.block_texts(document.document.blocks))


def answer(folder: Path, fields: str) -> list[str]:
    """Return the lines below the heading of the only question, which has these fields."""
    indented = "".join(f"        {line}\n" for line in fields.splitlines())
    asked = "criteria:\n  - id: K1\n    title: Bereik\n    questions:\n      - id: K1.1\n        text: Hoe bereikt u hen?\n"
    shown = lines(built(folder, asked + indented)["wijk-offerte"])
    assert shown[:2] == ["K1 Bereik", "K1.1 Hoe bereikt u hen?"]
    return shown[2:]
