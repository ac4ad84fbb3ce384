"""The profile as `pitchkit cost --ask` finds it and leaves it: what is there is read, and what is missing is put in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pitchkit import output, terminal, yamlsource, yamlwriting
from pitchkit.costs import checks
from pitchkit.costs.inputs import Costs
from pitchkit.diagnostics import ContentError, Diagnostic, Location, problem
from pitchkit.language import _
from pitchkit.profile import Group, Profile
from pitchkit.project import Workspace
from pitchkit.validation import validate
from pitchkit.yamlsource import Data, YamlFile
from pitchkit.yamlwriting import CannotAddError, New

_UNFINISHED = {"field-missing", "cost-hour-missing", "cost-group-figure-missing"}


def what_is_there(file: YamlFile) -> tuple[Profile, Mapping[str, Data]]:
    """Return the profile without its costs, and the costs as far as they go; raises ContentError for what is wrong."""
    data = file.data if isinstance(file.data, dict) else {}
    there = data.get("costs")
    if there == "omit":
        raise ContentError([problem(file.locate(("costs",)), "cost-omitted")])
    profile, found = validate(file, {key: value for key, value in data.items() if key != "costs"}, Profile)
    found += [one for one in _cost_problems(file) if one.code not in _UNFINISHED]
    if profile is None or found:
        raise ContentError(found)
    return profile, there if isinstance(there, dict) else {}


def against_scenarios(costs: Mapping[str, Data], group: Group) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the scenarios among figures that are there, beside what a single field can tell."""
    made, _found = validate(YamlFile("costs", None, ""), dict(costs), Costs)
    found = checks.problems(made, (group,)) if made else ()
    return tuple(
        Diagnostic(Location(".".join(map(str, one.steps))), one.code, one.values)
        for one in found
        if one.steps[:2] == ("costs", "scenarios")
    )


def write(workspace: Workspace, file: YamlFile, answers: Mapping[str, New]) -> None:
    """Put answers in the profile; raises ContentError where they do not go together or do not fit in, and shows them."""
    if workspace.profile is None:
        return
    try:
        text = yamlwriting.add(workspace.profile.read_bytes().decode("utf-8"), {"costs": answers})
    except CannotAddError:
        found = [problem(file.locate(("costs",)), "cost-no-room")]
    else:
        found = list(_cost_problems(yamlsource.parse(yamlsource.decode(text.encode(), file.path), file.path)))
    if found:
        terminal.say("\n".join(yamlwriting.as_lines({"costs": answers})))
        terminal.say(_("These are your answers. They have not been written, because:"))
        raise ContentError(found)
    output.write_over(workspace.profile, text.encode(), workspace.show)
    terminal.result(file.path)
    terminal.say(_("Your answers are in the profile. See what they come to with: pitchkit cost"))


def _cost_problems(file: YamlFile) -> Iterator[Diagnostic]:
    data = file.data if isinstance(file.data, dict) else {}
    some = {key: data[key] for key in ("costs", "groups") if data.get(key) is not None}
    profile, found = validate(file, some, Profile)
    yield from (one for one in found if one.location >= file.locate(("costs",)))
    if profile and isinstance(profile.costs, Costs):
        for one in checks.problems(profile.costs, profile.groups):
            if one.severity == "error":
                yield Diagnostic(file.locate(one.steps), one.code, one.values)
