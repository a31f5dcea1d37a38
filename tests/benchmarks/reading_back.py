"""(r) Reading back a letter of 20 pages, against unpacking and parsing the same XML."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from lxml import etree

from orapp.app.wiring import Program
from orapp.documents.read_back import WordReturns
from orapp.letters.content import (
    Block,
    CodedItem,
    CodedList,
    LetterContent,
    LetterStatus,
    Operative,
    Paragraph,
    Run,
    Section,
    Sender,
    Signature,
    Table,
)
from orapp.letters.reading_back import compare
from tests.benchmarks.timing import in_turn, line

ROUNDS = 15
SECTIONS, PARAGRAPHS = 16, 9
SENTENCE = "De ondernemingsraad vraagt aandacht voor de gevolgen van dit onderdeel voor de medewerkers van afdeling {}. "


def report(program: Program, folder: Path) -> list[str]:
    """Two lines: reading alone, and everything from two files to what changed."""
    left = long_letter()
    words = Paragraph(key="nieuw", runs=(Run(text="Deze alinea is in Word getypt."),))
    edited = tuple(
        replace(section, blocks=(*section.blocks, words)) if number % 3 == 0 else section
        for number, section in enumerate(left.sections)
    )
    kept_file, came = program.letter_writer.write(left), program.letter_writer.write(replace(left, sections=edited))
    (folder / "twintig.docx").write_bytes(came)
    reader = WordReturns()

    def parse() -> etree._Element:
        with zipfile.ZipFile(io.BytesIO(came)) as package:
            return etree.fromstring(package.read("word/document.xml"))

    def whole() -> object:
        reader.mark(came)
        kept = reader.around(kept_file, left)
        return compare(left, kept, reader.read(came, left, kept.aliases), left)

    times = in_turn({"parse": parse, "read": lambda: reader.read(came, left), "whole": whole}, ROUNDS)
    size = f"{sum(len(text) for _, text in left.texts()) // 1000}k signs"
    return [
        line(
            "(r) letter of 20 pages: reading back / parsing its XML",
            times["read"] / times["parse"],
            "zip and lxml alone",
            "reported",
            f"{times['read'] * 1000:.1f} ms against {times['parse'] * 1000:.1f} ms, {size}",
        ),
        line(
            "(r) the same, both files read and compared word by word",
            times["whole"] / times["parse"],
            "zip and lxml alone",
            "reported",
            f"{times['whole'] * 1000:.1f} ms",
        ),
    ]


def long_letter() -> LetterContent:
    """A numbered letter of twenty pages in the house style: headings, paragraphs, items with codes, a table."""
    sections = tuple(_section(number) for number in range(1, SECTIONS + 1))
    return LetterContent(
        kind="A9",
        title="Advies van twintig bladzijden",
        status=LetterStatus.CONCEPT,
        sender=Sender(name="Ondernemingsraad", organisation="Gemeente Eikenrode", lines=("Raadhuisplein 1",)),
        addressee=("Gemeente Eikenrode", "Aan de bestuurder"),
        reference_lines=(("Ons kenmerk", "2026-1"),),
        subject="advies over een groot besluit",
        salutation="Geachte bestuurder,",
        sections=sections,
        closing="Hoogachtend,\nnamens de ondernemingsraad",
        signatures=(Signature(name="M. de Voorbeeld", role="voorzitter"),),
        dated=date(2026, 11, 21),
    )


def _section(number: int) -> Section:
    paragraphs = tuple(
        Paragraph(
            key=f"a{place}",
            runs=(
                Run(text=SENTENCE.format(f"{number}.{place}") * 2),
                Run(text="Dit weegt zwaar. ", bold=True),
                Run(text=SENTENCE.format(place)),
            ),
            numbered=True,
        )
        for place in range(1, PARAGRAPHS + 1)
    )
    items = tuple(
        CodedItem(
            key=f"v{number}-{place}",
            code=f"V{number * 10 + place}",
            runs=(Run(text=SENTENCE.format(place)),),
            details=(("Wie", "de bestuurder"), ("Wanneer", "vóór de verhuizing")),
        )
        for place in range(1, 4)
    )
    table = Table(
        key="t",
        header=("Onderdeel", "Norm", "Gemeten"),
        rows=tuple((f"Onderdeel {row}", str(row), str(row * 2)) for row in range(1, 5)),
        widths=(4, 2, 2),
        summary="Normen en metingen",
    )
    decides = Operative(key="o", runs=(Run(text=f"De OR adviseert u om onderdeel {number} zo te besluiten."),), numbered=True)
    blocks: tuple[Block, ...] = (*paragraphs, CodedList(key="l", items=items), table, decides)
    return Section(key=f"deel{number}", heading=f"Onderdeel {number} van het besluit", blocks=blocks)
