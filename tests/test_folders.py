"""What is in a folder, whatever links lie there."""

from __future__ import annotations

from pathlib import Path

import pytest

from pitchkit.folders import find_files, is_inside


def test_a_link_that_leads_outside_is_not_inside(tmp_path: Path) -> None:
    inside = tmp_path / "library"
    inside.mkdir()
    (inside / "out.yaml").symlink_to(tmp_path / "elsewhere.yaml")

    assert not is_inside(inside / "out.yaml", inside)


@pytest.mark.parametrize("target", ["loop.yaml", "../library/loop.yaml", "other.yaml"], ids=["itself", "around", "each-other"])
def test_links_in_a_circle_are_answered_and_not_followed_for_ever(tmp_path: Path, target: str) -> None:
    inside = tmp_path / "library"
    inside.mkdir()
    (inside / "loop.yaml").symlink_to(target)
    (inside / "other.yaml").symlink_to("loop.yaml")

    assert is_inside(inside / "loop.yaml", inside)
    assert find_files(inside, (".yaml",), str) == ((inside / "loop.yaml", inside / "other.yaml"), ())
