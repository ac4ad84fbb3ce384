"""What `pitchkit new` asks: each field that an entry needs, with the library's own choices, and then whether there is more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import typer

from pitchkit import rules, terminal
from pitchkit.authoring import drafting, refusing
from pitchkit.authoring.drafting import PERMISSION, Draft
from pitchkit.cli import asking
from pitchkit.cli.new_texts import MORE, TEXTS
from pitchkit.diagnostics import Diagnostic, Location, problem
from pitchkit.language import _, mark
from pitchkit.library import Library
from pitchkit.model import POSITIONS
from pitchkit.searching import ranking
from pitchkit.suggesting import suggest

_SEVERAL = mark("{question} Several with commas: {choices}")
_ORDER = ("title", "text", "audiences", "short", "themes", "evidence", "certainty", "answers", PERMISSION)
_CHANGEABLE = (
    *("title", "text", "short", "audiences", "versions", "themes", "evidence", "certainty", "answers", "published", "consent"),
    *("fictitious", "keywords", "policy", "requires", "positions", "valid_until", "weight", "id"),
)
_AND = re.compile(r"\s+(?:en|and|&)\s+")
_FIELDS = {option: name for name, option in drafting.OPTIONS.items()} | {"--place": "place"}
_DAYS = ("until", "valid_until")
_LIKELY = 6
_MOST_SHOWN = 40


@dataclass(frozen=True)
class Interview:
    """The questions about one entry: what the library has to choose from, and what refuses an id."""

    library: Library
    documents: tuple[str, ...]
    refuse_id: Callable[[str], Diagnostic | None]

    def ask(self, draft: Draft) -> Draft:
        """Return a draft with what is missing asked for, and what more somebody wants to say.

        Raises:
            typer.Abort: nobody answers.
        """
        terminal.say(_("Ctrl+C stops, and then nothing is written."))
        asked: list[str] = []
        while name := next((one for one in _ORDER if one not in asked and self._wants(one, draft)), None):
            asked.append(name)
            draft = self._field(name, draft)
        draft = self._words(draft)
        draft = draft if draft.id else self._id(draft)
        return self._more(draft)

    def ask_again(self, draft: Draft) -> Draft:
        """Return a draft with new answers in the fields that somebody names.

        Raises:
            typer.Abort: no field is named, or nobody answers.
        """
        said = [name for name in _CHANGEABLE if getattr(draft, name)]
        question = _("What would you change? Enter to stop without writing.")
        names = self._named(_(_SEVERAL).format(question=question, choices=", ".join(said)), said)
        if not names:
            raise typer.Abort
        for name in names:
            match name:
                case "id":
                    draft = self._id(draft)
                case "versions":
                    draft = self._words(replace(draft, versions={}))
                case "published" | "consent" | "fictitious":
                    none = replace(draft, published="", consent=(), channels=(), until="", fictitious=False)
                    draft = self._field(PERMISSION, none)
                case "evidence":
                    draft = self._field(name, replace(draft, evidence=()))
                case _:
                    draft = self._field(name, draft)
        return self._words(draft)

    @staticmethod
    def _wants(name: str, draft: Draft) -> bool:
        return not draft.evidence if name == "evidence" else name in drafting.lacking(draft)

    def _field(self, name: str, draft: Draft, *, may_be_empty: bool = False) -> Draft:
        match name:
            case "evidence":
                return self._evidence(draft)
            case "text":
                return self._until_it_holds(name, draft, lambda: (asking.ask_text(_(TEXTS[name])),))
            case "audiences" | "themes" | "answers" | "policy" | "requires" | "positions" | "keywords":
                return self._choose(name, draft, may_be_empty=may_be_empty)
            case "certainty":
                question = f"{_(TEXTS[name])} {', '.join(drafting.CERTAINTIES)}"
                return self._until_it_holds(name, draft, lambda: (asking.ask(question, choices=drafting.CERTAINTIES),))
            case _ if name == PERMISSION:
                return self._permission(draft)
            case _:
                ask = asking.ask_day if name in _DAYS else asking.ask
                return self._until_it_holds(name, draft, lambda: (ask(_(TEXTS[name]), may_be_empty=may_be_empty),))

    def _until_it_holds(self, name: str, draft: Draft, ask: Callable[[], Sequence[str]]) -> Draft:
        while True:
            words = tuple(ask())
            if name == "audiences":
                words = tuple(dict.fromkeys(one.id if (one := self.library.audience(word)) else word for word in words))
            made = drafting.filled(draft, name, words)
            found = refusing.problems_of(name, made, self.library)
            if name == "consent":
                found += self._no_documents(words)
            if not found:
                return made
            _tell(found)

    def _choose(self, name: str, draft: Draft, *, may_be_empty: bool = False) -> Draft:
        choices = self._choices()[name]
        question = _(TEXTS[name])
        if name == "answers":
            self._show_likely(draft)
        elif choices:
            shown = ", ".join(choices[:_MOST_SHOWN]) + (", …" if len(choices) > _MOST_SHOWN else "")
            question = _(_SEVERAL).format(question=question, choices=shown)

        def ask() -> tuple[str, ...]:
            words = asking.ask_several(question, choices, may_be_empty=may_be_empty)
            return tuple(part for word in words for part in _AND.split(word)) if choices else words  # an id has no spaces

        return self._until_it_holds(name, draft, ask)

    def _no_documents(self, words: Sequence[str]) -> list[Diagnostic]:
        """Return a problem for each document to which somebody agreed, and that there is not."""
        values = {"field": "consent.purposes", "choices": ", ".join(self.documents)}
        return [
            problem(Location("--consent"), "field-choice", **values, value=word, suggestion=suggest(word, self.documents))
            for word in words
            if word not in self.documents
        ]

    def _choices(self) -> Mapping[str, Sequence[str]]:
        return {
            "audiences": [one.id for one in self.library.audiences],
            "themes": list(self.library.theme_by_id),
            "answers": [one.id for one in self.library.entries if one.kind != "objection"],
            "policy": list(self.library.policy_by_id),
            "requires": (*rules.REQUIREMENTS, "figures.", "costs.comparison"),
            "positions": POSITIONS,
            "keywords": (),
            "consent": self.documents,
            "channels": drafting.CHANNELS,
        }

    def _show_likely(self, draft: Draft) -> None:
        """Show the entries that are most about what an objection says."""
        may_answer = [one for one in self.library.entries if one.kind != "objection"]
        found = ranking.search(self.library, may_answer, f"{draft.title} {draft.text}".split())
        if found.hits:
            terminal.say(_("These may answer it. Find others with: pitchkit search WORDS"))
        for hit in found.hits[:_LIKELY]:
            terminal.say(f"  {hit.entry.id}: {hit.entry.title}")

    def _evidence(self, draft: Draft) -> Draft:
        terminal.say(_("Sources:"))
        for one in self.library.sources:
            terminal.say(f"  {one.id}: {one.short}")
        question = TEXTS["evidence"]
        while source := asking.ask(_(question), may_be_empty=True, choices=tuple(self.library.source_by_id)):
            made = replace(draft, evidence=(*draft.evidence, (source, "-")))
            found = refusing.problems_of("evidence", made, self.library)
            _tell(found)
            if not found:
                place = asking.ask(_("The place in it: a page, a chapter or a heading"))
                draft = replace(draft, evidence=(*draft.evidence, (source, place)))
                question = TEXTS["more evidence"]
        return draft

    def _permission(self, draft: Draft) -> Draft:
        sources = tuple(self.library.source_by_id)
        while source := asking.ask(_(TEXTS["published"]), may_be_empty=True, choices=sources):
            made = replace(draft, published=source)
            found = refusing.problems_of("published", made, self.library)
            if not found:
                return made
            _tell(found)
        if asking.ask_whether(_(TEXTS["fictitious"]), before=False):
            made = replace(draft, fictitious=True)
            found = refusing.problems_of("fictitious", made, self.library)
            if not found:
                return made
            _tell(found)
        draft = self._choose("channels", self._choose("consent", draft), may_be_empty=True)
        return self._field("until", draft, may_be_empty=True)

    def _words(self, draft: Draft) -> Draft:
        """Ask for the words of readers who need their own; a text with a list asks for a short one afterwards."""
        told: set[str] = set()
        while lacking := drafting.words_for(draft, self.library):
            reader, (name, *_rest) = next(iter(lacking.items()))
            if reader not in told:
                terminal.say(_("{reader} read this as well, so they need words of their own.").format(reader=reader))
            told.add(reader)
            question = _(TEXTS[f"words.{name}"]).format(reader=reader)
            answer = asking.ask_text(question) if name == "text" else asking.ask(question)
            words = {**draft.versions.get(reader, {}), name: answer}
            made = replace(draft, versions={**draft.versions, reader: words})
            found = refusing.problems_of("versions", made, self.library)
            _tell(found)
            draft = draft if found else made
        return draft

    def _id(self, draft: Draft) -> Draft:
        before = drafting.suggest_id(draft.title, self.library.places)
        while True:
            made = replace(draft, id=asking.ask(_("Its id: small letters, digits and hyphens"), before))
            found = refusing.problems_of("id", made, self.library)
            if not found and (refusal := self.refuse_id(made.id)):
                found = [refusal]
            if not found:
                return made
            _tell(found)

    def _more(self, draft: Draft) -> Draft:
        """Ask once which other fields somebody wants to fill in."""
        offered = [name for name in MORE if not getattr(draft, name)]
        for name in offered:
            terminal.say(f"  {name}: {_(MORE[name])}")
        names = self._named(_("Anything else? Name it, several with commas. Enter if not"), offered)
        for name in names:
            draft = self._field(name, draft, may_be_empty=True)
        return draft

    @staticmethod
    def _named(question: str, offered: Sequence[str]) -> tuple[str, ...]:
        """Return the fields that somebody names, none for Enter."""
        while True:
            names = asking.ask_several(question, offered, may_be_empty=True)
            unknown = [name for name in names if name not in offered]
            if not unknown:
                return names
            terminal.show_problems(
                problem(Location("new"), "field-unknown", field=name, suggestion=suggest(name, offered)) for name in unknown
            )


def _tell(found: Iterable[Diagnostic]) -> None:
    """Show what is wrong with an answer under the name of its field: nobody typed an option."""
    terminal.show_problems(replace(one, location=Location(_FIELDS.get(one.location.path, one.location.path))) for one in found)
