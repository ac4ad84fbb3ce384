"""A folder to work in: an own library on top of the shipped one, with what an editor, git and CI need."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from pitchkit import loading, output, schemas
from pitchkit.project import PROFILE_NAME, Workspace, shipped

LIBRARY = Path("arguments")
OWN_ENTRIES = "entries/eigen.yaml"
"""Where entries of one's own go, in the library."""

_STARTER = Path(__file__).parents[1] / "starter"
_FILES = {
    "arguments/library.yaml": "library.yaml",
    f"arguments/{OWN_ENTRIES}": "eigen.yaml",
    ".vscode/settings.json": "vscode-settings.json",
    ".vscode/extensions.json": "vscode-extensions.json",
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
    ".github/workflows/pitchkit.yml": "workflow.yml",
    ".gitignore": "gitignore",
    ".gitattributes": "gitattributes",
    "LEESMIJ.md": "LEESMIJ.md",
}
_FORMS = {"arguments/library.yaml": ("library", ""), f"arguments/{OWN_ENTRIES}": ("entry", "..")}


@dataclass(frozen=True, slots=True)
class Begun:
    """What was made, and what was there already and has been left alone.

    `repository` is the top of a git repository that the folder lies below: git and CI look for their settings up there.
    """

    made: tuple[Path, ...]
    left: tuple[Path, ...]
    repository: Path | None = None


def begin(workspace: Workspace, folder: Path) -> Begun:
    """Make a folder into a workspace; what is there already is left as it is, and so is a library that is there.

    Raises:
        ContentError: a file cannot be written, or the library that is there cannot be read.
    """
    root = workspace.start / folder
    has_library = os.path.lexists(root / LIBRARY)
    texts = {PROFILE_NAME: f"{schemas.line('profile', LIBRARY.as_posix())}\n{_text(_STARTER / PROFILE_NAME)}"}
    for name, source in _FILES.items():
        if not (has_library and name.startswith(f"{LIBRARY}/")):
            texts[name] = starter_text(name, source)
    left = [Path(root, name) for name in texts if os.path.lexists(root / name)]
    files = [_file(root / name, text) for name, text in texts.items() if root / name not in left]
    made = [one.path for one in output.write(files, force=False, show=workspace.show)]
    made += _write_schemas(workspace, root / LIBRARY)
    return Begun(tuple(made), (*left, *([root / LIBRARY] if has_library else [])), _repository_around(root))


def _repository_around(root: Path) -> Path | None:
    folder = root.resolve()
    top = next((one for one in (folder, *folder.parents) if (one / ".git").exists()), folder)
    return None if top == folder else top


def starter_text(name: str, source: str) -> str:
    """Return a file that a workspace begins with, with the line for editors where there is a schema for it."""
    text = _text(_STARTER / "workspace" / source)
    return f"{schemas.line(*_FORMS[name])}\n{text}" if name in _FORMS else text


def _write_schemas(workspace: Workspace, folder: Path) -> list[Path]:
    place = folder / schemas.FOLDER
    if place.is_dir() and any(place.iterdir()):  # an empty one was left by a disk that was full
        return []
    library = loading.read(folder, shipped("arguments"), workspace.show)[0]
    files = [_file(place / name, text) for name, text in schemas.files(library).items()]
    output.write(files, force=False, show=workspace.show)
    return [place]


def _file(path: Path, text: str) -> output.File:
    return output.File(path, text.encode(), lambda _: False)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
