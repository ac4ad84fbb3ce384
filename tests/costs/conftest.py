"""What the tests of the cost model share: LibreOffice, which calculates for itself."""

from __future__ import annotations

import os
import shutil

import pytest


@pytest.fixture(scope="session")
def soffice() -> str:
    """LibreOffice; without it a test is skipped, but fails where it must be there."""
    found = shutil.which("soffice")
    if found is None and os.environ.get("CI"):
        pytest.fail("LibreOffice is not installed here")
    if found is None:
        pytest.skip("LibreOffice is not installed here")
    return found
