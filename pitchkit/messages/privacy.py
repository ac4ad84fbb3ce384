"""`pitchkit check`: personal data, consent, and what a finished Word file carries along."""

from __future__ import annotations

from pitchkit.language import mark as _

_OUT = _("Take it out: the text does not need it. If it was in git before, its history still has it.")
_ASK = _("Delete the entry. git keeps the earlier text: ask who looks after it to remove that too.")
ERRORS: dict[str, tuple[str, str]] = {
    "privacy-bsn": (_("this is a burgerservicenummer: {words}"), _OUT),
    "privacy-iban": (_("this is an account number: {words}"), _OUT),
    "privacy-phone": (_("this looks like a telephone number: {words}"), _OUT),
    "privacy-email": (_("this is an e-mail address: {words}"), _OUT),
    "privacy-postcode": (_("this looks like a postcode: {words}"), _OUT),
    "privacy-birthdate": (_("this looks like a date of birth: {words}"), _OUT),
    "consent-withdrawn": (_("consent for “{id}” was taken back"), _ASK),
    "consent-ended": (
        _("consent for “{id}” ended on {date}"),
        _("Delete the entry, or ask again and write down until when."),
    ),
    "file-not-word": (
        _("this is not a Word file that can be read"),
        _("Name a .docx file. One with a password has to be opened first."),
    ),
}
WARNINGS: dict[str, tuple[str, str]] = {
    "privacy-name": (
        _("this looks like somebody’s name: {words}"),
        _(
            "Write “een deelnemer”. If it is no name, or a changed one, say so in the entry:"
            " silence: [{{code: privacy-name, reason: …}}]."
        ),
    ),
    "contact-in-text": (
        _("this text tells where somebody can be reached, or when they were born: {words}"),
        _(
            "Whom to call stands in the profile, under contact. If everybody may know this, say so in the entry:"
            " silence: [{{code: contact-in-text, reason: …}}]."
        ),
    ),
    "quote-without-consent": (
        _("“{id}” quotes somebody, and says neither who agreed nor where it was published: {words}"),
        _("Add consent, published or fictitious, or tell it in your own words."),
    ),
    "consent-purpose": (
        _("consent for “{id}” is for “{word}”, and there is no such document"),
        _("Did you mean “{suggestion}”?"),
    ),
    "file-author": (
        _("the file says in its properties: {field}: {words}"),
        _("In Word: File, Info, Check for Issues, Inspect Document."),
    ),
    "file-path": (
        _("the file carries the name of a folder of yours: {words}"),
        _("In Word: File, Info, Check for Issues, Inspect Document."),
    ),
    "file-comments": (
        _("the file still has comments, of: {words}"),
        _("Delete them before you send it: in Word, Review, Delete all comments."),
    ),
    "file-changes": (
        _("the file still has tracked changes, of: {words}"),
        _("Accept or reject them before you send it: whoever opens it sees what stood there."),
    ),
}
TEXTS = ERRORS | WARNINGS

EXPLANATIONS: dict[str, tuple[str, str, str]] = {
    "privacy-bsn": (
        _("Nine digits that pass the eleven-test are a burgerservicenummer, or look just like one. It has no place in any text."),
        "text: Deelnemer 111222333 vertelt over de groep.",
        "text: Een deelnemer vertelt over de groep.",
    ),
    "privacy-name": (
        _(
            "Titles, initials, ages and words with capitals often mean a person. It is a hint: in a small group or a village"
            " people are recognised without a name as well, by age, street and problem together."
        ),
        "kind: experience\nconsent: {purposes: [pitch]}\ntext: Volgens mevrouw De Vries was het een ontdekking.",
        "kind: experience\nconsent: {purposes: [pitch]}\ntext: Volgens een deelnemer was het een ontdekking.",
    ),
    "contact-in-text": (
        _("An entry goes into many documents, for years. A number or an address in it is soon wrong, or somebody’s own."),
        "text: Bel Noor op 06 12345678 om mee te doen.",
        "text: Bel ons om mee te doen.",
    ),
    "quote-without-consent": (
        _("Whose words stand between quotation marks has agreed to that, or has said it in public. Nobody’s words are made up."),
        "text: “Ik voel me niet meer alleen”, zegt een deelnemer.",
        "text: Een deelnemer voelt zich niet meer alleen.",
    ),
    "consent-withdrawn": (
        _("Taking consent back is as easy as giving it. The story is then in no document, and should not be kept either."),
        "consent: {purposes: [flyer], withdrawn: yes}",
        "# (…)",
    ),
    "consent-ended": (
        _("Somebody agreed until a day, and that day has passed."),
        "consent: {purposes: [flyer], until: 2024-12-31}",
        "consent: {purposes: [flyer], until: 2028-12-31}",
    ),
    "file-author": (
        _("A finished file tells more than its pages: who wrote it, on which computer, for which company."),
        "Auteur: jdevries-laptop",
        "Auteur: Stichting Samenloop Voorbeeldstad",
    ),
}
