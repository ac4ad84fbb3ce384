"""Offers: the gates. What is in ERRORS keeps an offer from being final and cannot be silenced."""

from __future__ import annotations

from pitchkit.language import mark as _

ERRORS: dict[str, tuple[str, str]] = {
    "limit-exceeded": (
        _("{part} has {used} {unit}, and the buyer allows {limit}"),
        _("Shorten it, choose short wordings, or let pitchkit offer fit choose."),
    ),
    "limit-estimated": (
        _("{part} seems to have {used} {unit}, and the buyer allows {limit}; this is an estimate"),
        _("Shorten it, or install LibreOffice to have the real pages counted."),
    ),
    "own-price": (
        _("the answer to {question} gives away a price of yours: {words}"),
        _("Say it in hours or numbers of people; prices go in the price sheet only."),
    ),
    "requirement-open": (
        _("{type} {id} is not said to be met"),
        _("Write status: voldaan, or nvt with a note, once you are sure."),
    ),
    "requirement-in-part": (
        _("{type} {id} is only met in part"),
        _("The buyer sets an offer aside that meets a requirement in part. Meet it, or ask the buyer about it."),
    ),
    "requirement-not-met": (_("{type} {id} is not met"), _("Meet it, or do not send this offer.")),
    "criterion-without-question": (_("criterion {id} has no questions, so it has no answer"), _("Add a question with its text.")),
    "question-unanswered": (
        _("{question} has no answer"),
        _("Write promise or answer, or choose entries; pitchkit offer match finds some."),
    ),
    "reservation": (
        _("the answer to {question} makes a reservation: “{words}”"),
        _("An offer with reservations is set aside. Take it out, or ask the buyer before the questions close."),
    ),
    "proof-missing": (
        _("the proof “{title}” is not there; {asked} asks for it"),
        _("Get it and write status: aanwezig."),
    ),
    "proof-file-missing": (_("the proof “{id}” should lie at {file}, and does not"), _("Put it there, or correct the name.")),
    "proof-expired": (_("the proof “{id}” is valid until {date} only, before the offer goes in"), _("Get a new one.")),
    "proof-not-named": (_("{id} asks for a proof, and none is named"), _("Add it under proofs and name its id here.")),
    "deadline-gone-by": (
        _("the deadline “{what}” was on {date}"),
        _("An offer that is late is set aside. Check the date, or take deadline: yes out if it does not matter any more."),
    ),
    "name-in-answer": (
        _("the answer to {question} names “{name}”, and this offer is anonymous"),
        _("Write “wij” or “onze organisatie”."),
    ),
    "name-in-document": (
        _("{document} shows “{name}”, and this offer is anonymous"),
        _("Look in the entries and in the profile, and build without a house style."),
    ),
    "letter-too-small": (
        _("{document} has letters of {size} points in {where}, and the buyer asks for {limit} or more"),
        _("Build without a house style, or make the style larger."),
    ),
    "letter-font": (
        _("{document} uses the letter {font} in {where}, and the buyer asks for {fonts}"),
        _("Build without a house style, or change the style."),
    ),
    "offer-file-not-word": (_("this is not a Word file"), _("Name the .docx that will be sent.")),
    "line-without-amount": (
        _("the line “{what}” has no amount"),
        _("Write amount, or name a group whose costs are in the profile."),
    ),
    "price-above-ceiling": (
        _("the price is {total} euro, and the buyer pays {ceiling} at most"),
        _("Take fewer groups, or a lower price."),
    ),
    "budget-not-covered": (
        _("the budget is {costs} euro and the cover {cover} euro: a difference of {difference}"),
        _("Make them equal to the cent."),
    ),
    "silence-of-error": (
        _("{code} cannot be silenced: the buyer will not overlook it either"),
        _("Take the line out, and mend what it is about."),
    ),
}
WARNINGS: dict[str, tuple[str, str]] = {
    "pages-estimated": (
        _("the pages of {part} are an estimate: {used}"),
        _("Install LibreOffice to have the real pages counted."),
    ),
    "wish-not-met": (_("the wish {id} has the status “{status}”, and costs points"), _("Meet it, or write nvt with a note.")),
    "pages-uncounted": (
        _("nobody counted the pages of {part}"),
        _("Install LibreOffice, or count them in Word."),
    ),
    "amount-in-answer": (
        _("the answer to {question} names an amount: {words}"),
        _("Assessors of quality may not see prices. Silence this if it is not about your price."),
    ),
    "condition-in-promise": (
        _("the promise in {question} depends on something: “{words}”"),
        _("Promise what you can do in any case."),
    ),
    "vague-promise": (
        _("nobody can hold you to “{words}” in {question}"),
        _("Say how many, how often, by when."),
    ),
    "promise-without-figure": (_("the promise in {question} has no figure and no date"), _("Say how many, how often, by when.")),
    "claim-too-firm": (
        _("“{words}” in {question} is firmer than what supports it"),
        _("Write kan, vaak or naar verwachting; or choose an entry that rests on research."),
    ),
    "recognition-without-source": (
        _("“{words}” in {question} has no address of the database and no date"),
        _("Add both, and check that the recognition still stands."),
    ),
    "answer-touched": (
        _("{documents} changed something that {question} answers"),
        _("Read it again, and write status: klaar."),
    ),
    "answer-unfinished": (_("the answer to {question} has the status “{status}”"), _("Write status: klaar when it is done.")),
    "deadline-without-date": (_("the deadline “{what}” has no date"), _("Fill in date.")),
    "no-deadline": (
        _("there is no deadline in the planning"),
        _("Add the moment at which the offer has to be in, with deadline: yes."),
    ),
    "unread-line": (
        _("nobody has read this line of the buyer yet: “{text}”"),
        _("Use it or leave it, and take it out of unread."),
    ),
    "weights-not-hundred": (_("the weights of the criteria add up to {total}"), _("Compare them with the papers of the buyer.")),
    "vat-unchecked": (_("nobody checked that the VAT is “{status}”"), _("Have it checked, and write checked_by and checked.")),
    "entry-not-usable": (
        _("the entry “{entry}” is left out of the document ({reason}: {detail})"),
        _("Choose another one, or give the profile what it waits for."),
    ),
    "entry-twice": (_("the entry “{entry}” is used in {other} as well"), _("Say it once, where it counts most.")),
    "silence-unused": (_("there is nothing here for {code} to silence"), _("Take the line out.")),
}
TEXTS = ERRORS | WARNINGS
