"""The schemas for editors: what pitchkit takes they take, and the mistakes people make they mark."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from pitchkit import loading, schemas, yamlsource
from pitchkit.model import Entry
from pitchkit.project import shipped
from pitchkit.schemas import descriptions, making
from pitchkit.schemas.choices import choices_of
from pitchkit.validation import validate_list
from tests import guides
from tests.factories import load_library, make_library
from tests.test_starter import STARTER, fill_in

ROOT = Path(__file__).parents[1]
HEAD = "- id: een\n  kind: tip\n  title: Titel\n  text: Tekst.\n"


class Core(yaml.CSafeLoader):
    """YAML as an editor reads it: 1.2, where `yes` is a text and a date too."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("null", r"^(?:null|Null|NULL|~|)$", ["n", "N", "~", ""]),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


def _number(loader: Any, node: Any) -> int | float:  # noqa: ANN401 - PyYAML has no types for them
    text = str(loader.construct_scalar(node))
    return int(text) if re.fullmatch(r"[-+]?[0-9]+", text) else float(text)


for kind in ("int", "float"):
    Core.add_constructor(f"tag:yaml.org,2002:{kind}", _number)


@cache
def validator(form: str) -> jsonschema.Draft7Validator:
    library = loading.read(shipped("arguments"), shipped("arguments"), str)[0]
    return jsonschema.Draft7Validator(json.loads(schemas.text(form, library)))


def definitions(form: str) -> dict[str, Any]:
    schema: Any = validator(form).schema
    return dict(schema["definitions"])


def marks(form: str, text: str) -> list[str]:
    """Return the places of what a schema has against a text."""
    data = yaml.load(text, Core)  # noqa: S506 - a safe loader by descent
    return ["/".join(map(str, error.absolute_path)) for error in validator(form).iter_errors(data)]


def named_schema(path: Path) -> Path:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith(schemas.MARK), f"{path} does not say which schema is for it"
    return (path.parent / first.removeprefix(schemas.MARK)).resolve()


def yaml_files() -> Iterator[Path]:
    yield from sorted((ROOT / "arguments").rglob("*.yaml"))
    yield from sorted((ROOT / "examples").rglob("*.yaml"))


