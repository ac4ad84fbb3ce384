"""What an organisation tells readers about itself: its own numbers, addresses and names are no secret."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pitchkit.library import Library
from pitchkit.privacy.found import Found
from pitchkit.profile import Profile


@dataclass(frozen=True, slots=True)
class Own:
    """The last digits of one's telephone numbers, one's words in small letters, and the words of names that are public."""

    digits: frozenset[str]
    words: str
    names: frozenset[str]

    @classmethod
    def of(cls, profile: Profile, library: Library) -> Own:
        """Return what this profile and this library tell: contact, organisation, groups, sources and policy frames."""
        places = [text for group in profile.groups for text in (group.name, group.place, group.signup, group.price) if text]
        texts = [text for text in (*(text for _, text in profile.contact), profile.organisation.name) if text]
        texts += [profile.organisation.website or "", profile.municipality.name or "", *places]
        runs = {_end(run) for text in texts for run in re.findall(r"[\d+][\d ().-]{5,}", text)}
        public = [text for one in library.sources for text in (one.title, one.author, one.publisher or "", one.short)]
        public += [one.label for one in library.policies]
        named = {word.lower() for text in (*texts, *public) for word in re.findall(r"\w+", text) if word[:1].isupper()}
        return cls(frozenset(runs - {""}), "\n".join(texts).lower(), frozenset(named))

    def holds(self, one: Found) -> bool:
        """Return whether it is the organisation's own."""
        return one.words.lower() in self.words or (one.sort == "phone" and _end(one.words) in self.digits)


def _end(number: str) -> str:
    """Return the digits of a telephone number without what one dials before them: +31, 0031 or 0."""
    return re.sub(r"\D", "", number)[-9:]
