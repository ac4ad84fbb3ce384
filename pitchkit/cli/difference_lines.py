"""What changed in the argument, as lines for people."""

from __future__ import annotations

from collections.abc import Iterable

from pitchkit import terminal
from pitchkit.changes.libraries import Difference
from pitchkit.cli import change_lines
from pitchkit.cli.difference_data import beside, documents, what
from pitchkit.history.comparing import Comparison
from pitchkit.history.reach import Pair
from pitchkit.history.revisions import Reading
from pitchkit.language import _, plural
from pitchkit.model import Entry


def warn(readings: Iterable[Reading]) -> None:
    """Tell what could not be read of a library at one moment: its entries count as not there."""
    for reading in readings:
        if not reading.problems:
            continue
        text = plural(
            "{name} has {count} problem; what cannot be read counts as not there. The first:",
            "{name} has {count} problems; what cannot be read counts as not there. The first:",
            len(reading.problems),
        )
        terminal.say(text.format(name=reading.library.name, count=len(reading.problems)))
        terminal.show_problems(reading.problems[:1])


def show(compared: Comparison) -> None:
    """Show what was added, removed and changed, and in which documents that could show."""
    difference = compared.difference
    for entry in difference.added:
        _show_entry(_("added"), compared, entry)
    for entry in difference.removed:
        _show_entry(_("removed"), compared, entry)
    for change in difference.changed:
        where = compared.after.library.places[change.after.id].locate()
        terminal.result(f"{what(change)}: {change.after.id} ({change.after.kind}), {where}")
        change_lines.show_change(change)
        _show_documents(compared.shelf.touched_by(change))
    _show_sources(difference)
    touched = compared.shelf.touched(difference)
    if touched and len((*difference.added, *difference.removed, *difference.changed)) > 1:
        terminal.result("")
        terminal.result(_("Documents that this could show in: {documents}.").format(documents=documents(touched)))
    _sum_up(difference)
    if compared.around:
        terminal.say(beside(compared))


def _show_entry(word: str, compared: Comparison, entry: Entry) -> None:
    terminal.result(f"{word}: {entry.id} ({entry.kind}), {entry.title}")
    _show_documents(compared.shelf.taking(entry))


def _show_documents(pairs: tuple[Pair, ...]) -> None:
    if pairs:
        terminal.result("  " + _("in: {documents}").format(documents=documents(pairs)))


def _show_sources(difference: Difference) -> None:
    for source in difference.sources_added:
        terminal.result(_("source added: {id}, {title}").format(id=source.id, title=source.title))
    for source in difference.sources_removed:
        terminal.result(_("source removed: {id}, {title}").format(id=source.id, title=source.title))
    for change in difference.sources_changed:
        terminal.result(_("source changed: {id}").format(id=change.id))
        change_lines.show_tags(change.retaggings)


def _sum_up(difference: Difference) -> None:
    counts = (
        (_("{count} added"), difference.added),
        (_("{count} removed"), difference.removed),
        (_("{count} changed"), difference.changed),
        (_("{count} in another file, unchanged"), [one for one in difference.moved if not _is_changed(difference, one.id)]),
    )
    told = [text.format(count=len(some)) for text, some in counts if some]
    sources = len(difference.sources_added) + len(difference.sources_removed) + len(difference.sources_changed)
    if sources:
        told.append(plural("{count} source", "{count} sources", sources).format(count=sources))
    if not difference:
        told.insert(0, _("nothing changed in the argument"))
    line = ", ".join(told)
    terminal.say(line[0].upper() + line[1:] + ".")


def _is_changed(difference: Difference, entry_id: str) -> bool:
    return any(change.after.id == entry_id for change in difference.changed)
