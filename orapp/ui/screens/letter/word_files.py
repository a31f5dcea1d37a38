"""The Word files of a letter: made as a version, and opened in the user's own program."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from orapp.services.failures import Circumstance
from orapp.services.rows import ChangedItem, Changes
from orapp.ui.kit.look import Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from orapp.domain.letters import LetterVersion
    from orapp.services.failures import Failure
    from orapp.services.letters import LetterDraft, LetterService, MadeLetter
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.screens.letter.composition import Composition


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedFile:
    """A Word file that was handed to the user: where it is, of which letter, and the SHA-256 of what was written."""

    path: Path
    letter_id: str
    digest: str


class WordFiles(QObject):
    """`told` gives words and their tone for the notice, `busy` whether a file is being made, `opened` a file that was handed out.

    What the user wrote in a file that is there already is never overwritten.
    """

    told = Signal(str, object)
    busy = Signal(bool)
    opened = Signal(object)

    def __init__(self, letters: LetterService, place: Workplace, folder: Path, composition: Composition, parent: QObject) -> None:
        super().__init__(parent)
        self._letters = letters
        self._place = place
        self._folder = folder
        self._composition = composition

    def make(self, parent: QWidget, draft: LetterDraft | None) -> None:
        """Asks where the file goes and makes the version there."""
        if draft is None:
            return
        kinds = self.tr("Word-documenten (*.docx)")
        title = self.tr("Waar komt het Word-bestand?")
        self._place.asker.name_file(parent, title, self._folder / draft.file_name, kinds, lambda path: self._make(path, False))

    def open_in_word(self, draft: LetterDraft | None) -> None:
        """Makes a version in the private folder and opens it."""
        if draft is not None:
            self._make(self._place.private_folder() / draft.file_name, True)

    def open_version(self, version: LetterVersion) -> None:
        """Opens the file of a version that was made before."""
        path = self._place.private_folder() / version.file.name
        letter = self._composition.letter
        letter_id = letter.id if letter is not None else ""

        def work() -> bool:
            there = path.exists()
            edited = there and _digest(path) != version.file.sha256
            if not there:
                _write(self._place.write_file, path, self._letters.read_version(version))
            self._place.open_file(path)
            return edited

        def done(edited: bool) -> None:
            if edited:
                words = self.tr("Dit is het bestand dat u eerder hebt gewijzigd; wat u erin typte, staat er nog.")
                self.told.emit(words, Tone.ACCENT)
            self.opened.emit(OpenedFile(path=path, letter_id=letter_id, digest=version.file.sha256))

        self._place.tasks.read(self, "versie", work, done, self._failed)

    def _make(self, path: Path, open_it: bool) -> None:
        composition, place = self._composition, self._place
        composition.settle()
        letter, dossier = composition.letter, composition.dossier
        if letter is None or dossier is None:
            return
        reference, person, window = dossier.reference, place.here.person, place.here.window
        letter_id = letter.id if composition.is_kept else ""
        self.busy.emit(True)
        taken: list[Path] = [path]

        def deliver(made: MadeLetter) -> None:
            taken[0] = _free(path, made.data) if open_it else path
            _write(place.write_file, taken[0], made.data)

        def work() -> MadeLetter:
            return self._letters.make(
                reference,
                letter.kind,
                person,
                letter.request_id,
                window,
                letter_id=letter_id,
                deliver=deliver,
            )

        def done(made: MadeLetter) -> None:
            self._made(made, taken[0], dossier.id)
            if open_it:
                # Not on the lane of the writes: whether a program is found is listened for, and the version is kept either way.
                place.tasks.read(self, "openen", lambda: place.open_file(taken[0]), lambda _none: None, self._failed)

        place.tasks.write(self, work, done, self._failed)

    def _made(self, made: MadeLetter, path: Path, dossier_id: str) -> None:
        self.busy.emit(False)
        words = self.tr("Versie {version} staat in het dossier en als Word-bestand in {path}.")
        self.told.emit(words.format(version=made.version, path=path), Tone.GOOD)
        item = ChangedItem(dossier_id=dossier_id, collection="letters", item_id=made.letter_id, action="changed")
        self._composition.named(made.letter_id)
        digest = hashlib.sha256(made.data).hexdigest()
        self.opened.emit(OpenedFile(path=path, letter_id=made.letter_id, digest=digest))
        self._place.changes.publish(Changes(dossier_ids=(dossier_id,), items=(item,), origin=self._place.here.window))

    def _failed(self, failure: Failure) -> None:
        self.busy.emit(False)
        self.told.emit(self._place.said(failure), Tone.DANGER)


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise Circumstance("letter.returned.file_unreadable", path=str(path)) from error


def _free(path: Path, data: bytes) -> Path:
    """The path, or one beside it where another file stands that somebody may have written in."""
    number, free = 1, path
    while free.exists() and _digest(free) != hashlib.sha256(data).hexdigest():
        number += 1
        free = path.with_stem(f"{path.stem} ({number})")
    return free


def _write(write: Callable[[Path, bytes], None], path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write(path, data)
    except OSError as error:
        raise Circumstance("window.file_unwritable", path=str(path)) from error
