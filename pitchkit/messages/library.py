"""The library: its entries and what they refer to."""

from __future__ import annotations

from pitchkit.language import mark as _
from pitchkit.messages.hints import SUGGEST

TEXTS: dict[str, tuple[str, str]] = {
    "library-missing": (
        _("there is no library in this folder"),
        _("Name a folder with audiences.yaml, themes.yaml and entries/."),
    ),
    "words-emptied": (
        _("this list is empty, while words of it are used: {words}"),
        _("Write the words in it again, or get the earlier file back from git."),
    ),
    "id-duplicate": (_("the id “{id}” is already used at {other}"), _("Give one of the two another id.")),
    "audience-unknown": (_("there is no audience “{word}”"), SUGGEST),
    "theme-unknown": (_("there is no theme “{word}”"), SUGGEST),
    "policy-unknown": (_("there is no policy frame “{word}”"), SUGGEST),
    "entry-unknown": (_("there is no entry “{word}”"), SUGGEST),
    "without-own": (
        _("“{id}” is an entry of your own, at {other}, and is switched off here"),
        _("Take the id out of this list: your own entry takes the place of the one that comes with pitchkit."),
    ),
    "source-unknown": (_("there is no source “{word}”"), SUGGEST),
    "version-unlisted": (
        _("there is a version for “{audience}”, but the entry is not for that audience"),
        _("Add it to audiences, or take the version out."),
    ),
    "version-incomplete": (
        _("“{id}” reaches “{audience}” without words of its own: {fields}"),
        _("Write versions: {audience}: with these fields, or “## Voor {audience}” on a page, in words for this reader."),
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
        _("Add short, or “## Kort” on a page: one or two sentences that stand alone."),
    ),
    "short-missing": (
        _("the text of “{id}” has a list or several paragraphs and no short wording beside it"),
        _("Add short, or “## Kort” on a page: one or two sentences, for tables and lists."),
    ),
    "short-with-blocks": (_("the short wording of “{id}” has a list or several paragraphs"), _("Make it one or two sentences.")),
    "objection-without-answer": (_("the objection “{id}” has no answers"), _("Add answers: [id of an argument].")),
    "objection-answers-off": (
        _("library.yaml switches off every answer to the objection “{id}”: {answers}"),
        _("Take one of them out of the list behind without, name another entry in answers, or switch “{id}” off as well."),
    ),
    "answers-without-objection": (
        _("“{id}” has answers but is not an objection"),
        _("Make its kind objection, or take the answers out."),
    ),
    "experience-without-consent": (
        _("the experience “{id}” has neither consent nor a source that published it"),
        _("Add consent with its purposes, published with the id of a source, or fictitious: yes for one that is made up."),
    ),
    "fictitious-published": (
        _("“{id}” is fictitious and published at once"),
        _("Take one of the two out: what somebody really said is not made up."),
    ),
    "fictitious-without-word": (
        _("the library has no word to show that “{id}” is made up"),
        _("Add fictitious to words in library.yaml, such as “fictief voorbeeld”."),
    ),
    "requires-unknown": (_("“{word}” is not something a profile can say"), _("Use one of: {choices}.")),
    "lookup-unknown": (_("a text cannot look up “{word}”"), _("Use one of: {choices}.")),
    "lookup-form": (
        _("a text can only look up a plain value, such as {{{{ municipality.name }}}}"),
        _("Put logic in a template."),
    ),
    "jargon-without-advice": (
        _("“{id}” says neither what to write instead nor what it means"),
        _("Add instead, or explanation for a word that may stand."),
    ),
    "entry-unreachable": (_("no document can use “{id}”"), _("Give it an audience, kind and theme that some template asks for.")),
}
