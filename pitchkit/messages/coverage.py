"""Coverage: floors that a library sets itself."""

from __future__ import annotations

from pitchkit.language import mark as _
from pitchkit.messages.hints import CHOOSE

ERRORS: dict[str, tuple[str, str]] = {
    "coverage-low": (
        _("“{audience}” has {found} of the {least} entries that this library wants{about}"),
        _("Write more of them, or lower the floor."),
    ),
    "coverage-low-short": (
        _("“{audience}” has {found} of the {least} entries with a short wording that this library wants{about}"),
        _("Add short to more of them, or lower the floor."),
    ),
    "grid-unknown": (_("a grid cannot be made by “{word}”"), CHOOSE),
}
EXPLANATIONS: dict[str, tuple[str, str, str]] = {
    code: (
        _(
            "A library says for itself, under coverage in library.yaml, how many entries it wants at least. Below that a"
            " document for this reader has too little to choose from."
        ),
        f"coverage:\n  floors:\n    - {{audience: gemeente, theme: kosten, {length}least: 200}}",
        f"coverage:\n  floors:\n    - {{audience: gemeente, theme: kosten, {length}least: 2}}",
    )
    for code, length in (("coverage-low", ""), ("coverage-low-short", "length: short, "))
}
WARNINGS: dict[str, tuple[str, str]] = {}
TEXTS = ERRORS | WARNINGS
