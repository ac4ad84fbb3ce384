"""The whole pitch as text. Write it anew with UPDATE_GOLDENS=1, and read what changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.writers.wordfile import WordFile

GOLDENS = Path(__file__).parent / "goldens"


@pytest.mark.parametrize("name", ["pitch", "one_pager", "dutch_pitch"])
def test_the_outline_is_as_it_was_approved(name: str, request: pytest.FixtureRequest) -> None:
    word: WordFile = request.getfixturevalue(name)
    golden = GOLDENS / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDENS"):
        golden.write_text(word.outline(), encoding="utf-8")
    assert word.outline() == golden.read_text(encoding="utf-8")
