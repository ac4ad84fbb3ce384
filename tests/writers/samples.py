"""Documents to write: a pitch of several pages with every kind of block, and a one-pager."""

from __future__ import annotations

import struct
import zlib

from pitchkit.document import (
    Box,
    Checklist,
    Document,
    Emphasis,
    EntryMark,
    Figure,
    Heading,
    Inline,
    LineBreak,
    Link,
    ListBlock,
    Note,
    NoteMark,
    OpenField,
    Paragraph,
    Picture,
    Quote,
    Strong,
    Table,
    Text,
    Words,
)

WORDS = Words(page="Pagina", of="van", see_note="zie noot", to_fill_in="nog invullen")


def png(width: int, height: int, dots_per_metre: int = 3780) -> bytes:
    """Return a PNG picture: three bars of a chart on white."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    rows = bytearray()
    for y in range(height):
        rows.append(0)
        for x in range(width):
            bar, within = divmod(x * 3, width)
            filled = width * 0.4 < within < width * 2.6 and y > height * (0.2 + 0.25 * bar)
            rows += b"\x15\x42\x73" if filled else b"\xff\xff\xff"
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    scale = struct.pack(">IIB", dots_per_metre, dots_per_metre, 1)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"pHYs", scale)
        + chunk(b"IDAT", zlib.compress(bytes(rows)))
        + chunk(b"IEND", b"")
    )


def t(*pieces: str | Inline) -> tuple[Inline, ...]:
    """Return inlines; a bare string is text."""
    return tuple(Text(piece) if isinstance(piece, str) else piece for piece in pieces)


def p(*pieces: str | Inline) -> Paragraph:
    """Return a paragraph."""
    return Paragraph(t(*pieces))


def document(*blocks: object, notes: tuple[Note, ...] = (), pictures: tuple[Picture, ...] = ()) -> Document:
    """Return a small document with these blocks."""
    return Document(
        title="Groepswerk in Voorbeeldstad",
        subtitle="Een voorstel",
        author="Stichting Samen",
        running_head="Groepswerk in Voorbeeldstad",
        date="2026-11-22",
        language="nl-NL",
        words=WORDS,
        blocks=blocks,  # type: ignore[arg-type]  # the tests hand over blocks
        notes=notes,
        pictures=pictures,
    )


def marked(entry: str, *pieces: str | Inline) -> tuple[Inline, ...]:
    """Return inlines that stand for a library entry."""
    return (EntryMark(entry, "start"), *t(*pieces), EntryMark(entry, "end"))


PITCH = Document(
    title="Groepswerk in Voorbeeldstad: samen verder met minder wachttijd",
    subtitle="Voorstel aan het college van burgemeester en wethouders, 22 november 2026",
    author="Stichting Samen Voorbeeldstad",
    running_head="Groepswerk in Voorbeeldstad",
    date="2026-11-22",
    language="nl-NL",
    words=WORDS,
    blocks=(
        Box(
            t("In het kort"),
            (
                p(
                    "Wij vragen de gemeente om drie groepen in 2027 te betalen. Daarmee helpen dezelfde twee maatschappelijk"
                    " werkers naar verwachting ",
                    Strong(t("36 inwoners")),
                    " in plaats van 22, voor ",
                    Strong(t("€\u00a024.300")),
                    ".",
                ),
                ListBlock(
                    False,
                    (
                        (p("De wachttijd voor schuldhulp wordt korter."),),
                        (p("Deelnemers steunen elkaar, ook als de groep voorbij is."),),
                        (p("Na een half jaar laten wij zien wat het heeft opgeleverd, en beslist de gemeente opnieuw."),),
                    ),
                ),
                p("Het besluit dat wij vragen staat op de laatste pagina."),
            ),
        ),
        Heading(1, t("Wat de gemeente ermee wint")),
        p(
            EntryMark("meer-mensen-zelfde-uren", "start"),
            "In een groep bereikt één werker meer mensen in dezelfde uren. Dat is geen bezuiniging op aandacht: een deel van het"
            " werk dat een werker anders tien keer doet, gebeurt nu één keer, met tien mensen die van elkaar leren.",
            NoteMark("bpsw"),
        ),
        p(
            "Dat sluit aan bij het beleidskader, dat drie doelen noemt:",
            EntryMark("meer-mensen-zelfde-uren", "end"),
        ),
        ListBlock(
            True,
            (
                (p("Inwoners weten eerder waar zij terechtkunnen."),),
                (
                    p("Steun uit de eigen omgeving gaat voor:"),
                    ListBlock(
                        True,
                        (
                            (p("van buren en familie,"),),
                            (p("van mensen die hetzelfde meemaken, zoals "), ListBlock(True, ((p("in de groep Geldzaken;"),),))),
                        ),
                    ),
                ),
                (
                    p("Zwaardere hulp blijft beschikbaar."),
                    p("Dat vraagt om een warme overdracht tussen de groep en de wijkteams."),
                ),
            ),
        ),
        Heading(2, t("De aanpak in stappen")),
        ListBlock(
            True,
            (
                (p("Werving via de wijkteams en de huisarts."),),
                (p("Een kennismakingsgesprek met iedere deelnemer."),),
                (p("Acht bijeenkomsten van twee uur."),),
            ),
        ),
        Table(
            t("Wat een groep kost in 2027"),
            (t("Post"), t("Toelichting"), t("Uren"), t("Bedrag")),
            (
                (
                    t("Voorbereiding en werving"),
                    t("Gesprekken met verwijzers, flyer, kennismaking"),
                    t("24"),
                    t("€\u00a01.968,00"),
                ),
                (
                    t("Bijeenkomsten"),
                    t("Acht keer twee uur, twee begeleiders, met voor- en nazorg"),
                    t("56"),
                    t("€\u00a04.592,00"),
                ),
                (t("Ruimte en materiaal"), (), (), t("€\u00a0640,00")),
                (t("Terugblik en verslag"), t("Meting na zes maanden"), t("11"), t("€\u00a0900,00")),
                (t("Samen"), (), t("91"), t("€\u00a08.100,00")),
            ),
            ("left", "left", "right", "right"),
        ),
        p(
            "De bedragen zijn gerekend met het uurtarief van ",
            OpenField("costs.hourly", "uurtarief"),
            " en het prijspeil van 2027. Zie ook de ",
            Link("https://www.divosa.nl/werkwijzer?a=1&b=2", t("werkwijzer van ", Emphasis(t("Divosa")))),
            ".",
            NoteMark("divosa"),
        ),
        Heading(1, t("Wat deelnemers merken")),
        Quote(
            (
                p("Ik dacht dat ik de enige was. Nu bel ik eerst iemand uit de groep, en dan pas het loket."),
                p("Deelnemer van de groep Geldzaken, 2025"),
            )
        ),
        p(
            "Wie een groep volgt, krijgt in de praktijk vaker weer overzicht. Zeker is dat niet; zie de bronnen.",
            NoteMark("bpsw"),
        ),
        Figure("wachttijd.png", "Staafdiagram: de wachttijd daalt van 14 naar 9 weken.", t("Wachttijd in weken, 2024 tot 2026")),
        Heading(2, t("Voor wie een groep niet past")),
        p("Een groep past niet bij iedereen. Wij bieden individuele hulp aan wie:"),
        ListBlock(
            False,
            (
                (p("in een crisis zit, of zich in een groep niet veilig voelt;"),),
                (p("te weinig Nederlands spreekt om mee te praten, tenzij de groep daarvoor is opgezet;"),),
                (
                    p("nu vooral praktische hulp nodig heeft:"),
                    ListBlock(
                        False,
                        (
                            (p("bij formulieren,"),),
                            (p("bij een dreigende afsluiting:"), ListBlock(False, ((p("van energie of water."),),))),
                        ),
                    ),
                ),
            ),
        ),
        Heading(1, t("Waar wij rekening mee houden")),
        Table(
            (),
            (t("Doel van de gemeente"), t("Wat een groep daaraan toevoegt"), t("Hoe wij dat laten zien")),
            (
                (
                    t("Inwoners met schulden vroeg bereiken"),
                    t("De drempel is lager: er is koffie, er zijn anderen, en niemand hoeft meteen alles te vertellen."),
                    t("Aanmeldingen per maand"),
                ),
                (
                    t("Minder beroep op zware zorg"),
                    t("Mogelijk stellen deelnemers een zwaardere vraag uit doordat zij elkaar steunen.", NoteMark("divosa")),
                    t("Vragenlijst bij begin, einde en na een half jaar"),
                ),
            ),
            ("left", "left", "left"),
        ),
        p("Tabellen zonder titel krijgen ook lucht."),
        Heading(2, t("Afspraken")),
        Heading(3, t("Privacy")),
        p(
            "Wat in de groep wordt verteld, blijft in de groep. Deelnemers tekenen daarvoor bij de start.",
            LineBreak(),
            "Dat geldt ook voor begeleiders.",
        ),
        Heading(1, t("Wat wij u vragen")),
        p("Neem een besluit over deze drie punten:"),
        Checklist(
            (
                (p("drie groepen in 2027, voor samen € 24.300;"),),
                (p("een vaste contactpersoon bij de afdeling Samenleving;"),),
                (p("een gesprek over de uitkomsten in november 2027."), p("Wij plannen dat gesprek nu al.")),
            )
        ),
        p(
            "Vragen? Bel of mail ",
            OpenField("organisation.contact", "naam contactpersoon"),
            ", telefoon 030\u00a0123\u00a045\u00a067, ",
            Link("mailto:samen@voorbeeldstad.nl", t("samen@voorbeeldstad.nl")),
            ".",
        ),
    ),
    notes=(
        Note(
            "bpsw",
            t(
                "Werkgroep Groepsmaatschappelijk Werk, ",
                Emphasis(t("Groepswerk op de kaart zetten")),
                ", BPSW, z.j., paragraaf 1.",
            ),
        ),
        Note(
            "divosa",
            t(
                "Divosa, ",
                Link("https://www.divosa.nl/werkwijzer-groepsgewijs-werken", t("Werkwijzer Groepsgewijs werken")),
                ", herziene uitgave.",
            ),
        ),
    ),
    pictures=(Picture("wachttijd.png", png(480, 200)),),
)

_SENTENCE = (
    "In een groep helpt een maatschappelijk werker meer mensen in dezelfde uren, en leren deelnemers van elkaar wat geen werker"
    " hun kan leren. "
)

ONE_PAGER = Document(
    title="Groepswerk: meer mensen, dezelfde uren",
    subtitle="Voor de wethouder van Voorbeeldstad",
    author="Stichting Samen Voorbeeldstad",
    running_head="",
    date="2026-11-22",
    language="nl-NL",
    words=WORDS,
    blocks=(
        Box(
            t("Wat wij vragen"),
            (p("Betaal in 2027 drie groepen voor inwoners met geldzorgen: 36 mensen, € 24.300. Wij meten wat het oplevert."),),
        ),
        Heading(1, t("Waarom nu")),
        p(_SENTENCE * 3, NoteMark("bpsw")),
        Heading(1, t("Wat het oplevert")),
        p(_SENTENCE * 2),
        ListBlock(False, tuple((p(_SENTENCE.strip()),) for _ in range(4))),
        Heading(1, t("Wat het kost")),
        Table(
            t("Kosten per groep, prijspeil 2027"),
            (t("Post"), t("Uren"), t("Bedrag")),
            (
                (t("Voorbereiding"), t("24"), t("€\u00a01.968,00")),
                (t("Bijeenkomsten"), t("56"), t("€\u00a04.592,00")),
                (t("Ruimte, materiaal en verslag"), t("11"), t("€\u00a01.540,00")),
            ),
            ("left", "right", "right"),
        ),
        Heading(1, t("Voor wie niet")),
        p(_SENTENCE),
        p("Bel Sanne de Vries, 030\u00a0123\u00a045\u00a067, of mail ", Link("mailto:s@samen.nl", t("s@samen.nl")), "."),
    ),
    notes=(Note("bpsw", t("BPSW, ", Emphasis(t("Groepswerk op de kaart zetten")), ", z.j.")),),
)