@pytest.mark.parametrize("path", list(yaml_files()), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_of_ours_names_a_schema_that_takes_it(path: Path) -> None:
    found = named_schema(path)

    assert found.parent == ROOT / "arguments" / schemas.FOLDER
    assert marks(found.stem, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("tariff", [True, False])
def test_the_schema_takes_the_starter_empty_and_with_every_example_used(*, tariff: bool) -> None:
    text = STARTER.read_text(encoding="utf-8")

    assert marks("profile", text) == []
    assert marks("profile", fill_in(text, tariff=tariff, elements=not tariff)) == []


@pytest.mark.parametrize("kind", ["tender", "quotation", "grant"])
def test_the_schema_takes_an_offer_as_it_starts_and_with_every_example_used(kind: str) -> None:
    text = (STARTER.parent / f"offer-{kind}.yaml").read_text(encoding="utf-8")

    assert marks("offer", text) == []
    assert marks("offer", fill_in(text)) == []


@pytest.mark.parametrize("form", schemas.FORMS)
def test_the_schemas_beside_the_library_are_up_to_date(form: str) -> None:
    library = loading.read(shipped("arguments"), shipped("arguments"), str)[0]

    kept = (ROOT / "arguments" / schemas.FOLDER / f"{form}.json").read_text(encoding="utf-8")
    assert kept == schemas.text(form, library), "run: pitchkit schema"


def test_the_example_of_the_page_on_entries_is_taken_and_two_of_its_mistakes_are_marked() -> None:
    example, *mistakes = guides.blocks("docs/bibliotheek.md", "yaml")

    assert marks("entry", example) == []
    assert marks("entry", mistakes[1]) == ["0/audiences/0", "0"]
    assert marks("entry", mistakes[2]) == ["0/audiences/0", "0/themes/0"]


@pytest.mark.parametrize(
    "lines",
    [
        "  keywords: [1, true, no, 12:30, 1.10, 2027-01-01, ~s]\n",
        "  valid_until: 2027-01-31\n  policy: [wmo]\n".replace("[wmo]", "[]"),
        '  weight: "60"\n',
        "  short:\n  certainty:\n  valid_until:\n",
        "  consent: {purposes: [flyer], withdrawn: yes}\n",
        "  consent: {purposes: [flyer], withdrawn: Off}\n",
        "  consent: {purposes: [flyer], withdrawn: true}\n",
        "  requires: [figures.iets, costs.comparison, contact.name]\n",
        "  answers: [een-bouwsteen-van-straks]\n",
        "  evidence: [{source: gmw-kenmerken, place: 12}]\n",
    ],
)
def test_what_pitchkit_takes_is_not_marked(lines: str) -> None:
    assert marks("entry", HEAD + lines) == []
    file = yamlsource.parse(HEAD + lines, "a.yaml")
    values, found = validate_list(file, file.data, Entry)
    assert values
    assert not found


@pytest.mark.parametrize(
    ("form", "text", "where"),
    [
        ("entry", HEAD + "  audiences: [gemeenten]\n", "0/audiences/0"),
        ("entry", HEAD + "  audiences: gemeente\n", "0/audiences"),
        ("entry", HEAD + "  thema: [netwerk]\n", "0"),
        ("entry", HEAD + "  themes: [netwerken]\n", "0/themes/0"),
        ("entry", HEAD + "  weight: 101\n", "0/weight"),
        ("entry", HEAD + "  weight: veel\n", "0/weight"),
        ("entry", HEAD + "  valid_until: 14 januari\n", "0/valid_until"),
        ("entry", HEAD + "  certainty: zeker\n", "0/certainty"),
        ("entry", HEAD + "  policy: [wnt]\n", "0/policy/0"),
        ("entry", HEAD + "  answers: [Niet Zo]\n", "0/answers/0"),
        ("entry", HEAD + "  short: {tekst: ja}\n", "0/short"),
        ("entry", HEAD + "  versions: {gemeenten: {text: a}}\n", "0/versions"),
        ("entry", HEAD + "  evidence: [{source: gmw, place: a}]\n", "0/evidence/0/source"),
        ("entry", HEAD + "  evidence: [{source: gmw-kenmerken}]\n", "0/evidence/0"),
        ("entry", HEAD + "  consent: {purposes: [flyer], withdrawn: misschien}\n", "0/consent"),
        ("entry", HEAD.replace("kind: tip", "kind: advies"), "0/kind"),
        ("entry", HEAD.replace("  text: Tekst.\n", ""), "0"),
        ("entry", HEAD.replace("id: een", "id: Een Twee"), "0/id"),
        ("entry", "id: een\n", ""),
        ("profile", "organisatie: {name: Samen}\n", ""),
        ("profile", "contact: {email: noor}\n", "contact/email"),
        ("profile", "requests: {gemeenten: iets}\n", "requests"),
        ("profile", "costs: weglaten\n", "costs"),
        ("profile", "position: contact\n", "position"),
        ("profile", "groups: [{id: rouw, name: Rouw, type: hoofden}]\n", "groups/0/type"),
        ("library", "extends: pitchkitt\n", "extends"),
        ("library", "positions: {contracten: iets}\n", "positions"),
        ("offer", "kind: aanbesteding\ntitle: a\n", "kind"),
        ("offer", "kind: tender\n", ""),
        ("reviews", "- {entry: a, stamp: gisteren, by: b, date: 2026-01-01}\n", "0/stamp"),
        ("reviews", "- {entry: a, stamp: 1-0123456789ab, by: b, date: gisteren}\n", "0/date"),
        ("sources", "- {id: a, title: a, author: a, year: 2020, type: boek, short: a}\n", "0/type"),
    ],
)
def test_a_mistake_is_marked_where_it_stands(form: str, text: str, where: str) -> None:
    found = marks(form, text)

    assert found
    assert all(one in (where, "") for one in found), found


def test_every_field_is_explained_in_dutch_and_nothing_else_is() -> None:
    told = descriptions.read()
    models = {one.__name__: one for form in making.FORMS.values() for one in making.models_below(form)}
    keys = {(one.__name__, name): descriptions.keys_of(one, name) for one in models.values() for name in one.model_fields}

    assert len(keys) > 300
    assert [key for key, names in keys.items() if not any(name in told.fields for name in names)] == []
    known = {name for names in keys.values() for name in names}
    assert [name for name in (*told.fields, *told.choices, *told.examples) if name not in known] == []


def test_every_field_that_has_no_choices_of_its_own_has_an_example_and_every_default_is_told() -> None:
    without_example, without_default, seen = [], [], set()
    for form, top in making.FORMS.items():
        models = {one.__name__: one for one in making.models_below(top)}
        for name, model in definitions(form).items():
            for field, schema in model["properties"].items():
                key = f"{name}.{field}"
                seen.add(key)
                has_own = any(sign in json.dumps(schema) for sign in ('"enum"', '"$ref"')) or schema.get("type") == "object"
                without_example += [key] if not has_own and "examples" not in schema else []
                default = models[name].model_fields[field].default
                is_plain = isinstance(default, str | int) and bool(default)
                without_default += [key] if is_plain and "default" not in schema else []

    assert len(seen) > 400
    assert without_example == []
    assert without_default == []


def test_every_choice_that_is_explained_is_one_and_every_example_is_taken() -> None:
    for form in schemas.FORMS:
        for name, model in definitions(form).items():
            for field, schema in model["properties"].items():
                told = descriptions.read().choices.get(f"{name}.{field}")
                found = json.dumps(schema)
                assert told is None or all(f'"{choice}"' in found for choice in told)
                for example in schema.get("examples", ()):
                    assert validator(form).evolve(schema=schema).is_valid(example), (name, field)


def test_an_explained_choice_keeps_to_what_the_model_takes() -> None:
    for form, model in making.FORMS.items():
        raw = json.dumps(model.model_json_schema())
        for key, choices in descriptions.read().choices.items():
            if key.startswith(f"{model.__name__}."):
                assert all(f'"{choice}"' in raw for choice in choices), (form, key)


def test_the_choices_are_those_of_the_library_at_hand(tmp_path: Path) -> None:
    folder = make_library(
        tmp_path, {"audiences.yaml": (ROOT / "arguments/audiences.yaml").read_text().replace("manager", "baas")}
    )

    made = making.make("entry", choices_of(load_library(folder)))

    assert "baas" in made["definitions"]["Entry"]["properties"]["audiences"]["items"]["enum"]


def test_a_library_of_which_nothing_could_be_read_still_gives_schemas_that_leave_its_own_words_open(tmp_path: Path) -> None:
    folder = make_library(tmp_path, entries="- fout: [")
    for path in folder.glob("*.yaml"):
        path.write_text("fout: [", encoding="utf-8")
    library, _ = loading.read(folder, shipped("arguments"), str)
    texts = schemas.files(library)
    assert sorted(texts) == sorted(schemas.file_name(form) for form in schemas.FORMS)
    schema = json.loads(texts["entry.json"])
    jsonschema.Draft7Validator.check_schema(schema)
    audience = schema["definitions"]["Entry"]["properties"]["audiences"]["items"]
    assert jsonschema.Draft7Validator(audience).is_valid("gemeente")


def test_the_same_library_gives_the_same_bytes() -> None:
    library = loading.read(shipped("arguments"), shipped("arguments"), str)[0]

    assert schemas.files(library) == schemas.files(library)


@pytest.mark.parametrize("form", schemas.FORMS)
def test_every_schema_is_one_that_a_server_takes(form: str) -> None:
    jsonschema.Draft7Validator.check_schema(validator(form).schema)


def test_no_field_is_left_without_a_type() -> None:
    for form in schemas.FORMS:
        for name, model in definitions(form).items():
            loose = [field for field, one in model["properties"].items() if set(one) <= {"description", "default", "examples"}]
            assert loose == [], name
