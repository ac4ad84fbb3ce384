"""Templates, and the Markdown in them and in entries."""

from __future__ import annotations

from pitchkit.language import mark as _
from pitchkit.messages.hints import SUGGEST

TEXTS: dict[str, tuple[str, str]] = {
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
    # pictures
    "picture-path": (
        _("“{name}” does not name a picture among the templates"),
        _("Name it from the folder templates, with forward slashes: _delen/kosten.png. A path that leads elsewhere is not used."),
    ),
    "picture-ending": (
        _("“{name}” is not a kind of picture that is used here"),
        _("Save it as PNG or JPEG, with the ending .png, .jpg or .jpeg."),
    ),
    "picture-missing": (_("there is no picture “{name}”; it belongs in the folder {folder}"), SUGGEST),
    "picture-outside": (
        _("the picture “{name}” is a link to somewhere outside the templates"),
        _("Copy the picture itself into the folder."),
    ),
    "picture-unreadable": (
        _("the picture “{name}” cannot be read: {reason}"),
        _("Ask for the rights to it, or make a copy that you may read."),
    ),
    "picture-broken": (_("the picture “{name}” is empty or damaged"), _("Save or copy it again.")),
    "picture-format": (
        _("“{name}” is not a PNG or JPEG that can be shown, whatever its name says"),
        _("Open it in a program for pictures, and save it as PNG or JPEG."),
    ),
    "picture-misnamed": (
        _("“{name}” is in truth a {format}"),
        _("Give the file the ending {ending}, and name it so in the template."),
    ),
    "picture-large": (
        _("the picture “{name}” is larger than {limit} MB"),
        _("Make it smaller: two thousand points wide is enough for a page."),
    ),
    "picture-pixels": (
        _("the picture “{name}” has more than a hundred million points"),
        _("Make it smaller: two thousand points wide is enough for a page."),
    ),
    "picture-turned": (
        _("the photograph “{name}” would lie on its side or upside down in Word"),
        _("Crop it a little in a program for pictures and save it: then it is saved upright."),
    ),
    "picture-in-text": (
        _("a text of the library or of an offer shows no picture of its own: {excerpt}"),
        _("Put the figure in the template."),
    ),
    # templates
    "template-missing": (_("there is no template “{name}”"), SUGGEST),
    "template-without-head": (
        _("this template does not begin with front matter"),
        _("Begin with --- and the fields title and audiences, then --- again."),
    ),
    "template-audience": (
        _("this template is named after “{audience}”, which is not among its audiences"),
        _("Add it, or name the file any.md.j2."),
    ),
    "template-theme": (_("there is no theme “{word}”"), SUGGEST),
    "template-need": (_("a profile has no field “{word}”"), SUGGEST),
    "chart-unknown": (_("there is no chart “{word}”: {choices}"), SUGGEST),
    "template-syntax": (_("this template cannot be read: {detail}"), _("Look for a {{% without its end on or before this line.")),
    "template-unknown-name": (_("there is nothing called “{name}” here"), SUGGEST),
    "template-forbidden": (_("a template may not do this: {detail}"), _("Templates only print values and loop over lists.")),
    "template-loop": (_("this template includes itself"), _("Take out the include that leads back here.")),
    "template-failed": (
        _("this template failed here: {detail}"),
        _("Compare the line with the templates that come with pitchkit."),
    ),
}
