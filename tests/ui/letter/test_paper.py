"""A letter on paper from the composer: PDF, preview, bundle, version for the staff, mail, comparing and checking."""

from __future__ import annotations

import email
import email.policy
import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from orapp.domain.items import FileRef, Secrecy
from orapp.domain.letters import Letter
from orapp.domain.papers import Paper, PaperKind
from orapp.letters.differences import Change
from orapp.ui.screens.letter.head_bar import BUNDLE, CHECK, COMPARE, MAIL, PDF_FILE, PRINT, STAFF
from orapp.ui.screens.letter.paper_bundle import BundleSheet
from orapp.ui.screens.letter.paper_check import CheckSheet
from orapp.ui.screens.letter.paper_compare import CompareSheet
from orapp.ui.screens.letter.paper_mail import MailSheet
from orapp.ui.screens.letter.paper_print import PrintSheet
from orapp.ui.screens.letter.paper_staff import StaffSheet
from orapp.ui.screens.letter.screen import LetterScreen
from tests.fakes.archive import MemoryArchive
from tests.fakes.asker import AnsweringAsker
from tests.ui.conftest import DEMO_DAY, Settled
from tests.ui.letter.hands import HOUSING, focused, press, write
from tests.ui.letter.test_letter_out import hand_over_and_adopt, sheet


def opened(qtbot: QtBot, screen: LetterScreen, kind: type[QWidget], what: str, settled: Settled) -> QWidget:
    """Asks for paper from the menu, and gives the dialog that opened."""
    screen.bar.paper_acts[what].trigger()
    settled()
    found = [one for one in screen.findChildren(kind) if one.isVisible()]
    assert len(found) == 1
    qtbot.waitUntil(found[0].isActiveWindow)
    return found[0]


def pages_of(path: Path) -> list[str]:
    """The text of each page, as PDFium reads it: in a hundredth of the time that pypdf takes."""
    with pdfium.PdfDocument(path) as read:
        return [plain(page.get_textpage().get_text_bounded()) for page in read]


def plain(text: str) -> str:
    return " ".join(text.split())


def with_annex(archive: MemoryArchive, letter_id: str, *, data: bytes, name: str, secrecy: Secrecy | None = None) -> str:
    """Puts a paper with a file in the dossier, as an annex of the letter; its id."""
    digest = hashlib.sha256(data).hexdigest()
    dossier = archive.kept[HOUSING]
    paper = Paper(
        id=f"bijlage-{len(dossier.papers)}",
        number=90 + len(dossier.papers),
        title=f"Stuk {name}",
        kind=PaperKind.REPORT,
        dated_on=date(2025, 10, 1),
        secrecy=secrecy,
        file=FileRef(sha256=digest, name=name, size=len(data)),
    )
    archive.files[digest] = data
    letters = tuple(replace(one, annex_ids=(*one.annex_ids, paper.id)) if one.id == letter_id else one for one in dossier.letters)
    archive.kept[HOUSING] = replace(dossier, papers=(*dossier.papers, paper), letters=letters)
    return paper.id


def reopened(screen: LetterScreen, letter_id: str, settled: Settled) -> None:
    screen.open(HOUSING, "", "", letter_id)
    settled()


def test_without_an_office_program_a_pdf_is_our_own_and_says_so(
    asker: AnsweringAsker, screen: LetterScreen, settled: Settled, tmp_path: Path
) -> None:
    asker.path = tmp_path / "brief.pdf"
    screen.bar.paper_acts[PDF_FILE].trigger()
    settled()
    read = PdfReader(asker.path)
    assert "eigen weergave" in str(read.metadata.creator if read.metadata else "")
    assert b"pdfaid:part" in asker.path.read_bytes()
    first = pages_of(asker.path)[0]
    assert "CONCEPT" in first
    assert "Eigen weergave van orapp" in first
    assert f"Pagina 1 van {len(read.pages)}" in first
    assert "eigen weergave" in screen.notice.text()
    assert "geen LibreOffice gevonden" in screen.notice.text()


def test_a_pdf_that_cannot_be_written_says_so(
    asker: AnsweringAsker, screen: LetterScreen, settled: Settled, tmp_path: Path
) -> None:
    (tmp_path / "bezet").write_text("geen map")
    asker.path = tmp_path / "bezet" / "brief.pdf"
    screen.bar.paper_acts[PDF_FILE].trigger()
    settled()
    assert "kan niet worden geschreven" in screen.notice.text()


