"""The command line."""

from __future__ import annotations

from pitchkit.language import mark as _
from pitchkit.messages.hints import CHOOSE, SUGGEST

TEXTS: dict[str, tuple[str, str]] = {
    "audience-missing": (_("for which reader?"), _("Add --audience with one of: {choices}; or --all.")),
    "document-unknown": (_("there is no document “{word}”: {choices}"), SUGGEST),
    "document-not-for-audience": (_("there is no “{document}” for “{audience}”"), _("It is there for: {choices}.")),
    "group-missing": (_("this document is about one group: which one?"), _("Choose with --group: {choices}.")),
    "group-unknown": (_("the profile has no group “{word}”: {choices}"), SUGGEST),
    "position-unknown": (_("there is no funding position “{word}”"), CHOOSE),
    "format-unknown": (_("there is no format “{word}”"), CHOOSE),
    "shell-unknown": (_("there is nothing here for a shell called “{word}”"), CHOOSE),
    "date-wrong": (_("“{word}” is not a date"), _("Write it as year-month-day: 2027-01-15.")),
    "kind-unknown": (_("there is no kind “{word}”: {choices}"), SUGGEST),
    "objection-unknown": (_("there is no objection “{word}”"), SUGGEST),
    "certainty-unknown": (_("an entry cannot be “{word}” certain"), CHOOSE),
    "entry-not-there": (_("there is no entry “{word}”"), SUGGEST),
    "entry-switched-off": (_("“{word}” is switched off in library.yaml"), _("Take it out of the list behind without.")),
    "words-too-many": (
        _("{document} has {words} words and cannot have fewer: {limit} is not possible"),
        _("Allow more words, or make the texts in the profile shorter."),
    ),
    "option-unknown": (_("there is no option {word}"), SUGGEST),
    "command-unknown": (_("there is no command “{word}”"), SUGGEST),
    "option-missing": (_("{word} is missing"), _("Ask for help with --help.")),
    "option-without-value": (
        _("{word} asks for something behind it"),
        _("Write {word} {value}, with your own words for {value}."),
    ),
    "option-takes-no-value": (_("{word} takes nothing behind it"), _("Write {word} only.")),
    "option-number": (_("{word} should be a whole number, {limit} or more"), _("Write digits only, such as 300.")),
    "words-unexpected": (
        _("this command does not know what to do with “{words}”"),
        _("Put an option before it, such as --audience. Ask for help with --help."),
    ),
    "usage": (_("this command cannot be understood: {detail}"), _("Ask for help with --help.")),
    "template-folder-missing": (_("this folder is not there"), _("Name a folder with templates.")),
    "folder-gone": (_("the folder you are in is no longer there"), _("Go to another folder with cd, and try again there.")),
    "no-room": (_("there is no room for what should be written: {reason}"), _("Make room on the disk and try again.")),
    "folder-not-empty": (_("“{name}” is already there"), _("Choose an empty folder; nothing has been changed.")),
}
