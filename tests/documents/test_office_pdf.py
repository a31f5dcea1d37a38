"""What the LibreOffice of this machine makes of our letters: PDF/A for the archive, tagged, with every word, and no macros."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from orapp.documents.house_style import HouseStyle
from orapp.documents.letter_builder import build_letter
from orapp.services.paper_ports import OfficeFile
from orapp.system.office import LibreOffice
from tests.documents.sample_advice import advice


@pytest.mark.parametrize("name", ["pri vé 'é漢' %41#$&", "a;b"])
def test_a_letter_becomes_an_archival_pdf_in_a_folder_of_any_name(tmp_path: Path, style: HouseStyle, name: str) -> None:
    word = build_letter(advice(), style)
    folder = tmp_path / name
    made = LibreOffice(lambda: folder).pdfs(
        (OfficeFile(data=word, suffix=".docx"), OfficeFile(data=b"", suffix=".docx")), archival=True
    )
    letter = made[0]
    assert letter is not None
    assert letter.archival
    assert b"<pdfaid:part>2</pdfaid:part>" in letter.data
    read = PdfReader(io.BytesIO(letter.data))
    text = " ".join(page.extract_text() for page in read.pages)
    assert advice().sections[0].heading in text
    assert "/StructTreeRoot" in read.root_object
    assert read.outline
    assert list(folder.iterdir()) == []
