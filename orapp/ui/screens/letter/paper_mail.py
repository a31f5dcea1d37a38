"""A mail draft with the letter and its annexes: written as a file and opened in the user's own mail program."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from orapp.services.failures import Refusal
from orapp.services.paper_ports import PDF, MailDraft, MailFile
from orapp.services.papers_out import WORD, proposed_mail
from orapp.ui.kit.cards import button
from orapp.ui.kit.forms import Form
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.paper_process import OwnPages
from orapp.ui.screens.letter.paper_ground import PaperGround, SecretAnnexes
from orapp.ui.screens.letter.paper_sheet import PaperSheet, write_file

if TYPE_CHECKING:
    from orapp.services.failures import Failure
    from orapp.services.papers_out import Gathered
    from orapp.ui.kit.tasks import Progress
    from orapp.ui.kit.workplace import Workplace

NAMED = re.compile(r"^\s*(?P<name>[^<>]*?)\s*<(?P<mail>[^<>]+)>\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What goes along with the mail."""

    pdf: bool
    word: bool
    annexes: bool


class MailSheet(PaperSheet):
    """`sending_asked` is emitted when the sending is to be recorded afterwards: the program itself sends nothing."""

    sending_asked = Signal()

    def __init__(self, parent: QWidget, place: Workplace, of: PaperGround) -> None:
        super().__init__(parent, place, self.tr("Mail klaarzetten"), "mail-klaarzetten")
        self._of = of
        words = self.tr(
            "Het programma verstuurt niets. De mail komt als bestand in uw map en opent in uw eigen mailprogramma; daar kijkt u "
            "haar na en verstuurt u haar."
        )
        self.room.addWidget(text_label(words, wrap=True))
        if of.draft.content.status.value == "concept":
            warning = self.tr("Deze brief is nog een concept: op elke bladzijde staat CONCEPT.")
            self.room.addWidget(text_label(warning, "strong", wrap=True, tone=Tone.ATTENTION))
        proposed = proposed_mail(of.draft, of.ground.council, of.letter.addressee_id, of.dossier)
        form = self.form = Form(place.look, label_pixels=120)
        self.to = form.line("to", self.tr("&Aan"), self.tr("Adressen met komma's ertussen."))
        self.to.setText(_shown(proposed.to))
        self.cc = form.line("cc", self.tr("&Kopie"))
        self.cc.setText(_shown(proposed.cc))
        self.subject = form.line("subject", self.tr("&Onderwerp"))
        self.subject.setText(proposed.subject)
        self.subject.setCursorPosition(0)
        self.text = form.add("text", self.tr("&Tekst"), QPlainTextEdit(proposed.body))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(place.look.px(150))
        self.with_pdf = form.check("with_pdf", self.tr("de brief als &PDF"))
        self.with_pdf.setChecked(True)
        self.with_word = form.check("with_word", self.tr("de brief als &Word-bestand"))
        self.with_annexes = form.check("with_annexes", self.tr("de &bijlagen, gebundeld"))
        self.with_annexes.setChecked(bool(of.letter.annex_ids))
        self.with_annexes.setEnabled(bool(of.letter.annex_ids))
        self.room.addWidget(form)
        self._secret = SecretAnnexes(place.look, of)
        self.room.addWidget(self._secret)
        self.room.addStretch(1)
        self.sent_button = button(self.tr("&Versturen vastleggen…"), "versturen-vastleggen")
        self.sent_button.setVisible(False)
        self.sent_button.clicked.connect(self._record)
        self.acts.addWidget(self.sent_button)
        self.add_act(self.tr("&Mail openen…"), "mail-openen")
        self.take_size(720, 700)
        self.to.setFocus()

    def perform(self) -> None:
        """Asks for a name, writes the file and opens it."""
        self.form.clear_all()
        name = f"{Path(self._of.draft.file_name).stem}.eml"
        title = self.tr("Waar komt de mail?")
        self._place.asker.name_file(self, title, self._of.folder / name, self.tr("Mail (*.eml)"), self._make)

    def _make(self, path: Path) -> None:
        self.do_button.setEnabled(False)
        wanted = Wanted(pdf=self.with_pdf.isChecked(), word=self.with_word.isChecked(), annexes=self.with_annexes.isChecked())
        bare = MailDraft(
            subject=self.subject.text(),
            body=self.text.toPlainText(),
            to=_people(self.to.text()),
            cc=_people(self.cc.text()),
        )
        of, allowed = self._of, self._secret.allowed()
        self.tell(self.tr("De mail wordt klaargezet…"))
        self._place.tasks.read(
            self,
            "mail",
            lambda: of.papers.gather(of.dossier, of.letter, annexes=wanted.annexes, allowed=allowed),
            lambda found: self._write(path, bare, wanted, found),
            self.fail,
        )

    def _write(self, path: Path, bare: MailDraft, wanted: Wanted, gathered: Gathered) -> None:
        open_file, of, pages = self._place.open_file, self._of, OwnPages(self._place.look, self._of.look)

        def work(progress: Progress) -> None:
            files = _files(of, gathered, pages, wanted, progress)
            write_file(self._place, path, of.papers.mail_file(replace(bare, files=files)))
            open_file(path)

        self._place.tasks.work(self, work, lambda _none: self._made(path), self.fail)

    def _made(self, path: Path) -> None:
        self.do_button.setEnabled(True)
        self.sent_button.setVisible(self._of.letter.signed_on is not None and self._of.letter.sent_on is None)
        words = self.tr("De mail staat in {path} en is geopend. Er is niets verstuurd en niets als verzonden vastgelegd.")
        self.tell(words.format(path=path), Tone.GOOD)

    def _record(self) -> None:
        self.accept()
        self.sending_asked.emit()

    def fail(self, failure: Failure) -> None:
        """Says what stood in the way, beside the field where that is known."""
        place = str(failure.fields.get("place", "")) if isinstance(failure, Refusal) else ""
        if place and self.form.refuse(place, self._place.said(failure)):
            self.do_button.setEnabled(True)
            self.tell("")
            return
        super().fail(failure)


def _files(of: PaperGround, gathered: Gathered, pages: OwnPages, wanted: Wanted, progress: Progress) -> tuple[MailFile, ...]:
    """The files that go along, made on a lane."""
    papers, draft = of.papers, of.draft
    stem = Path(draft.file_name).stem
    files: list[MailFile] = []
    word = papers.word(draft.content, gathered) if wanted.pdf or wanted.word else b""
    if wanted.pdf:
        data = gathered.pdf or papers.pdf(draft.content, word, pages).data
        files.append(MailFile(name=f"{stem}.pdf", media_type=PDF, data=data))
    if wanted.word:
        files.append(MailFile(name=f"{stem}.docx", media_type=WORD, data=word))
    if wanted.annexes:
        bundle = papers.bundle(draft.content, of.dossier, gathered, pages, progress.report)
        files.append(MailFile(name=bundle.file_name, media_type=PDF, data=bundle.data))
        files += papers.loose_annexes(gathered, bundle)
    return tuple(files)


def _shown(people: tuple[tuple[str, str], ...]) -> str:
    return ", ".join(f"{name} <{mail}>" if name else mail for name, mail in people)


def _people(typed: str) -> tuple[tuple[str, str], ...]:
    """Addresses as they are typed, with or without a name before them."""
    found = []
    for part in re.split(r"[,;]", typed):
        named = NAMED.match(part)
        if named is not None:
            found.append((named["name"].strip(' "'), named["mail"].strip()))
        elif part.strip():
            found.append(("", part.strip()))
    return tuple(found)
