"""Where something stands in a file of the buyer."""

from __future__ import annotations

from pitchkit.model import FilledText, Frozen, Id


class Found(Frozen):
    """Where something stands in a file of the buyer.

    `place` is for people ("§ 4.2", "blad Vragen, rij 7"); `at` is the exact address within the file ("Vragen!B7", "body/14").
    """

    document: Id
    place: FilledText
    at: FilledText | None = None
