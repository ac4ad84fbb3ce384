"""What more than one problem advises."""

from __future__ import annotations

from pitchkit.language import mark as _

QUOTE_IT = _("Put the whole text in quotes.")
SUGGEST = _("Did you mean “{suggestion}”?")
CHOOSE = _("Choose one of: {choices}.")
