"""What `pitchkit new` still needs where nobody is asked: all at once, each under the option that gives it."""

from __future__ import annotations

from pitchkit.authoring import drafting
from pitchkit.authoring.drafting import Draft
from pitchkit.cli.new_texts import WANTED
from pitchkit.diagnostics import Diagnostic, Location, problem
from pitchkit.language import _
from pitchkit.library import Library


def missing(draft: Draft, library: Library) -> list[Diagnostic]:
    """Return what a draft needs and does not have."""
    found = []
    choices = {
        "audiences": ", ".join(one.id for one in library.audiences),
        "themes": ", ".join(library.theme_by_id),
        "certainties": ", ".join(drafting.CERTAINTIES),
    }
    for name in drafting.lacking(draft):
        option = " / ".join(drafting.OPTIONS[one] for one in name.split(" or "))
        found.append(problem(Location(option), "new-missing", what=_(WANTED[name]).format(**choices)))
    for reader, lacking in drafting.words_for(draft, library).items():
        options = ", ".join(f"{reader}.{name}=…" for name in lacking)
        what = _("words of their own for {reader}: {options}").format(reader=reader, options=options)
        found.append(problem(Location("--words"), "new-missing", what=what))
    return found
