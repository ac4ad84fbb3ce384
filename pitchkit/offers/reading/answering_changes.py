"""One remark of a nota van inlichtingen, and what it changes or only makes clear."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pitchkit.offers.model import Criterion, Moment, Offer, Question, Requirement
from pitchkit.offers.reading.changing import Change, ChangeKind, Said, limit_edits, on_target, shown_limit, shown_rule
from pitchkit.offers.reading.clarifying import Remark
from pitchkit.offers.reading.numbering import PREFIXES, own_number
from pitchkit.offers.reading.signals import form_rules, kinds
from pitchkit.offers.reading.signals.amounts import number_of, plain, squeezed
from pitchkit.offers.reading.signals.asking import words_of
from pitchkit.offers.reading.signals.dates import find_dates
from pitchkit.offers.reading.signals.limits import find_amounts, find_limits
from pitchkit.offers.reading.signals.naming import code_of
from pitchkit.offers.reading.signals.weights import WeightFound, find_weight
from pitchkit.offers.reading.targets import Target, targets_in
from pitchkit.yamlwriting import Append, Edit, Put, Value

_CHANGES = re.compile(
    r"\b(?:wijzigen|gewijzigd|wijzigt|wijzigt in|wijziging|pas(?:t|sen)\b.{0,40}\baan|aangepast|verruimd|verhoogd|"
    "verlaagd|verkort|vervangen|vervalt|vervallen|geschrapt|toegevoegd|luidt|luiden|moet zijn|had moeten|"
    r"in plaats van|i\.p\.v\.|verplaatst|verschoven|opgeschoven|uitgesteld|verlengd|wordt nu|wordt dus|"
    r"hersteld|gecorrigeerd|rectificatie|abusievelijk|ten onrechte|nieuwe\b.{0,40}\bis|"
    "nieuwe (?:sluitings)?datum|bedraagt voortaan|"
    r"(?:maximum|maximale|limiet|weging|wegingsfactor|sluitingsdatum|aantal)\b.{0,60}\b(?:wordt|worden|naar|bedraagt nu))\b",
    re.IGNORECASE,
)
_KEEPS = re.compile(
    (
        r"\b(?:ongewijzigd|niet (?:ge)?wijzig\w*|niet aangepast|past .{0,30}niet aan|blijft (?:ongewijzigd|"
        "gehandhaafd|staan|van kracht|gelden|gelijk)|blijven (?:ongewijzigd|gehandhaafd)|gehandhaafd|handhaaft|"
        "handhaven|geen aanleiding|geen wijziging|niet verruimd|niet verplaatst|niet verschoven|wordt niet|"
        r"worden niet)\b"
    ),
    re.IGNORECASE,
)
_OLD = re.compile(
    r"(?:in plaats van|i\.p\.v\.|voorheen|was (?:eerst )?)\s+"
    r"(?:(?!(?:mag|mogen|wordt|worden|is|kan|geldt|geldig)\b)(?:\d+[.,]\d+|[^\s.,;]+)\s*){1,6}",
    re.IGNORECASE,
)
_REPLACED = re.compile(r"(?P<old>[^.;]{1,120}?)\bvervangen door\b", re.IGNORECASE)
_TOPIC = re.compile(r"lettertype|lettergrootte|marges?|regelafstand|weging|omvang|maximum|limiet|\book\b", re.IGNORECASE)
_FROM_TO = re.compile(r"\bvan\s+(?P<old>[^.;]{1,40}?)\s+(?:naar|in)\s+(?=\S)", re.IGNORECASE)
_CODES = re.compile(r"(?<![\w-])(?!A[34]\b)[A-Z]{1,5}[-. ]?\d{1,3}(?:[.-]\d{1,3})*[a-z]?(?![\w%])|§\s*\d[\d.]*")
_AGREES = re.compile(
    (
        r"^(?:ja\b|akkoord|dat is (?:akkoord|toegestaan|mogelijk)|(?:de )?(?:opdrachtgever|gemeente|"
        r"aanbestedende dienst) (?:gaat|stemt|is)\b.{0,40}(?:akkoord|in|bereid)|toegestaan|hiermee (?:gaat|stemt))"
    ),
    re.IGNORECASE,
)
_ASKS_CHANGE = re.compile(
    (
        r"\b(?:kunt u|kan|bent u bereid|is .{0,30}bereid|mogelijk|verzoek\w*|wilt u|mag|mogen|"
        r"zou)\b.*\b(?:aanpassen|wijzigen|verruim\w*|verho\w*|verla\w*|verschui\w*|verplaats\w*|verleng\w*|"
        r"uitstel\w*|vervallen|schrappen|vervang\w*|toevoegen|naar|in plaats van|meer dan|ook|gebruik\w*)\b"
    ),
    re.IGNORECASE | re.DOTALL,
)
_NEW_TEXT = re.compile(
    r"(?:luidt|luiden|vervangen door|gewijzigd in|wijzigt in|moet zijn|wordt|tekst)"
    r"(?:\s+(?:als volgt|nu|voortaan|dan|te luiden))*\s*:?\s*[\"“„‘'](?P<text>[^\"”“„]{8,})[\"”’']",
    re.IGNORECASE | re.DOTALL,
)
_NEW_TEXT_BARE = re.compile(
    r"(?:luidt|luiden|wordt (?:aangepast|gewijzigd))(?:\s+(?:als volgt|nu|voortaan|dan))*\s*:\s*(?P<text>[^\"“„].{15,})$",
    re.IGNORECASE | re.DOTALL,
)
_GONE = re.compile(r"\b(?:vervalt|komt te vervallen|vervallen|geschrapt|wordt verwijderd)\b", re.IGNORECASE)
_ADDED = re.compile(
    r"\b(?:toegevoegd|aanvullende eis|extra eis|nieuwe eis|voegt?\b.{0,40}\btoe)\b[^:]{0,60}:\s*[\"“„]?(?P<text>.{10,}?)[\"”]?$",
    re.IGNORECASE | re.DOTALL,
)


def changes_of(remark: Remark, offer: Offer) -> tuple[Change, ...]:
    """Return what one remark changes, or the note where it only makes clear; nothing where it is tied to nothing."""
    answer = squeezed(remark.becomes or remark.answer)
    targets = targets_in(remark, offer)
    is_set = _sets_date(answer, targets) or _sets_limit(answer, targets, offer)
    changes = bool(remark.becomes) or ((is_set or bool(_CHANGES.search(answer))) and not _keeps(answer))
    found: list[Change] = []
    if changes and (added := _ADDED.search(answer)) and not _GONE.search(answer):
        found += _new(added["text"].strip('"“”'), remark, offer)
    elif changes:
        new = _new_part(answer)
        for target in targets:
            found += _on(_limited(target, offer) if find_amounts(_CODES.sub(" ", new)) else target, new, answer, remark)
        is_of_form = any(isinstance(one.item, Requirement) and one.item.type == "vorm" for one in targets)
        found += _form(new, remark, offer) if not found or is_of_form else []
        found += _whole(new, remark, offer) if not found and not targets else []
        found += [on_target("read-yourself", one, Said(remark.found, _noted(remark))) for one in targets if not found]
    elif _AGREES.match(answer) and _ASKS_CHANGE.search(remark.question) and not _keeps(answer):
        found += [on_target("read-yourself", one, Said(remark.found, _noted(remark))) for one in targets]
    else:
        found += [on_target("note", one, Said(remark.found, _noted(remark))) for one in targets if one.kind != "moment"]
    return tuple(found)


def _sets_date(answer: str, targets: Sequence[Target]) -> bool:
    """Return whether an answer about a date gives another one: "de sluiting wordt 29 januari"."""
    dates = [target.item.date for target in targets if isinstance(target.item, Moment)]
    return any(one.day not in dates for one in find_dates(answer) if dates) and bool(re.search(r"\bword(?:t|en)\b", answer))


def _sets_limit(answer: str, targets: Sequence[Target], offer: Offer) -> bool:
    """Return whether an answer allows another length than there is: "de casus mag maximaal 1.000 woorden zijn"."""
    said = [one.limit for one in find_limits(_CODES.sub(" ", answer)) if one.limit and one.scope != "elsewhere"]
    there = [item.limit for one in targets if not isinstance(item := _limited(one, offer).item, Moment | Requirement)]
    return (
        bool(said and there)
        and said[0] not in there
        and bool(re.search(r"\b(?:mag|mogen|wordt|worden)\b", answer, re.IGNORECASE))
    )


def _limited(target: Target, offer: Offer) -> Target:
    """Return what the limit of a target stands with: a question without one is limited by its criterion."""
    if not isinstance(target.item, Question) or target.item.limit:
        return target
    criterion = offer.criteria[int(target.steps[1])]
    return Target("criterion", target.steps[:2], criterion) if criterion.limit else target


def _keeps(answer: str) -> bool:
    """Return whether an answer says that nothing changes; "wordt niet 2 maar 3" does not say that."""
    return bool(_KEEPS.search(answer)) and not re.search(r"\bmaar\b.{0,40}\d|in plaats van", answer, re.IGNORECASE)


def _noted(remark: Remark) -> str:
    number = f"antwoord {remark.number}: " if remark.number else ""
    return f"{number}{remark.answer or remark.becomes}"


def _new_part(answer: str) -> str:
    """Return an answer without what it says that held before."""
    text = _REPLACED.sub(lambda match: f" {' '.join(_TOPIC.findall(match['old']))} wordt ", _OLD.sub(" ", answer))
    return (
        _FROM_TO.sub(" wordt ", text)
        if find_limits(text) or find_weight(text) or find_dates(text) or re.search(r"\d", text)
        else text
    )


def _on(target: Target, new: str, answer: str, remark: Remark) -> Iterator[Change]:
    item = target.item
    if isinstance(item, Moment):
        yield from _moment(target, item, new, remark)
        return
    note = _noted(remark)
    said = False
    bare = _CODES.sub(" ", new)
    limits = find_amounts(bare)
    if limits and limits[0] != item.limit:
        said = True
        yield on_target(
            "limit",
            target,
            Said(remark.found, note),
            (shown_limit(item.limit), shown_limit(limits[0])),
            limit_edits(target.steps, limits[0]),
        )
    weight = _weight(bare, remark)
    for key, value in (("weight", weight.weight), ("points", weight.points)):
        there: Decimal | None = getattr(item, key)
        if value is not None and value != there:
            said = True
            unit = "%" if key == "weight" else " punten"
            was = f"{plain(there)}{unit}" if there is not None else ""
            kind: ChangeKind = "weight" if key == "weight" else "points"
            yield on_target(
                kind, target, Said(remark.found, note), (was, f"{plain(value)}{unit}"), (Put((*target.steps, key), value),)
            )
    yield from _text(target, answer, remark, note) if not said else ()


def _weight(new: str, remark: Remark) -> WeightFound:
    """Return the weight or the points that an answer sets; where weights are what it is about, a bare percentage is one."""
    found = find_weight(new)
    if found or not re.search(r"weging|gewicht|weegt|telt", f"{new} {remark.question} {remark.about}", re.IGNORECASE):
        return found
    share = re.search(r"(?P<n>\d{1,3}(?:,\d+)?)\s*(?:%|procent)", new)
    number = number_of(share["n"]) if share else None
    return WeightFound(number) if number is not None and 0 < number <= 100 else found  # noqa: PLR2004 - percent


def _text(target: Target, answer: str, remark: Remark, note: str) -> Iterator[Change]:
    item = target.item
    if isinstance(item, Moment):
        return
    given = _NEW_TEXT.search(answer) or _NEW_TEXT_BARE.search(answer)
    text = squeezed(given["text"]) if given else remark.becomes and squeezed(remark.becomes)
    was = item.title if isinstance(item, Criterion) else item.text
    if text and isinstance(item, Requirement | Question) and words_of(text) != words_of(was):
        clean = code_of(text)[1] if code_of(text)[0].lower() == item.id.lower() else text
        yield on_target("text", target, Said(remark.found, note), (was, clean), (Put((*target.steps, "text"), clean),))
    elif _GONE.search(answer):
        yield on_target("gone", target, Said(remark.found, note), (was, ""))


def _moment(target: Target, item: Moment, new: str, remark: Remark) -> Iterator[Change]:
    dates = find_dates(new, item.date.year if item.date else None)
    if not dates:
        return
    last = dates[-1]
    edits: list[Edit] = [Put((*target.steps, "date"), last.day)]
    place: dict[str, Value] = {"document": remark.found.document, "place": remark.found.place}
    if remark.found.at:
        place["at"] = remark.found.at
    edits.append(Put((*target.steps, "found"), place))
    if last.time and last.time != item.time:
        edits.append(Put((*target.steps, "time"), last.time))
    was = f"{item.date.isoformat() if item.date else ''} {item.time or ''}".strip()
    becomes = f"{last.day.isoformat()} {last.time or item.time or ''}".strip()
    if was != becomes:
        yield on_target("date", target, Said(remark.found), (was, becomes), edits)


def _form(new: str, remark: Remark, offer: Offer) -> Iterator[Change]:
    """Yield the rules of form that an answer sets; a letter that may be used "ook" comes beside the others."""
    for key, value in form_rules.find_form(new).items():
        there = getattr(offer.form, key)
        if key == "counts":
            for name, counts in value.items():
                if getattr(there, name) != counts:
                    steps = ("form", "counts", name)
                    yield Change("form", ".".join(steps), "", "yes" if counts else "no", remark.found, (Put(steps, counts),))
            continue
        after = tuple(dict.fromkeys((*there, *value))) if key == "fonts" and re.search(r"\book\b", new, re.IGNORECASE) else value
        if after != there:
            written = list(after) if isinstance(after, tuple) else after
            yield Change(
                "form", f"form.{key}", shown_rule(there), shown_rule(after), remark.found, (Put(("form", key), written),)
            )


def _whole(new: str, remark: Remark, offer: Offer) -> Iterator[Change]:
    for one in find_limits(new):
        if one.scope == "whole" and one.limit and one.limit != offer.form.limit:
            yield Change(
                "form",
                "form.limit",
                shown_limit(offer.form.limit),
                shown_limit(one.limit),
                remark.found,
                limit_edits(("form",), one.limit),
            )


def _new(text: str, remark: Remark, offer: Offer) -> Iterator[Change]:
    """Yield a requirement that is added."""
    code, rest = code_of(squeezed(text))
    demand = kinds.demand_of(rest) or kinds.Demand("eis")
    taken = {one.id.lower() for one in offer.requirements} | {one.id.lower() for one in offer.criteria}
    letter, word = PREFIXES[demand.type]
    name = own_number(code, letter) or next(f"{word}-{n}" for n in range(1, 10_000) if f"{word}-{n}" not in taken)
    if name.lower() in taken:
        return
    found: dict[str, Value] = {"document": remark.found.document, "place": remark.found.place}
    if remark.found.at:
        found["at"] = remark.found.at
    value: dict[str, Value] = {"id": name, "text": rest, "type": demand.type, "found": found, "status": "open"}
    yield Change("new", name, "", rest, remark.found, (Append(("requirements",), (value,)),))
