"""`pitchkit check`: settings, silences, structure beyond links, and typography."""

from __future__ import annotations

from pitchkit.language import mark as _
from pitchkit.messages.hints import SUGGEST

ERRORS: dict[str, tuple[str, str]] = {
    "code-unknown": (_("there is no code “{word}”"), SUGGEST),
    "fix-came-along": (
        _("this library came with pitchkit, and is not yours to mend"),
        _("Work in a folder with a library of your own, or name one with --library."),
    ),
    "fix-no-rights": (
        _("you may not change this file, so nothing was mended"),
        _("Ask for the rights to the file and its folder, or mend a copy that is yours."),
    ),
    "check-code-unknown": (_("there is no code “{word}”"), SUGGEST),
    "requires-impossible": (
        _("no profile can ever say “{word}”, so no document gets “{id}”"),
        _("Use one of: {choices}."),
    ),
    "silence-without-reason": (
        _("this silences {code} without a reason"),
        _("Write why behind it: # silence {code}: why it may stand."),
    ),
    "check-code-fixed": (
        _("{code} is an error, which cannot be silenced or set off"),
        _("Take the line out, and mend what it is about."),
    ),
}
_FIX = _("pitchkit check --fix does it for you.")
WARNINGS: dict[str, tuple[str, str]] = {
    # structure
    "theme-unused": (_("no entry has the theme “{id}”"), _("Give it to an entry, or take it out.")),
    "policy-unused": (_("no entry serves the policy frame “{id}”"), _("Name it in policy of an entry, or take it out.")),
    "source-unused": (_("no entry rests on the source “{id}”"), _("Name it in evidence of an entry, or take it out.")),
    "audience-without-document": (
        _("no document is for “{id}”"),
        _("Add the audience to a template, or make a template for it."),
    ),
    "answer-elsewhere": (
        _("“{answer}” never reaches the reader who has the objection “{id}”"),
        _("Choose an answer for one of: {choices}."),
    ),
    "objection-unanswered-for": (
        _("for “{audience}” the objection “{id}” has no answer"),
        _("Add an answer that is for this reader, or take the reader out of audiences."),
    ),
    "answer-objection": (
        _("“{answer}” is an objection itself, and no answer to “{id}”"),
        _("Name an argument, a tip or another entry that says what there is to say to it."),
    ),
    "word-twice": (_("“{word}” stands in {field} twice"), _("Take one of them out.")),
    "audience-name-shared": (
        _("“{name}” is a name of “{other}” as well, so who types it gets that reader"),
        _("Give each reader names of its own."),
    ),
    "library-file-unread": (
        _("pitchkit does not read this file: it is not in a place where it looks"),
        _("Put entries into entries/, and words into the file that has their name: themes.yaml, sources.yaml and so on."),
    ),
    "schema-broken": (_("an editor cannot read this schema, and so does not help"), _("Make it anew with: pitchkit schema.")),
    "schema-old": (
        _("an editor marks words as wrong that are right, because this schema is older: {words}"),
        _("Make it anew with: pitchkit schema."),
    ),
    "text-cut-off": (
        _("YAML takes this for a remark, so no document has it: {rest}"),
        _("Put the whole text in quotes. Is it a remark, then type a space behind the #."),
    ),
    "title-twice": (
        _("“{id}” has the same title as “{other}” for “{audience}”"),
        _("Let each title say what only this entry says."),
    ),
    "override-narrower": (
        _("“{id}” takes the place of an entry that comes with pitchkit, and no longer reaches: {audiences}"),
        _(
            "Add them to audiences. If they can do without, say so in the entry:"
            " silence: [{{code: override-narrower, reason: …}}]."
        ),
    ),
    "template-shadowed": (_("no reader gets this template: {others} goes before it"), _("Take it out, or give it an audience.")),
    "template-part-unused": (_("no template includes this part"), _("Include it, or take it out.")),
    "template-out-of-place": (
        _("this template is in a place where pitchkit does not look"),
        _("Put it in a folder named after its document: templates/pitch/any.md.j2."),
    ),
    # typography
    "typography-quotes": (_("straight or turned quotation mark: {was} should be {becomes}"), _FIX),
    "typography-quote-alone": (
        _("a quotation mark closes what nothing opened"),
        _("Type one before the first word that is quoted, or take this one out."),
    ),
    "typography-ellipsis": (_("three dots are one sign: {was} should be {becomes}"), _FIX),
    "typography-euro": (_("after € belongs a space that does not break: {was}"), _FIX),
    "typography-dash": (_("a hyphen between spaces should be a dash: –"), _FIX),
    "typography-space": (_("more than one space in a row, before “{becomes}”"), _FIX),
    "typography-tab": (_("a tab in a text"), _FIX),
    "typography-trailing-space": (_("spaces at the end of a line"), _FIX),
    "typography-unicode": (_("a letter and its accent are two signs here: {was}"), _FIX),
    # silences
    "check-silence-unused": (_("there is nothing here for {code} to silence"), _("Take the line out.")),
}
TEXTS = ERRORS | WARNINGS
