"""What `pitchkit new` asks: each field that an entry needs, with the library's own choices."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import typer

from pitchkit import terminal
from pitchkit.authoring import drafting
from pitchkit.authoring.drafting import Draft
from pitchkit.diagnostics import Diagnostic, Location, problem
from pitchkit.language import _, mark
from pitchkit.library import Library
from pitchkit.signs import forbidden_sign

TEXTS = {
    "title": mark("What does it say, in one sentence without a full stop?"),
    "text": mark("The explanation. End it with an empty line"),
    "short": mark("The same in one or two sentences that stand by themselves"),
    "audiences": mark("For which readers?"),
    "themes": mark("About which themes?"),
    "certainty": mark("How certain is it?"),
    "evidence": mark("From which source? Enter for none"),
    "answers": mark("Which entries answer this objection?"),
    "published": mark("In which source was it published? Enter if it is from your own work"),
    "consent": mark("For which documents did somebody agree?"),
}
"""What each field is, as a question."""

WANTED = {
    "title": mark("what it says, in one sentence"),
    "text": mark("the explanation"),
    "short": mark("the same in one or two sentences that stand by themselves"),
    "audiences": mark("the readers it is for: {audiences}"),
    "themes": mark("what it is about: {themes}"),
    "certainty": mark("how certain it is: {certainties}"),
    "answers": mark("the entries that answer this objection"),
    "published or consent": mark("the source where it was published, or the documents that somebody agreed to"),
}
"""What each field is, for who left it out."""

_SEVERAL = mark("{question} Several with commas: {choices}")
_MOST_SHOWN = 40


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
    for reader in drafting.words_for(draft, library):
        lacking = (name for name in ("title", "text") if not draft.versions.get(reader, {}).get(name))
        options = ", ".join(f"{reader}.{name}=…" for name in lacking)
        what = _("words of their own for {reader}: {options}").format(reader=reader, options=options)
        found.append(problem(Location("--words"), "new-missing", what=what))
    return found


def ask(draft: Draft, library: Library) -> Draft:
    """Return a draft with what is missing asked for."""
    terminal.say(_("Ctrl+C stops, and then nothing is written."))
    for name in drafting.lacking(draft):
        if name in ("title", "short"):
            draft = drafting.filled(draft, name, (_prompt(_(TEXTS[name])),))
        elif name == "text":
            draft = replace(draft, text=_paragraphs(_(TEXTS[name])))
        elif name == "published or consent":
            draft = _ask_permission(draft, library)
        else:
            draft = _choose(name, draft, library)
    if not draft.evidence:
        draft = _ask_evidence(draft, library)
    draft = _ask_words(draft, library)
    return draft if draft.id else _ask_id(draft, library)


def _choose(name: str, draft: Draft, library: Library) -> Draft:
    """Ask for words of the library, until all are known."""
    choices = {
        "audiences": [one.id for one in library.audiences],
        "themes": list(library.theme_by_id),
        "certainty": list(drafting.CERTAINTIES),
        "answers": [one.id for one in library.entries if one.kind == "argument"],
    }[name]
    while True:
        answer = _prompt(_question(name, choices, is_several=name != "certainty"))
        words = [one for one in (word.strip() for word in answer.split(",")) if one]
        if name == "audiences":
            words = [one.id if (one := library.audience(word)) else word for word in words]
        made = drafting.filled(draft, name, tuple(dict.fromkeys(words)))
        found = list(drafting.problems_of(name, made, library))
        if words and not found:
            return made
        terminal.show_problems(found)


def _question(name: str, choices: Iterable[str], *, is_several: bool) -> str:
    every = list(choices)
    shown = ", ".join(every[:_MOST_SHOWN]) + (", …" if len(every) > _MOST_SHOWN else "")
    return _(_SEVERAL).format(question=_(TEXTS[name]), choices=shown) if is_several else f"{_(TEXTS[name])} {shown}"


def _ask_evidence(draft: Draft, library: Library) -> Draft:
    terminal.say(_("Sources: {choices}").format(choices=", ".join(library.source_by_id)))
    while source := _prompt(_(TEXTS["evidence"]), may_be_empty=True):
        made = replace(draft, evidence=((source, "-"),))
        found = list(drafting.problems_of("evidence", made, library))
        if not found:
            return replace(draft, evidence=((source, _prompt(_("The place in it: a page, a chapter or a heading"))),))
        terminal.show_problems(found)
    return draft


def _ask_permission(draft: Draft, library: Library) -> Draft:
    while source := _prompt(_(TEXTS["published"]), may_be_empty=True):
        made = replace(draft, published=source)
        found = list(drafting.problems_of("published", made, library))
        if not found:
            return made
        terminal.show_problems(found)
    purposes = tuple(word.strip() for word in _prompt(_(TEXTS["consent"])).split(",") if word.strip())
    while True:
        until = _prompt(_("Until which day, as 2027-12-31? Enter if there is no end"), may_be_empty=True)
        made = replace(draft, consent=purposes, until=until)
        found = list(drafting.problems_of("consent", made, library))
        if not found:
            return made
        terminal.show_problems(found)


def _ask_words(draft: Draft, library: Library) -> Draft:
    for reader in drafting.words_for(draft, library):
        terminal.say(_("{reader} read this as well, so they need words of their own.").format(reader=reader))
        words = dict(draft.versions.get(reader, {}))
        words.setdefault("title", "")
        words["title"] = words["title"] or _prompt(_("What does it say, in words for {reader}?").format(reader=reader))
        words["text"] = words.get("text") or _paragraphs(_("The explanation for them. End it with an empty line"))
        draft = replace(draft, versions={**draft.versions, reader: words})
    return draft


def _ask_id(draft: Draft, library: Library) -> Draft:
    before = drafting.suggest_id(draft.title, library.places)
    while True:
        made = replace(draft, id=_prompt(_("Its id: small letters, digits and hyphens"), before))
        found = list(drafting.problems_of("id", made, library))
        if not found and made.id in library.places:
            found = [problem(Location("ID"), "id-duplicate", id=made.id, other=library.places[made.id].locate("id"))]
        if not found:
            return made
        terminal.show_problems(found)


def _paragraphs(text: str) -> str:
    lines = [_prompt(text)]
    while line := _prompt("", may_be_empty=True):
        lines.append(line)
    return "\n".join(lines)


def _prompt(text: str, before: str = "", *, may_be_empty: bool = False) -> str:
    default = before or ("" if may_be_empty else None)
    suffix = " " if text.endswith("?") else ": " if text else "> "
    while True:
        answer: str = typer.prompt(text, default=default, show_default=bool(before), err=True, prompt_suffix=suffix)
        sign = forbidden_sign(answer)
        if sign is None and (answer.strip() or may_be_empty):
            return answer.strip()
        if sign:
            terminal.show_problems([problem(Location("new"), "control-character", sign=sign)])
