"""Why something is not sure or was not understood, in the words of the offer file. Dutch, as all that stands in it."""

from __future__ import annotations

from pitchkit.offers.reading.findings import Doubt

DOUBTS: dict[str, str] = {
    "limit-a3": "er staat A3; de omvang is niet overgenomen",
    "limit-double": "dubbelzijdig is gelezen als twee bladzijden A4 per blad",
    "limit-leaves": "een vel is gelezen als één bladzijde A4",
    "limit-no-maximum": "gelezen als maximum, maar dat woord staat er niet bij",
    "limit-unit": "getal zonder eenheid, gelezen als bladzijden A4",
    "limit-twice": "er staan twee verschillende maxima; het laagste is overgenomen",
    "limit-of-what": "niet duidelijk waarvoor dit maximum geldt; nergens ingevuld",
    "weight-no-percent-sign": "getal zonder procentteken, gelezen als procenten",
    "date-week": "alleen een week genoemd; de eerste of laatste werkdag is ingevuld",
    "date-month": "alleen een maand genoemd; geen datum ingevuld",
    "date-day-without-year": "het jaar staat er niet bij; nakijken",
    "date-period": "een periode; één dag daarvan is ingevuld",
    "date-none": "geen datum herkend",
    "price-quantity": "geen aantal herkend; 1 ingevuld",
    "conflict-weight": "de weging verschilt tussen twee plaatsen; de eerste is overgenomen",
    "conflict-points": "het aantal punten verschilt tussen twee plaatsen; het eerste is overgenomen",
    "conflict-limit": "de maximale omvang verschilt tussen twee plaatsen; de kleinste is overgenomen",
    "conflict-date": "de datum verschilt tussen twee plaatsen; de eerste is overgenomen",
    "conflict-form": "twee verschillende vormregels; de strengste is overgenomen",
    "conflict-reference": "een ander kenmerk dan het eerste; het eerste is overgenomen",
    "criterion-without-question": "geen vraag herkend; het criterium zelf is de vraag",
    "weight-total": "de wegingen tellen niet op tot 100%",
    "weights-within-group": "deze wegingen tellen op tot 100% binnen een groep die zelf minder telt",
    "scale-twice": "nog een beoordelingsschaal; die van het criterium gaat voor",
    "no-deadline": "geen sluitingsdatum herkend",
    "type-unsure": "onzeker of dit een eis is",
}
WHY_LEFT: dict[str, str] = {
    "signal-unclear": "er staat een signaalwoord, maar niet duidelijk wat van wie wordt gevraagd",
    "question-outside": "een vraag buiten de gunningscriteria",
    "no-signal": "geen eis of vraag herkend in een deel met eisen",
    "weight-unclear": "een weging of punten, niet duidelijk waarvoor",
    "row": "rij niet begrepen",
    "field": "invulveld zonder vraag",
    "change-table": "tabel met wijzigingen; lees haar met pitchkit offer update",
    "line-unsure": "regel onzeker gelezen",
    "not-tied": "niet te koppelen aan een eis, vraag of datum",
}


def in_dutch(doubt: Doubt) -> str:
    """Return a doubt as a remark in the file."""
    text = DOUBTS.get(doubt.code, doubt.code)
    return f"{text}: {doubt.words}" if doubt.words else text
