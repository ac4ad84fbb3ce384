"""Offers: reading a buyer's files, and what is said of them."""

from __future__ import annotations

from pitchkit.language import mark as _

_LOOK = _("Open the file and check it by eye.")

_FILES: dict[str, tuple[str, str]] = {
    "paper-empty": (_("there is no text in this file"), _("Check that it is the right file, and not an empty copy of it.")),
    "paper-too-large": (
        _("this file is larger than {megabytes} MB unpacked or packed"),
        _("Take out the pictures, or split it into parts."),
    ),
    "paper-too-many-pages": (
        _("this PDF has more than {pages} pages"),
        _("Split it, and name the parts that matter for the offer."),
    ),
    "paper-password": (
        _("this file is behind a password"),
        _("Open it with the password, save a copy without one, and name that copy here."),
    ),
    "paper-damaged": (
        _("this file is damaged, or not what its name says"),
        _("Download it again. If it opens in Word or Excel, save a new copy there."),
    ),
    "paper-old-format": (
        _("this is a file in the old format of Word or Excel"),
        _("Open it and save it as {suffix}."),
    ),
    "paper-archive": (_("this is a zip file with other files in it"), _("Unpack it, and name the files in it one by one.")),
    "paper-unknown-type": (
        _("files of this type are not read: {suffix}"),
        _("Open it and save it as .docx, .xlsx, .csv, .md or .pdf."),
    ),
    "paper-only-scans": (
        _("this PDF holds only pictures of pages, without text"),
        _("Ask the buyer for the Word file, or have the text recognised (OCR) first."),
    ),
}
_NOTES: dict[str, tuple[str, str]] = {
    "paper-suffix": (_("the name of this file says otherwise than what it holds; it was read as {first}"), ""),
    "paper-contents": (_("lines of the table of contents were left out: {count}"), ""),
    "paper-tracked-changes": (
        _("there are tracked changes in this file ({count}): what was added is read, what was deleted is not"),
        _("Check with the buyer which text holds."),
    ),
    "paper-comments": (_("comments in the margin were not read: {count}"), _LOOK),
    "paper-hidden-text": (_("hidden text was not read (pieces: {count}), the first: “{first}”"), _LOOK),
    "paper-embedded": (
        _("files inside this file were not read: {count}"),
        _("Open them, save each as a file, and read that too."),
    ),
    "paper-pictures": (_("text in pictures was not read; large pictures: {count}"), _LOOK),
    "paper-diagrams": (_("text in drawings (SmartArt, charts) was not read: {count}"), _LOOK),
    "paper-hidden-sheets": (_("hidden sheets were read too ({count}): {first}"), _("Check whether the buyer means them.")),
    "paper-hidden-rows": (
        _("hidden rows or columns were read too ({count}), the first at {first}"),
        _("They may be filtered out."),
    ),
    "paper-no-values": (
        _("formulas without a result ({count}), the first at {first}"),
        _("Open the file in Excel, save it, and read it again."),
    ),
    "paper-formula-errors": (_("cells with an error instead of a value ({count}), the first at {first}"), _LOOK),
    "paper-encoding": (
        _("this file is not in UTF-8; it was read as {first}"),
        _("Check a few words with accents, such as cliënt."),
    ),
    "paper-uneven-rows": (_("rows with more or fewer cells than the others ({count}), the first at {first}"), _LOOK),
    "paper-markup": (_("HTML in this file was read as plain text (lines: {count}), the first at {first}"), _LOOK),
    "paper-pdf": (
        _("a PDF does not say what is a heading, a paragraph or a table; this was read by how it looks"),
        _("Rather use the Word or Excel file, if the buyer has it."),
    ),
    "paper-scanned-pages": (
        _("pages without text, probably scanned, were not read: {first}"),
        _("Ask the buyer for the Word file, or have the text recognised (OCR) first."),
    ),
    "paper-recognised-pages": (
        _("the text of these pages was recognised from a scan and may hold errors: {first}"),
        _LOOK,
    ),
    "paper-columns": (_("these pages seem to have two columns, read one after the other: {first}"), _LOOK),
    "paper-running-heads": (_("lines that come back on every page were left out ({count}), such as “{first}”"), ""),
    "paper-garbled": (_("on these pages letters cannot be read: {first}"), _("Ask the buyer for another file.")),
    "paper-turned-text": (_("text that stands on its side was not read, on these pages: {first}"), _LOOK),
    "paper-bad-pages": (_("these pages are damaged and were not read: {first}"), _LOOK),
}
_LINES: dict[str, tuple[str, str]] = {
    "line-heading-guessed": (_("this looks like a heading, but is not marked as one"), _LOOK),
    "line-header-guessed": (_("this row was taken for the names of the columns"), _LOOK),
    "line-struck": (_("(part of) this text is struck through"), _("Check whether it still holds.")),
    "line-hidden": (_("this row or sheet is hidden in the file"), _("Check whether the buyer means it.")),
    "line-hyphen": (_("a word was broken at the end of a line, and joined by guess"), _LOOK),
    "line-gaps": (_("this line seems to stand in columns without lines between them"), _LOOK),
    "line-continued": (_("this row goes on over a page, or seems to"), _LOOK),
    "line-markup": (_("this line holds HTML that was read as plain text"), _LOOK),
}
"""What a person should look at in a line: the codes of `Line.unsure`. They need no values."""

