"""The wizard of a new dossier: what came in, on which grounds, which decisions, what was agreed, and where that leads."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from orapp.domain.beginning import Beginning, Start, begin
from orapp.domain.dossier import Dossier, DossierKind
from orapp.domain.items import FileRef
from orapp.services.failures import Circumstance, Failure
from orapp.ui.kit.look import Tone
from orapp.ui.kit.wizard import Wizard
from orapp.ui.screens.new_dossier.agreements_page import AgreementsPage
from orapp.ui.screens.new_dossier.decisions_page import DecisionsPage
from orapp.ui.screens.new_dossier.grounds_page import GroundsPage
from orapp.ui.screens.new_dossier.outcome_page import OutcomePage
from orapp.ui.screens.new_dossier.plain_values import part_of
from orapp.ui.screens.new_dossier.start_page import StartPage
from orapp.ui.screens.new_dossier.unfinished import Unfinished

if TYPE_CHECKING:
    from orapp.domain.council import Council
    from orapp.services.desk import Desk
    from orapp.services.rows import Changes
    from orapp.ui.kit.workplace import Workplace

PIECE = 1024 * 1024
UNKNOWN_TYPE = "application/octet-stream"


class NewDossierWizard(Wizard):
    """Asks what is known on the first day, and makes the dossier; `made` gives its reference."""

    made = Signal(str)

    def __init__(
        self, parent: QWidget, desk: Desk, place: Workplace, path: Path | None = None, folder: Path | None = None
    ) -> None:
        super().__init__(parent, place.look, "nieuw-dossier")
        self.entitle(self.tr("Nieuw dossier"), self.tr("Dossier &maken"))
        self._desk = desk
        self._place = place
        self.start = StartPage(place, folder or place.private_folder())
        self.grounds = GroundsPage(place, self.start.chosen_start, self.start.name.text)
        self.decisions = DecisionsPage(place, self._grounded)
        self.agreements = AgreementsPage(place, self._decided)
        self.outcome = OutcomePage(desk, place, self._dossier)
        self.set_pages((self.start, self.grounds, self.decisions, self.agreements, self.outcome))
        self.setAcceptDrops(True)
        self.finished_asked.connect(self._make)
        place.tasks.read(self, "raad", desk.council.read, self._take_council)
        if path is not None:
            self.start.take_file(path)
        self._keep_typing()
        self.take_size(860, 640)

    def _keep_typing(self) -> None:
        """What is typed outlives the program; made or cancelled it is gone, and Esc leaves it for the next time."""
        self._empty = self._standing()
        self._unfinished = Unfinished(self._desk.dossiers, self._place, self._standing, self)
        self._unfinished.found.connect(self._give_back)
        self._unfinished.failed.connect(lambda failure: self.notice.tell(self._place.said(failure), Tone.DANGER))
        self.rejected.connect(self._leave)
        # The button is connected to `reject` first: what that kept is forgotten after it.
        self.cancel_button.clicked.connect(self._unfinished.forget)

    # -- what is known -------------------------------------------------------------------------------------------------

    def _begun(self) -> Beginning:
        today = self._place.today()
        empty = Beginning(start=Start.SUBJECT, title="", kind=DossierKind.GENERAL, on=today)
        return self.start.apply(replace(empty, owner=self._place.here.person, registered_on=today))

    def _grounded(self) -> Beginning:
        return self.grounds.apply(self._begun())

    def _decided(self) -> Beginning:
        return self.decisions.apply(self._grounded())

    def known(self) -> Beginning:
        """Everything that was answered so far."""
        known = self.agreements.apply(self._decided())
        path = self.start.path
        if path is None:
            return known
        media_type = mimetypes.guess_type(path.name)[0] or UNKNOWN_TYPE
        return replace(known, file=FileRef(sha256="", name=path.name, size=0, media_type=media_type))

    def _dossier(self) -> Dossier:
        return begin(self.known(), self._desk.dossiers.new_id)

    def _take_council(self, council: Council) -> None:
        self.agreements.terms = council.agreed_terms

    # -- what was typed before -----------------------------------------------------------------------------------------

    def _standing(self) -> dict[str, object]:
        return {
            "start": self.start.standing(),
            "decisions": self.decisions.standing(),
            "grounds": self.grounds.standing(),
            "agreements": self.agreements.standing(),
        }

    def _put_standing(self, standing: Mapping[str, object]) -> None:
        self.start.put_standing(part_of(standing, "start"))
        self.decisions.put_standing(part_of(standing, "decisions"))
        self.grounds.put_standing(part_of(standing, "grounds"))
        self.agreements.put_standing(part_of(standing, "agreements"))
        self.show_page(0)

    def _give_back(self, standing: Mapping[str, object]) -> None:
        given = self.start.path
        self._put_standing(standing)
        if given is not None:
            self.start.take_file(given)
        words = self.tr("Wat u eerder typte voor een nieuw dossier, staat er weer.")
        self.notice.tell(words, Tone.ACCENT, self.tr("&Leeg beginnen"), self._begin_empty)
        # Who goes on with it did not begin empty; what is typed on later pages is not wiped by a slip.
        self.next_button.clicked.connect(self.notice.hide)

    def _begin_empty(self) -> None:
        self._put_standing(self._empty)
        self._unfinished.forget()

    def _leave(self) -> None:
        if self._unfinished.looks:  # while the dossier is being made there is nothing to keep: making it forgets it
            self._unfinished.look()
            self._unfinished.stop()

    # -- making it -----------------------------------------------------------------------------------------------------

    def _make(self) -> None:
        dossier, path, here = self._dossier(), self.start.path, self._place.here
        desk = self._desk
        self.set_busy(True)
        self._unfinished.stop()

        def work() -> tuple[Dossier, Changes]:
            content = _pieces(path) if path is not None else None
            return desk.dossiers.begin(dossier, here.person, here.window, content=content)

        self._place.tasks.write(self, work, self._finish, self._refused)

    def _finish(self, kept: tuple[Dossier, Changes]) -> None:
        dossier, changes = kept
        self._place.changes.publish(changes)
        self.made.emit(dossier.reference)
        self.accept()

    def _refused(self, failure: Failure) -> None:
        self.set_busy(False)
        self._unfinished.go_on()
        said = self._place.said(failure)
        if failure.fields.get("place") == "title":
            self.show_page(0)
            self.start.form.refuse("title", said)
        else:
            self.notice.tell(said, Tone.DANGER)

    # -- files that are dropped ----------------------------------------------------------------------------------------

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        files = [path for path in paths if path.is_file()]
        if files:
            event.acceptProposedAction()
            self.start.take_file(files[0])


def _pieces(path: Path) -> Iterator[bytes]:
    """The file in pieces. Raises Circumstance("window.file_unreadable") when it is gone or locked."""
    try:
        with path.open("rb") as source:
            while piece := source.read(PIECE):
                yield piece
    except OSError as error:
        raise Circumstance("window.file_unreadable", path=str(path)) from error
