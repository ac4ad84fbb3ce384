"""Writing in a library: schemas for editors, a new entry, a workspace."""

from __future__ import annotations

from pitchkit.language import mark as _
from pitchkit.messages.hints import SUGGEST

TEXTS: dict[str, tuple[str, str]] = {
    "schema-unknown": (_("there is no schema for “{word}”; there are: {choices}"), SUGGEST),
    "page-head-open": (
        _("the header of this page begins here and never ends"),
        _("Put a line with only --- below the last line of the header."),
    ),
    "page-head-dashes": (
        _("the header of this page should have a line of three dashes here"),
        _("Type --- and nothing else on a line above the fields and on one below them; some programs make one long dash of it."),
    ),
    "page-name": (
        _("the name of this file is the id of its entry, and “{name}” cannot be an id"),
        _("Call the file {suggestion}.md."),
    ),
    "page-head-keys": (_("this header has no fields"), _("Write a field on each line, such as: audiences: [gemeente].")),
    "page-twice": (
        _("this page has “{field}” twice"),
        _("Keep one of the two: the one below a heading, or the one between the dashes at the top."),
    ),
    "page-no-title": (
        _("this page has no title"),
        _("Put it on a line of its own with # and a space before it, such as: # In a group people learn from each other."),
    ),
    "page-no-text": (_("this page has no text"), _("Write it below the title.")),
    "new-missing": (_("this is still needed: {what}"), _("Give it, or leave the questions to pitchkit with --ask.")),
    "new-place-missing": (
        _("the source “{source}” has no place in it"),
        _("Give a --place for each --source: a page, a chapter or a heading."),
    ),
    "new-place-alone": (_("there are more places than sources"), _("Give a --source before each --place.")),
    "new-words": (_("“{word}” does not say whose words these are"), _("Write READER.FIELD=TEXT, with title, text or short.")),
    "new-file": (
        _("“{name}” is no file for entries"),
        _("Name a file that ends in .yaml, in {folder}/."),
    ),
    "new-id-shipped": (
        _("pitchkit has an entry “{id}” already, at {other}"),
        _("Choose another id, or put yours in its place with --override."),
    ),
    "new-no-room": (
        _("nothing can be added at the end of this file"),
        _("Choose another file with --file, or write the entry by hand."),
    ),
    "library-not-yours": (
        _("this is the library that comes with pitchkit, which is not written in"),
        _("Make a library of your own beside it first: pitchkit init FOLDER, and work in that folder."),
    ),
}