_DOUBTS: dict[str, tuple[str, str]] = {
    "doubt-limit-a3": (_("A3 is not counted in A4, so no limit was taken: {words}"), _LOOK),
    "doubt-limit-double": (_("double-sided was read as two pages for each sheet: {words}"), _LOOK),
    "doubt-limit-leaves": (_("a sheet was read as one page of A4: {words}"), _LOOK),
    "doubt-limit-no-maximum": (_("this was read as a limit, though it does not say maximum: {words}"), _LOOK),
    "doubt-limit-unit": (_("a number without a unit was read as pages of A4: {words}"), _LOOK),
    "doubt-limit-twice": (_("two limits for the same; the smallest was taken: {words}"), _LOOK),
    "doubt-limit-of-what": (_("it is not clear what this limit is for: {words}"), _("Fill it in where it belongs.")),
    "doubt-weight-no-percent-sign": (_("a weight without a percent sign was read as percent: {words}"), _LOOK),
    "doubt-date-week": (_("only a week is named; one working day in it was filled in: {words}"), _LOOK),
    "doubt-date-month": (_("only a month is named; no date was filled in: {words}"), _LOOK),
    "doubt-date-day-without-year": (_("a date without a year: {words}"), _LOOK),
    "doubt-date-period": (_("a period, of which one day was filled in: {words}"), _LOOK),
    "doubt-date-none": (_("no date was recognised: {words}"), _LOOK),
    "doubt-price-quantity": (_("no quantity was recognised, 1 was filled in: {words}"), _LOOK),
    "doubt-conflict-weight": (
        _("two places give another weight; the first was taken: {words}"),
        _("Ask the buyer which one holds."),
    ),
    "doubt-conflict-points": (
        _("two places give other points; the first were taken: {words}"),
        _("Ask the buyer which one holds."),
    ),
    "doubt-conflict-limit": (
        _("two places give another limit; the smallest was taken: {words}"),
        _("Ask the buyer which one holds."),
    ),
    "doubt-conflict-date": (_("two places give another date; the first was taken: {words}"), _("Ask the buyer which one holds.")),
    "doubt-conflict-form": (
        _("two places give another rule of form; the strictest was taken: {words}"),
        _("Ask the buyer which one holds."),
    ),
    "doubt-conflict-reference": (_("two references; the first was taken: {words}"), _LOOK),
    "doubt-criterion-without-question": (
        _("no question was recognised in this criterion; the whole of it is one: {words}"),
        _LOOK,
    ),
    "doubt-weight-total": (
        _("the weights do not come to 100%, but to {words}"),
        _("Look for a weight that was missed, or ask the buyer."),
    ),
    "doubt-weights-within-group": (
        _("these weights come to 100% within a group that counts for less: {words}"),
        _("Multiply them by the weight of the group, if that is what the buyer means."),
    ),
    "doubt-scale-twice": (_("there is another scale of grades here"), _LOOK),
    "doubt-no-deadline": (_("no day was recognised on which the offer has to be in"), _("Put deadline: yes at the right date.")),
    "doubt-type-unsure": (_("not sure that this is demanded of you: {words}"), _LOOK),
}
_COMMANDS: dict[str, tuple[str, str]] = {
    "offer-name": (_("“{word}” cannot be the name of a file"), _("Use letters, digits and dashes, such as welzijn-2027.")),
    "offer-exists": (
        _("there is an offer “{name}” already; it is not written over"),
        _("Read a later file into it with pitchkit offer update, or choose another name."),
    ),
    "offer-kind-unknown": (_("“{word}” is no kind of offer"), _("Choose from: {choices}.")),
    "offer-update-without-file": (_("no file is named"), _("Name the later file with --from nota-van-inlichtingen.docx.")),
    "offer-no-room": (
        _("the changes do not fit in this file as it is written"),
        _("Write lists with a dash on lines of their own, or make the changes by hand: --dry-run shows them."),
    ),
    "paper-twice": (_("{path} is the same file as {other}"), _("Name it once.")),
    "columns-without-file": (_("there is no file whose columns could be named"), _("Name the file with --from.")),
    "columns-wrong": (_("“{word}” does not say which column holds what"), _("Write it as eis=B or vraag=Omschrijving.")),
    "column-role-unknown": (_("“{word}” is nothing that a column can hold"), _("Choose from: {choices}.")),
}

TEXTS: dict[str, tuple[str, str]] = {**_FILES, **_NOTES, **_LINES, **_DOUBTS, **_COMMANDS}
