"""The offer file: found by its name, read, and checked against the library and the profile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pitchkit import yamlsource
from pitchkit.diagnostics import CommandError, ContentError, Diagnostic, Location, problem
from pitchkit.library import Library
from pitchkit.offers.model import Offer, Question
from pitchkit.profile import Profile
from pitchkit.project import OFFERS
from pitchkit.suggesting import suggest
from pitchkit.validation import validate
from pitchkit.yamlsource import Step, YamlFile


@dataclass(frozen=True, slots=True)
class LoadedOffer:
    """An offer, its name, the file it stands in and where that lies."""

    name: str
    offer: Offer
    file: YamlFile
    path: Path

    def locate(self, *steps: Step) -> Location:
        """Return the place of a value in the offer file."""
        return self.file.locate(steps)

    def steps_to(self, question: Question) -> tuple[Step, ...]:
        """Return the keys and positions that lead to a question; raises KeyError for one of another offer."""
        for number, criterion in enumerate(self.offer.criteria):
            for index, one in enumerate(criterion.questions):
                if one is question:
                    return ("criteria", number, "questions", index)
        raise KeyError(question.id)


def folder_of(start: Path) -> Path:
    """Return the nearest folder with offers upward, or the place where one would be made."""
    folders = (start, *start.parents)
    return next((folder / OFFERS for folder in folders if (folder / OFFERS).is_dir()), start / OFFERS)


def path_of(name: str, start: Path) -> Path:
    """Return where the offer with this name, or at this path, lies or would lie."""
    if name.endswith((".yaml", ".yml")):
        return start / name
    return folder_of(start) / f"{name}.yaml"


def load(name: str, start: Path, shown: str, library: Library, profile: Profile) -> LoadedOffer:
    """Return the offer with a name; `shown` is how messages name its file.

    Raises:
        CommandError: there is no such offer.
        ContentError: with every problem in it.
    """
    path = path_of(name, start)
    if not path.is_file():
        known = sorted(one.stem for one in path.parent.glob("*.yaml")) if path.parent.is_dir() else []
        raise CommandError(
            [problem(Location("NAME"), "offer-unknown", word=name, suggestion=suggest(name, known), choices=", ".join(known))]
        )
    file = yamlsource.read(path, shown)
    if file.data is None:
        raise ContentError([problem(Location(shown), "offer-empty")])
    offer, found = validate(file, file.data, Offer)
    if offer is not None:
        found = list(_problems(offer, file, library, profile))
    if offer is None or found:
        raise ContentError(found)
    return LoadedOffer(path.stem, offer, file, path)


def _problems(offer: Offer, file: YamlFile, library: Library, profile: Profile) -> Iterator[Diagnostic]:
    yield from _duplicates(offer, file)
    if library.audience(offer.audience) is None:
        choices = [one.id for one in library.audiences]
        yield _unknown(file, ("audience",), "audience-unknown", offer.audience, choices)
    for number, criterion in enumerate(offer.criteria):
        for index, question in enumerate(criterion.questions):
            yield from _question_problems(question, file, ("criteria", number, "questions", index), library)
    groups = [group.id for group in profile.groups]
    for steps, word in _groups_named(offer):
        if word not in groups:
            yield _unknown(file, steps, "group-unknown", word, groups)
    yield from _unknown_proofs(offer, file)


def _duplicates(offer: Offer, file: YamlFile) -> Iterator[Diagnostic]:
    seen: dict[str, tuple[Step, ...]] = {}
    named: list[tuple[str, tuple[Step, ...]]] = [(one.id, ("requirements", n)) for n, one in enumerate(offer.requirements)]
    for number, criterion in enumerate(offer.criteria):
        named.append((criterion.id, ("criteria", number)))
        named += [(one.id, ("criteria", number, "questions", n)) for n, one in enumerate(criterion.questions)]
    for key in ("lots", "planning", "indicators", "proofs", "documents"):
        named += [(f"{key}/{one.id}", (key, number)) for number, one in enumerate(getattr(offer, key))]
    for name, steps in named:
        first = seen.setdefault(name, steps)
        if first != steps:
            where, other = (file.locate((*one, "id")) for one in (steps, first))
            yield problem(where, "offer-id-duplicate", id=name.rpartition("/")[2], other=other)


def _question_problems(question: Question, file: YamlFile, steps: tuple[Step, ...], library: Library) -> Iterator[Diagnostic]:
    for number, choice in enumerate(question.entries):
        if choice.entry not in library.entry_by_id:
            yield _unknown(file, (*steps, "entries", number, "entry"), "entry-unknown", choice.entry, library.entry_by_id)
    for key, known in (("themes", library.theme_by_id), ("aims", library.policy_by_id)):
        for number, word in enumerate(getattr(question, key)):
            if word not in known:
                code = "theme-unknown" if key == "themes" else "policy-unknown"
                yield _unknown(file, (*steps, key, number), code, word, known)


def _groups_named(offer: Offer) -> Iterator[tuple[tuple[Step, ...], str]]:
    lines = offer.price.lines if offer.price else ()
    yield from ((("price", "lines", number, "group"), line.group) for number, line in enumerate(lines) if line.group)
    grant = offer.grant
    for key in ("activities", "budget") if grant else ():
        items = enumerate(getattr(grant, key))
        yield from ((("grant", key, number, "group"), item.group) for number, item in items if item.group)


def _unknown_proofs(offer: Offer, file: YamlFile) -> Iterator[Diagnostic]:
    known = [proof.id for proof in offer.proofs]
    named: list[tuple[tuple[Step, ...], tuple[str, ...]]] = [
        (("requirements", number), one.proofs) for number, one in enumerate(offer.requirements)
    ]
    for number, criterion in enumerate(offer.criteria):
        named += [(("criteria", number, "questions", index), one.proofs) for index, one in enumerate(criterion.questions)]
    for steps, proofs in named:
        for index, word in enumerate(proofs):
            if word not in known:
                yield _unknown(file, (*steps, "proofs", index), "proof-unknown", word, known)


def _unknown(file: YamlFile, steps: tuple[Step, ...], code: str, word: str, known: Iterable[str]) -> Diagnostic:
    choices = list(known)
    return problem(file.locate(steps), code, word=word, suggestion=suggest(word, choices), choices=", ".join(choices))
