"""Asks for one word: a tag, an owner or the name of a view, from those that are there or a new one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from orapp.ui.kit.cards import button
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.forms import Form
from orapp.ui.kit.labels import text_label

if TYPE_CHECKING:
    from orapp.ui.kit.look import Look


class WordSheet(Sheet):
    """One field with what is known already; `given` gets the word, and may refuse it by giving a sentence back."""

    def __init__(
        self,
        parent: QWidget,
        look: Look,
        *,
        title: str,
        label: str,
        why: str,
        act: str,
        known: Sequence[str],
        given: Callable[[str], str],
    ) -> None:
        super().__init__(parent, look, title, "woord-vragen")
        self._given = given
        if why:
            self.body.addWidget(text_label(why, "quiet", wrap=True))
        form = Form(look, label_pixels=110)
        self.field = QComboBox()
        self.field.setEditable(True)
        self.field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for word in known:
            self.field.addItem(word)
        self.field.setCurrentIndex(-1)
        self._form = form
        form.add("woord", label, self.field)
        line = self.field.lineEdit()
        if line is not None:
            line.setAccessibleName(label.replace("&", ""))
            line.setObjectName("woord-regel")
            line.returnPressed.connect(self._give)
        self.field.editTextChanged.connect(lambda _text: form.clear("woord"))
        self.body.addWidget(form)
        self.body.addStretch(1)
        acts = QHBoxLayout()
        acts.addStretch(1)
        self.give_button = button(act, "woord-geven", "primary")
        self.cancel_button = button(self.tr("Annuleren"), "woord-annuleren")
        acts.addWidget(self.cancel_button)
        acts.addWidget(self.give_button)
        self.body.addLayout(acts)
        self.give_button.clicked.connect(self._give)
        self.cancel_button.clicked.connect(self.reject)
        self.take_size(460, 190)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        # A field to choose in hands Enter to its line once more; the word is given once.
        if not self.isVisible():
            return
        refused = self._given(" ".join(self.field.currentText().split()))
        if refused:
            self._form.refuse("woord", refused)
        else:
            self.accept()
