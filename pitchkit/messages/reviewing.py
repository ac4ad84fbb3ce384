"""Reviews of entries, and what git remembers of them."""

from __future__ import annotations

from pitchkit.language import mark as _
from pitchkit.messages.hints import SUGGEST

_LOOK = _("See what to look at with: pitchkit review, and the id behind it.")

WARNINGS: dict[str, tuple[str, str]] = {
    "review-changed": (_("“{id}” was changed since {by} reviewed it on {date}"), _LOOK),
    "review-suspect": (_("“{id}” rests on {causes}, changed since {by} reviewed it on {date}"), _LOOK),
    "review-expired": (_("{by} reviewed “{id}” on {date}, and that held until {until}"), _LOOK),
    "review-in-future": (
        _("{by} reviewed “{id}” on {date}, a day that is still to come"),
        _("Stamp it again, or put the right day in reviews.yaml."),
    ),
    "review-of-renamed": (
        _("there is a review of “{id}”, which is called “{new}” now"),
        _("Write the new id in this review, and it holds again."),
    ),
    "review-of-nothing": (
        _("there is a review of “{id}”, and no such entry"),
        _("Take the review out, or give the entry its old id again."),
    ),
}
ERRORS: dict[str, tuple[str, str]] = {
    "final-unreviewed": (
        _("{count} of the {total} entries in these documents are not reviewed as they stand: {ids}"),
        _("See why with pitchkit review. Stamp what is right with pitchkit review ID --stamp."),
    ),
    "field-stamp": (_("“{value}” is not a stamp"), _("Do not write one yourself: pitchkit review ID --stamp does.")),
    "review-form": (
        _("this stamp is in form {form}, which this version of pitchkit does not know"),
        _("Use the version that your colleagues use, or stamp the entry again."),
    ),
    "review-not-written": (
        _("the review of “{id}” cannot be written into this file as it is"),
        _("Give every review lines of its own, beginning with “- entry:”."),
    ),
    "review-library-shipped": (
        _("reviews cannot be kept in the library that came with pitchkit"),
        _("Make a folder arguments/ with a library.yaml that says “extends: pitchkit”."),
    ),
    "review-without-name": (_("who reviewed it?"), _("Add --by with your name, or set it in git with git config user.name.")),
    "review-which": (
        _("which entries are right as they stand?"),
        _("Name their ids, or choose them with --state: {choices}."),
    ),
    "review-state-unknown": (_("an entry cannot be “{word}”"), _("Choose one of: {choices}.")),
    "git-missing": (_("git is not installed here, and it is what remembers earlier texts"), _("Install git, and try again.")),
    "git-no-repository": (
        _("this folder is not kept in git, so nothing is known of how it was"),
        _("Begin with: git init, git add and git commit."),
    ),
    "git-library-installed": (
        _("this is the library that came with pitchkit, and how it was before is not kept with it"),
        _("Work in a folder with a library of your own, which pitchkit init DIR makes, and keep that in git."),
    ),
    "git-not-trusted": (
        _("git does not open this folder, since it belongs to another user"),
        _("If you trust it, tell git: git config --global --add safe.directory, with the path of the folder."),
    ),
    "git-no-commits": (_("nothing was committed here yet, so nothing is known of how it was"), _("Commit first.")),
    "git-incomplete": (
        _("this copy of the repository does not have every earlier text"),
        _("Make a whole copy: git clone without --filter."),
    ),
    "git-slow": (_("git took more than {seconds} seconds"), _("Try again, or ask about a later revision.")),
    "git-refused": (_("git says: {reason}"), ""),
    "revision-unknown": (
        _("there is no revision “{revision}”"),
        _("Name a branch, a tag, a commit such as HEAD~3, or a day such as 2026-10-01."),
    ),
    "revision-unknown-shallow": (
        _("there is no revision “{revision}” in this copy, which has only the last commits"),
        _("Get the rest with: git fetch --unshallow. In CI: fetch-depth: 0."),
    ),
    "revisions-apart": (
        _("“{one}” and “{other}” have no commit in common here"),
        _("Compare them as they are: {one}..{other}, with two dots."),
    ),
    "revision-before-history": (_("nothing had been committed yet on {revision}"), _("Name a later day.")),
    "revision-without-library": (_("there was no library in {folder} at that revision"), _("Name a later revision.")),
    "entry-not-in-history": (_("no commit has an entry “{word}”"), SUGGEST),
}
TEXTS = ERRORS | WARNINGS
