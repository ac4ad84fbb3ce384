"""The text of every problem: what is wrong, and what to do. Data only; `terminal` shows it in the user's language."""

from __future__ import annotations

from pitchkit.language import mark as _

_QUOTE_IT = _("Put the whole text in quotes.")
_SUGGEST = _("Did you mean “{suggestion}”?")

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
    "yaml-colon": (_("there is a second colon in this line, so it is not clear which one ends the key"), _QUOTE_IT),
    "yaml-quote": (_("a quote is opened here and never closed"), _("Close the text with the same kind of quote.")),
    "yaml-bracket": (
        _("a bracket is opened here and never closed"),
        _("Close the list with ], or write one item on each line with “- ”."),
    ),
    "yaml-indent": (
        _("this line does not stand under the one that it belongs to"),
        _("Give all keys of one item the same number of spaces before them."),
    ),
    "yaml-alias": (
        _("references with & and * are not used here"),
        _("Write the value out; if it is plain text, put it in quotes."),
    ),
    "yaml-sign": (_("a text cannot begin with this sign"), _QUOTE_IT),
    "yaml-tag": (_("tags such as {tag} are not used here"), _("Leave out the tag; if it is plain text, put it in quotes.")),
    "yaml-key": (_("this is not a usable key"), _("If this should be a text with {{{{ }}}}, put the whole text in quotes.")),
    "yaml-duplicate-key": (_("the key “{key}” is here twice"), _("Keep one of the two; otherwise one would win silently.")),
    "yaml-depth": (_("this file goes too many levels deep"), _("Write it with fewer levels.")),
    "yaml-syntax": (
        _("this is not valid YAML: {detail}"),
        _("Look at this line and the one before it: colons, quotes, spaces at the start."),
    ),
    # fields
    "field-missing": (_("the field “{field}” is missing"), _("Add it to this item.")),
    "field-unknown": (_("there is no field “{field}” here"), _SUGGEST),
    "field-text": (_("“{field}” should be a text"), _("Write one text after the colon.")),
    "field-empty": (_("“{field}” is empty"), _("Fill it in, or take the whole line out.")),
    "field-list": (_("“{field}” should be a list"), _("Write it as [one, two], or one on each line with “- ”.")),
    "field-mapping": (
        _("“{field}” should have fields of its own"),
        _("Write them on the lines below it, each with two more spaces before it."),
    ),
    "field-choice": (_("“{value}” is not one of the choices for “{field}”: {choices}"), _SUGGEST),
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
    "field-id": (_("“{value}” cannot be an id"), _("Use small letters, digits and hyphens: meer-mensen-zelfde-uren.")),
    "field-address": (_("“{value}” is not a web address"), _("Begin with https://.")),
    "field-email": (_("“{value}” is not an e-mail address"), _("Write it as name@organisation.nl.")),
    "field-refused": (_("“{field}” cannot be “{value}”"), _("Compare it with another item in the library.")),
    # library
    "library-missing": (
        _("there is no library in this folder"),
        _("Name a folder with audiences.yaml, themes.yaml and entries/."),
    ),
    "id-duplicate": (_("the id “{id}” is already used at {other}"), _("Give one of the two another id.")),
    "audience-unknown": (_("there is no audience “{word}”"), _SUGGEST),
    "theme-unknown": (_("there is no theme “{word}”"), _SUGGEST),
    "policy-unknown": (_("there is no policy frame “{word}”"), _SUGGEST),
    "entry-unknown": (_("there is no entry “{word}”"), _SUGGEST),
    "source-unknown": (_("there is no source “{word}”"), _SUGGEST),
    "version-unlisted": (
        _("there is a version for “{audience}”, but the entry is not for that audience"),
        _("Add it to audiences, or take the version out."),
    ),
    "version-incomplete": (
        _("“{id}” reaches “{audience}” without words of its own: {fields}"),
        _("Write versions: {audience}: with these fields, in words for this reader."),
    ),
    "certainty-too-firm": (
        _("“{id}” says “onderbouwd”, but none of its sources is research"),
        _("Make it “aannemelijk” or “mogelijk”, or name the research."),
    ),
    "certainty-missing": (_("“{id}” does not say how certain it is"), _("Add certainty: mogelijk, aannemelijk or onderbouwd.")),
    "dated-without-policy": (
        _("“{id}” has an end date but no policy frame that has ended"),
        _("Name the frame in policy, so that it can still be used where it is named."),
    ),
    "argument-without-short": (
        _("the argument “{id}” has no short wording"),
        _("Add short: one or two sentences that stand alone."),
    ),
    "short-missing": (
        _("the text of “{id}” has a list or several paragraphs and no short wording beside it"),
        _("Add short: one or two sentences on one line, for tables and lists."),
    ),
    "short-with-blocks": (_("the short wording of “{id}” has a list or several paragraphs"), _("Make it one or two sentences.")),
    "objection-without-answer": (_("the objection “{id}” has no answers"), _("Add answers: [id of an argument].")),
    "answers-without-objection": (
        _("“{id}” has answers but is not an objection"),
        _("Make its kind objection, or take the answers out."),
    ),
    "experience-without-consent": (
        _("the experience “{id}” has neither consent nor a source that published it"),
        _("Add consent with its purposes, or published with the id of a source."),
    ),
    "requires-unknown": (_("“{word}” is not something a profile can say"), _("Use one of: {choices}.")),
    "lookup-unknown": (_("a text cannot look up “{word}”"), _("Use one of: {choices}.")),
    "lookup-form": (
        _("a text can only look up a plain value, such as {{{{ municipality.name }}}}"),
        _("Put logic in a template."),
    ),
    "entry-unreachable": (_("no document can use “{id}”"), _("Give it an audience, kind and theme that some template asks for.")),
    # Markdown
    "markdown-html": (
        _("HTML is not used here: {excerpt}"),
        _("Write it in Markdown; a < that should show gets a backslash before it."),
    ),
    "markdown-code": (
        _("code is not used here: {excerpt}"),
        _("Take away the back quotes or the four spaces at the start of the line."),
    ),
    "markdown-rule": (_("a line across the page is not used here: {excerpt}"), _("Use a heading.")),
    "markdown-heading-one": (
        _("a heading with one # is the title of the whole document: {excerpt}"),
        _("Put the title in the front matter, and begin with ##."),
    ),
    "markdown-heading-depth": (_("this heading is too deep: {excerpt}"), _("Use ## to #####.")),
    "markdown-picture": (_("a picture cannot stand inside a line: {excerpt}"), _("Use a block ::: figure.")),
    "markdown-container": (
        _("this block is unknown or never closed: {excerpt}"),
        _("Use box, checklist, figure or table, and close it with :::."),
    ),
    "markdown-table-block": (_("this table does not fit: {excerpt}"), _("Give every row as many cells as the header row.")),
    "markdown-note": (
        _("this footnote is not defined, or never used: {excerpt}"),
        _("Write [^name] in the text and [^name]: below it."),
    ),
    "markdown-link": (
        _("this link leads nowhere that a reader can go: {excerpt}"),
        _("Use an address with https:, mailto: or tel:."),
    ),
    "markdown-list": (
        _("this list cannot be shown as it stands: {excerpt}"),
        _("Let a numbered list begin at 1, give every item words, and leave the boxes of a checklist empty."),
    ),
    "markdown-nesting": (_("this block cannot stand inside the other: {excerpt}"), _("Put it before or after the other block.")),
    # templates
    "template-missing": (_("there is no template “{name}”"), _SUGGEST),
    "template-without-head": (
        _("this template does not begin with front matter"),
        _("Begin with --- and the fields title and audiences, then --- again."),
    ),
    "template-audience": (
        _("this template is named after “{audience}”, which is not among its audiences"),
        _("Add it, or name the file any.md.j2."),
    ),
    "template-theme": (_("there is no theme “{word}”"), _SUGGEST),
    "template-need": (_("a profile has no field “{word}”"), _SUGGEST),
    "chart-unknown": (_("there is no chart “{word}”: {choices}"), _SUGGEST),
    "template-syntax": (_("this template cannot be read: {detail}"), _("Look for a {{% without its end on or before this line.")),
    "template-unknown-name": (_("there is nothing called “{name}” here"), _SUGGEST),
    "template-forbidden": (_("a template may not do this: {detail}"), _("Templates only print values and loop over lists.")),
    "template-loop": (_("this template includes itself"), _("Take out the include that leads back here.")),
    "template-failed": (
        _("this template failed here: {detail}"),
        _("Compare the line with the templates that come with pitchkit."),
    ),
    # profile
    "serves-unknown": (_("“{word}” is neither a policy frame nor a theme"), _SUGGEST),
    "group-duplicate": (_("there are two groups “{id}”"), _("Give one of them another id.")),
    "group-type-unknown": (_("“{word}” is not a type of group: {choices}"), _SUGGEST),
    "group-size": (
        _("the numbers of participants of “{id}” do not go up"),
        _("Write min, planned and max, from small to large."),
    ),
    "cost-hour-twice": (
        _("there is a given tariff, and elements of an hour beside it"),
        _("Keep the tariff, or take it out and keep the elements; a risk margin counts as one of them."),
    ),
    "cost-hour-missing": (
        _("there is nothing here from which the cost of an hour follows"),
        _("Give tariff; or professional, overhead, non_productive, travel_and_training, indexation and municipal_obligations."),
    ),
    "cost-hour-too-high": (
        _("an hour comes to {amount} euro, and may not be above {limit}"),
        _("Check the elements: amounts are in euro per hour, and shares are written like 0.35."),
    ),
    "cost-group-none": (
        _("the costs are about the group “{word}”, but the profile has no groups"),
        _("Add the group under groups."),
    ),
    "cost-group-figure-missing": (
        _("the costs need “{field}” of the group “{id}”"),
        _("Fill it in with the group, or in costs: group:."),
    ),
    "cost-group-large": (
        _("the group “{id}” has room for {value} people; the source {source} names {limit} as the most"),
        _("Say in the document why more is all right, or plan two groups."),
    ),
    "cost-scenario-too-large": (
        _("this scenario has {value} people, and the group “{id}” has room for {limit}"),
        _("Take fewer people, or raise the largest size of the group."),
    ),
    "cost-scenario-order": (
        _("“{field}” goes down from {value} in the scenario “{name}” to {higher} in “{other}”"),
        _("Let low, expected and high go up; what is left out follows from the group."),
    ),
    "cost-saving-without-replacing": (
        _("hours are not bought, but the group does not replace individual help; no saving is named"),
        _("Write hours_not_bought: no, or relation: replaces."),
    ),
    "cost-nothing": (_("there are no figures about costs here"), _("Run pitchkit cost --ask, or fill in costs in the profile.")),
    "cost-omitted": (_("the profile leaves costs out"), _("Take out the line costs: omit if costs may be told after all.")),
    "cost-no-profile": (_("there is no profile to write the answers in"), _("Run pitchkit init first.")),
    "cost-no-group": (_("the profile has no group to compare"), _("Add a group with an id and a name under groups.")),
    "cost-no-room": (_("the answers do not fit into this file"), _("Put the lines above into it yourself, below costs.")),
    "cost-no-tables-there": (_("a table on the screen has no file"), _("Add --format with one of: {choices}.")),
    "field-open": (_("{document} cannot be final: “{label}” is still open"), _("Fill in {key}.")),
    # command line
    "audience-missing": (_("for which reader?"), _("Add --audience with one of: {choices}; or --all.")),
    "document-unknown": (_("there is no document “{word}”: {choices}"), _SUGGEST),
    "document-not-for-audience": (_("there is no {document} for {audience}"), _("It is there for: {choices}.")),
    "group-missing": (_("this document is about one group: which one?"), _("Choose with --group: {choices}.")),
    "group-unknown": (_("the profile has no group “{word}”: {choices}"), _SUGGEST),
    "position-unknown": (_("there is no funding position “{word}”"), _("Choose one of: {choices}.")),
    "format-unknown": (_("there is no format “{word}”"), _("Choose one of: {choices}.")),
    "date-wrong": (_("“{word}” is not a date"), _("Write it as year-month-day: 2027-01-15.")),
    "kind-unknown": (_("there is no kind “{word}”: {choices}"), _SUGGEST),
    "entry-not-there": (_("there is no entry “{word}”"), _SUGGEST),
    "words-too-many": (
        _("{document} has {words} words and cannot have fewer: {limit} is not possible"),
        _("Allow more words, or make the texts in the profile shorter."),
    ),
    "option-unknown": (_("there is no option {word}"), _SUGGEST),
    "command-unknown": (_("there is no command “{word}”"), _SUGGEST),
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
    "folder-not-empty": (_("“{name}” is already there"), _("Choose an empty folder; nothing has been changed.")),
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
    # output
    "output-twice": (_("two documents would be written to {path}"), _("Name a folder, so that each gets its own name.")),
    "output-is-folder": (_("there is a folder with the name of the document"), _("Choose another place with --output.")),
    "output-open": (_("this document is open in another program"), _("Close it and try again.")),
    "output-no-rights": (_("you may not write here"), _("Choose another folder with --output.")),
    "output-disk-full": (_("the disk is full; no document was changed"), _("Make room and try again.")),
    "output-failed": (_("this document cannot be written: {reason}"), _("Choose another place with --output.")),
    "output-one-file": (_("{count} documents do not fit in one file"), _("Name a folder with --output.")),
    "output-suffix": (
        _("“{path}” does not end in a format that is asked for: {formats}"),
        _("Change the ending, or name a folder."),
    ),
    "output-one-stream": (
        _("{count} documents cannot go to standard output at once"),
        _("Ask for one document in one format, or name a folder."),
    ),
}
"""Code to message and hint; a hint whose words are not known, such as a suggestion, is left out."""
