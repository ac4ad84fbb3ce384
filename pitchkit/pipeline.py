"""The use cases, in order: what the command line asks for, done with the rooms below."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pitchkit import consents, loading, profiles
from pitchkit.composition import Composer, Composition
from pitchkit.diagnostics import CommandError, ContentError, Diagnostic, Location, problem
from pitchkit.library import Library
from pitchkit.model import POSITIONS, Audience, Position
from pitchkit.order import Order
from pitchkit.profile import Group, Profile
from pitchkit.profiles import LoadedProfile
from pitchkit.project import Workspace, shipped
from pitchkit.suggesting import suggest
from pitchkit.templating.finding import Template, TemplateFolders, choose, declared_pairs, find_templates
from pitchkit.templating.rendering import Renderer

if TYPE_CHECKING:
    from pitchkit.costs.outcomes import Outcomes

AnOrder = tuple[Template, Order]


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asks for, in the user's own words; dates are dates, the rest still has to be understood."""

    audience: str | None
    documents: tuple[str, ...]
    everything: bool
    themes: tuple[str, ...]
    groups: tuple[str, ...]
    position: str | None
    date: date
    max_words: int | None
    final: bool


@dataclass(frozen=True, slots=True)
class Kit:
    """Everything that was read for one run."""

    workspace: Workspace
    library: Library
    templates: tuple[Template, ...]
    profile: LoadedProfile
    composer: Composer
    renderer: Renderer


def open_kit(workspace: Workspace) -> Kit:
    """Read the library, the heads of the templates and the profile.

    Raises:
        ContentError: with every problem in all three.
    """
    library = loading.load(workspace.library, shipped("arguments"), workspace.show)
    folders = TemplateFolders.of(workspace)
    templates, found = find_templates(folders, [audience.id for audience in library.audiences])
    problems = list(found)
    profile = profiles.NO_PROFILE
    try:
        profile = profiles.load(workspace.profile, workspace.show(workspace.profile) if workspace.profile else "", library)
    except ContentError as error:
        problems += error.diagnostics
    if problems:
        raise ContentError(problems)
    renderer = Renderer(folders, library)
    return Kit(workspace, library, templates, profile, Composer(library, renderer), renderer)


def compose(
    kit: Kit,
    request: Request,
    wrong: Iterable[Diagnostic] = (),
    counted: Callable[[tuple[AnOrder, ...]], Iterable[AnOrder]] = iter,
) -> tuple[Composition, ...]:
    """Return every document that a request asks for; `wrong` is what was found wrong before, `counted` may look on.

    Raises:
        CommandError: the request names what is not there.
        ContentError: a document cannot be made, or is to be final and still has open fields that it needs, or asks for a
            story that may be told no longer.
    """
    compositions: list[Composition] = []
    found: list[Diagnostic] = []
    for template, order in counted(tuple(orders(kit, request, wrong))):
        try:
            compositions.append(kit.composer.compose(template, order))
        except ContentError as error:
            found += error.diagnostics
    if request.final:
        found += _needed_fields(kit, compositions)
        over = (consents.over_in(kit.library, composition.selection, request.date) for composition in compositions)
        found += dict.fromkeys(one for each in over for one in each)
    if found:
        raise ContentError(found)
    return tuple(compositions)


def orders(kit: Kit, request: Request, wrong: Iterable[Diagnostic] = ()) -> Iterator[AnOrder]:
    """Yield the template and order of every document that a request asks for; raises CommandError."""
    found = list(wrong)
    pairs = list(_pairs(kit, request, found))
    themes = tuple(_known("--theme", theme, kit.library.theme_by_id, "theme-unknown", found) for theme in request.themes)
    position = _position(kit, request, found)
    groups = _groups(kit, request, found)
    if found:
        raise CommandError(found)
    costs = cost_outcomes(kit.profile.profile)
    for template, audience in pairs:
        for group in _groups_of(kit, template, groups, request):
            yield (
                template,
                Order(
                    document=template.document,
                    audience=audience,
                    date=request.date,
                    profile=kit.profile.profile,
                    position=position,
                    themes=themes,
                    groups=groups or kit.profile.profile.groups,
                    group=group,
                    max_words=request.max_words,
                    final=request.final,
                    costs=costs,
                    channels=template.front.channels,
                ),
            )


