"""A new entry into a file of the user's own library: at its end, with everything else left as it was."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from pitchkit import loading, output, rules, yamlsource, yamlwriting
from pitchkit.authoring.drafting import Draft, as_value
from pitchkit.authoring.schemas import line_above
from pitchkit.authoring.workspace import OWN_ENTRIES
from pitchkit.diagnostics import CommandError, ContentError, Diagnostic, Location, problem
from pitchkit.folders import is_inside
from pitchkit.library import Library, Place
from pitchkit.model import Entry
from pitchkit.project import Workspace, shipped
from pitchkit.templating.finding import TemplateFolders, find_templates
from pitchkit.validation import validate
from pitchkit.yamlsource import YamlFile
from pitchkit.yamlwriting import Append

_ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True)
class Addition:
    """An entry that is ready to be written: the file and the library as they will be, and the lines of the entry in the file."""

    path: Path
    text: str
    place: Location
    lines: tuple[str, ...]
    library: Library
    entry_id: str


def open_library(workspace: Workspace) -> Library:
    """Return the library that an entry is for.

    Raises:
        CommandError: it is not the user's to write in.
        ContentError: it cannot be read.
    """
    if not workspace.owns_library:
        raise CommandError([problem(Location("new"), "library-not-yours")])
    return loading.load(workspace.library, shipped("arguments"), workspace.show)


def file_for(workspace: Workspace, named: Path | None) -> Path:
    """Return the file that a new entry goes to; raises CommandError for one that is no place for entries."""
    folder = workspace.library / "entries"
    path = workspace.start / named if named else workspace.library / OWN_ENTRIES
    if path.suffix not in _ENDINGS or not is_inside(path, folder):
        raise CommandError([problem(Location("--file"), "new-file", name=str(named), folder=workspace.show(folder))])
    return path


def taken(workspace: Workspace, library: Library, entry_id: str, *, may_override: bool) -> Diagnostic | None:
    """Return what keeps an id from being used: it stands in the library already."""
    if entry_id not in library.places:
        return None
    where = library.places[entry_id].locate("id")
    is_own = workspace.within_library(where.path) is not None
    if not is_own and may_override:
        return None
    return problem(Location("ID"), "id-duplicate" if is_own else "new-id-shipped", id=entry_id, other=where)


def documents(workspace: Workspace, library: Library) -> tuple[str, ...]:
    """Return the names of the documents that there are templates for."""
    folders = TemplateFolders.of(workspace)
    templates, _ = find_templates(folders, [audience.id for audience in library.audiences])
    return tuple(sorted({template.document for template in templates}))


def prepare(workspace: Workspace, library: Library, draft: Draft, path: Path) -> Addition:
    """Return what would be written.

    Raises:
        ContentError: the file cannot be read or added to, or the entry does not hold in this library.
    """
    name = workspace.show(path)
    before = _text_of(path, name, workspace)
    try:
        after = yamlwriting.edit(before, [Append((), (as_value(draft),))])
    except yamlwriting.CannotEditError:
        raise ContentError([problem(Location(name), "new-no-room")]) from None
    text = _with_gap(before, after, name)
    file = _parsed(text, name)
    index = len(file.data) - 1 if isinstance(file.data, list) else 0
    whole = _with_entry(library, file, index)
    first, end = file.lines_of((index,))
    lines = file.text.splitlines()[first - 1 : end - 1]
    return Addition(path, text, file.locate((index,)), tuple(lines), whole, draft.id)


def write(workspace: Workspace, library: Library, draft: Draft, path: Path) -> Addition:
    """Write an entry in the file as it is now, which somebody may have saved in the meantime, and return what was written.

    Raises:
        ContentError: as `prepare` does, or the file cannot be written.
    """
    with output.one_at_a_time(workspace.library):
        addition = prepare(workspace, library, draft, path)
        output.write_over(path, addition.text.encode(), workspace.show)
    return addition


def _text_of(path: Path, name: str, workspace: Workspace) -> str:
    if not path.exists():
        return line_above(workspace, "entry", path)
    yamlsource.read(path, name)
    return path.read_bytes().decode()


def _parsed(text: str, name: str) -> YamlFile:
    return yamlsource.parse(yamlsource.decode(text.encode(), name), name)


def _with_gap(before: str, after: str, name: str) -> str:
    """Return a text with an empty line above its last item, where that changes nothing else."""
    file = _parsed(after, name)
    lines = after.splitlines(keepends=True)
    number = file.locate((len(file.data) - 1,)).line - 1 if isinstance(file.data, list) and before.strip() else 0
    while number > 0 and not lines[number].lstrip().startswith("-"):
        number -= 1
    if number <= 0 or not lines[number - 1].strip():
        return after
    spaced = "".join((*lines[:number], "\r\n" if "\r\n" in after else "\n", *lines[number:]))
    return spaced if _parsed(spaced, name).data == file.data else after


def _with_entry(library: Library, file: YamlFile, index: int) -> Library:
    """Return the library with the entry in it; raises ContentError for one that does not hold there."""
    data = file.data[index] if isinstance(file.data, list) else None
    entry, found = validate(file, data, Entry, (index,))
    if entry is None:
        raise ContentError(found)
    others = tuple(one for one in library.entries if one.id != entry.id)
    place = Place(file, index)
    whole = replace(library, entries=(*others, entry), places=library.places | {entry.id: place})
    found = [one for one in rules.structure_problems(whole) if place.holds(one.location)]
    if found:
        raise ContentError(found)
    return whole
