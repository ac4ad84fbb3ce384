"""What was found in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Sort = Literal["bsn", "iban", "phone", "email", "postcode", "birthdate", "name"]


@dataclass(frozen=True, slots=True)
class Found:
    """Personal data of some sort, as it stands, and at which character of the text it begins."""

    sort: Sort
    words: str
    start: int
