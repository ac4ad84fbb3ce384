"""`pitchkit check`: what texts claim, and what is said twice."""

from __future__ import annotations

from pitchkit.language import mark as _

ERRORS: dict[str, tuple[str, str]] = {}
WARNINGS: dict[str, tuple[str, str]] = {
    "claim-firm": (
        _("“{words}” is firmer than “{id}” can be: its certainty is {certainty}"),
        _("Write “kan” or “mogelijk”, say whose finding it is, or name research that carries it."),
    ),
    "claim-unhedged": (
        _("“{words}” promises an effect, and “{id}” has no source for it"),
        _("Name the source in evidence, or write “kan” or “vaak”."),
    ),
    "claim-absolute": (
        _("“{words}” makes this a promise about everybody or every time"),
        _("Say for whom or how often it holds: “veel mensen”, “vaak”, “kan”."),
    ),
    "figure-bare": (
        _("the figure “{words}” in “{id}” has no year or no source"),
        _("Write the year beside it and name the source in evidence, or look it up: {{{{ figures.… }}}}."),
    ),
    "recognition-bare": (
        _("“{words}” is a recognition without its database address and date"),
        _("Add recognition with name, level, url and date, or leave the level out."),
    ),
    "recognition-expired": (
        _("the recognition “{words}” ended on {date}"),
        _("Look it up in the database, and write down what stands there now."),
    ),
    "recognition-old": (
        _("the recognition “{words}” is of {date}, more than {years} years ago: does it still stand?"),
        _("Look it up in the database. If it has an end date, add it as until; if not, silence this with the day you looked."),
    ),
    "policy-dated": (
        _("“{words}” ended in {year}, and this text of “{id}” speaks of it as if it still holds"),
        _("Say from when it is, or leave the name out."),
    ),
    "policy-without-end": (
        _("“{id}” serves only “{policy}”, which ended in {year}, and has no end date itself"),
        _("Add valid_until: then it is used only where the municipality still names the frame."),
    ),
    "duplicate-text": (
        _("this text of “{id}” says nearly the same as “{other}” ({place}), in the same words"),
        _("Make one entry of the two, or let each say what only it says."),
    ),
    "duplicate-title": (
        _("the title of “{id}” is nearly that of “{other}” ({place}): {title}"),
        _("Let each title say what only this entry says."),
    ),
    "duplicate-contained": (
        _("all of this text of “{id}” is contained in “{other}” ({place})"),
        _("Let the longer one leave it out, or make one entry of the two."),
    ),
    "duplicate-sentence": (
        _("“{id}” has a sentence that stands in “{other}” as well ({place}): {words}"),
        _("Say it in one of the two, or in other words: both can stand in one document."),
    ),
}
TEXTS = ERRORS | WARNINGS

EXPLANATIONS: dict[str, tuple[str, str, str]] = {
    "claim-firm": (
        _(
            "A reader who finds one claim too firm doubts the rest. Practice documents show that something is plausible; only"
            " research shows that it works, and nothing guarantees it."
        ),
        "certainty: mogelijk\ntext: Een groep is goedkoper dan hulp aan ieder apart.",
        "certainty: mogelijk\ntext: Een groep is mogelijk goedkoper dan hulp aan ieder apart.",
    ),
    "claim-unhedged": (
        _("An effect that nobody has written down anywhere is an expectation. Say so, or say who found it."),
        "text: Een groep leidt tot minder zorgvragen.",
        "text: Een groep kan leiden tot minder zorgvragen.",
    ),
    "claim-absolute": (
        _("One person for whom it did not work is enough to make such a sentence untrue."),
        "text: Iedereen leert in een groep van de anderen.",
        "text: Veel mensen leren in een groep van de anderen.",
    ),
    "figure-bare": (
        _("A figure without year and source cannot be checked, and is the first thing that a policy officer asks about."),
        "text: Van de inwoners voelt 43% zich eenzaam.",
        "text: In 2024 voelde 43% van de inwoners zich eenzaam.\nevidence: [{source: gezondheidsmonitor, place: tabel 3}]",
    ),
    "recognition-bare": (
        _("A level of recognition is an official judgement about one intervention, on one day. Say where it can be looked up."),
        "text: Deze cursus is Goed Onderbouwd.",
        (
            "text: Deze cursus is Goed Onderbouwd.\n"
            "recognition: {name: Databank, level: Goed Onderbouwd, url: https://databank.example/cursus, date: 2025-03-01}"
        ),
    ),
    "recognition-old": (
        _(
            "Recognitions have a term and are looked at again. How long that term is differs; after the years in"
            " checks: recognition_years (5 unless library.yaml says otherwise) pitchkit asks you to look it up."
        ),
        "recognition: {name: Databank, level: Goed Onderbouwd, url: https://databank.example/cursus, date: 2015-03-01}",
        (
            "recognition: {name: Databank, level: Goed Onderbouwd, url: https://databank.example/cursus, date: 2015-03-01,"
            " until: 2029-03-01}"
        ),
    ),
    "policy-dated": (
        _("A municipality that reads the name of a programme of years ago thinks that the whole text is that old."),
        "text: Groepen passen bij Welzijn Nieuwe Stijl.",
        "text: Groepen pasten bij Welzijn Nieuwe Stijl, het landelijke programma van 2009 tot 2012.",
    ),
    "duplicate-contained": (
        _("A short text that stands word for word in a longer one is read twice in a document that has room for both."),
        (
            "- id: een\n  text: Buren uit een wijkgroep komen elkaar later weer tegen.\n"
            "- id: twee\n  text: Een groep duurt maar even. Buren uit een wijkgroep komen elkaar later weer tegen,"
            " en zij groeten elkaar eerder."
        ),
        (
            "- id: een\n  text: Buren uit een wijkgroep komen elkaar later weer tegen.\n"
            "- id: twee\n  text: Een groep duurt maar even. Wie er was, heeft er ook na een jaar nog wat aan."
        ),
    ),
    "duplicate-text": (
        _(
            "Two entries that say the same end up in one document, and the reader reads it twice. Only texts in nearly the same"
            " words are found: the same thing in other words is for you to see."
        ),
        (
            "- id: een\n  text: Buren uit een wijkgroep komen elkaar later weer tegen.\n"
            "- id: twee\n  text: Buren uit een wijkgroep komen elkaar later vaak weer tegen."
        ),
        "- id: een\n  text: Buren uit een wijkgroep komen elkaar later weer tegen.",
    ),
}
