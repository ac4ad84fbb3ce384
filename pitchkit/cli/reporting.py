"""What a build tells the user: where the documents went on standard output, the rest beside it."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from pitchkit import outline, output, terminal
from pitchkit.composition import Composition
from pitchkit.diagnostics import CommandError, Location, problem
from pitchkit.language import _, mark, plural
from pitchkit.pipeline import Kit
from pitchkit.project import Workspace
from pitchkit.selection import Decision

REASONS = {
    "chosen": mark("in: {detail}, {length}"),
    "audience": mark("out: only for {detail}"),
    "not-asked": mark("out: this document asks for no {detail}"),
    "theme": mark("out: about {detail}"),
    "position": mark("out: only with {detail}"),
    "waits": mark("waits for {detail}"),
    "dated": mark("out: policy of the past ({detail}) that the municipality does not name"),
    "consent": mark("out: no consent ({detail})"),
    "costs": mark("out: the figures do not bear it out ({detail})"),
    "section-full": mark("out: no room left in {detail}"),
    "words": mark("out: the word limit"),
}
LENGTHS = {"full": mark("in full"), "short": mark("short")}


def name_library(kit: Kit) -> None:
    """Tell which library is used."""
    shipped = _(" (the one that comes with pitchkit)") if kit.workspace.is_shipped_library else ""
    count = len(kit.library.entries)
    terminal.say(
        plural("Library: {name}{shipped}, {count} entry", "Library: {name}{shipped}, {count} entries", count).format(
            name=kit.library.name, shipped=shipped, count=count
        )
    )


def give_stream(files: Sequence[output.File], compositions: Sequence[Composition]) -> None:
    """Write one document to standard output and name the pictures it shows; raises CommandError for more than one."""
    if len(files) != 1:
        raise CommandError([problem(Location("--output"), "output-one-stream", count=len(files))])
    sys.stdout.buffer.write(files[0].data)
    sys.stdout.buffer.flush()
    documents = [composition.document for composition in compositions]
    shown = [chart.picture for document in documents for chart in outline.charts(document.blocks)]
    shown += [picture.name for document in documents for picture in document.pictures]
    if files[0].path.suffix == ".md" and (names := ", ".join(dict.fromkeys(shown))):
        told = _("Without {names}: standard output has no room for pictures. Name a file or a folder.")
        terminal.say(told.format(names=names))


def give_files(kit: Kit, files: Sequence[output.File], *, force: bool) -> None:
    """Write documents and print their paths; name those that did not go where they would have."""
    for written in output.write(files, force=force, show=kit.workspace.show):
        show_written(kit.workspace, written)


def show_written(workspace: Workspace, written: output.Written, *, can_force: bool = True) -> None:
    """Print where a file went; name the edited one that it was not written over."""
    terminal.result(workspace.show(written.path))
    if written.beside:
        left = _("{edited} was edited since it was built and has been left alone; the new one is {path}.")
        over = _(
            "{edited} was edited since it was built and has been left alone; the new one is {path}. Use --force to write over it."
        )
        told = over if can_force else left
        terminal.say(told.format(edited=workspace.show(written.beside), path=workspace.show(written.path)))


def used(compositions: Sequence[Composition]) -> tuple[str, ...]:
    """Return the ids of the entries that documents use: those chosen, and those that stand in them as an answer."""
    chosen = {one.entry.id for each in compositions for one in each.selection.chosen}
    return tuple(sorted(chosen.union(*(outline.entries(each.document.blocks) for each in compositions))))


def tell(kit: Kit, compositions: Sequence[Composition], *, explain: bool) -> None:
    """Tell what is still open, what waits, what was left out, and on request why."""
    terminal.show_problems(kit.profile.warnings)
    terminal.show_problems(dict.fromkeys(one for composition in compositions for one in composition.warnings))
    for composition in compositions:
        tell_length(composition)
        if explain:
            _explain(composition)
    _tell_open(kit, compositions)
    _tell_waiting(compositions)


def _name(composition: Composition) -> str:
    return f"{composition.order.document}-{composition.order.audience.id}"


def profile_name(kit: Kit) -> str:
    """Return the file where open fields are filled in."""
    return kit.workspace.show(kit.workspace.profile) if kit.workspace.profile else "pitchkit.yaml"


def _tell_open(kit: Kit, compositions: Sequence[Composition]) -> None:
    fields = {field.key: field for composition in compositions for field in composition.open_fields}
    if not fields:
        return
    terminal.say(_("Still open; fill these in in {file}:").format(file=profile_name(kit)))
    for field in fields.values():
        suggestions = kit.composer.aim_suggestions(kit.profile.profile, field.key)
        hint = _(" (perhaps: {words})").format(words=", ".join(suggestions)) if suggestions else ""
        terminal.say(f"  {field.key}: {field.label}{hint}")


def _tell_waiting(compositions: Sequence[Composition]) -> None:
    _tell_decisions(_("Left out until it is known:"), [one for each in compositions for one in each.selection.waiting()])
    refused = [one for each in compositions for one in each.selection.not_borne_out()]
    _tell_decisions(_("Left out, since the figures in costs do not bear it out:"), refused)
    _tell_without_consent(compositions)


def _tell_without_consent(compositions: Sequence[Composition]) -> None:
    """Tell which stories the consent keeps out of these documents; consent that is over is told with its place."""
    lines: dict[str, None] = {}
    for composition in compositions:
        for one in composition.selection.without_consent():
            consent, order = one.entry.consent, composition.order
            if consent and not consent.is_over(order.date):
                given = consent.channels if order.document in consent.purposes else consent.purposes
                told = _("{id}: {what} (consent is for {given})")
                lines[told.format(id=one.entry.id, what=one.detail, given=", ".join(given))] = None
    if lines:
        terminal.say(_("Left out, since the consent does not cover it; ask first, and add it to the consent of the entry:"))
    for line in sorted(lines):
        terminal.say(f"  {line}")


def _detail(decision: Decision) -> str:
    """Return what a decision rests on; what costs have against an entry is said in words."""
    if decision.reason != "costs":
        return decision.detail
    from pitchkit.costs.labels import TEXTS

    return "; ".join(_(TEXTS[f"reason.{one}"]) for one in decision.detail.split(", "))


def _tell_decisions(heading: str, decisions: Sequence[Decision]) -> None:
    reasons = {one.entry.id: _detail(one) for one in decisions}
    if reasons:
        terminal.say(heading)
    for entry_id, detail in sorted(reasons.items()):
        terminal.say(f"  {entry_id}: {detail}")


def tell_length(composition: Composition) -> None:
    """Tell how long a document with a word limit is, and what was left out for it."""
    left_out = composition.selection.left_out_for_words()
    if composition.limit is None:
        return
    terminal.say(
        _("{name}: {words} words, at most {limit}.").format(
            name=_name(composition), words=composition.words, limit=composition.limit
        )
    )
    if left_out:
        terminal.say(_("Left out for the word limit: {ids}").format(ids=", ".join(one.entry.id for one in left_out)))


def _explain(composition: Composition) -> None:
    decisions = [one for one in composition.selection.decisions if one.reason != "audience"]
    rank = {reason: number for number, reason in enumerate(REASONS)}
    decisions.sort(key=lambda one: (rank[one.reason], one.detail, one.entry.id))
    rows = [(one.entry.id, one.entry.kind, str(one.entry.weight), _reason(one)) for one in decisions]
    terminal.say(_name(composition))
    terminal.show_table([_("entry"), _("kind"), _("weight"), _("why")], rows, beside=True)
    others = len(composition.selection.decisions) - len(decisions)
    terminal.say(
        plural("{count} entry is for other readers.", "{count} entries are for other readers.", others).format(count=others)
    )


def _reason(decision: Decision) -> str:
    length = _(LENGTHS[decision.length]) if decision.length else ""
    return _(REASONS[decision.reason]).format(detail=_detail(decision), length=length)
