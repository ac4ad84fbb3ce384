"""The profile file: read, checked against the library, and empty where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pitchkit import yamlsource
from pitchkit.costs.inputs import Costs
from pitchkit.diagnostics import ContentError, Diagnostic, Location, problem
from pitchkit.library import Library
from pitchkit.profile import Profile
from pitchkit.suggesting import suggest, suggest_named
from pitchkit.validation import validate
from pitchkit.yamlsource import YamlFile


@dataclass(frozen=True, slots=True)
class LoadedProfile:
    """A profile, the file it stands in, and what is worth a second look in it; without a file everything is still open."""

    profile: Profile
    file: YamlFile | None
    warnings: tuple[Diagnostic, ...] = ()

    def locate(self, key: str) -> Location:
        """Return the place where a key such as `groups.rouw.start` belongs, or as near to it as the file goes."""
        if self.file is None:
            return Location("pitchkit.yaml")
        steps: list[str | int] = []
        for name in key.split("."):
            if name.isdigit():
                steps.append(int(name) - 1)
            elif steps == ["groups"]:
                ids = [group.id for group in self.profile.groups]
                steps.append(ids.index(name) if name in ids else name)
            else:
                steps.append(name)
        return self.file.locate(tuple(steps))


def field_names(key: str) -> tuple[str, ...]:
    """Return what a key such as `groups.rouw.start` can be called: itself, and its field in whichever group or aim it is."""
    parts = key.split(".")
    uncounted = ".".join(part for part in parts if not part.isdigit())
    return (key, *(".".join(parts[:index] + parts[index + 1 :]) for index in range(len(parts))), uncounted)


NO_PROFILE = LoadedProfile(Profile(), None)


def load(path: Path | None, name: str, library: Library) -> LoadedProfile:
    """Return the profile in a file, or one that says nothing when there is no file.

    Raises:
        ContentError: with every problem in it.
    """
    if path is None:
        return NO_PROFILE
    file = yamlsource.read(path, name)
    if file.data is None:
        return LoadedProfile(Profile(), file)
    profile, found = validate(file, file.data, Profile)
    if profile is not None:
        found = list(_problems(profile, file, library))
    if profile is None or any(one.severity == "error" for one in found):
        raise ContentError(found)
    return LoadedProfile(profile, file, tuple(found))


def _problems(profile: Profile, file: YamlFile, library: Library) -> Iterator[Diagnostic]:
    serves = {**library.names("themes"), **library.names("policies")}
    for number, aim in enumerate(profile.municipality.aims):
        for index, word in enumerate(aim.serves):
            if word not in serves:
                where = file.locate(("municipality", "aims", number, "serves", index))
                yield problem(where, "serves-unknown", word=word, suggestion=suggest_named(word, serves))
    for index, word in enumerate(profile.municipality.policies):
        if word not in library.policy_by_id:
            where = file.locate(("municipality", "policies", index))
            yield problem(where, "policy-unknown", word=word, suggestion=suggest_named(word, library.names("policies")))
    audiences = [audience.id for audience in library.audiences]
    for word in profile.requests:
        if word not in audiences:
            yield problem(file.locate_key(("requests", word)), "audience-unknown", word=word, suggestion=suggest(word, audiences))
    yield from _group_problems(profile, file, library)
    if isinstance(profile.costs, Costs):
        from pitchkit.costs import checks  # the cost model is only for who has figures

        for found in checks.problems(profile.costs, profile.groups):
            yield Diagnostic(file.locate(found.steps), found.code, found.values, found.severity)


def _group_problems(profile: Profile, file: YamlFile, library: Library) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for index, group in enumerate(profile.groups):
        if group.id in seen:
            yield problem(file.locate(("groups", index, "id")), "group-duplicate", id=group.id)
        seen.add(group.id)
        types = library.settings.group_types
        if group.type and types and group.type not in types:
            where = file.locate(("groups", index, "type"))
            yield problem(
                where, "group-type-unknown", word=group.type, choices=", ".join(types), suggestion=suggest(group.type, types)
            )
        size = [number for number in (group.participants.min, group.participants.planned, group.participants.max) if number]
        if size != sorted(size):
            yield problem(file.locate(("groups", index, "participants")), "group-size", id=group.id)
