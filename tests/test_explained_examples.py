"""Every example of `pitchkit explain` is true: a check finds the code in what is wrong, and not in what is right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pitchkit import messages, project
from pitchkit.checking import check
from pitchkit.plain_language import dictionary
from pitchkit.project import shipped
from tests.factories import TODAY, make_workspace, write_files

ENTRY = {
    "id": "voorbeeld",
    "kind": "argument",
    "title": "Samen leren",
    "text": "Mensen leren van elkaar.",
    "short": "Samen leren.",
    "audiences": "[gemeente, collegas, manager, netwerkpartners]",
    "themes": "[kosten]",
    "certainty": "aannemelijk",
}
OTHERS = """\
- {id: kosten-een, kind: tip, title: Kosten een, text: Dat scheelt., short: Ja., audiences: [gemeente], themes: [kosten]}
- {id: kosten-twee, kind: tip, title: Kosten twee, text: Dat scheelt wat., short: Nou., audiences: [gemeente], themes: [kosten]}
- {id: schaamte-doorbreken, kind: tip, title: Nee, text: Dat is zo., audiences: [gemeente, collegas, manager, netwerkpartners]}
- {id: past-bij-beleid, kind: tip, title: Ander antwoord, text: Dat kan., audiences: [gemeente], themes: [leren]}
- {id: je-leert-praten, kind: tip, title: Nog een antwoord, text: Ja., audiences: [clienten], themes: [leren]}
"""
IN_FILE = {
    "coverage-low": "arguments/library.yaml",
    "coverage-low-short": "arguments/library.yaml",
    "check-code-fixed": "arguments/library.yaml",
    "check-code-unknown": "arguments/library.yaml",
    "theme-unused": "arguments/themes.yaml",
    "policy-unused": "arguments/policies.yaml",
    "source-unused": "arguments/sources.yaml",
    "silence-without-reason": "arguments/sources.yaml",
    "jargon-without-advice": "arguments/jargon.yaml",
    "audience-name-shared": "arguments/audiences.yaml",
    "audience-without-document": "arguments/audiences.yaml",
    "template-theme": "templates/brief/any.md.j2",
    "template-need": "templates/brief/any.md.j2",
    "template-without-head": "templates/brief/any.md.j2",
    "template-audience": "templates/brief/gemeente.md.j2",
    "template-syntax": "templates/brief/any.md.j2",
    "template-unknown-name": "templates/brief/any.md.j2",
    "template-missing": "templates/brief/any.md.j2",
    "serves-unknown": "pitchkit.yaml",
    "group-size": "pitchkit.yaml",
    "group-duplicate": "pitchkit.yaml",
    "group-type-unknown": "pitchkit.yaml",
    "page-head-dashes": "arguments/entries/pagina.md",
    "page-head-open": "arguments/entries/pagina.md",
    "page-head-keys": "arguments/entries/pagina.md",
    "page-twice": "arguments/entries/pagina.md",
}
"""Where an example stands that is not of an entry."""

NOT_IN_A_LIBRARY = {
    "file-author": "it is of a finished Word file",
    "override-narrower": "it takes a library on top of the shipped one",
}
LACKING = {"certainty-missing": "certainty", "argument-without-short": "short", "short-missing": "short", "field-missing": "kind"}
"""The field that an example is about the lack of."""
FOR = {
    "address-mixed": "gemeente",
    "address-other": "gemeente",
    "jargon-unexplained": "clienten",
    "rare-words": "clienten",
    "long-words": "clienten",
}
"""The reader for whom an example is written, where that matters and it does not say so."""

EXAMPLES = [
    pytest.param(code, wrong, right, id=code)
    for code, (_, wrong, right) in messages.EXPLANATIONS.items()
    if wrong and code not in NOT_IN_A_LIBRARY
]


def entries_with(code: str, example: str) -> str:
    """Return entries that hold an example: whole entries where it begins one, else fields of one, filled up where they stop."""
    own = {name: value for name, value in ENTRY.items() if LACKING.get(code) != name}
    if reader := FOR.get(code):
        own["audiences"] = f"[{reader}]"
    if not example.startswith("- "):
        own = {name: value for name, value in own.items() if not re.search(rf"^{name}:", example, re.MULTILINE)}
        lines = [*(f"{name}: {value}" for name, value in own.items()), *example.splitlines()]
        return "".join(f"{'  ' if number else '- '}{line}\n" for number, line in enumerate(lines))
    whole = ""
    for item in re.split(r"(?m)^(?=- )", example):
        left = [f"  {name}: {value}\n" for name, value in own.items() if not re.search(rf"^..?\s*{name}:", item, re.MULTILINE)]
        whole += item.replace("  ...", "").rstrip("\n") + "\n" + "".join(left) if item else ""
    return whole


def codes_in(folder: Path, code: str, example: str) -> set[str]:
    make_workspace(folder, entries=OTHERS)
    for name in ("library", "audiences", "themes", "policies", "sources", "jargon"):
        write_files(folder, {f"arguments/{name}.yaml": (shipped("arguments") / f"{name}.yaml").read_bytes()})
    settings = folder / "arguments/library.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").partition("\ncoverage:")[0] + "\n", encoding="utf-8")
    path = IN_FILE.get(code)
    before = (
        (folder / path).read_text(encoding="utf-8") if path and path.startswith("arguments/") and (folder / path).exists() else ""
    )
    written = {path: f"{before}{example}\n"} if path else {"arguments/entries/voorbeeld.yaml": entries_with(code, example)}
    write_files(folder, written)
    found = check(project.find(folder), TODAY).diagnostics
    # What the shipped lists say beside the example is not about it.
    return {one.code for one in found if one.location.path != path or one.location.line > before.count("\n")}


@pytest.mark.parametrize(("code", "wrong", "right"), EXAMPLES)
def test_an_example_is_wrong_and_mended_as_it_says(tmp_path: Path, code: str, wrong: str, right: str) -> None:
    if code == "spelling" and not dictionary.installed():
        pytest.skip("no dictionary here")
    assert code in codes_in(tmp_path / "wrong", code, wrong)
    assert code not in codes_in(tmp_path / "right", code, right)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) > 40
    assert [code for code in (*IN_FILE, *NOT_IN_A_LIBRARY, *FOR) if code not in messages.TEXTS] == []
