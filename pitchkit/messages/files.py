"""Files: reading them, YAML, the fields in it, and writing documents."""

from __future__ import annotations

from pitchkit.language import mark as _
from pitchkit.messages.hints import QUOTE_IT, SUGGEST

TEXTS: dict[str, tuple[str, str]] = {
    # files
    "file-missing": (_("this file is not there"), _("Check the name and the folder.")),
    "file-is-folder": (_("this is a folder, not a file"), _("Name a file.")),
    "file-no-rights": (_("you may not read this file"), _("Ask for the rights to it, or make a copy that you may read.")),
    "folder-no-rights": (
        _("you may not look into this folder"),
        _("Ask for the rights to it, or make a copy that you may read."),
    ),
    "file-unreadable": (_("this file cannot be read: {reason}"), _("Check the disk or the network drive, and try again.")),
    "file-encoding": (_("this file is not in UTF-8"), _("Open it in your editor and save it with the encoding UTF-8.")),
    "file-not-list": (_("this file should be a list"), _("Begin every item with “- id: ...” at the start of a line.")),
    "path-outside": (_("this file is a link to somewhere outside its folder"), _("Copy the file itself into the folder.")),
    "control-character": (
        _("there is an invisible control character {sign} here"),
        _("It often comes along when you paste. Delete the word around it and type it again."),
    ),
    # YAML
    "yaml-tab": (
        _("there is a tab at the start of this line"),
        _("Use spaces instead of tabs; most editors can replace them all at once."),
    ),
    "yaml-colon": (_("there is a second colon in this line, so it is not clear which one ends the key"), QUOTE_IT),
    "yaml-quote": (_("a quote is opened here and never closed"), _("Close the text with the same kind of quote.")),
    "yaml-bracket": (
        _("a bracket is opened here and never closed"),
        _("Close the list with ], or write one item on each line with “- ”."),
    ),
    "yaml-indent": (
        _("this line does not stand under the one that it belongs to"),
        _("Give all keys of one item the same number of spaces before them."),
    ),
    "yaml-no-space": (
        _("there is no space after the “{sign}” here"),
        _("Type one space between the sign and what comes after it."),
    ),
    "yaml-no-colon": (
        _("there is no colon in this line, so it is not clear where the name of the field ends"),
        _("Put a colon and a space after the name, such as: title: Ask on."),
    ),
    "yaml-after-quote": (
        _("the quotes close before this, and more text follows"),
        _("Put the whole text in double quotes, and use ‘ and ’ for quotes and apostrophes within it."),
    ),
    "yaml-dash": (
        _("a list with dashes cannot begin behind a colon"),
        _("Write [one, two] behind the colon, or put each “- ” on a line of its own below it."),
    ),
    "yaml-odd-space": (
        _("there is a space at the start of this line that is not an ordinary one"),
        _("It often comes along when you paste. Delete the spaces at the start of the line and type them again."),
    ),
    "yaml-alias": (
        _("references with & and * are not used here"),
        _("Write the value out; if it is plain text, put it in quotes."),
    ),
    "yaml-sign": (_("a text cannot begin with this sign"), QUOTE_IT),
    "yaml-tag": (_("tags such as {tag} are not used here"), _("Leave out the tag; if it is plain text, put it in quotes.")),
    "yaml-key": (_("this is not a usable key"), _("If this should be a text with {{{{ }}}}, put the whole text in quotes.")),
    "yaml-duplicate-key": (_("the key “{key}” is here twice"), _("Keep one of the two; otherwise one would win silently.")),
    "yaml-depth": (_("this file goes too many levels deep"), _("Write it with fewer levels.")),
    "git-conflict": (
        _("git could not bring two versions together here, and left both"),
        _(
            "Keep what is right of them, and take out the lines that begin with <<<<<<<, ======= and >>>>>>>. If these are two"
            " entries, the lines right below belong to both: copy them to the first."
        ),
    ),
    "yaml-syntax": (
        _("this is not valid YAML: {detail}"),
        _("Look at this line and the one before it: colons, quotes, spaces at the start."),
    ),
    # fields
    "field-missing": (_("the field “{field}” is missing"), _("Add it to this item.")),
    "field-unknown": (_("there is no field “{field}” here"), SUGGEST),
    "field-text": (_("“{field}” should be a text"), _("Write one text after the colon.")),
    "field-empty": (_("“{field}” is empty"), _("Fill it in, or take the whole line out.")),
    "field-list": (_("“{field}” should be a list"), _("Write it as [one, two], or one on each line with “- ”.")),
    "field-mapping": (
        _("“{field}” should have fields of its own"),
        _("Write them on the lines below it, each with two more spaces before it."),
    ),
    "field-choice": (_("“{value}” is not one of the choices for “{field}”: {choices}"), SUGGEST),
    "field-whole-number": (_("“{field}” should be a whole number, not “{value}”"), _("Write digits only, such as 12.")),
    "field-number": (
        _("“{field}” should be a number, not “{value}”"),
        _("Write digits with a point before the decimals, such as 82.50."),
    ),
    "field-date": (_("“{field}” should be a date, not “{value}”"), _("Write it as year-month-day: 2027-01-15.")),
    "field-yes-no": (_("“{field}” should be yes or no, not “{value}”"), _("Write yes or no.")),
    "field-too-small": (_("“{field}” is {value}, and may not be below {limit}"), _("Check the number.")),
    "field-not-above": (_("“{field}” is {value}, and should be more than {limit}"), _("Check the number.")),
    "field-share": (_("“{field}” should be a share, not {value}"), _("Write 0.35 for 35%.")),
    "field-too-large": (_("“{field}” is {value}, and may not be above {limit}"), _("Check the number.")),
    "field-id": (_("“{value}” cannot be an id"), _("Use small letters, digits and hyphens, and no quotes: {example}.")),
    "field-address": (_("“{value}” is not a web address"), _("Begin with https://.")),
    "field-email": (_("“{value}” is not an e-mail address"), _("Write it as name@organisation.nl.")),
    "field-refused": (_("“{field}” cannot be “{value}”"), _("Compare it with another item in the library.")),
    # output
    "output-twice": (_("two documents would be written to {path}"), _("Name a folder, so that each gets its own name.")),
    "output-is-folder": (
        _("there is a folder with the name of this file"),
        _("Give the folder another name, or choose another place."),
    ),
    "output-open": (_("this document is open in another program"), _("Close it and try again.")),
    "output-no-rights": (_("you may not write here"), _("Choose another folder, or ask for the rights to this one.")),
    "output-disk-full": (_("the disk is full; no document was changed"), _("Make room and try again.")),
    "output-failed": (
        _("this file cannot be written: {reason}"),
        _("Choose a place where you may write and where there is room, and close the file if a program has it open."),
    ),
    "output-one-file": (_("{count} documents do not fit in one file"), _("Name a folder with --output.")),
    "output-suffix": (
        _("“{path}” does not end in a format that is asked for: {formats}"),
        _("Change the ending, or name a folder."),
    ),
    "watch-to-stream": (
        _("what is made again and again cannot go to standard output"),
        _("Name a file or a folder, or leave --output out."),
    ),
    "output-one-stream": (
        _("{count} documents cannot go to standard output at once"),
        _("Ask for one document in one format, or name a folder."),
    ),
    # house style
    "style-missing": (
        _("the house style has no style “{wanted}”; “{used}” is used instead"),
        _("Add the style to the Word file if you want your own."),
    ),
    "style-unreadable": (
        _("this is not a Word file that can be used as a house style"),
        _("Save it from Word as .docx or .dotx, without a password."),
    ),
    "style-macros": (_("a Word file with macros is not used as a house style"), _("Save it as .docx or .dotx.")),
}
