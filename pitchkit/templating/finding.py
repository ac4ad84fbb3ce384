"""Which documents there are: every `<document>/<audience>.md.j2` (or `any.md.j2`) in the template folders, with its head."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from pitchkit import yamlsource
from pitchkit.diagnostics import ContentError, Diagnostic, Location, problem
from pitchkit.folders import find_files, is_inside
from pitchkit.order import FrontMatter
from pitchkit.project import Workspace
from pitchkit.suggesting import suggest
from pitchkit.validation import validate
from pitchkit.yamlsource import YamlFile

_FRONT = re.compile(r"---\n(.*?)^---\s*$\n?", re.DOTALL | re.MULTILINE)
SUFFIX = ".md.j2"
ANY = "any"


@dataclass(frozen=True, slots=True)
class Template:
    """One template: the document it makes, the audience in its name, its head and where both stand.

    `folder` counts the folders with templates: what lies in the first goes before what lies in the next.
    """

    document: str
    audience: str
    name: str
    path: str
    front: FrontMatter
    file: YamlFile
    is_elsewhere: bool = False
    folder: int = 0


@dataclass(frozen=True, slots=True)
class TemplateFolders:
    """Folders with templates, the first one going before the rest; `show` gives a path as messages name it.

    Those that lie `elsewhere`, beside another library, may name readers and themes that this library does not have.
    """

    folders: tuple[Path, ...]
    show: Callable[[Path], str]
    elsewhere: Path | None = None

    @classmethod
    def of(cls, workspace: Workspace) -> TemplateFolders:
        """Return the folders of a workspace."""
        return cls(workspace.templates, workspace.show, workspace.templates_elsewhere)

    def path_of(self, name: str) -> Path | None:
        """Return the file with this name within the folders, or None; a link that leads outside its folder does not count."""
        for folder in self.folders:
            path = folder / name
            if path.is_file() and is_inside(path, folder):
                return path
        return None

    def texts(self) -> Iterator[str]:
        """Yield the text of every template and part of one, in the order of their folders and names."""
        for folder in self.folders:
            for path in sorted(folder.rglob(f"*{SUFFIX}"), key=lambda one: one.as_posix()):
                with suppress(ContentError):
                    yield f"{path.relative_to(folder).as_posix()}\n{yamlsource.read_text(path, self.show(path))}"

    def names(self) -> tuple[str, ...]:
        """Return the name of every template and part of one, as templates include them."""
        found = {path.relative_to(folder).as_posix() for folder in self.folders for path in folder.rglob(f"*{SUFFIX}")}
        return tuple(sorted(found))

    def source(self, name: str) -> tuple[str, str]:
        """Return a template's text, with its front matter as empty lines, and the path that messages name.

        Raises:
            ContentError: the file cannot be read.
        """
        path = self.path_of(name)
        if path is None:
            raise ContentError([problem(Location(name), "template-missing", name=name, suggestion="")])
        text = yamlsource.read_clean_text(path, self.show(path))
        front = _FRONT.match(text)
        return ("\n" * front[0].count("\n") + text[front.end() :] if front else text), self.show(path)


def find_templates(folders: TemplateFolders, audiences: Iterable[str]) -> tuple[tuple[Template, ...], tuple[Diagnostic, ...]]:
    """Return every template, by document and audience, and what is wrong with their heads."""
    known = set(audiences)
    found: list[Diagnostic] = []
    templates: dict[str, Template] = {}
    for folder in reversed(folders.folders):
        paths, unseen = find_files(folder, (SUFFIX,), folders.show)
        found += unseen
        for path in paths:
            if path.name.startswith("_") or path.parent.name.startswith("_") or path.parent.parent != folder:
                continue
            if not is_inside(path, folder):
                found.append(problem(Location(folders.show(path)), "path-outside"))
                continue
            template = _read_template(folders, path, known, found)
            if template:
                templates[template.name] = replace(template, folder=folders.folders.index(folder))
    return tuple(templates[name] for name in sorted(templates)), tuple(found)


def _read_template(folders: TemplateFolders, path: Path, known: set[str], found: list[Diagnostic]) -> Template | None:
    audience, document = path.name.removesuffix(SUFFIX), path.parent.name
    shown = folders.show(path)
    try:
        text = yamlsource.read_clean_text(path, shown)
        match = _FRONT.match(text)
        if not match:
            found.append(problem(Location(shown, 1, 1), "template-without-head"))
            return None
        file = yamlsource.parse(match[1], shown, first_line=2)
        front, problems = validate(file, file.data or {}, FrontMatter)
    except ContentError as error:
        found += error.diagnostics
        return None
    found += problems
    if front is None:
        return None
    is_elsewhere = path.parent.parent == folders.elsewhere
    if is_elsewhere:
        front = front.model_copy(update={"audiences": tuple(name for name in front.audiences if name in known)})
    if not front.audiences:
        return None
    found += [
        problem(file.locate(("audiences", index)), "audience-unknown", word=name, suggestion=suggest(name, known))
        for index, name in enumerate(front.audiences)
        if name not in known
    ]
    is_known = known.issuperset(front.audiences)
    if audience != ANY and audience not in front.audiences and is_known and not is_elsewhere:
        found.append(problem(file.locate(("audiences",)), "template-audience", audience=audience))
    return Template(document, audience, f"{document}/{path.name}", shown, front, file, is_elsewhere)


def choose(templates: Iterable[Template], document: str, audience: str) -> Template | None:
    """Return the template for a document and audience: one's own before the shipped, then its own before the one for any."""
    fitting = [
        one
        for one in templates
        if one.document == document and one.audience in (audience, ANY) and audience in one.front.audiences
    ]
    return min(fitting, key=lambda one: (one.folder, one.audience == ANY), default=None)


def declared_pairs(templates: Iterable[Template], audiences: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return every pair of document and audience that some template declares, documents by name, audiences in library order.

    Templates for offers are left out: what they make needs an offer file.
    """
    every = tuple(one for one in templates if not one.front.offers)
    documents = sorted({one.document for one in every})
    return tuple((document, audience) for document in documents for audience in audiences if choose(every, document, audience))
