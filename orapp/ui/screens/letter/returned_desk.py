"""Brings letters back from Word: watches what was opened, reads what was saved, and takes over what is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from shiboken6 import isValid
from typing_extensions import override

from orapp.services.failures import Circumstance, Refusal
from orapp.services.returned_files import read_returned
from orapp.services.rows import ChangedItem, Changes
from orapp.ui.kit.file_handle import local_files
from orapp.ui.kit.look import Tone
from orapp.ui.screens.letter.returned_sheet import ReturnedSheet
from orapp.ui.screens.letter.returned_watch import WordWatch

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from orapp.domain.letters import Letter
    from orapp.services.desk import Desk
    from orapp.services.failures import Failure
    from orapp.services.reading_back import ReturnedLetter
    from orapp.services.returned_files import ReturnedFile
    from orapp.ui.kit.notices import NoticeBar
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.screens.letter.composition import Composition
    from orapp.ui.screens.letter.versions_card import VersionsCard
    from orapp.ui.screens.letter.word_files import OpenedFile, WordFiles

WORD_SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".doc", ".odt", ".rtf"})
HALF_SAVED = "documents.returned.damaged"

Came = tuple["ReturnedFile", "ReturnedLetter"]


class ReturnDesk(QObject):
    """Works over the screen of one letter. Nothing is taken over but by a choice in the sheet."""

    def __init__(
        self,
        desk: Desk,
        place: Workplace,
        composition: Composition,
        files: WordFiles,
        notice: NoticeBar,
        versions: VersionsCard,
        screen: QWidget,
    ) -> None:
        super().__init__(screen)
        self._desk = desk
        self._place = place
        self._composition = composition
        self._notice = notice
        self._versions = versions
        self._screen = screen
        self._letter_id = ""
        self._came: Came | None = None
        self.sheet: ReturnedSheet | None = None
        self.watch = WordWatch(place.tasks, screen, lambda data: desk.reading_back.is_of(data, self._letter_id))
        self.watch.saved.connect(self._on_saved)
        self.watch.gone.connect(self._on_gone)
        files.opened.connect(self._on_opened)
        composition.composed.connect(self._follow)
        versions.returned_asked.connect(self.show)
        place.here.changed.connect(self._on_shared)
        screen.setAcceptDrops(True)
        screen.installEventFilter(self)

    # -- which files ---------------------------------------------------------------------------------------------------

    def _follow(self) -> None:
        """Another letter has other files; those of its versions that were opened before are watched again."""
        letter = self._composition.letter
        letter_id = letter.id if letter is not None else ""
        if letter is None or letter_id == self._letter_id:
            return
        self._letter_id = letter_id
        self.watch.forget()
        self._keep(None)
        folder = self._place.private_folder()
        for version in letter.versions:
            self.watch.watch(folder / version.file.name, version.file.sha256)
        self.watch.look()

    def _on_opened(self, opened: OpenedFile) -> None:
        self._letter_id = opened.letter_id
        self.watch.watch(opened.path, opened.digest)

    # -- reading -------------------------------------------------------------------------------------------------------

    def choose(self) -> None:
        """Asks for the file that came back."""
        kinds = self.tr("Word-documenten (*.docx);;Alle bestanden (*)")
        title = self.tr("Welk Word-bestand is teruggekomen?")
        self._place.asker.choose_file(self._screen, title, self._place.private_folder(), kinds, self.read)

    def read(self, path: Path) -> None:
        """Reads a file and shows what came back with it."""
        self._look(lambda: read_returned(path), self._show_came, self._tell)

    def show(self) -> None:
        """Shows what came back last, as the letter stands now."""
        if self._came is not None:
            file = self._came[0]
            self._look(lambda: file, self._show_came, self._tell)

    def _on_saved(self, file: ReturnedFile) -> None:
        def failed(failure: Failure) -> None:
            # A save that is still going on is seen again when it is done.
            if failure.code != HALF_SAVED:
                self._tell(failure)

        self._look(lambda: file, self._offer, failed)

    def _on_gone(self, path: Path) -> None:
        words = self.tr("{path} staat niet meer op zijn plaats. Staat het ergens anders, kies dan Meer, Teruglezen uit Word.")
        self._notice.tell(words.format(path=path.name), Tone.ATTENTION)

    def _look(self, find: Callable[[], ReturnedFile], done: Callable[[Came], None], failed: Callable[[Failure], None]) -> None:
        composition = self._composition
        composition.settle()
        letter, dossier = composition.letter, composition.dossier
        if letter is None or dossier is None:
            return
        reference, letter_id = dossier.reference, letter.id if composition.is_kept else ""
        reading = self._desk.reading_back

        def work() -> Came:
            file = find()
            return file, reading.read(reference, file.data, letter_id=letter_id)

        # On the lane of writing: what was just typed here is kept before it is held against the file.
        self._place.tasks.write(self, work, done, failed)

    def _offer(self, came: Came) -> None:
        file, returned = came
        if returned.letter.id != self._letter_id:
            return
        comparison = returned.comparison
        if not (returned.asking or comparison.notes or comparison.traces or comparison.findings):
            self._keep(None)
            return
        self._keep(came)
        if self._is_open():
            self._show_came(came)
            return
        words = self._words(returned)
        self._notice.tell(
            self.tr("{path} is in Word bewaard: {what}.").format(path=file.path.name, what=words),
            Tone.ACCENT,
            self.tr("Bek&ijken…"),
            self.show,
        )

    def _words(self, returned: ReturnedLetter) -> str:
        count = len(returned.asking)
        if not count:
            return self.tr("de tekst is dezelfde, maar er is iets anders om te zien")
        return self.tr("1 onderdeel is veranderd") if count == 1 else self.tr("{n} onderdelen zijn veranderd").format(n=count)

    def _keep(self, came: Came | None) -> None:
        self._came = came
        self._versions.show_returned(self._words(came[1]) if came is not None else "")

    def _is_open(self) -> bool:
        return self.sheet is not None and isValid(self.sheet) and self.sheet.isVisible()

    def _on_shared(self) -> None:
        if self._place.here.shared and self.sheet is not None and self._is_open():
            self.sheet.reject()

    def _show_came(self, came: Came) -> None:
        file, returned = came
        if self._place.here.shared:
            words = self.tr(
                "Zet 'Scherm delen' uit om te zien wat uit Word terugkwam: er staan namen en tekst in die verborgen zijn."
            )
            self._notice.tell(words, Tone.ATTENTION)
            return
        self._keep(came if returned.asking or returned.comparison.notes or returned.comparison.traces else None)
        if self.sheet is not None and self._is_open():
            self.sheet.show_returned(returned, file)
            return
        self.sheet = ReturnedSheet(self._screen, self._place, returned, file)
        self.sheet.taken.connect(self._take)
        self.sheet.open()

    def _tell(self, failure: Failure) -> None:
        tone = Tone.DANGER if isinstance(failure, Circumstance) else Tone.ATTENTION
        self._notice.tell(self._place.said(failure), tone)

    # -- taking over ---------------------------------------------------------------------------------------------------

    def _take(self, keys: tuple[str, ...]) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        shown, data = {one.key: one for one in sheet.returned.asking}, sheet.file
        reading, person = self._desk.reading_back, self._place.here.person

        def taken(came: Came) -> None:
            returned = came[1]
            fresh = {one.key: one for one in returned.asking}
            same = all(fresh.get(key) == shown[key] for key in keys) and self._composition.letter == returned.letter
            if not isValid(sheet):
                return
            if not same:
                sheet.show_returned(returned, came[0])
                sheet.refuse(Refusal("item.changed_since"))
                return
            try:
                after = reading.with_taken(returned, keys, person)
            except Refusal as refusal:
                sheet.refuse(refusal)
                return
            sheet.accept()
            self._keep(None)
            self._put(after, len(keys))

        self._look(lambda: data, taken, sheet.refuse)

    def _put(self, after: Letter, count: int) -> None:
        """One edit that can be taken back, and the next version of what the letter is then."""
        place, dossier = self._place, self._composition.dossier
        if dossier is None:
            return
        self._composition.change(after, self.tr("overgenomen uit Word"))
        letters, reference = self._desk.letters, dossier.reference
        person, window = place.here.person, place.here.window

        def made(version: int) -> None:
            item = ChangedItem(dossier_id=dossier.id, collection="letters", item_id=after.id, action="changed")
            place.changes.publish(Changes(dossier_ids=(dossier.id,), items=(item,), origin=window))
            words = (
                self.tr("1 onderdeel is overgenomen")
                if count == 1
                else self.tr("{n} onderdelen zijn overgenomen").format(n=count)
            )
            rest = self.tr("Versie {version} is gemaakt; Ctrl+Z haalt de tekst weer terug.").format(version=version)
            self._notice.tell(f"{words}. {rest}", Tone.GOOD)

        def make() -> int:
            return letters.make(reference, after.kind, person, after.request_id, window, letter_id=after.id).version

        place.tasks.write(self, make, made, self._tell)

    # -- dropping ------------------------------------------------------------------------------------------------------

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A Word file that is dropped on the letter is read back; other files go where they went before."""
        if isinstance(event, QDropEvent) and self._composition.letter is not None:
            files = [path for path in local_files(event.mimeData()) if path.suffix.lower() in WORD_SUFFIXES]
            if len(files) == 1:
                event.acceptProposedAction()
                if not isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.Drop:
                    self.read(files[0])
                return True
        return super().eventFilter(watched, event)
