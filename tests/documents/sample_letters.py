"""What sample letters share, and the shortest of them: an acknowledgement."""

from __future__ import annotations

import struct
import zlib
from datetime import date

from orapp.letters.content import (
    BulletList,
    LetterContent,
    LetterStatus,
    Paragraph,
    Run,
    Section,
    Sender,
    Signature,
    Table,
)

EIKENRODE = Sender(
    name="Ondernemingsraad",
    organisation="Gemeente Eikenrode",
    lines=("Raadhuisplein 1", "Postbus 100, 1234 ZZ Eikenrode", "or@eikenrode.example", "intranet: Ondernemingsraad"),
)
DIRECTOR = (
    "Gemeente Eikenrode",
    "Aan de bestuurder in de zin van de WOR",
    "de gemeentesecretaris/algemeen directeur",
    "Postbus 100",
    "1234 ZZ Eikenrode",
)
SIGNATURES = (
    Signature(name="M. de Voorbeeld", role="voorzitter"),
    Signature(name="S. van Elders", role="secretaris (OR-lid)"),
)


def png(width: int = 240, height: int = 80) -> bytes:
    """A plain picture in one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\x00" + b"\x1f\x3a\x5f" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def text(words: str) -> tuple[Run, ...]:
    """One stretch of plain text."""
    return (Run(text=words),)


def said(key: str, words: str, *, numbered: bool = True) -> Paragraph:
    """A plain paragraph."""
    return Paragraph(key=key, runs=text(words), numbered=numbered)


def acknowledgement(status: LetterStatus = LetterStatus.CONCEPT) -> LetterContent:
    """The acknowledgement of 18 September 2025: short, without headings."""
    checks = Table(
        key="volledigheid",
        header=("Onderdeel (art. 25 lid 3)", "Gevonden", "Opmerking"),
        rows=(
            ("Beweegredenen", "blz. 4-7", ""),
            ("Gevolgen voor het personeel", "blz. 11-16", "De piekbezetting per weekdag ontbreekt."),
            ("Voorgenomen maatregelen", "blz. 17-19", "Over geluid en concentratie staat nog niets."),
        ),
        widths=(4, 2, 5),
        summary="Eerste toets op volledigheid van de adviesaanvraag",
    )
    blocks = (
        said(
            "ontvangst",
            "Op 11 september 2025 ontvingen wij uw adviesaanvraag ‘Huisvesting Het Kwadrant’, versie 1.0, met zes bijlagen.",
            numbered=False,
        ),
        said(
            "kwalificatie",
            "Wij behandelen deze als een adviesaanvraag op grond van artikel 25 lid 1 onder f en h van de Wet op de "
            "ondernemingsraden (WOR).",
            numbered=False,
        ),
        said("toets", "Onze eerste toets op volledigheid geeft het volgende beeld.", numbered=False),
        checks,
        said("route", "Wij stellen voor de aanvraag als volgt te behandelen:", numbered=False),
        BulletList(
            key="stappen",
            items=(
                text("schriftelijke vragen uiterlijk op 25 september 2025;"),
                text("raadpleging van de achterban van 6 tot en met 17 oktober 2025;"),
                text("bespreking in de overlegvergadering van 30 oktober 2025;"),
                text("advies op 20 november 2025."),
            ),
        ),
        said(
            "voorbehoud",
            "Met deze bevestiging geven wij geen oordeel over de volledigheid van de aanvraag of over het voorgenomen besluit. "
            "Wij verzoeken u het besluit niet uit te voeren voordat de adviesprocedure is afgerond.",
            numbered=False,
        ),
    )
    return LetterContent(
        kind="acknowledgement",
        title="Ontvangstbevestiging adviesaanvraag Huisvesting Het Kwadrant",
        status=status,
        sender=EIKENRODE,
        addressee=DIRECTOR,
        reference_lines=(("Datum", "18 september 2025"), ("Ons kenmerk", "2025-014-05"), ("Uw kenmerk", "HV/2025/118")),
        subject="ontvangst van uw adviesaanvraag over de huisvesting in Het Kwadrant (artikel 25 lid 1 onder f en h WOR)",
        salutation="Geachte bestuurder,",
        sections=(Section(key="brief", blocks=blocks),),
        closing="Met vriendelijke groet,\nnamens de ondernemingsraad van de gemeente Eikenrode",
        signatures=SIGNATURES[1:],
        dated=date(2025, 9, 18),
        place="Eikenrode",
        copies=("het dossierteam Huisvesting",),
        numbered=False,
        reference="2025-014-05",
    )