def cost_outcomes(profile: Profile) -> Outcomes | None:
    """Return the outcomes of the cost model, or None where the profile has no figures for it."""
    if profile.costs is None or profile.costs == "omit":
        return None
    from pitchkit.costs.outcomes import outcomes

    about = profile.costs.group.id
    return outcomes(profile.costs, next(group for group in profile.groups if group.id == about))


def _pairs(kit: Kit, request: Request, found: list[Diagnostic]) -> Iterator[tuple[Template, Audience]]:
    audience = _audience(kit, request, found)
    ids = [audience.id] if audience else [one.id for one in kit.library.audiences]
    templates = [template for template in kit.templates if not template.front.offers]
    documents = {template.document for template in templates}
    of_offers = {template.document for template in kit.templates} - documents
    asked = list(dict.fromkeys(request.documents))
    found += [problem(Location("--document"), "document-of-offer", word=name) for name in asked if name in of_offers]
    wanted = [_known("--document", name, documents, "document-unknown", found) for name in asked if name not in of_offers]
    if any(one.code in ("audience-unknown", "document-unknown", "document-of-offer") for one in found):
        return
    if request.everything:
        pairs = [(document, name) for document, name in declared_pairs(kit.templates, ids) if not wanted or document in wanted]
    elif audience is None:
        found.append(problem(Location("--audience"), "audience-missing", choices=", ".join(ids)))
        return
    else:
        pairs = [(document, audience.id) for document in wanted or ["pitch"]]
    by_id = {one.id: one for one in kit.library.audiences}
    for document, name in pairs:
        template = choose(templates, document, name)
        if template is None:
            others = [one for one in by_id if choose(templates, document, one)]
            found.append(
                problem(
                    Location("--document"),
                    "document-not-for-audience",
                    document=document,
                    audience=name,
                    choices=", ".join(others),
                )
            )
            continue
        yield template, by_id[name]


def _audience(kit: Kit, request: Request, found: list[Diagnostic]) -> Audience | None:
    if request.audience is None:
        return None
    audience = kit.library.audience(request.audience)
    if audience is None:
        choices = [name for one in kit.library.audiences for name in (one.id, *one.aliases)]
        found.append(
            problem(
                Location("--audience"), "audience-unknown", word=request.audience, suggestion=suggest(request.audience, choices)
            )
        )
    return audience


def _position(kit: Kit, request: Request, found: list[Diagnostic]) -> Position | None:
    if request.position is None:
        return kit.profile.profile.position
    position = next((one for one in POSITIONS if one == request.position), None)
    if position is None:
        found.append(problem(Location("--position"), "position-unknown", word=request.position, choices=", ".join(POSITIONS)))
    return position


def _groups(kit: Kit, request: Request, found: list[Diagnostic]) -> tuple[Group, ...]:
    by_id = {group.id: group for group in kit.profile.profile.groups}
    names = [_known("--group", name, by_id, "group-unknown", found) for name in request.groups]
    return tuple(by_id[name] for name in dict.fromkeys(names) if name in by_id)


def _groups_of(kit: Kit, template: Template, asked: tuple[Group, ...], request: Request) -> tuple[Group | None, ...]:
    if template.front.groups != "one":
        return (None,)
    every = asked or kit.profile.profile.groups
    if len(every) > 1 and not asked and not request.everything:
        raise CommandError([problem(Location("--group"), "group-missing", choices=", ".join(group.id for group in every))])
    return every or (None,)


def _known(option: str, word: str, known: Iterable[str], code: str, found: list[Diagnostic]) -> str:
    choices = sorted(known)
    if word not in choices:
        found.append(problem(Location(option), code, word=word, suggestion=suggest(word, choices), choices=", ".join(choices)))
    return word


def _needed_fields(kit: Kit, compositions: Iterable[Composition]) -> Iterator[Diagnostic]:
    """Yield each open field that documents need, once, with the documents."""
    waiting: dict[tuple[str, str], dict[str, None]] = {}
    for composition in compositions:
        needs = composition.template.front.needs
        for field in composition.open_fields:
            if {*profiles.field_names(field.key), field.key.partition(".")[0]} & set(needs):
                waiting.setdefault((field.key, field.label), {})[composition.order.document] = None
    for (key, label), documents in waiting.items():
        yield problem(kit.profile.locate(key), "field-open", key=key, label=label, document=", ".join(documents))
