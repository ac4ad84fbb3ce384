"""Papers as a buyer would send them, made in code: a guide in Word, sheets in Excel, a nota van inlichtingen. All fictitious."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
import openpyxl

GUIDE = """
Aanbestedingsleidraad
Groepsgericht aanbod voor inwoners (fictief)
Gemeente Voorbeeldstad
Kenmerk: VS-2026-0117
# 1 Inleiding
De gemeente Voorbeeldstad (hierna: opdrachtgever) wil dat inwoners sneller hulp krijgen.
Inwoners moeten mee kunnen doen. Social return bedraagt 2% van de opdrachtsom.
# 2 Procedure
## 2.1 Planning
| Activiteit | Datum en tijd |
| Publicatie van de aanbesteding | 2 november 2026 |
| Uiterste datum indienen vragen | vr 20 nov. 2026, 12.00 uur |
| Publicatie nota van inlichtingen | week 49 2026 |
| Sluitingsdatum indienen inschrijvingen | 15 januari 2027, 12:00 uur |
| Ingang overeenkomst | 01-04-2027 |
## 2.2 Vormvereisten
- De inschrijving is gesteld in het Nederlands.
- Lettertype Verdana, minimaal 9 punts, regelafstand minimaal 1. Dit geldt ook voor tabellen en afbeeldingen.
- Marges van ten minste 2 cm aan alle zijden.
- In het kwalitatieve deel mogen geen prijzen of tarieven voorkomen.
- Per gunningscriterium een apart pdf-bestand, zonder hyperlinks.
- Het voorblad en de inhoudsopgave tellen niet mee.
De inschrijver dient zijn inschrijving gedurende 90 dagen na de sluitingsdatum gestand te doen.
# 3 Uitsluiting en geschiktheid
## 3.1 Uitsluitingsgronden
Op de inschrijver mag geen van de volgende gronden van toepassing zijn:
- Deelneming aan een criminele organisatie.
- Het niet betalen van belastingen of sociale premies.
## 3.2 Geschiktheidseisen
GE1 Inschrijver heeft in de afgelopen drie jaar één vergelijkbare opdracht uitgevoerd (kerncompetentie groepswerk).
Voeg een referentieverklaring toe van maximaal 2 A4.
# 4 Gunning
De opdracht wordt gegund op basis van de beste prijs-kwaliteitverhouding.
## 4.1 Gunningscriteria
| Gunningscriterium | Weging | Maximale omvang |
| K1 Bereik van inwoners | 40% | 2 A4 |
| K2 Groepsaanbod en resultaat | 35% | 3 A4 |
| P Prijs | 25% | |
| Totaal | 100% | |
## 4.2 K1 Bereik van inwoners
Opdrachtgever wil dat groepen vol zijn en dat inwoners de weg weten.
Beschrijf hoe u de doelgroep bereikt en de groepen gevuld houdt. Ga daarbij in ieder geval in op:
a) via welke kanalen u inwoners bereikt;
b) hoe u met verwijzers samenwerkt;
c) wat u doet als een groep niet vol raakt.
Uw antwoord beslaat maximaal twee (2) A4, enkelzijdig. Tabellen tellen mee.
Beoordeeld wordt de mate waarin:
- de aanpak concreet en meetbaar is;
- de aanpak past bij de wijken.
## 4.3 K2 Groepsaanbod en resultaat
Welke groepen biedt u aan? Welke resultaten belooft u en hoe meet u die? Licht toe.
Max. 3 pagina's A4.
## 4.4 P Prijs
De inschrijver vult het prijsblad volledig in.
## 4.5 Beoordeling
| Oordeel | Percentage van de punten | Toelichting |
| Uitstekend | 100% | Overtuigt op alle onderdelen. |
| Goed | 80% | Overtuigt op bijna alle onderdelen. |
| Voldoende | 60% | Overtuigt deels. |
| Onvoldoende | 0% | De inschrijving wordt terzijde gelegd. |
# 5 Programma van eisen
E1 De opdrachtnemer dient binnen tien werkdagen na aanmelding een kennismaking te plannen.
E2 Elke groep wordt begeleid door een geregistreerde professional.
Een groep heeft bij voorkeur niet meer dan 12 deelnemers.
"""
NOTE = """
# Nota van inlichtingen 1
Aanbesteding groepsgericht aanbod, gemeente Voorbeeldstad (fictief), kenmerk VS-2026-0117
| Nr. | Document en paragraaf | Vraag | Antwoord |
| 1 | Leidraad, § 4.2 (K1) | Twee A4 is krap. Kunt u de omvang verruimen? | Ja. Het maximum voor K1 wordt gewijzigd in 3 A4. |
| 2 | Leidraad § 2.1 | Kan de sluiting worden verschoven? | Ja, de sluitingsdatum wordt 22 januari 2027, 14:00 uur. |
| 3 | Bijlage 2, eis E3 | Geldt dit ook voor tijdelijke locaties? | Ja, voor alle locaties. De eis blijft ongewijzigd. |
| 4 | eis E1 | Tien dagen is kort. | Eis E1 komt te luiden: “Opdrachtnemer plant binnen vijftien werkdagen een kennismaking.” |
| 5 | Gunningscriterium 2 | Klopt de weging? | Nee. De weging van K2 wordt 30% in plaats van 35%. |
| 6 | Algemeen | Komt er nog iets bij? | Er wordt een eis toegevoegd: E5 Opdrachtnemer beschikt over een klachtenregeling. |
| 7 | | Is er parkeergelegenheid bij het stadskantoor? | Ja, achter het gebouw. |
"""
ASKED: Sequence[Sequence[object]] = (
    ["Bijlage 2: vragenlijst kwaliteit (fictief)"],
    [],
    ["Criterium", "Nr.", "Vraag", "Max. omvang", "Punten", "Antwoord inschrijver"],
    ["K3 Samenwerking (20 punten)", "3.1", "Hoe werkt u samen met de toegang en het wijkteam?", "max. 2 A4", 12],
    [None, "3.2", "Welke afspraken maakt u met informele partners?", "500 woorden", 8],
    ["K4 Deskundigheid", "4.1", "Hoe borgt u vaste en deskundige begeleiders?", "1 A4", 10],
)
NEEDS: Sequence[Sequence[object]] = (
    ["Nr", "Eis", "E/W", "Voldoet (ja/nee)", "Toelichting"],
    ["Uitvoering"],
    ["E1", "Opdrachtnemer plant binnen tien werkdagen na aanmelding een kennismaking.", "E"],
    ["E3", "Groepen vinden plaats op een locatie die met een rolstoel bereikbaar is.", "E"],
    ["W1", "Groepen zijn bij voorkeur ook in de avond.", "W"],
    ["Rapportage"],
    ["E4", "Opdrachtnemer levert elk kwartaal een rapportage aan.", "E"],
)
PRICES: Sequence[Sequence[object]] = (
    ["Product", "Eenheid", "Aantal per jaar", "Prijs per eenheid (excl. btw)"],
    ["Groep van acht bijeenkomsten", "groep", 12],
    ["Intakegesprek", "gesprek", 120],
    ["Totaal"],
)


def make_word(path: Path, text: str) -> Path:
    """Write a Word file: `#` before a heading, `-` before an item, `1-` before a numbered one, `|` around the cells of a row."""
    paper: Any = docx.Document()
    rows: list[list[str]] = []
    for line in [*text.strip("\n").split("\n"), ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")])
            continue
        if rows:
            _add_table(paper, rows)
            rows = []
        if line.startswith("#"):
            words = line.lstrip("#")
            paper.add_heading(words.strip(), len(line) - len(words))
        elif line.startswith("- "):
            paper.add_paragraph(line[2:], style="List Bullet")
        elif line.startswith("1- "):
            paper.add_paragraph(line[3:], style="List Number")
        elif line:
            paper.add_paragraph(line)
    paper.save(path)
    return path


def make_sheets(
    path: Path, sheets: dict[str, Sequence[Sequence[object]]], merged: dict[str, Sequence[str]] | None = None
) -> Path:
    """Write a workbook with these sheets; `merged` has the areas to merge in each."""
    book: Any = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for area in (merged or {}).get(name, ()):
            sheet.merge_cells(area)
    book.save(path)
    return path


def make_guide(folder: Path) -> Path:
    """Write a guide with chapters, an overview of criteria, details, a scale, a planning and rules of form."""
    return make_word(folder / "leidraad.docx", GUIDE)


def make_book(folder: Path) -> Path:
    """Write a workbook with a title above the header, a merged criterion, answer columns and a price sheet."""
    sheets = {"Vragen": ASKED, "Programma van eisen": NEEDS, "Prijsblad": PRICES}
    return make_sheets(folder / "bijlage-2-eisen-en-vragen.xlsx", sheets, {"Vragen": ["A1:F1", "A4:A5"]})


def make_note(folder: Path, text: str = NOTE, name: str = "nota-van-inlichtingen.docx") -> Path:
    """Write a nota van inlichtingen: questions and answers, some of which change something."""
    return make_word(folder / name, text)


def _add_table(paper: Any, rows: Sequence[Sequence[str]]) -> None:  # noqa: ANN401 - python-docx has no types
    table = paper.add_table(rows=0, cols=max(map(len, rows)))
    for row in rows:
        cells = table.add_row().cells
        for cell, text in zip(cells, row, strict=False):
            cell.text = text
