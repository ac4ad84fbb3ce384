"""`pitchkit check`: the language of texts, for who reads them."""

from __future__ import annotations

from pitchkit.language import mark as _
from pitchkit.messages.hints import SUGGEST

ERRORS: dict[str, tuple[str, str]] = {
    "limit-unknown": (_("there is no limit “{word}”; there are: {choices}"), SUGGEST),
}
WARNINGS: dict[str, tuple[str, str]] = {
    "sentence-long": (
        _("a sentence of {count} words, where {limit} is the limit for “{audience}”: {begin}"),
        _("Make two sentences of it, or leave something out."),
    ),
    "sentences-long": (
        _("{mean} words in a sentence on average, where {limit} is the limit for “{audience}”"),
        _("Begin with the longest: {begin}."),
    ),
    "rare-words": (
        _("{count} of {total} words are rare in daily life, for “{audience}”: {words}"),
        _("Choose words that you would say at the table. A term that has to stay goes into jargon.yaml, with what it means."),
    ),
    "long-words": (
        _("{count} of {total} words have four syllables or more, for “{audience}”: {words}"),
        _("Take a long word apart, or say what somebody does."),
    ),
    "jargon": (_("“{word}” is hard for “{audience}”"), _("Write: {instead}.")),
    "jargon-unexplained": (
        _("“{word}” is not explained for “{audience}”"),
        _("Say what it means right after it, between brackets for instance: {explanation}."),
    ),
    "passive": (
        _("too many sentences for “{audience}” do not say who does it ({count} of {total}): {words}"),
        _("Name who does it, and let that person do it."),
    ),
    "address-mixed": (_("this text says both “{je}” and “{u}” to its reader"), _("Choose one of the two.")),
    "address-other": (
        _("“{word}” in a text for “{audience}”, who is addressed with “{address}”"),
        _("Change it, say it without addressing anybody, or write a version for this reader."),
    ),
    "spelling": (
        _("“{word}” is not in the dictionary"),
        _("Did you mean: {suggestions}? A term of the trade goes into jargon.yaml, with what it means."),
    ),
}
TEXTS = ERRORS | WARNINGS

EXPLANATIONS: dict[str, tuple[str, str, str]] = {
    "sentence-long": (
        _("Who reads with effort has lost the beginning of a long sentence at its end."),
        (
            "text: Als u zich bij het wijkteam in uw buurt hebt aangemeld, krijgt u binnen twee weken een gesprek met ons,"
            " zodat we samen kunnen kijken welke hulp of welke groep het beste past."
        ),
        "text: Meld u aan bij het wijkteam in uw buurt. U krijgt binnen twee weken een gesprek. We denken met u mee.",
    ),
    "sentences-long": (
        _("One long sentence can do no harm; many of them make a text heavy. It is asked of texts of three sentences or more."),
        "",
        "",
    ),
    "rare-words": (
        _(
            "Common words are those that occur at least ten times in a million words of Dutch, their forms and their compounds."
            " Names, figures and abbreviations do not count, nor do the terms in jargon.yaml that this reader knows."
        ),
        "text: Zij verwerven inzicht in belemmerende denkpatronen.",
        "text: Zij gaan zien welke gedachten hen in de weg zitten.",
    ),
    "long-words": (
        _("Words of four syllables or more slow down who reads with effort. It is asked of texts for readers of level B1."),
        "text: De gezinsondersteuning, de budgetbegeleiding en de schuldhulpverlening zijn kosteloos.",
        "text: Hulp voor je gezin en hulp met geld en schulden kosten niets.",
    ),
    "jargon": (
        _(
            "The library has a list of official words and words of the trade, each with a plainer one and the readers for whom it"
            " is hard: jargon.yaml. A word that the text explains, and a name, are left alone."
        ),
        "text: Middels de groep bevorderen wij participatie.",
        "text: Met de groep helpen wij mensen om mee te doen.",
    ),
    "jargon-unexplained": (
        _("Some terms may stand, if a reader who does not know them reads right there what they mean."),
        "text: Dat betaalt de gemeente uit de Wmo.",
        "text: Dat betaalt de gemeente uit de Wmo (de wet voor hulp thuis en in de wijk).",
    ),
    "passive": (
        _("A sentence with “worden” hides who acts. It is asked of a text with more of them than its reader’s limit."),
        "text: Je wordt gebeld. Daarna wordt er een afspraak gemaakt.",
        "text: Wij bellen je. Daarna maken we een afspraak.",
    ),
    "address-mixed": (
        _("Who is “je” in one sentence and “u” in the next no longer knows who is meant."),
        "text: U kunt je aanmelden.",
        "text: Je kunt je aanmelden.",
    ),
    "address-other": (
        _(
            "A document addresses its reader in one way: the one that audiences.yaml has. Tips and steps speak to the"
            " groepswerker, with “je”. What stands between quotation marks does not count."
        ),
        "text: Als je verwijst, hoor je van ons.",
        "text: Als u verwijst, hoort u van ons.",
    ),
    "spelling": (
        _("Words are looked up in the Dutch dictionary of this computer, if there is one and pitchkit[taal] is installed."),
        "text: De bijeenkomts is op dinsdag.",
        "text: De bijeenkomst is op dinsdag.",
    ),
}
