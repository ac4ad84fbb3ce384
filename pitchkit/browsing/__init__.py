"""Looking around in a library: finding entries, and telling one whole."""

from __future__ import annotations

from pitchkit.browsing.describing import describe
from pitchkit.browsing.finding import Asked, find

__all__ = ["Asked", "describe", "find"]
