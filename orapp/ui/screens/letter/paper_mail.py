"""A mail draft with the letter and its annexes: written as a file and opened in the user's own mail program."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from orapp.services.failures import Refusal
from orapp.services.paper_ports import PDF, MailDraft, MailFile
from orapp.services.papers_out import WORD, proposed_mail
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import button
from orapp.ui.kit.forms import Form
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.paper_process import OwnPages
from orapp.ui.screens.letter.paper_sheet import PaperSheet, shortened, write_file

if TYPE_CHECKING:
    from orapp.domain.dossier import Dossier
    from orapp.domain.letters import Letter
    from orapp.services.failures import Failure
    from orapp.services.letters import LetterDraft, LetterGround
    from orapp.services.papers_out import Gathered, PapersOut
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

    def __init__(
        self,
        parent: QWidget,
        place: Workplace,
        papers: PapersOut,
        draft: LetterDraft,
        ground: LetterGround,
        letter: Letter,
        folder: Path,
    ) -> None:
        super().__init__(parent, place, self.tr("Mail klaarzetten"), "mail-klaarzetten")
        self._papers = papers
        self._draft = draft
        self._ground = ground
        self._letter = letter
        self._folder = folder
        words = self.tr(
            "Het programma verstuurt niets. De mail komt als bestand in uw map en opent in uw eigen mailprogramma; daar kijkt u "
            "haar na en verstuurt u haar."
        )
        self.room.addWidget(text_label(words, wrap=True))
        if draft.content.status.value == "concept":
            warning = self.tr("Deze brief is nog een concept: op elke bladzijde staat CONCEPT.")
            self.room.addWidget(text_label(warning, "strong", wrap=True, tone=Tone.ATTENTION))
        proposed = proposed_mail(draft, ground.council, letter.addressee_id, ground.dossier)
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
        self.with_annexes.setChecked(bool(letter.annex_ids))
        self.with_annexes.setEnabled(bool(letter.annex_ids))
        self.room.addWidget(form)
        self._build_secret()
        self.room.addStretch(1)
        self.sent_button = button(self.tr("&Versturen vastleggen…"), "versturen-vastleggen")
        self.sent_button.setVisible(False)
        self.sent_button.clicked.connect(self._record)
        self.acts.addWidget(self.sent_button)
        self.add_act(self.tr("&Mail openen…"), "mail-openen")
        self.take_size(720, 700)
        self.to.setFocus()

    def _build_secret(self) -> None:
        self._allowed: dict[str, QCheckBox] = {}
        secret = self._papers.secret_annexes(self._ground.dossier, self._letter)
        if secret:
            words = self.tr("Op deze bijlagen rust geheimhouding (artikel 20 WOR). Vink aan wat alle ontvangers mogen kennen:")
            self.room.addWidget(text_label(words, "strong", wrap=True))
        for paper in secret:
            tick = QCheckBox(f"D{paper.number} {shortened(paper.title)}")
            a11y.name(tick, f"allowed-{paper.id}", self.tr("{title} mag mee").format(title=paper.title))
            self._allowed[paper.id] = tick
            self.room.addWidget(tick)

    def perform(self) -> None:
        """Asks for a name, writes the file and opens it."""
        self.form.clear_all()
        name = f"{Path(self._draft.file_name).stem}.eml"
        title = self.tr("Waar komt de mail?")
        self._place.asker.name_file(self, title, self._folder / name, self.tr("Mail (*.eml)"), self._make)

    def _make(self, path: Path) -> None:
        self.do_button.setEnabled(False)
        wanted = Wanted(pdf=self.with_pdf.isChecked(), word=self.with_word.isChecked(), annexes=self.with_annexes.isChecked())
        bare = MailDraft(
            subject=self.subject.text(),
            body=self.text.toPlainText(),
            to=_people(self.to.text()),
            cc=_people(self.cc.text()),
        )
        allowed = frozenset(paper_id for paper_id, tick in self._allowed.items() if tick.isChecked())
        papers, letter, dossier = self._papers, self._letter, self._ground.dossier
        self.tell(self.tr("De mail wordt klaargezet…"))
        self._place.tasks.read(
            self,
            "mail",
            lambda: papers.gather(dossier, letter, annexes=wanted.annexes, allowed=allowed),
            lambda found: self._write(path, bare, wanted, found),
            self.fail,
        )

    def _write(self, path: Path, bare: MailDraft, wanted: Wanted, gathered: Gathered) -> None:
        open_file, papers, pages = self._place.open_file, self._papers, OwnPages(self._place.look)
        draft, dossier = self._draft, self._ground.dossier

        def work(progress: Progress) -> None:
            files = _files(papers, draft, dossier, gathered, pages, wanted, progress)
            write_file(self._place, path, papers.mail_file(replace(bare, files=files)))
            open_file(path)

        self._place.tasks.work(self, work, lambda _none: self._made(path), self.fail)

    def _made(self, path: Path) -> None:
        self.do_button.setEnabled(True)
        self.sent_button.setVisible(self._letter.signed_on is not None and self._letter.sent_on is None)
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


def _files(
    papers: PapersOut,
    draft: LetterDraft,
    dossier: Dossier,
    gathered: Gathered,
    pages: OwnPages,
    wanted: Wanted,
    progress: Progress,
) -> tuple[MailFile, ...]:
    """The files that go along, made on a lane."""
    stem = Path(draft.file_name).stem
    files: list[MailFile] = []
    word = papers.word(draft.content, gathered) if wanted.pdf or wanted.word else b""
    if wanted.pdf:
        data = gathered.pdf or papers.pdf(draft.content, word, pages).data
        files.append(MailFile(name=f"{stem}.pdf", media_type=PDF, data=data))
    if wanted.word:
        files.append(MailFile(name=f"{stem}.docx", media_type=WORD, data=word))
    if wanted.annexes:
        bundle = papers.bundle(draft.content, dossier, gathered, pages, progress.report)
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
