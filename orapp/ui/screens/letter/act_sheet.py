"""A dialog for one act on a letter: its form, what the act means, and the refusal beside the field."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from orapp.services.failures import Refusal
from orapp.ui.kit.a11y import announce
from orapp.ui.kit.cards import button
from orapp.ui.kit.dates import DateField
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.forms import Form
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.scrolling import scrolled_column

if TYPE_CHECKING:
    from collections.abc import Callable

    from orapp.services.dossiers import Edited
    from orapp.services.failures import Failure
    from orapp.ui.kit.workplace import Workplace


# Room for a few lines that are told later, or for a refusal; drawn at 13 px text.
ROOM_FOR_MORE = 48


class ActSheet(Sheet):
    """Subclasses build the form and say what is done. `act` runs on the write lane; a refusal leaves the dialog open."""

    def __init__(
        self, parent: QWidget, place: Workplace, title: str, object_name: str, act_words: str, done: Callable[[Edited], None]
    ) -> None:
        super().__init__(parent, place.look, title, object_name)
        self._place = place
        self._done = done
        self._drawn: tuple[int, int] | None = None
        look = place.look
        self.body.addWidget(text_label(title, "title", wrap=True))
        self._area, self.room = scrolled_column(look, 10)
        self.form = Form(look, label_pixels=150)
        self.room.addWidget(self.form)
        self.obstacles = self._build_obstacles()
        self.room.insertWidget(0, self.obstacles)
        self._build_effect()
        self.room.addStretch(1)
        self.body.addWidget(self._area, 1)
        self._build_acts(act_words)

    def _build_obstacles(self) -> QFrame:
        look = self._place.look
        band = QFrame()
        band.setObjectName("staat-in-de-weg")
        band.setProperty("part", "band")
        band.setProperty("tone", Tone.DANGER.value)
        words = QVBoxLayout(band)
        words.setContentsMargins(look.px(14), look.px(8), look.px(14), look.px(8))
        self._obstacle_words = text_label("", wrap=True)
        self._obstacle_words.setObjectName("staat-in-de-weg-tekst")
        words.addWidget(self._obstacle_words)
        band.hide()
        return band

    def _build_effect(self) -> None:
        look = self._place.look
        self.effect = QFrame()
        self.effect.setObjectName("gevolg")
        self.effect.setProperty("part", "band")
        self.effect.setProperty("tone", Tone.ACCENT.value)
        words = QVBoxLayout(self.effect)
        words.setContentsMargins(look.px(14), look.px(8), look.px(14), look.px(8))
        words.addWidget(text_label(self.tr("Dit betekent"), "strong"))
        self._effect_words = text_label("", wrap=True)
        self._effect_words.setObjectName("gevolg-tekst")
        words.addWidget(self._effect_words)
        self.room.addWidget(self.effect)

    def _build_acts(self, act_words: str) -> None:
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("geweigerd")
        self.refusal.hide()
        self.body.addWidget(self.refusal)
        row = QHBoxLayout()
        row.addWidget(text_label(self.tr("Ctrl+Enter legt vast"), "small"))
        row.addStretch(1)
        self.cancel_button = button(self.tr("Annuleren"), "annuleren")
        self.cancel_button.clicked.connect(self.reject)
        self.do_button = button(act_words, "vastleggen", "primary")
        self.do_button.clicked.connect(self.perform)
        row.addWidget(self.cancel_button)
        row.addWidget(self.do_button)
        self.body.addLayout(row)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.perform)

    def take_height(self, width: int, most: int) -> None:
        """Takes the height that its words and fields need, at most the given one; sizes drawn at 13 px text."""
        self._drawn = width, most
        self.take_size(width, self._wanted(width, most))

    def _wanted(self, width: int, most: int) -> int:
        look, inside = self._look, self._area.widget()
        sides = self.body.contentsMargins()
        room = look.px(width) - sides.left() - sides.right()
        needed = inside.heightForWidth(room) if inside is not None and inside.hasHeightForWidth() else 0
        beside = self.body.totalSizeHint().height() - self._area.sizeHint().height()
        wanted = ceil((needed + beside) * 100 / look.text_percent) + ROOM_FOR_MORE
        return min(most, wanted) if needed else most

    def _grow(self) -> None:
        """What an act means is told later, and may need more room; a dialog never becomes smaller by itself."""
        if self._drawn is not None and (height := self._wanted(*self._drawn)) > self.height() * 100 // self._look.text_percent:
            self.take_size(self.width() * 100 // self._look.text_percent, height)

    def day_field(self, key: str, label: str) -> DateField:
        """A row with a date; today to begin with."""
        field = self.form.add(key, label, DateField(self._place, key, label.replace("&", "")))
        field.set_value(self._place.today())
        return field

    def tell_effect(self, lines: list[str]) -> None:
        """Says what the act means."""
        words = "\n".join(lines)
        self._effect_words.setText(words)
        self.effect.setAccessibleName(words)
        # After the layout has heard of the other words.
        QTimer.singleShot(0, self, self._grow)

    def tell_obstacles(self, lines: list[str]) -> None:
        """Says before all else what stands in the way of the act; nothing where nothing does."""
        words = "\n".join(lines)
        self._obstacle_words.setText(words)
        self.obstacles.setAccessibleName(words)
        self.obstacles.setVisible(bool(lines))

    def work(self) -> Callable[[], Edited] | None:
        """What is done, as it was filled in; None where a field was refused."""
        raise NotImplementedError

    def perform(self) -> None:
        """Does the act."""
        self.form.clear_all()
        self.refusal.hide()
        work = self.work()
        if work is None:
            return
        self.do_button.setEnabled(False)
        self._place.tasks.write(self, work, self._finish, self._fail)

    def refuse(self, place: str, words: str) -> None:
        """Says beside the field why it is refused."""
        if not self.form.refuse(place, words):
            self.refusal.setText(words)
            self.refusal.show()
            announce(self, words, urgent=True)

    def _finish(self, edited: Edited) -> None:
        self.accept()
        self._done(edited)

    def _fail(self, failure: Failure) -> None:
        self.do_button.setEnabled(True)
        place = str(failure.fields.get("place", "")) if isinstance(failure, Refusal) else ""
        self.refuse(place, self._place.said(failure))
