"""Everything that is wrong, found at once: the library, its texts, the templates and the profile."""

from __future__ import annotations

from pathlib import Path

import pytest

from pitchkit import project
from pitchkit.checking import check
from tests.factories import ENTRIES, HEAD, TEMPLATE, TODAY, make_workspace, told, write_files

AT = "templates/pitch/any.md.j2"


def problems_in(folder: Path) -> str:
    return told(check(project.find(folder), TODAY).problems)


def test_a_sound_workspace_has_no_problems_and_is_counted(tmp_path: Path) -> None:
    checked = check(project.find(make_workspace(tmp_path)), TODAY)
    assert (checked.problems, checked.entries, checked.profile) == ((), 1, "pitchkit.yaml")
    assert checked.templates > 1


@pytest.mark.parametrize(
    ("files", "message"),
    [
        pytest.param(
            {"arguments/themes.yaml": "- {id: kosten, label: K}\n"},
            "arguments/entries/alles.yaml:7:12: there is no theme “netwerk” [theme-unknown]\n",
            id="a library that cannot be used",
        ),
        pytest.param(
            {"arguments/entries/b.yaml": "- {id: b, kind: tip, title: T, text: '<b>x</b>', audiences: [gemeente]}\n"},
            "arguments/entries/b.yaml:1:39: HTML is not used here: <b> [markdown-html]\n"
            "  Write it in Markdown; a < that should show gets a backslash before it.\n",
            id="markup in a text",
        ),
        pytest.param(
            {"arguments/entries/b.yaml": "- id: b\n  kind: tip\n  title: T\n  short: S\n  text: |\n    een\n\n    # twee\n"},
            "arguments/entries/b.yaml:8:5: a heading with one # is the title of the whole document: # twee"
            " [markdown-heading-one]\n  Put the title in the front matter, and begin with ##.\n",
            id="a heading in the third line of a text",
        ),
        pytest.param(
            {"templates/pitch/any.md.j2": HEAD + "{% if x %}\n"},
            f"{AT}:7:1: this template cannot be read: Unexpected end of template. Jinja was looking for the following tags:"
            " 'elif' or 'else' or 'endif'. The innermost block that needs to be closed is 'if'. [template-syntax]\n"
            "  Look for a {% without its end on or before this line.\n",
            id="a template that cannot be read",
        ),
        pytest.param(
            {
                "templates/pitch/any.md.j2": HEAD + '{% include "_delen/eigen.md.j2" %}\n',
                "templates/_delen/eigen.md.j2": "\n{{ }}\n",
            },
            "templates/_delen/eigen.md.j2:2:4: this template cannot be read: Expected an expression, got 'end of print statement'"
            " [template-syntax]\n  Look for a {% without its end on or before this line.\n",
            id="a part of a template that cannot be read",
        ),
        pytest.param(
            {"templates/pitch/any.md.j2": HEAD + '{% include "_delen/nergens.md.j2" %}\n'},
            f"{AT}:7:13: there is no template “_delen/nergens.md.j2” [template-missing]\n"
            "  Did you mean “_delen/gegevens.md.j2”?\n",
            id="a part that is not there",
        ),
        pytest.param(
            {"templates/pitch/any.md.j2": TEMPLATE.replace("[argument,", "[argumant, argument,")},
            f"{AT}:5:20: “argumant” is not one of the choices for “sections.punten.kinds”: argument, objection, tip, step,"
            " prerequisite, condition, indication, contraindication, experience, definition, factor, policy, example"
            " [field-choice]\n  Did you mean “argument”?\n",
            id="an unknown kind",
        ),
        pytest.param(
            {"templates/pitch/any.md.j2": TEMPLATE.replace("{kinds:", "{themes: [netwerk, netwrek], kinds:")},
            f"{AT}:5:30: there is no theme “netwrek” [template-theme]\n  Did you mean “netwerk”?\n",
            id="an unknown theme",
        ),
        pytest.param(
            {"templates/pitch/any.md.j2": TEMPLATE.replace("sections:", "needs: [organisaton.name]\nsections:")},
            f"{AT}:4:9: a profile has no field “organisaton.name” [template-need]\n  Did you mean “organisation.name”?\n",
            id="needing what no profile has",
        ),
        pytest.param(
            {
                "templates/pitch/any.md.j2": TEMPLATE.replace(
                    "sections:", "needs: [organisation.nam, requests.gemeente]\nsections:"
                )
            },
            f"{AT}:4:9: a profile has no field “organisation.nam” [template-need]\n  Did you mean “organisation.name”?\n",
            id="needing what a part of a profile does not have",
        ),
        pytest.param(
            {
                "arguments/entries/b.yaml": "- {id: b, kind: step, title: T, text: T, audiences: [gemeente]}\n",
                "templates/pitch/any.md.j2": TEMPLATE,
            },
            "",
            id="an entry that a shipped template asks for",
        ),
        pytest.param(
            {"pitchkit.yaml": "naam: x\n", "templates/flyer/any.md.j2": "x\n"},
            "pitchkit.yaml:1:1: there is no field “naam” here [field-unknown]\n"
            "templates/flyer/any.md.j2:1:1: this template does not begin with front matter [template-without-head]\n"
            "  Begin with --- and the fields title and audiences, then --- again.\n",
            id="a template and the profile at once",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, files: dict[str, str | bytes], message: str) -> None:
    write_files(make_workspace(tmp_path), files)
    assert problems_in(tmp_path) == message


def test_an_entry_that_no_document_can_use_is_told(tmp_path: Path) -> None:
    school = "- {id: school, label: school, reader: leraren, address: u, people: leerlingen, level: B2}\n"
    entries = ENTRIES + "- {id: les, kind: step, title: T, text: T, audiences: [school]}\n"
    make_workspace(tmp_path, entries=entries)
    audiences = (tmp_path / "arguments/audiences.yaml").read_text(encoding="utf-8")
    write_files(tmp_path, {"arguments/audiences.yaml": audiences + school})
    assert problems_in(tmp_path) == (
        "arguments/entries/alles.yaml:10:8: no document can use “les” [entry-unreachable]\n"
        "  Give it an audience, kind and theme that some template asks for.\n"
    )


def test_without_a_profile_the_rest_is_checked(tmp_path: Path) -> None:
    (make_workspace(tmp_path) / "pitchkit.yaml").unlink()
    checked = check(project.find(tmp_path), TODAY)
    assert (checked.problems, checked.profile) == ((), "")
