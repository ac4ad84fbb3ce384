"""The parts of an organisation's file with their relations and content types, while it is made into a frame."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from pitchkit.writers.docx import xml
from pitchkit.writers.docx.frame import relations_part
from pitchkit.writers.docx.housestyle.wordxml import Element, first_free, hole, number, parse, serialise

_RELATIONS: Final = f"{xml.PACKAGE}/relationships"
_NAMES: Final[dict[str, str]] = {None: _RELATIONS}  # type: ignore[dict-item]  # the stubs forbid a default namespace
_TYPES: Final = f"{xml.PACKAGE}/content-types"


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation as the file has it."""

    element: Element

    @property
    def id(self) -> str:
        """The id by which XML refers to it."""
        return self.element.get("Id", "")

    @property
    def kind_in_full(self) -> str:
        """The type of relation, an address."""
        return self.element.get("Type", "")

    @property
    def kind(self) -> str:
        """The last word of the type: styles, header, image."""
        return self.kind_in_full.rpartition("/")[2]

    @property
    def is_external(self) -> bool:
        """Whether it leads out of the file; such a relation is kept and never followed."""
        return self.element.get("TargetMode") == "External"


class Package:
    """A Word file in pieces. A part is named without its first slash; the file as a whole is the part ''."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self.parts = parts
        self.main = ""
        self._types = parse(parts["[Content_Types].xml"], "[Content_Types].xml")
        self._relations: dict[str, Element] = {}

    # --- relations -----------------------------------------------------------------------------------------------

    def relations(self, part: str) -> list[Relation]:
        """Return the relations of a part."""
        return [Relation(element) for element in self._relations_root(part) if isinstance(element.tag, str)]

    def _relations_root(self, part: str) -> Element:
        if part not in self._relations:
            name = relations_part(part)
            empty = etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap=_NAMES)
            self._relations[part] = parse(self.parts[name], name) if name in self.parts else empty
        return self._relations[part]

    def target(self, part: str, relation: Relation) -> str:
        """Return the name of the part that a relation leads to."""
        joined = posixpath.join("/", posixpath.dirname(part), relation.element.get("Target", ""))
        return posixpath.normpath(joined).lstrip("/")

    def related(self, part: str, kind: str) -> str:
        """Return the name of the first part that is related in this way, empty when there is none."""
        found = (self.target(part, relation) for relation in self.relations(part) if relation.kind == kind)
        return next((name for name in found if name in self.parts), "")

    def relate(self, part: str, kind_in_full: str, target: str) -> None:
        """Add a relation to another part."""
        start = posixpath.dirname(part)
        self._relations_root(part).append(
            etree.Element(
                f"{{{_RELATIONS}}}Relationship",
                {
                    "Id": f"rId{self.free_relation(part)}",
                    "Type": kind_in_full,
                    "Target": posixpath.relpath(target, start) if start else target,
                },
            )
        )

    def unrelate(self, part: str, unwanted: Callable[[Relation], bool]) -> None:
        """Remove relations of a part."""
        root = self._relations_root(part)
        for relation in self.relations(part):
            if unwanted(relation):
                root.remove(relation.element)

    def free_relation(self, part: str) -> int:
        """Return the first number from which on no rId of the part is taken."""
        ids = (relation.id for relation in self.relations(part))
        return first_free(number(name[3:]) for name in ids if name.lower().startswith("rid"))

    # --- content types -------------------------------------------------------------------------------------------

    def content_type(self, part: str) -> str:
        """Return the content type of a part, empty when the file does not say."""
        for override in self._types.iter(f"{{{_TYPES}}}Override"):
            if override.get("PartName", "").lstrip("/").lower() == part.lower():
                return override.get("ContentType", "")
        extension = part.rpartition(".")[2].lower()
        for default in self._types.iter(f"{{{_TYPES}}}Default"):
            if default.get("Extension", "").lower() == extension:
                return default.get("ContentType", "")
        return ""

    def set_content_type(self, part: str, content_type: str) -> None:
        """Say what a part is."""
        for override in list(self._types.iter(f"{{{_TYPES}}}Override")):
            if override.get("PartName", "").lstrip("/").lower() == part.lower():
                self._types.remove(override)
        made = etree.SubElement(self._types, f"{{{_TYPES}}}Override")
        made.set("PartName", f"/{part}")
        made.set("ContentType", content_type)

    def add(self, part: str, content: bytes, content_type: str) -> None:
        """Add or replace a part."""
        self.parts[part] = content
        self.set_content_type(part, content_type)

    # --- the end -------------------------------------------------------------------------------------------------

    def finish(self, with_holes: tuple[str, ...]) -> dict[str, bytes]:
        """Return the parts that can be reached, with a hole in the content types and in the relations of these parts."""
        reached = set(self._reach(""))
        kept = {name: self.parts[name] for name in sorted(reached) if name}
        for override in list(self._types.iter(f"{{{_TYPES}}}Override")):
            if override.get("PartName", "").lstrip("/") not in kept:
                self._types.remove(override)
        self._types.append(hole("types"))
        for part in sorted(reached):
            if part in with_holes:
                self._relations_root(part).append(hole("relations"))
            if len(self._relations_root(part)):
                kept[relations_part(part)] = serialise(self._relations_root(part))
        return {"[Content_Types].xml": serialise(self._types), **kept}

    def _reach(self, start: str) -> Iterator[str]:
        waiting, seen = [start], {start}
        while waiting:
            part = waiting.pop()
            yield part
            for relation in self.relations(part):
                target = self.target(part, relation)
                if not relation.is_external and target in self.parts and target not in seen:
                    seen.add(target)
                    waiting.append(target)
