"""The spelling of one letter: which words pass here, and what is done with a word that does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from orapp.letters.spelled_words import is_known, known_words, plain_form
from orapp.ui.kit import ways
from orapp.ui.kit.look import Tone
from orapp.ui.screens.letter.spelling_marks import SpellingMarks

if TYPE_CHECKING:
    from orapp.services.desk import Desk
    from orapp.services.failures import Failure
    from orapp.services.rows import Changes
    from orapp.ui.kit.notices import NoticeBar
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.screens.letter.composition import Composition
    from orapp.ui.screens.letter.fields_card import FieldsCard
    from orapp.ui.screens.letter.own_text import OwnText
    from orapp.ui.screens.letter.section_card import SectionCard


class LetterSpelling(QObject):
    """Watches each text of the letter. What is skipped holds for a letter as long as the window is open, on no disk."""

    block_asked = Signal(str, object)  # a chosen text that is to become a text block, and where it stands

    def __init__(self, desk: Desk, place: Workplace, composition: Composition, notice: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._place = place
        self._composition = composition
        self._notice = notice
        self._seen: tuple[object, object] = (None, None)
        self._known: frozenset[str] = frozenset()
        self._skipped: dict[str, set[str]] = {}
        self._marks: list[SpellingMarks] = []
        if place.spelling is not None:
            place.spelling.absent.connect(self._tell_absent)
            composition.composed.connect(lambda _draft: self._learn())

    def join(self, card: SectionCard | FieldsCard) -> None:
        """Watches the texts of a card from now on."""
        card.field_made.connect(self.watch)

    def watch(self, edit: OwnText) -> SpellingMarks | None:
        """Marks what is misspelled in a text; None where spelling cannot be checked at all."""
        spelling = self._place.spelling
        if spelling is None:
            return None
        marks = SpellingMarks(edit, spelling, self._place.look, self.passes)
        marks.taken.connect(self.take_word)
        marks.skipped.connect(self.skip)
        marks.kept.connect(lambda text: self.block_asked.emit(text, edit))
        marks.told.connect(lambda words: self._notice.tell(words, Tone.GOOD))
        self._marks.append(marks)
        marks.destroyed.connect(lambda _gone: self._marks.remove(marks))
        self._learn()
        return marks

    def passes(self, word: str) -> bool:
        """Whether a word is right here, whatever the dictionary says."""
        letter = self._composition.letter
        skipped = self._skipped.get(letter.id, set()) if letter is not None else set()
        return plain_form(word) in skipped or is_known(word, self._known)

    def skip(self, word: str) -> None:
        """Passes over a word in this letter."""
        letter = self._composition.letter
        if letter is not None:
            self._skipped.setdefault(letter.id, set()).add(plain_form(word))
            self._look_again()

    def take_word(self, word: str) -> None:
        """Makes a word one of the council's own; the archive keeps it."""
        desk, person = self._desk, self._place.here.person
        self._known |= {plain_form(word)}
        self._look_again()

        def done(changes: Changes) -> None:
            self._place.changes.publish(changes)
            words = self.tr("“{word}” staat nu bij de woorden van de raad (Raad en mensen, Teksten en woorden).")
            self._notice.tell(
                words.format(word=word),
                Tone.GOOD,
                self.tr("Naar de woorden"),
                lambda: ways.go(self._notice, ways.COUNCIL, ways.TEXTS),
            )

        self._place.tasks.write(self, lambda: desk.council.add_word(word, person), done, self._tell)

    def _learn(self) -> None:
        """Takes the names of council and dossier anew where one of them was changed, beside the window."""
        ground = self._composition.ground
        if ground is None or not self._marks or self._seen == (id(ground.council), id(ground.dossier)):
            return
        self._seen = id(ground.council), id(ground.dossier)

        def take(known: frozenset[str]) -> None:
            if known != self._known:
                self._known = known
                self._look_again()

        self._place.tasks.work(self, lambda _progress: known_words(ground.council, ground.dossier), take)

    def _look_again(self) -> None:
        for marks in self._marks:
            marks.look_again()

    def _tell_absent(self, failure: Failure) -> None:
        self._notice.tell(self._place.said(failure), Tone.ATTENTION)

    def _tell(self, failure: Failure) -> None:
        self._notice.tell(self._place.said(failure), Tone.DANGER)
