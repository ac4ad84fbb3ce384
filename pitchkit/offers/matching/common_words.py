"""Dutch words that say nothing about what a question is about: the small words, and the words of every tender."""

from __future__ import annotations

from typing import Final

SMALL: Final = frozenset(
    """
    aan af al alle alles als ander andere anderen ben bent bij binnen daar daarbij daarmee daarna daarvoor dan dat de der
    deze die dit door doordat dus een eigen elk elke en er erop ervan geen haar had hadden heb hebben heeft heel hem hen
    het hier hij hoe hun ieder iedere iemand iets ik in is je jij jou jouw jullie kan kon konden kun kunnen kunt maar mag
    me meer men met mij mijn moet moeten mogen na naar niet nog nu of om omdat onder ons onze ook op over per te tegen ten
    ter tot tussen u uit uw van veel voor waar waaraan waarbij waardoor waarmee waarom waarop waarvan waarvoor wanneer
    waren was wat we wel welk welke werd werden wie wij wil willen wilt word worden wordt zal ze zeer zelf zich zichzelf
    zij zijn zo zoals zodat zonder zou zouden zullen
    """.split()  # noqa: SIM905 - words are easier to read and to add without quotes
)
"""Articles, pronouns, prepositions, helping verbs."""

OF_EVERY_TENDER: Final = frozenset(
    """
    a4 aanbesteding aanbieden aanbieder aanbod aandacht aangeven aanpak aantonen aanvraag aanvrager aanzien antwoord
    beantwoorden bedoelen behulp benoemen beogen beoordelen beoordeling bepalen beperken beschikbaar beschikken
    beschrijven beschrijving besteden betrekking bevorderen bieden bijdrage bijdragen bijlage binnen buiten cliënt
    concreet contractperiode criterium daarbij deelnemer dienen dienstverlening doelgroep doen draag dragen gaan
    garanderen gebied gegadigde gemeente geven groep grond gunningscriterium hanteren helpen hoofdstuk houden inclusief
    ingaan ingang inrichten inschrijver inschrijving interventie invulling inwoner inzet inzetten inzichtelijk kader komen
    krijgen leiden leveren licht looptijd maatregel maken manier maximaal mens middels minimaal mogelijk motiveren nemen
    omgaan omschrijven onderbouwen onderdeel ondernemen onderneming onderscheiden ondersteunen ondersteuning opdracht
    opdrachtgever opdrachtnemer organisatie organiseren pagina persoon plan realiseren staan stimuleren subcriterium
    terugdringen toelichten toelichting tonen traject treffen uiteenzetten uiteenzetting uitgangspunt uitvoeren uitvoering
    verbeteren vergroten verminderen verstaan versterken verwachten visie voeren voorkomen voorstel voorstellen vorm
    vormgeven vraag vragen waarborgen waaronder werkwijze wijze zetten zien zorgdragen zorgen
    """.split()  # noqa: SIM905 - words are easier to read and to add without quotes
)
"""Words that stand in nearly every question, whatever it asks, in the form of a dictionary."""

PARTICLES: Final = frozenset(
    """
    aan af bij binnen door in klaar langs los mee na neer om op open over rond samen terecht terug toe uit vast verder
    voort weg
    """.split()  # noqa: SIM905 - words are easier to read and to add without quotes
)
"""The parts that come loose from a verb: mensen denken mee."""
