"""The questions of `pitchkit new`, and what each field is for who left it out."""

from __future__ import annotations

from pitchkit.authoring.drafting import PERMISSION
from pitchkit.language import mark

TEXTS = {
    "title": mark("What does it say, in one sentence without a full stop?"),
    "text": mark("The explanation. End it with an empty line"),
    "short": mark("The same in one or two sentences that stand by themselves"),
    "audiences": mark("For which readers?"),
    "themes": mark("About which themes?"),
    "certainty": mark("How certain is it?"),
    "evidence": mark("From which source? Enter for none"),
    "more evidence": mark("From which other source? Enter if this is all"),
    "answers": mark("Which entries answer this objection?"),
    "published": mark("In which source was it published? Enter if it is from your own work"),
    "fictitious": mark("Is it made up, or put together from several stories?"),
    "consent": mark("For which documents did somebody agree?"),
    "channels": mark("By which channels may it go out? Enter for all."),
    "until": mark("Until which day, as 2027-12-31? Enter if there is no end"),
    "keywords": mark("Which other words say the same? Several with commas"),
    "policy": mark("Which policy does it fit?"),
    "requires": mark("What must the profile say before this may be used?"),
    "positions": mark("Only for institutions that are paid in which way?"),
    "valid_until": mark("Until which day does it hold, as 2027-12-31?"),
    "weight": mark("How much does it weigh, from 0 to 100? Others weigh 50"),
    "words.title": mark("What does it say, in words for {reader}?"),
    "words.text": mark("The explanation for them. End it with an empty line"),
    "words.short": mark("The same for them in one or two sentences"),
}
"""What each field is, as a question."""

MORE = {
    "short": mark("the same in one or two sentences, for documents with little room"),
    "themes": mark("what it is about"),
    "keywords": mark("other words for the same, by which it is found"),
    "policy": mark("the policy that it fits"),
    "requires": mark("what the profile must say before it may be used"),
    "positions": mark("only for some ways of being paid, such as a tender"),
    "valid_until": mark("the last day on which it holds"),
    "weight": mark("what comes first when there is little room"),
}
"""What an entry may have beside what it needs."""

WANTED = {
    "title": mark("what it says, in one sentence"),
    "text": mark("the explanation"),
    "short": mark("the same in one or two sentences that stand by themselves"),
    "audiences": mark("the readers it is for: {audiences}"),
    "themes": mark("what it is about: {themes}"),
    "certainty": mark("how certain it is: {certainties}"),
    "answers": mark("the entries that answer this objection"),
    PERMISSION: mark("the source where it was published, the documents that somebody agreed to, or that it is made up"),
}
"""What each field is, for who left it out."""
