"""What LibreOffice makes of our letters: pages, marks, repeated headers, and the way back."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from orapp.documents.house_style import HouseStyle
from orapp.documents.letter_builder import build_letter
from orapp.letters.content import BulletList, CodedItem, CodedList, LetterContent, LetterStatus, Paragraph, Section, Table
from tests.documents.sample_advice import advice
from tests.documents.sample_letters import acknowledgement, png, text
from tests.documents.test_letter_text import LONG, NASTY, letter
from tests.documents.word_reading import bookmarks

LIMIT_SECONDS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """The letters as Word files, and what LibreOffice made of them."""

    folder: Path

    def word(self, name: str) -> bytes:
        return (self.folder / f"{name}.docx").read_bytes()

    def back(self, name: str) -> bytes:
        """The letter after LibreOffice opened it and wrote it as .docx again."""
        return (self.folder / "back" / f"{name}.docx").read_bytes()

    def pages(self, name: str) -> list[str]:
        """The text of each page."""
        pdf = self.folder / f"{name}.pdf"
        assert pdf.is_file(), f"LibreOffice did not open {name}.docx"
        run = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True, timeout=LIMIT_SECONDS)
        return run.stdout.decode().split("\f")[:-1]


WORDS_TYPED = 3 * 10_000 + 2_000


def wordy_letter() -> LetterContent:
    """A letter with ten thousand words in each kind of place where a person writes at length, and many in a cell."""
    item = CodedItem(key="v1", code="V1", runs=text(LONG), details=(("Wie", "de bestuurder"),))
    blocks = (
        Paragraph(key="a", runs=text(LONG), numbered=True),
        CodedList(key="b", items=(item,)),
        BulletList(key="c", items=(text("kort"), text(LONG), text("kort"))),
        Table(
            key="d",
            header=("Kop", "Tekst"),
            rows=(("kort", "kort"), ("lang", LONG[: len(LONG) // 5])),
            widths=(1, 4),
            summary="Lange cellen",
        ),
    )
    return replace(advice(), sections=(Section(key="lang", heading="Lange teksten", blocks=blocks),))


def convert(folder: Path, kind: str, into: Path, files: list[str]) -> None:
    """Let LibreOffice convert all files in one run, in a profile of its own; it is ended, with its children, when it hangs."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(into), *files]
    office = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
    try:
        said, _ = office.communicate(timeout=LIMIT_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(office.pid, signal.SIGKILL)
        office.communicate()
        pytest.fail("LibreOffice did not end")
    assert office.returncode == 0, said.decode(errors="replace")


@pytest.fixture(scope="module")
def rendered(style: HouseStyle, tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    """All letters in two runs of LibreOffice, in a profile of their own."""
    folder = tmp_path_factory.mktemp("rendered")
    rows = tuple((f"{number:02}-10-2025", f"Gebeurtenis {number}", f"D{number}") for number in range(1, 61))
    facts = advice().sections[2]
    table = facts.blocks[1]
    assert isinstance(table, Table)
    long = replace(facts, blocks=(facts.blocks[0], replace(table, rows=rows), facts.blocks[2]))
    letters = {
        "kort": acknowledgement(),
        "concept": advice(),
        "vastgesteld": advice(LetterStatus.ADOPTED, png()),
        "tabel": replace(advice(), sections=(long,)),
        "woorden": wordy_letter(),
        **{f"lastig{number}": letter(typed) for number, typed in enumerate(NASTY)},
    }
    for name, content in letters.items():
        (folder / f"{name}.docx").write_bytes(build_letter(content, style))
    files = [str(folder / f"{name}.docx") for name in letters]
    convert(folder, "pdf", folder, files)
    convert(folder, "docx:MS Word 2007 XML", folder / "back", files[:2])
    return Rendered(folder=folder)


@pytest.mark.parametrize("name", ["kort", "concept", "tabel"])
def test_each_page_of_a_concept_says_so(rendered: Rendered, name: str) -> None:
    pages = rendered.pages(name)
    assert len(pages) > 1 or name == "kort"
    assert all("CONCEPT" in page for page in pages)


def test_an_adopted_letter_says_it_nowhere(rendered: Rendered) -> None:
    assert not any("CONCEPT" in page for page in rendered.pages("vastgesteld"))


def test_every_page_has_its_number(rendered: Rendered) -> None:
    pages = rendered.pages("concept")
    for number, page in enumerate(pages, start=1):
        assert f"Pagina {number} van {len(pages)}" in page


def test_the_letterhead_stands_on_the_first_page_and_the_short_header_on_the_others(rendered: Rendered) -> None:
    first, *others = rendered.pages("vastgesteld")
    assert "Raadhuisplein 1\n" in first
    assert not any("or@eikenrode.example" in page for page in others)
    assert all("20 november 2025 | 2025-014-11" in re.sub(" +", " ", page) for page in others)


def test_the_address_stands_line_by_line(rendered: Rendered) -> None:
    lines = [line.strip() for line in rendered.pages("vastgesteld")[0].splitlines()]
    at = lines.index("Gemeente Eikenrode", lines.index("Ondernemingsraad") + 2)
    assert lines[at + 1 : at + 5] == [
        "Aan de bestuurder in de zin van de WOR",
        "de gemeentesecretaris/algemeen directeur",
        "Postbus 100",
        "1234 ZZ Eikenrode",
    ]


def test_headings_and_paragraphs_are_numbered(rendered: Rendered) -> None:
    text = re.sub(" +", " ", "\n".join(rendered.pages("vastgesteld")))
    assert "\n1 Samenvatting\n" in text
    assert "\n16 Vervolg\n" in text
    assert "\n12.2 De OR adviseert u om besluit B2" in text
    assert "\n2.3 Over B3" in text


def test_a_table_over_several_pages_repeats_its_header(rendered: Rendered) -> None:
    pages = [page for page in rendered.pages("tabel") if "Gebeurtenis " in page]
    assert len(pages) >= 2
    assert all(re.search(r"Datum\s+Gebeurtenis\s+Stuk", page) for page in pages)


def test_closing_and_signatures_stand_on_one_page_with_words_of_the_letter(rendered: Rendered) -> None:
    for name in ("kort", "concept", "vastgesteld", "tabel"):
        page = next(page for page in rendered.pages(name) if "S. van Elders" in page)
        assert "namens de ondernemingsraad" in page
        assert "secretaris (OR-lid)" in page
        before = page.split("namens de ondernemingsraad", maxsplit=1)[0]
        assert len(before.splitlines()) > 6


def test_no_heading_ends_a_page(rendered: Rendered) -> None:
    headings = {section.heading for section in advice().sections}
    for name in ("concept", "vastgesteld", "tabel"):
        for page in rendered.pages(name):
            lines = [line.strip() for line in page.splitlines() if line.strip()]
            last = re.sub(r"^\d+\s+", "", lines[-2])
            assert last not in headings


@pytest.mark.parametrize("number", range(len(NASTY)))
def test_any_text_opens_in_libreoffice(rendered: Rendered, number: int) -> None:
    assert rendered.pages(f"lastig{number}")


@pytest.mark.parametrize("name", ["kort", "concept"])
def test_bookmarks_come_back_one_to_one_with_their_text(rendered: Rendered, name: str) -> None:
    assert bookmarks(rendered.back(name)) == bookmarks(rendered.word(name))


def test_ten_thousand_words_in_any_place_are_all_on_paper(rendered: Rendered) -> None:
    words = sum(page.count("woord") for page in rendered.pages("woorden"))
    assert words >= WORDS_TYPED
