"""Coverage: floors that a library sets itself."""

from __future__ import annotations

from pitchkit.language import mark as _

ERRORS: dict[str, tuple[str, str]] = {
    "coverage-low": (
        _("“{audience}” has {found} of the {least} entries that this library wants{about}"),
        _("Write more of them, or lower the floor."),
    ),
    "coverage-low-short": (
        _("“{audience}” has {found} of the {least} entries with a short wording that this library wants{about}"),
        _("Add short to more of them, or lower the floor."),
    ),
    "grid-unknown": (_("a grid cannot be made by “{word}”"), _("Choose one of: {choices}.")),
}
EXPLANATIONS: dict[str, tuple[str, str, str]] = {
    code: (
        _(
            "A library says for itself, under coverage in library.yaml, how many entries it wants at least. Below that a"
            " document for this reader has too little to choose from."
        ),
        "coverage:\n  floors:\n    - {audience: gemeente, theme: kosten, least: 200}",
        "coverage:\n  floors:\n    - {audience: gemeente, theme: kosten, least: 2}",
    )
    for code in ("coverage-low", "coverage-low-short")
}
WARNINGS: dict[str, tuple[str, str]] = {}
TEXTS = ERRORS | WARNINGS