def test_the_print_preview_shows_and_prints_the_pages(
    qtbot: QtBot, screen: LetterScreen, settled: Settled, tmp_path: Path
) -> None:
    preview = opened(qtbot, screen, PrintSheet, PRINT, settled)
    assert isinstance(preview, PrintSheet)
    assert preview.pages.pages() == preview.painted.count > 3
    assert focused() is preview.pages
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "papier.pdf"))
    printer.setFullPage(True)
    printer.setFromTo(2, 3)
    preview.bring(printer)
    printed = pages_of(tmp_path / "papier.pdf")
    assert len(printed) == 2
    assert f"Pagina 2 van {preview.painted.count}" in printed[0]


def test_annexes_are_bound_and_what_is_secret_asks_first(
    qtbot: QtBot,
    asker: AnsweringAsker,
    screen: LetterScreen,
    settled: Settled,
    concept: str,
    archive: MemoryArchive,
    tmp_path: Path,
) -> None:
    asker.path = tmp_path / "brief.pdf"
    screen.bar.paper_acts[PDF_FILE].trigger()
    settled()
    letter = asker.path.read_bytes()
    secret = Secrecy(imposed_by="de bestuurder", scope="de cijfers")
    with_annex(archive, concept, data=letter, name="rapport.pdf")
    with_annex(archive, concept, data=b"%PDF-1.4 rommel", name="kapot.pdf")
    with_annex(archive, concept, data=b"a;b", name="cijfers.csv")
    closed = with_annex(archive, concept, data=letter, name="geheim.pdf", secrecy=secret)
    reopened(screen, concept, settled)
    bundle = opened(qtbot, screen, BundleSheet, BUNDLE, settled)
    assert isinstance(bundle, BundleSheet)
    asker.path = tmp_path / "bundel.pdf"
    bundle.perform()
    settled()
    assert "geheimhouding" in bundle.notice.text()
    assert not asker.path.exists()
    tick = bundle.findChild(QCheckBox, f"mag-mee-{closed}")
    assert tick is not None
    tick.setChecked(True)
    bundle.perform()
    settled()
    read = PdfReader(asker.path)
    texts = pages_of(asker.path)
    count = len(PdfReader(tmp_path / "brief.pdf").pages)
    assert len(texts) == 1 + count + 1 + count
    assert all(f"pagina {number} van {len(texts)}" in text for number, text in enumerate(texts, start=1))
    assert "los meegestuurd" in texts[0]
    assert "beschadigd" in texts[1 + count]
    assert [str(item.title) for item in read.outline if not isinstance(item, list)] == [
        "Bijlagenlijst",
        "Bijlage 1 – Stuk rapport.pdf",
        "Bijlage 2 – Stuk kapot.pdf",
        "Bijlage 4 – Stuk geheim.pdf",
    ]
    assert [line.first_page for line in bundle.lines.rows] == [2, 2 + count, 0, 3 + count]
    assert "2 bijlagen" in bundle.notice.text()


def test_the_version_for_the_staff_is_ticked_by_keys_and_names_nobody(
    qtbot: QtBot, asker: AnsweringAsker, screen: LetterScreen, settled: Settled, tmp_path: Path
) -> None:
    staff = opened(qtbot, screen, StaffSheet, STAFF, settled)
    assert isinstance(staff, StaffSheet)
    qtbot.waitUntil(staff.isActiveWindow)
    text = screen.preview.text()
    assert "B. Taxus" in text
    assert "B. Taxus" in staff.masks
    staff.more.setFocus()
    write("Het Kwadrant")
    asker.path = tmp_path / "achterban.docx"
    press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    settled()
    assert asker.path.exists()
    asker.path = tmp_path / "achterban.pdf"
    staff.pdf_button.click()
    settled()
    pages = pages_of(asker.path)
    assert all("ACHTERBANVERSIE" in page for page in pages)
    whole = "\n".join(pages)
    assert "Taxus" not in whole
    assert "@" not in whole
    assert "Het Kwadrant" not in whole
    assert "[gemeentesecretaris]" in whole
    assert "Lees haar na" in staff.notice.text()


