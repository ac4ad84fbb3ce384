"""The last line of a text file that tells whether somebody edited it: a comment with the hash of all above it."""

from __future__ import annotations

import hashlib
import re
from typing import Final

_SEAL: Final = re.compile(rb"<!-- pitchkit: sha256:([0-9a-f]{64}) -->\n\Z")


def seal(content: bytes) -> bytes:
    """Return a text, which ends in a newline, with its seal; Markdown, HTML and SVG all have such comments."""
    return content + f"<!-- pitchkit: sha256:{hashlib.sha256(content).hexdigest()} -->\n".encode()


def is_untouched(data: bytes) -> bool:
    """Return whether a file is still as it was sealed; other line ends, as git may give it, do not count."""
    data = data.replace(b"\r\n", b"\n")
    found = _SEAL.search(data)
    return found is not None and hashlib.sha256(data[: found.start()]).hexdigest().encode() == found[1]
