"""The papers of a dossier with their files: in by button, dragging or pasting, out by opening, keeping, copying or dragging."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from typing_extensions import override

from orapp.domain import editing
from orapp.domain.items import Secrecy
from orapp.domain.papers import Paper
from orapp.services.documents import DocumentService, copy_name, runs_when_opened
from orapp.services.failures import Failure, Refusal
from orapp.ui.kit.cards import Column as CardColumn
from orapp.ui.kit.dossier_tabs import DOCUMENTS
from orapp.ui.kit.file_handle import copy_files, local_files
from orapp.ui.kit.item_list import ItemList
from orapp.ui.kit.look import Tone
from orapp.ui.kit.notices import NoticeBar
from orapp.ui.screens.dossier import paper_card
from orapp.ui.screens.dossier.about_card import list_card
from orapp.ui.screens.dossier.item_kinds_course import CourseKinds
from orapp.ui.screens.dossier.paper_card import PaperCard
from orapp.ui.screens.dossier.paper_files import Brought, FileBringer
from orapp.ui.screens.dossier.paper_words import next_version, paper_title
from orapp.ui.screens.dossier.secrecy_card import SecrecyForm
from orapp.ui.screens.dossier.sheets_card import SheetsCard
from orapp.ui.screens.dossier.tab import DossierTab

if TYPE_CHECKING:
    from orapp.domain.dossier import Dossier
    from orapp.services.desk import Desk
    from orapp.services.dossiers import DossierView
    from orapp.ui.kit.editor import DossierEditor
    from orapp.ui.kit.workplace import Workplace


class DocumentsTab(DossierTab):
    """The chosen paper with what can be done to it, and below it all papers."""

    def __init__(self, desk: Desk, place: Workplace, editor: DossierEditor) -> None:
        super().__init__(desk, place, editor, DOCUMENTS)
        self._documents = DocumentService(desk.archive)
        self.bringer = FileBringer(self._documents, place, self)
        self._build()
        self._connect()

    # ---------------------------------------------------------------------------------------------------------- build

    def _build(self) -> None:
        look = self._place.look
        self.notice = NoticeBar(look)
        self.card = PaperCard(self._place)
        self.card.add_act(self.begin_button("stuk-brief", self.chosen))
        self.papers = ItemList(self._editor, self._place, CourseKinds(self._place, self).papers(), "stukken")
        self.cards = CardColumn(look)
        self.sheets = SheetsCard(self._place, self._editor)
        self.papers_card = list_card(self._place, self.papers)
        self.cards.fill(self.papers_card, self.sheets)
        self.column.addWidget(self.notice)
        self.column.addWidget(self.card)
        self.column.addWidget(self.cards, 1)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        self.papers.chosen.connect(lambda _paper: self._show_chosen())
        self.papers.grid().installEventFilter(self)
        self.bringer.moved.connect(self._tell_progress)
        self.bringer.finished.connect(self.card.hide_progress)
        self.card.asked.connect(self._do)
        self.card.handle.wanted.connect(lambda: self._with_copy(self.card.handle.ready))

    def _do(self, act: str) -> None:
        acts: dict[str, Callable[[], None]] = {
            paper_card.ADD: self.ask_files,
            paper_card.PASTE: self.paste,
            paper_card.OPEN: self.open_file,
            paper_card.KEEP: self.save_as,
            paper_card.VERSION: self.ask_version,
            paper_card.REGISTER: self.register,
            paper_card.SECRECY: self.impose_secrecy,
            paper_card.COPY: self.copy,
            paper_card.STOP: self.bringer.stop,
        }
        acts[act]()

    # ----------------------------------------------------------------------------------------------------------- show

    def refresh(self, view: DossierView, request_id: str) -> None:
        """Shows the papers; the one that was chosen stays so."""
        self.papers.show_items(view.dossier, request_id)
        self.sheets.show_dossier(view.dossier, request_id)
        self._show_chosen()

    def choose(self, item_id: str) -> None:
        """Goes to a paper or a table."""
        self.papers.choose(item_id)
        self.sheets.items.choose(item_id)

    def chosen(self) -> Paper | None:
        """The paper that is chosen, as it stands in the dossier."""
        current = self.papers.grid().current()
        dossier = self._editor.dossier
        return dossier.paper(current.id) if current is not None and dossier is not None else None

    def _show_chosen(self) -> None:
        self.card.show_paper(self.chosen())

    def _tell_progress(self, name: str, done: int, total: int) -> None:
        if self.bringer.busy:
            self.card.show_progress(name, done, total)

    # ---------------------------------------------------------------------------------------------------------- in

    def ask_files(self) -> None:
        """Asks for a file to add."""
        self._place.asker.choose_file(
            self,
            self.tr("Welk bestand wilt u toevoegen?"),
            self._folder(),
            self.tr("Alle bestanden (*)"),
            lambda path: self.add((path,)),
        )

    def paste(self) -> None:
        """Adds the files on the clipboard."""
        files = local_files(QGuiApplication.clipboard().mimeData())
        if files:
            self.add(files)
        else:
            told = self.tr(
                "Er staat geen bestand op het klembord. Kopieer het bestand eerst in de map of de mail waarin het staat."
            )
            self.notice.tell(told, Tone.ATTENTION)

    def add(self, paths: tuple[Path, ...]) -> None:
        """Brings files in; each becomes a paper, all in one step to take back."""
        if self._editor.dossier is not None and paths and not self.bringer.busy:
            dossier_id = self._editor.dossier.id
            request_id = self._request_id
            self.bringer.bring(paths, lambda brought: self._added(dossier_id, request_id, brought))

    def ask_version(self) -> None:
        """Asks for the file of a new version, or for the file of a paper that has none."""
        paper = self.chosen()
        if paper is not None:
            title = self.tr("Welk bestand hoort bij {title}?").format(title=paper.title)
            every = self.tr("Alle bestanden (*)")
            self._place.asker.choose_file(self, title, self._folder(), every, lambda path: self.add_version(paper, path))

    def add_version(self, paper: Paper, path: Path) -> None:
        """Brings in the file of a paper: the paper's own where it has none, else a next version beside the old one."""
        if not self.bringer.busy and self._editor.dossier is not None:
            dossier_id = self._editor.dossier.id
            self.bringer.bring((path,), lambda brought: self._version_added(dossier_id, paper, brought))

    def _added(self, dossier_id: str, request_id: str, brought: Brought) -> None:
        today = self._place.today()
        papers = tuple(
            Paper(id=self._editor.new_id(), title=paper_title(ref.name), request_id=request_id, received_on=today, file=ref)
            for ref in brought.refs
        )
        self._tell_refused(brought, len(papers))
        if papers:
            words = (
                self.tr("stuk toegevoegd")
                if len(papers) == 1
                else self.tr("{count} stukken toegevoegd").format(count=len(papers))
            )
            # A large file takes its time: meanwhile another dossier may be shown here.
            edit = editing.add("papers", *papers)
            self._editor.submit(edit, words, dossier_id=dossier_id, done=lambda kept: self._show_added(kept, papers))

    def _show_added(self, dossier: Dossier, papers: tuple[Paper, ...]) -> None:
        if self._editor.dossier is None or self._editor.dossier.id != dossier.id:
            return
        self.papers.show_items(dossier, self._request_id)
        self.papers.choose(papers[-1].id)
        if len(papers) == 1 and self.isVisible():
            self.papers.open_current()

    def _version_added(self, dossier_id: str, paper: Paper, brought: Brought) -> None:
        dossier = self._editor.dossier
        current = dossier.paper(paper.id) if dossier is not None and dossier.id == dossier_id else paper
        self._tell_refused(brought, len(brought.refs))
        if current is None or not brought.refs:
            return
        ref = brought.refs[0]
        if current.file is None:
            edit = editing.change("papers", current, replace(current, file=ref))
            self._editor.submit(edit, self.tr("bestand bij een stuk gezet"), dossier_id=dossier_id)
            return
        after = replace(
            current,
            id=self._editor.new_id(),
            number=0,
            version=next_version(current.version),
            dated_on=None,
            sent_on=None,
            received_on=self._place.today(),
            first_known_on=None,
            first_known_by="",
            registered_on=None,
            pages=None,
            file=ref,
        )
        edit = editing.add_after("papers", current.id, after)
        words = self.tr("nieuwe versie toegevoegd")
        self._editor.submit(edit, words, dossier_id=dossier_id, done=lambda kept: self._show_added(kept, (after,)))

    def _tell_refused(self, brought: Brought, added: int) -> None:
        if brought.refused:
            lines = [self._place.said(failure) for failure in brought.refused]
            if added:
                lines.insert(0, self.tr("Toegevoegd: {count}. Niet toegevoegd:").format(count=added))
            self.notice.tell("\n".join(lines), Tone.ATTENTION)
        else:
            self.notice.hide()

    # --------------------------------------------------------------------------------------------------------- out

    def open_file(self) -> None:
        """Opens a copy to read in the user's own program; asks first where the file can do something by itself."""
        paper = self.chosen()
        if paper is None or paper.file is None:
            return
        if not runs_when_opened(paper.file.name):
            self._with_copy(None, self._place.open_file)
            return
        self._place.asker.confirm(
            self,
            self.tr("Dit bestand kan een programma of macro's uitvoeren. Wilt u het openen?"),
            self.tr(
                "{name} is van een soort die iets op uw computer kan doen. Open het alleen als u de afzender vertrouwt."
            ).format(name=paper.file.name),
            self.tr("Toch openen"),
            lambda: self._with_copy(None, self._place.open_file),
        )

    def save_as(self) -> None:
        """Asks where a copy is kept."""
        paper, dossier = self.chosen(), self._editor.dossier
        if paper is not None and paper.file is not None and dossier is not None:
            ref = paper.file
            proposal = self._folder() / copy_name(paper, dossier.reference)

            def keep(path: Path) -> None:
                self._place.tasks.read(self, "opslaan", lambda: self._documents.write(ref, path), self._kept, self._failed)

            self._place.asker.name_file(self, self.tr("Stuk bewaren"), proposal, self.tr("Alle bestanden (*)"), keep)

    def copy(self) -> None:
        """Puts the file on the clipboard."""

        def told(path: Path) -> None:
            copy_files(path)
            words = self.tr("{name} staat op het klembord. Plak het in een mail of een map.").format(name=path.name)
            self.notice.tell(words, Tone.GOOD)

        self._with_copy(told)

    def _with_copy(self, then: Callable[[Path], None] | None, at_once: Callable[[Path], None] | None = None) -> None:
        """Makes a copy to look at; `at_once` is done with it on the lane, `then` in the window."""
        paper, dossier = self.chosen(), self._editor.dossier
        if paper is None or paper.file is None or dossier is None:
            return
        ref, name, folder = paper.file, copy_name(paper, dossier.reference), self._place.private_folder()

        def work() -> Path:
            path = self._documents.copy_to_look_at(ref, folder, name)
            if at_once is not None:
                at_once(path)
            return path

        self._place.tasks.read(self, "kopie", work, then or _nothing, self._failed)

    def _kept(self, path: Path) -> None:
        self.notice.tell(self.tr("Bewaard als {path}.").format(path=path), Tone.GOOD)

    def _failed(self, failure: Failure) -> None:
        self.notice.tell(self._place.said(failure), Tone.ATTENTION if isinstance(failure, Refusal) else Tone.DANGER)

    def _folder(self) -> Path:
        return self._desk.archive.path.parent

    # --------------------------------------------------------------------------------------------------------- acts

    def register(self) -> None:
        """Says that the paper was registered today, or takes that back."""
        paper = self.chosen()
        if paper is not None:
            done = paper.registered_on is not None
            after = replace(paper, registered_on=None if done else self._place.today())
            words = self.tr("registratie gewist") if done else self.tr("stuk geregistreerd")
            self._editor.submit(editing.change("papers", paper, after), words)

    def impose_secrecy(self) -> None:
        """Opens the form of the paper's secrecy."""
        paper = self.chosen()
        if paper is None:
            return
        secrecy = paper.secrecy or Secrecy(imposed_by="", scope=paper.title, imposed_on=self._place.today())

        def keep(after: Secrecy | None) -> None:
            words = self.tr("geheimhouding van een stuk gewijzigd")
            self._editor.submit(editing.change("papers", paper, replace(paper, secrecy=after)), words)

        lift = (lambda: keep(None)) if paper.secrecy is not None else None
        SecrecyForm(self.window(), self._place, secrecy, keep, lift).open()

    # ------------------------------------------------------------------------------------------------------- dropping

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = local_files(event.mimeData())
        if files:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.add(files)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
            return
        super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Files that are pasted on the list become papers; rows that are pasted there are the list's own."""
        pasting = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste)
        if pasting and local_files(QGuiApplication.clipboard().mimeData()):
            if event.type() == QEvent.Type.KeyPress:
                self.paste()
            event.accept()
            return True
        return super().eventFilter(watched, event)


def _nothing(_path: Path) -> None:
    """The copy was opened already."""
