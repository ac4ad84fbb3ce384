"""Words with a capital that are nobody's name, and words that are a name although they have another meaning too."""

from __future__ import annotations

from typing import Final

PUBLIC: Final = frozenset(
    """
    den haag bosch helder nederland vlaanderen belgië europa amsterdam rotterdam utrecht groningen friesland fryslân drenthe
    overijssel flevoland gelderland limburg zeeland brabant noord zuid oost west holland turkije marokko suriname syrië oekraïne
    polen nederlands nederlandse nederlander turks turkse marokkaans marokkaanse syrisch syrische surinaams surinaamse oekraïens
    oekraïense pools poolse engels engelse arabisch arabische
    tweede eerste kamer rode kruis leger heils ministerie stichting vereniging gemeente wijkteam wijkhuis buurthuis buurtcentrum
    bibliotheek centrum huis instituut hogeschool universiteit raad staat
    welzijn recept positieve gezondheid goed beschreven onderbouwd goede sterke aanwijzingen wet maatschappelijke ondersteuning
    sociaal werk nieuwe stijl gezond actief leven akkoord integraal zorgakkoord zelfredzaamheid matrix
    god kerst pasen ramadan modaal heijn zwijger
    """.split()  # noqa: SIM905 - words are easier to read and to add without quotes
)
"""Places, bodies and terms of the trade that are written with capitals."""

COUNTED: Final = frozenset(
    """
    groep deel bijlage route type criterium categorie perceel vraag fase hoofdstuk artikel tabel figuur lot zaal lokaal klas blok
    stap variant niveau kolom module etage gebouw ingang vitamine plan optie versie
    """.split()  # noqa: SIM905 - as above
)
"""What a single letter behind it counts: “Groep B.” is not somebody."""

ALSO_NAMES: Final = frozenset(
    """
    jan piet klaas peter anna maria mark tom tim sam max bas rob hans roos sterre storm amber art
    ad bea ben bob bo bor can
    claire cor daniel david deniz elke ernst eva fleur gea hein iris jasmijn jet jo job joke joop
    joy leen lente lieve linda linde lot madelief merel mo
    nel noor nora pleun rein robin rosa ruby sem ton wil willem
    """.split()  # noqa: SIM905 - as above
)
"""Ordinary words and names at once: within a sentence a capital makes them somebody, at its start what follows may."""

STREETS: Final = (
    "straat",
    "laan",
    "plein",
    "weg",
    "singel",
    "kade",
    "gracht",
    "park",
    "school",
    "college",
    "dijk",
    "markt",
    "kerk",
)
"""What the name of a street or a building ends in: “Anna Paulownastraat” is not somebody."""
