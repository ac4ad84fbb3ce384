"""What a code means: its message, what to do, why it matters, an example, and whether it can be silenced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pitchkit import messages
from pitchkit.diagnostics import CommandError, Location, problem
from pitchkit.language import _
from pitchkit.messages import offer_gates
from pitchkit.messages.hints import SUGGEST
from pitchkit.suggesting import suggest


@dataclass(frozen=True, slots=True)
class Explained:
    """A code and what there is to say of it; the words that differ each time stand as three dots."""

    code: str
    message: str
    hint: str
    why: str
    wrong: str
    right: str
    standing: str

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Everything in words, without the example."""
        return tuple(one for one in (self.message, self.why, self.hint, self.standing) if one)


class _Dots(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def explain(code: str) -> Explained:
    """Return what a code means, in the user's language; raises CommandError for one that does not exist."""
    if code not in messages.TEXTS:
        raise CommandError([problem(Location("explain"), "code-unknown", word=code, suggestion=suggest(code, messages.TEXTS))])
    message, hint = messages.TEXTS[code]
    why, wrong, right = messages.EXPLANATIONS.get(code, ("", "", ""))
    if hint == SUGGEST:
        hint = _("Use a word that exists. Where one is close, the message names it.")
    else:
        hint = _(hint).format_map(_Dots())
    return Explained(code, _(message).format_map(_Dots()), hint, _(why), wrong, right, _standing(code))


def every() -> Iterator[tuple[str, str]]:
    """Yield every code with its message."""
    for code in sorted(messages.TEXTS):
        yield code, explain(code).message


def _standing(code: str) -> str:
    if code in messages.ADVICE:
        return _(
            "A warning. An entry can silence it with a reason (silence: [{{code: {code}, reason: ...}}]), and outside"
            " entries a comment can (# silence {code}: ...); library.yaml can set it to error or off"
            " (checks: {{severity: {{{code}: off}}}})."
        ).format(code=code)
    if code in offer_gates.WARNINGS:
        return _(
            "A warning about an offer. The requirement, criterion or question in the offer file can silence it with a reason."
        )
    return _("It cannot be silenced or set off.")
