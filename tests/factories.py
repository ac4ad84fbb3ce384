"""Small things to test with: entries, libraries and orders as values, and folders with files as a user would have them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pitchkit import loading, outline, pipeline, project, terminal
from pitchkit.composition import Composition
from pitchkit.diagnostics import Diagnostic, Problems
from pitchkit.library import Library
from pitchkit.model import Audience, Entry, PolicyFrame, Source, Theme
from pitchkit.order import Order, Section
from pitchkit.pipeline import Request
from pitchkit.profile import Profile
from pitchkit.project import Workspace, shipped
from pitchkit.settings import Settings

TODAY = date(2026, 11, 22)

AUDIENCES = """\
- {id: gemeente, label: gemeente, reader: ambtenaren, aliases: [municipality], address: u, people: inwoners, level: B2}
- {id: collegas, label: "collega's", reader: collega's, aliases: [colleagues], address: je, people: cliënten, level: B2}
- {id: clienten, label: cliënten, reader: mensen, aliases: [clients], address: je, people: deelnemers, level: B1, opt_in: true}
"""
THEMES = """\
- {id: kosten, label: Kosten}
- {id: netwerk, label: Netwerk}
"""
POLICIES = """\
- {id: eenzaamheid, label: minder eenzaamheid, kind: aim}
- {id: welzijn-nieuwe-stijl, label: Welzijn Nieuwe Stijl, kind: programme, dated: 2012}
"""
SOURCES = """\
- {id: werkboek, title: Werkboek, author: A. Auteur, year: "2020", type: practice, short: "Auteur, Werkboek"}
- {id: studie, title: Studie, author: O. Onderzoeker, year: "2021", type: research, short: "Onderzoeker, Studie"}
"""
LIBRARY = """\
words: {page: Pagina, of: van, see_note: zie noot, to_fill_in: nog invullen}
fields: {organisation: organisatie, organisation.name: naam organisatie, groups: groepsaanbod, groups.start: startdatum}
"""
ENTRIES = """\
- id: samen-leren
  kind: argument
  title: Mensen leren van elkaar
  text: Mensen leren van elkaar, want zij kennen elkaars vragen.
  short: Mensen leren van elkaar.
  audiences: [gemeente, collegas]
  themes: [netwerk]
  certainty: aannemelijk
  evidence: [{source: werkboek, place: blz. 3}]
"""
WHAT_IS_USED: dict[str, str] = {
    "arguments/audiences.yaml": AUDIENCES.replace("collega's", "collega’s"),
    "arguments/themes.yaml": "- {id: netwerk, label: Netwerk}\n",
    "arguments/policies.yaml": "",
    "arguments/sources.yaml": SOURCES.splitlines(keepends=True)[0],
}
"""The words of the small library that its one entry uses: with these in place of its own, a check has nothing to say."""

TEMPLATE = """\
---
title: Groepswerk
audiences: [gemeente, collegas, clienten]
sections:
  punten: {kinds: [argument, tip, objection, experience, policy]}
---
{{ organisation.name }} vraagt iets.

{% for entry in entries.punten %}
- {{ entry.text | indent }}
{% endfor %}
"""
HEAD = "---\ntitle: Groepswerk\naudiences: [gemeente, collegas]\nsections:\n  punten: {kinds: [argument, objection]}\n---\n"
PROFILE = """\
organisation: {name: Samen}
"""


def _may_read_everything() -> bool:
    with tempfile.TemporaryDirectory() as folder:
        locked = Path(folder, "locked")
        locked.touch(0o000)
        return os.access(locked, os.R_OK)


needs_rights = pytest.mark.skipif(_may_read_everything(), reason="root may read everything")
"""For tests that take rights away; see them run as root with `setpriv --bounding-set -dac_override,-dac_read_search`."""


def make_entry(entry_id: str = "een", **fields: object) -> Entry:
    words = {"title": f"Titel van {entry_id}", "text": f"Tekst van {entry_id}."}
    return Entry.model_validate({"id": entry_id, "kind": "argument", **words, **fields})


def library_of(*entries: Entry, settings: Settings | None = None) -> Library:
    """Return a library that holds these entries in this order, with every link taken for good."""
    return Library(
        "arguments",
        settings or Settings(),
        tuple(
            Audience(id=name, label=name, reader="lezers", address="je", people="mensen", level="B1", opt_in=name == "clienten")
            for name in ("gemeente", "collegas", "clienten")
        ),
        tuple(Theme(id=name, label=name.title()) for name in ("kosten", "netwerk", "leren")),
        (PolicyFrame(id="wmo", label="Wmo", kind="law"), PolicyFrame(id="wns", label="WNS", kind="programme", dated=2012)),
        (Source(id="werkboek", title="Werkboek", author="A. Auteur", year="2020", type="practice", short="Auteur"),),
        entries,
        {},
    )


def make_order(library: Library, audience: str = "gemeente", **fields: Any) -> Order:  # noqa: ANN401 - as many types as an order has fields
    reader = library.audience(audience)
    assert reader
    values: dict[str, Any] = {
        "document": "pitch",
        "date": TODAY,
        "profile": Profile.model_validate(fields.pop("profile", {})),
        "position": None,
        "themes": (),
        "groups": (),
        "group": None,
        "max_words": None,
        "final": False,
    }
    return Order(audience=reader, **(values | fields))


def make_section(*kinds: str, **fields: object) -> Section:
    return Section.model_validate({"kinds": kinds or ("argument",), **fields})


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def make_library(folder: Path, files: dict[str, str | bytes] | None = None, *, entries: str | bytes = ENTRIES) -> Path:
    """Write a small library in `arguments/`, with these files in place of its own, and return that folder."""
    own: dict[str, str | bytes] = {
        "library.yaml": LIBRARY,
        "audiences.yaml": AUDIENCES,
        "themes.yaml": THEMES,
        "policies.yaml": POLICIES,
        "sources.yaml": SOURCES,
        "entries/alles.yaml": entries,
    }
    return write_files(folder / "arguments", own | (files or {}))


def make_workspace(
    folder: Path,
    *,
    entries: str | bytes = ENTRIES,
    template: str | bytes = TEMPLATE,
    profile: str | bytes = PROFILE,
    **files: str | bytes,
) -> Path:
    """Write a library, a pitch for everyone and a profile, and return the folder they are in."""
    make_library(folder, entries=entries)
    return write_files(folder, {"templates/pitch/any.md.j2": template, "pitchkit.yaml": profile, **files})


def load_library(folder: Path) -> Library:
    return loading.load(folder, shipped("arguments"), Workspace(folder.parent, folder, (), None).show)


def told(diagnostics: Iterable[Diagnostic]) -> str:
    """Return problems as the terminal shows them."""
    return "".join(f"{terminal.describe(found)}\n" for found in diagnostics)


def refusal(act: Callable[[], object]) -> str:
    """Return what the terminal shows when something is refused."""
    with pytest.raises(Problems) as caught:
        act()
    return told(caught.value.diagnostics)


def make_request(**fields: Any) -> Request:  # noqa: ANN401 - as many types as a request has fields
    values: dict[str, Any] = {
        "audience": "gemeente",
        "documents": (),
        "everything": False,
        "themes": (),
        "groups": (),
        "position": None,
        "date": TODAY,
        "max_words": None,
        "final": False,
    }
    return Request(**(values | fields))


def compose(folder: Path, **request: Any) -> tuple[Composition, ...]:  # noqa: ANN401 - as for a request
    """Return the documents that the workspace in a folder makes for a request."""
    return pipeline.compose(pipeline.open_kit(project.find(folder)), make_request(**request))


def lines_of(composition: Composition) -> list[str]:
    """Return the text of every line of a document's body."""
    return list(outline.block_texts(composition.document.blocks))


def shown_lines(folder: Path, body: str, *, head: str = HEAD, **parts: str) -> list[str]:
    """Return the lines of the pitch that a template with this body makes."""
    make_workspace(folder, template=head + body, **parts)
    (composition,) = compose(folder)
    return lines_of(composition)
