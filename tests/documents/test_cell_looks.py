"""Bold and italic words in the cells of a table: typed, set in Word, read back from LibreOffice, and left out with a secret."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtWidgets import QApplication

from orapp.documents.house_style import HouseStyle
from orapp.documents.letter_builder import build_letter
from orapp.documents.namespaces import w
from orapp.documents.read_back import WordReturns
from orapp.letters.cell_looks import cell_runs, kept_looks, rows_of
from orapp.letters.content import CellLook, LetterContent, Run, Section, Table
from orapp.letters.reading_back import ChangeKind, compare
from orapp.letters.typed_text import text_from
from orapp.ui.kit.letter_document import LetterSheet
from tests.documents.conftest import Checker
from tests.documents.sample_letters import acknowledgement, said
from tests.documents.test_rendered import convert
from tests.documents.word_edits import EditedWord
from tests.unit.letters.test_typed_text import blocks

TYPED = "| *Wat* | **Nu** |\n| **Bureaus** en *zalen* | 156 |\n| a\\|**b** | gewoon |"


def table() -> Table:
    (made,) = blocks(TYPED)
    assert isinstance(made, Table)
    return replace(made, key="tabel")


def with_table() -> LetterContent:
    made = acknowledgement()
    return replace(made, sections=(*made.sections, Section(key="t", heading="Tabel", blocks=(said("voor", "Zie:"), table()))))


def differing(left: bytes, came: bytes) -> list[str]:
    reader, content = WordReturns(), with_table()
    kept = reader.around(left, content)
    found = compare(content, kept, reader.read(came, content, kept.aliases), content)
    return [one.key for one in found.changes if one.kind is not ChangeKind.UNCHANGED]


def read(data: bytes) -> Table:
    section = next(one for one in WordReturns().read(data, with_table(), {}).sections if one.key == "t")
    return next(block for block in section.blocks if isinstance(block, Table))


def test_cells_keep_plain_texts_and_their_looks_beside_them() -> None:
    made = table()
    assert made.header == ("Wat", "Nu")
    assert made.rows == (("Bureaus en zalen", "156"), ("a|b", "gewoon"))
    assert cell_runs(made, 0, 0) == (Run(text="Wat", italic=True),)
    assert cell_runs(made, 0, 1) == (Run(text="Nu"),), "a head is bold by itself"
    assert cell_runs(made, 1, 0) == (Run(text="Bureaus", bold=True), Run(text=" en "), Run(text="zalen", italic=True))
    assert text_from([made]) == TYPED.replace("**Nu**", "Nu")


def test_word_and_libreoffice_give_them_back(
    style: HouseStyle, tmp_path: Path, schema_findings: Checker, office_findings: Checker
) -> None:
    left = build_letter(with_table(), style)
    path = tmp_path / "brief.docx"
    path.write_bytes(left)
    assert not schema_findings(path)
    assert not office_findings(path)
    assert rows_of(read(left)) == rows_of(table())
    assert not differing(left, left)
    convert(tmp_path, "odt", tmp_path / "odt", [str(path)])
    convert(tmp_path, "docx:MS Word 2007 XML", tmp_path / "back", [str(tmp_path / "odt" / "brief.odt")])
    came = (tmp_path / "back" / "brief.docx").read_bytes()
    assert rows_of(read(came)) == rows_of(table())
    assert not differing(left, came)


def test_a_cell_that_was_made_bold_in_word_is_a_change(style: HouseStyle) -> None:
    left = build_letter(with_table(), style)
    word = EditedWord(left)
    cell = next(one for one in word.root.iter(w("t")) if one.text == "gewoon").getparent()
    assert cell is not None
    cell.insert(0, cell.makeelement(w("rPr")))
    cell[0].append(cell.makeelement(w("b")))
    came = word.saved()
    assert cell_runs(read(came), 2, 1) == (Run(text="gewoon", bold=True),)
    assert differing(left, came) == ["t"]


def test_a_cell_that_says_something_else_loses_its_looks() -> None:
    made = table()
    masked = kept_looks(made, made.header, (("weggelaten", "156"), made.rows[1]))
    assert [look.row for look in masked.looks] == [0, 2]
    wrong = replace(made, looks=(CellLook(row=1, column=1, start=0, end=99, bold=True),))
    assert cell_runs(wrong, 1, 1) == (Run(text="156"),)


def test_the_preview_shows_them(qapp: QApplication) -> None:
    holder = QObject(qapp)
    sheet = LetterSheet(with_table(), holder)
    found: dict[str, tuple[bool, bool]] = {}
    for text in (sheet.document, *sheet.document.findChildren(QTextDocument)):
        block = text.begin()
        while block.isValid():
            iterator = block.begin()
            while not iterator.atEnd():
                form = iterator.fragment().charFormat()
                found[iterator.fragment().text()] = (form.fontWeight() == QFont.Weight.Bold, form.fontItalic())
                iterator += 1
            block = block.next()
    assert found["Bureaus"] == (True, False)
    assert found["zalen"] == (False, True)
    assert found["Wat"] == (True, True)
    assert found["gewoon"] == (False, False)
    holder.deleteLater()
