"""What the page on templates says about heads, values, entries and open fields is what one gets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pitchkit.order import FrontMatter, Section
from tests import guides

GUIDE = "docs/sjabloontaal.md"
PART = "".join(guides.read(GUIDE).partition("\n## Wat een sjabloon niet kan")[:2])
EXAMPLES = re.findall(r"^```jinja\n(.*?)^```\n\n```markdown\n(.*?)^```$", PART, re.DOTALL | re.MULTILINE)
HEAD, PROFILE = re.findall(r"^```yaml\n(.*?)^```$", PART, re.DOTALL | re.MULTILINE)

LIBRARY = {
    "audiences": "- {id: gemeente, label: gemeente, reader: de gemeente, address: u, people: inwoners, level: B2}",
    "themes": "[{id: preventie, label: Preventie}, {id: netwerk, label: Sociaal netwerk}]",
    "sources": "- {id: folder, title: Folder, author: Werkgroep, year: '2020', type: practice, short: Werkgroep}",
    "library": """
words: {page: Pagina, of: van, see_note: zie noot, to_fill_in: nog invullen}
fields: {contact.phone: telefoonnummer, groups.start: startdatum, costs.comparison: kosten naast individuele hulp}
""",
    "entries/alles": """
- id: vroeg-erbij
  kind: argument
  title: Een groep is er vroeg bij
  text: Mensen komen al als hun vraag nog klein is.
  short: Een groep kan beginnen als een vraag nog klein is.
  themes: [preventie]
  certainty: mogelijk
  evidence: [{source: folder, place: bladzijde 2}]
- id: nieuwe-bekenden
  kind: argument
  title: Deelnemers leren anderen kennen
  text: Na de groep komen zij elkaar nog tegen.
  short: Deelnemers houden er vaak bekenden aan over.
  themes: [netwerk]
  certainty: mogelijk
  evidence: [{source: folder, place: bladzijde 3}]
- id: bezwaar-tijd
  kind: objection
  title: Een groep kost te veel tijd
  text: Vraag waar de tijd in zit.
  answers: [vroeg-erbij]
""",
}


def build(template: str, folder: Path) -> str:
    """Return the body that a template makes, without title, notes and the mark of the file."""
    for name, text in LIBRARY.items():
        path = folder / f"arguments/{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "pitchkit.yaml").write_text(PROFILE, encoding="utf-8")
    (folder / "templates/memo").mkdir(parents=True)
    (folder / "templates/memo/gemeente.md.j2").write_text(f"---\n{HEAD}---\n{template}", encoding="utf-8")
    words = ["build", "--audience", "gemeente", "--document", "memo", "--format", "md", "--output", "-"]
    made = guides.pitchkit(words, folder, "nl")
    assert made.returncode == 0, made.stderr
    assert made.stdout.startswith("# Memo over groepswerk van Zorg & Co\n\nVoor de gemeente")
    body = made.stdout.replace("\u00a0", " ").split("\n\n", 2)[2]
    return re.split(r"^(?:\[\^\d+\]: |<!-- )", body, maxsplit=1, flags=re.MULTILINE)[0].strip()


@pytest.mark.parametrize(("template", "wanted"), EXAMPLES)
def test_an_example_gives_what_stands_below_it(template: str, wanted: str, tmp_path: Path) -> None:
    assert build(template, tmp_path) == wanted.strip()


def test_the_page_names_every_field_of_a_head_and_its_sections() -> None:
    rows = set(re.findall(r"^\| `(\w+)` \|", PART, re.MULTILINE))

    assert len(EXAMPLES) > 7
    assert {*FrontMatter.model_fields, *Section.model_fields} - rows == set()


def test_the_page_names_everything_that_a_template_can_say() -> None:
    code = guides.read("pitchkit/templating/context.py").partition("def of")[2].partition("def _group")[0]
    names = {*re.findall(r'^ +"(\w+)":', code, re.MULTILINE), "organisation", "contact", "municipality", "figures"}
    views = guides.read("pitchkit/templating/views.py").partition("class EntryView")[2].partition("class ThemeView")[0]
    names |= {f"entry.{name}" for name in re.findall(r"^    (?:def )?(\w+)(?:: |\(self)", views, re.MULTILINE)}

    assert len(names) > 25
    assert [name for name in sorted(names) if f"`{name}`" not in PART and f"{name}(" not in PART] == []
