"""What can be put into a letter beside its dossier: the council's text blocks, and what it wrote before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from orapp.domain.text_blocks import TextBlock, filled, left_open, unknown_fields
from orapp.letters.typed_lines import TypedLine, line_text
from orapp.letters.typed_stretches import Stretch
from orapp.services.failures import Refusal
from orapp.texts.dates import plain_date
from orapp.ui.kit import a11y, ways
from orapp.ui.kit.cards import button
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Tone
from orapp.ui.screens.letter.earlier_sheet import EarlierSheet
from orapp.ui.screens.letter.hidden_names import people_of
from orapp.ui.screens.letter.rich_insert import InsertSheet
from orapp.ui.screens.letter.rich_pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Callable

    from orapp.domain.letters import Letter
    from orapp.services.desk import Desk
    from orapp.services.failures import Failure
    from orapp.services.letters import LetterGround
    from orapp.services.rows import Changes
    from orapp.ui.kit.notices import NoticeBar
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.screens.letter.composition import Composition
    from orapp.ui.screens.letter.fields_card import FieldsCard
    from orapp.ui.screens.letter.own_text import OwnText
    from orapp.ui.screens.letter.section_card import SectionCard

_SHORT = 140


class LetterInserting(QObject):
    """Adds to the sheet in which something is chosen, and keeps a stretch of a letter as a text block."""

    def __init__(self, desk: Desk, place: Workplace, composition: Composition, notice: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._place = place
        self._composition = composition
        self._notice = notice

    def join(self, card: SectionCard | FieldsCard) -> None:
        """Adds to what is opened at the texts of a card."""
        card.insertion_opened.connect(self._widen)

    def _widen(self, sheet: object, edit: OwnText) -> None:
        ground, letter = self._composition.ground, self._composition.letter
        if not isinstance(sheet, InsertSheet) or ground is None or letter is None:
            return
        blocks = [one for one in ground.council.text_blocks if not one.kinds or letter.kind in one.kinds]
        values = field_values(ground, letter, plain_date(letter.dated or self._place.today()))
        sheet.offer_more([self._piece(one, values) for one in blocks])
        sheet.earlier.show()
        sheet.earlier_asked.connect(lambda typed: self._look_back(typed, edit))
        made = {filled(one.text, values): one for one in blocks}
        sheet.chosen.connect(lambda text: self._tell_open(made.get(text), values))

    def _piece(self, block: TextBlock, values: dict[str, str]) -> Piece:
        text = filled(block.text, values)
        begins = " ".join(text.split())
        short = begins if len(begins) <= _SHORT else f"{begins[:_SHORT].rsplit(' ', 1)[0]} …"
        return Piece(name=block.name, begins=short, kind=self.tr("tekstblok"), reference="", words=text)

    def _tell_open(self, block: TextBlock | None, values: dict[str, str]) -> None:
        """Says which places of a text block stay to be filled by hand."""
        if block is None:
            return
        unknown, still_open = unknown_fields(block.text), left_open(block.text, values)
        said = []
        if still_open:
            words = self.tr("Het dossier heeft hiervoor nog niets: {fields}. Vul dat in de tekst zelf in.")
            said.append(words.format(fields=_braced(still_open)))
        if unknown:
            words = self.tr("Dit is geen veld en blijft staan zoals het er staat: {fields}.")
            said.append(words.format(fields=_braced(unknown)))
        if said:
            self._notice.tell(" ".join(said), Tone.ATTENTION)

    def _look_back(self, typed: str, edit: OwnText) -> None:
        ground = self._composition.ground
        if ground is None:
            return
        sheet = EarlierSheet(edit.window(), self._place, self._desk, typed, self._hiding(ground))
        sheet.chosen.connect(edit.put_in_typed)
        sheet.finished.connect(lambda _result: edit.setFocus(Qt.FocusReason.OtherFocusReason))
        sheet.open()

    def _hiding(self, ground: LetterGround) -> Callable[[str], str]:
        """What is shown of a text while others look along: no names of people."""
        names = [re.escape(name) for name in people_of(ground.council, ground.dossier)]
        if not self._place.here.shared or not names:
            return lambda text: text
        pattern, words = re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)"), self.tr("[naam verborgen]")
        return lambda text: pattern.sub(lambda _found: words, text)

    def keep_block(self, text: str, edit: OwnText) -> None:
        """Asks under which name a text becomes a text block."""
        sheet = BlockNameSheet(edit.window(), self._place)

        def keep(name: str) -> None:
            desk, person = self._desk, self._place.here.person
            block = TextBlock(id=desk.dossiers.new_id(), name=name, text=text)
            self._place.tasks.write(
                sheet, lambda: desk.council.add_text_block(block, person), lambda changes: done(changes, name), refused
            )

        def done(changes: Changes, name: str) -> None:
            self._place.changes.publish(changes)
            sheet.close()
            self._notice.tell(
                self.tr("Tekstblok “{name}” is bewaard. U vindt het bij Invoegen.").format(name=name),
                Tone.GOOD,
                self.tr("Naar de tekstblokken"),
                lambda: ways.go(self._notice, ways.COUNCIL, ways.TEXTS),
            )

        def refused(failure: Failure) -> None:
            sheet.refuse(self._place.said(failure))
            if not isinstance(failure, Refusal):
                self._notice.tell(self._place.said(failure), Tone.DANGER)

        sheet.named.connect(keep)
        sheet.finished.connect(lambda _result: edit.setFocus(Qt.FocusReason.OtherFocusReason))
        sheet.open()


class BlockNameSheet(Sheet):
    """Asks the name of a text block; what is refused stands below it."""

    named = Signal(str)

    def __init__(self, parent: QWidget, place: Workplace) -> None:
        super().__init__(parent, place.look, self.tr("Opslaan als tekstblok"), "tekstblok-venster")
        self.name = QLineEdit()
        a11y.name(self.name, "tekstblok-naam", self.tr("Naam van het tekstblok"))
        self.body.addWidget(a11y.label_for(self.tr("&Naam, waarmee u het terugvindt"), self.name))
        self.body.addWidget(self.name)
        self.refused = text_label("", "refusal", wrap=True)
        self.refused.hide()
        self.body.addWidget(self.refused)
        why = self.tr("Daarna kunt u het bij Raad en mensen, Teksten en woorden, wijzigen en er velden in zetten.")
        self.body.addWidget(text_label(why, "small", wrap=True))
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = button(self.tr("&Annuleren"), "tekstblok-annuleren")
        cancel.clicked.connect(self.close)
        row.addWidget(cancel)
        keep = button(self.tr("&Opslaan"), "tekstblok-opslaan", "primary")
        keep.setDefault(True)
        keep.clicked.connect(lambda: self.named.emit(self.name.text().strip()))
        row.addWidget(keep)
        self.body.addLayout(row)
        self.take_size(460, 200)
        self.name.setFocus()

    def refuse(self, words: str) -> None:
        """Says below the name why it cannot be kept."""
        self.refused.setText(words)
        self.refused.show()
        self.name.setFocus()
        a11y.announce(self.name, words, urgent=True)


def field_values(ground: LetterGround, letter: Letter, day: str) -> dict[str, str]:
    """What the fields of text blocks give in this letter, as typed text: what is a sign in it is set as itself."""
    dossier, council = ground.dossier, ground.council
    request = next((one for one in dossier.requests if one.id == letter.request_id), None)
    director = council.contact(letter.addressee_id) or council.director(dossier.organisation)
    bare = {
        "dossier": dossier.reference,
        "titel": dossier.title,
        "datum": day,
        "aanvraag": request.title if request is not None else "",
        "ontvangen": plain_date(request.received_on) if request is not None and request.received_on is not None else "",
        "bestuurder": director.name if director is not None else "",
        "or": council.name,
    }
    return {key: line_text(TypedLine(stretches=(Stretch(text=value),))) if value else "" for key, value in bare.items()}


def _braced(fields: tuple[str, ...]) -> str:
    return ", ".join(f"{{{{{name}}}}}" for name in fields)
