"""The profile that `pitchkit init` writes: it names every field, loads as it is, and its examples hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from pitchkit import loading, profiles
from pitchkit.costs.inputs import ELEMENTS, Costs
from pitchkit.profile import Profile
from pitchkit.project import shipped
from pitchkit.yamlsource import Data, read

STARTER = Path(profiles.__file__).parent / "starter" / "pitchkit.yaml"


def fill_in(text: str, *, tariff: bool = True, elements: bool = False) -> str:
    """Return the starter with every example used: `#> ` taken away, and what stands behind `# bijvoorbeeld:` typed in.

    The cost of an hour is given as a tariff, as its `elements` behind `#= `, or, for who only reads names, as both.
    """
    text = re.sub(r"^#= ", "#> ", text, flags=re.MULTILINE) if elements else text
    text = text if tariff else re.sub(r"^#> +tariff:.*\n", "", text, flags=re.MULTILINE)
    text = re.sub(r"^( *)#> ", r"\1", text, flags=re.MULTILINE)
    return re.sub(r"^( *\w+:) +# bijvoorbeeld: (.+)$", r"\1 \2", text, flags=re.MULTILINE)


def load(path: Path) -> Profile:
    return profiles.load(path, path.name, loading.load(shipped("arguments"), shipped("arguments"), str)).profile


def models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from models_in(part)


def paths_of(model: type[BaseModel]) -> Iterator[tuple[str, ...]]:
    for name, field in model.model_fields.items():
        yield (name,)
        for inner in models_in(field.annotation):
            yield from ((name, *path) for path in paths_of(inner))


def paths_in(data: Data) -> Iterator[tuple[str, ...]]:
    if isinstance(data, list):
        for item in data:
            yield from paths_in(item)
    elif isinstance(data, dict):
        for name, value in data.items():
            yield (name,)
            yield from ((name, *path) for path in paths_in(value))


def without_chosen_names(path: tuple[str, ...]) -> tuple[str, ...]:
    return path[:1] + path[2:] if path[0] in ("figures", "requests") else path


def test_as_it_is_the_starter_loads_and_leaves_every_field_open() -> None:
    assert load(STARTER) == Profile()


@pytest.mark.parametrize("tariff", [True, False])
def test_with_every_example_used_the_starter_is_a_sound_profile(tmp_path: Path, *, tariff: bool) -> None:
    filled = tmp_path / "pitchkit.yaml"
    text = fill_in(STARTER.read_text(encoding="utf-8"), tariff=tariff, elements=not tariff)
    filled.write_text(text, encoding="utf-8")

    profile = load(filled)

    assert profile.organisation.name
    assert len(profile.groups) == 2
    assert isinstance(profile.costs, Costs)
    given = {name for name, value in profile.costs.hour if value is not None}
    assert given == ({"tariff"} if tariff else {*ELEMENTS, "risk"})


def test_costs_can_be_left_out_of_the_starter_with_one_word(tmp_path: Path) -> None:
    filled = tmp_path / "pitchkit.yaml"
    text = re.sub(r"^costs: ", "costs: omit ", STARTER.read_text(encoding="utf-8"), flags=re.MULTILINE)
    filled.write_text(text, encoding="utf-8")

    assert load(filled).costs == "omit"


def test_the_examples_name_every_field_of_a_profile(tmp_path: Path) -> None:
    filled = tmp_path / "pitchkit.yaml"
    filled.write_text(fill_in(STARTER.read_text(encoding="utf-8"), elements=True), encoding="utf-8")

    named = {without_chosen_names(path) for path in paths_in(read(filled, "pitchkit.yaml").data) if path}

    wanted = set(paths_of(Profile))
    assert len(wanted) > 50
    assert wanted - named == set()


def test_no_example_line_is_missed_because_it_is_written_another_way() -> None:
    lines = STARTER.read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if "#>" in line and not re.match(r" *#> ", line) and not line.startswith("# ")] == []
    assert [line for line in lines if "#=" in line and not re.match(r"#= ", line) and not line.startswith("# ")] == []
    assert [line for line in lines if re.match(r" *\w+: *$", line)] == ["organisation:", "contact:", "municipality:"]


def test_a_field_that_no_shipped_template_shows_is_said_to_be_for_templates_of_ones_own() -> None:
    templates = "".join(path.read_text(encoding="utf-8") for path in shipped("templates").rglob("*.j2"))
    hidden = ["group.type", "group.recognition"]

    assert [name for name in hidden if name in templates] == []
    assert STARTER.read_text(encoding="utf-8").count("or eigen sjablonen") == len(hidden)