def test_a_mail_is_made_ready_and_nothing_counts_as_sent(
    qtbot: QtBot,
    asker: AnsweringAsker,
    screen: LetterScreen,
    settled: Settled,
    tmp_path: Path,
    opened_files: list[Path],
    kept: Callable[[], Letter],
) -> None:
    mail = opened(qtbot, screen, MailSheet, MAIL, settled)
    assert isinstance(mail, MailSheet)
    assert focused() is mail.to
    mail.to.selectAll()
    write("geen adres")
    asker.path = tmp_path / "mail.eml"
    press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    settled()
    refused = mail.findChild(QLabel, "to-refused")
    assert refused is not None
    assert "geen e-mailadres" in refused.text()
    assert not opened_files
    mail.to.setText("B. Taxus <b.taxus@eikenrode.example>, or@eikenrode.example")
    press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    settled()
    message = email.message_from_bytes(asker.path.read_bytes(), policy=email.policy.default)
    assert message["X-Unsent"] == "1"
    assert [one.addr_spec for one in message["To"].addresses] == ["b.taxus@eikenrode.example", "or@eikenrode.example"]
    assert [part.get_filename() for part in message.iter_attachments()] == [mail.subject.text() and next(iter(names(message)))]
    assert opened_files == [asker.path]
    assert kept().sent_on is None
    assert mail.sent_button.isHidden()


def names(message: email.message.Message) -> list[str]:
    return [str(part.get_filename()) for part in message.walk() if part.get_filename()]


def sent(qtbot: QtBot, screen: LetterScreen, settled: Settled, kept: Callable[[], Letter]) -> None:
    """All acts up to sending; what was adopted is kept as PDF as well."""
    hand_over_and_adopt(qtbot, screen, settled)
    assert kept().versions[-1].pdf is not None
    assert len(kept().fingerprint) == 64
    screen.bar.act_button.click()
    sheet(screen, "ondertekenen").do_button.click()
    settled()
    screen.bar.act_button.click()
    settled()
    sheet(screen, "verzenden").do_button.click()
    settled()
    assert [version.pdf is not None for version in kept().versions] == [False, True, True]


def test_after_sending_a_letter_arrives_is_answered_and_put_away(
    qtbot: QtBot, screen: LetterScreen, settled: Settled, kept: Callable[[], Letter], archive: MemoryArchive
) -> None:
    sent(qtbot, screen, settled, kept)
    answer = Paper(id="antwoord", title="Besluit op het advies", kind=PaperKind.DECISION, received_on=DEMO_DAY)
    archive.kept[HOUSING] = replace(archive.kept[HOUSING], papers=(*archive.kept[HOUSING].papers, answer))
    reopened(screen, kept().id, settled)
    assert screen.bar.state.text() == "verzonden"

    screen.bar.act_button.click()
    arrive = sheet(screen, "ontvangst")
    qtbot.waitUntil(arrive.isActiveWindow)
    proof = arrive.findChild(QLineEdit, "proof")
    assert proof is not None
    proof.setFocus()
    write("Leesbevestiging")
    press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    settled()
    assert (kept().arrived_on, kept().arrival_proof) == (DEMO_DAY, "Leesbevestiging")
    assert screen.bar.state.text() == "ontvangen"

    screen.bar.act_button.click()
    sheet(screen, "antwoord").do_button.click()
    settled()
    assert (kept().answered_on, kept().answered_by_id) == (DEMO_DAY, "antwoord")
    assert not [one for one in archive.kept[HOUSING].agreed_dates if one.recorded_in_id == kept().paper_id and one.met_on is None]

    screen.bar.act_button.click()
    sheet(screen, "archiveren").do_button.click()
    settled()
    assert kept().archived_on == DEMO_DAY
    assert screen.bar.state.text() == "gearchiveerd"

    check = opened(qtbot, screen, CheckSheet, CHECK, settled)
    assert isinstance(check, CheckSheet)
    assert "Alles klopt" in check.notice.text()
    digest = kept().versions[1].content.sha256
    archive.files[digest] = archive.files[digest].replace(b"adviseert", b"besliste ")
    check.perform()
    settled()
    assert "Niet alles klopt" in check.notice.text()


def test_two_versions_are_held_beside_each_other(
    qtbot: QtBot, screen: LetterScreen, settled: Settled, asker: AnsweringAsker, kept: Callable[[], Letter]
) -> None:
    screen.bar.make_act.trigger()
    settled()
    screen.composition.type_text("execution", "Een heel ander aandachtspunt.", replaces=True)
    settled()
    compare = opened(qtbot, screen, CompareSheet, COMPARE, settled)
    assert isinstance(compare, CompareSheet)
    changed = [one for one in compare.differences if one.change is not Change.SAME]
    assert [one.heading for one in changed] == ["Aandachtspunten voor de uitvoering"]
    assert "[+Een heel ander aandachtspunt.+]" in compare.shown()
    assert "1 onderdeel verschilt" in compare.extent.text()
    compare.second.setCurrentIndex(0)
    settled()
    assert "dezelfde tekst" in compare.extent.text()
