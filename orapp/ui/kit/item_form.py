"""The form of one item: every field of its kind, in a dialog that keeps what is typed while it is typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from orapp.domain import editing
from orapp.domain.dossier import Dossier, code
from orapp.domain.items import Item
from orapp.services.failures import Failure
from orapp.ui.kit.a11y import announce
from orapp.ui.kit.cards import Column, button
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.editor import DossierEditor
from orapp.ui.kit.fields import Field, ItemKind
from orapp.ui.kit.forms import Form
from orapp.ui.kit.grid_editors import FieldEditor, make_editor
from orapp.ui.kit.grid_values import Choices, choices_of, successor, words
from orapp.ui.kit.labels import set_tone, text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.workplace import Workplace, capital

Part = TypeVar("Part", bound=Item)

DRAFT_MILLISECONDS = 600
WIDTH, HEIGHT = 680, 620


def described(kind: ItemKind[Part], item: Item) -> str:
    """An item in a few words: "vraag Q3"."""
    return " ".join(part for part in (kind.singular, code(kind.collection, item)) if part)


def draft_field(kind: ItemKind[Part], field: Field, *, new: bool) -> str:
    """The name under which a draft is kept; that of a new item says in which list it belongs."""
    return f"{kind.collection}.{field.key}" if new else field.key


class ItemForm(QWidget, Generic[Part]):
    """The fields of one item. `edited` names the field in which a person typed."""

    edited = Signal(str)

    def __init__(self, place: Workplace, kind: ItemKind[Part], dossier: Dossier, item: Part) -> None:
        super().__init__()
        self._kind = kind
        self._item = item
        self._form = Form(place.look)
        self._editors: dict[str, FieldEditor] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._form)
        column.addStretch(1)
        for field in kind.fields:
            self._add(place, field, dossier)
        self._begun = self.texts()

    def _add(self, place: Workplace, field: Field, dossier: Dossier) -> None:
        choices = choices_of(field, dossier)
        value = getattr(self._item, field.key)
        if field.read_only:
            said = text_label(words(field, value, dict(choices)) or "–", wrap=True)
            said.setMargin(place.look.px(6))
            self._form.add(field.key, field.label, said, field.hint)
            return
        editor = self.editor_of(place, field, choices)
        editor.show(value)
        self._form.add(field.key, field.label, editor.widget, field.hint)
        if editor.focus is not editor.widget:
            editor.focus.setAccessibleName(field.label)
        editor.edited.connect(lambda key=field.key: self._tell(key))
        self._editors[field.key] = editor

    def editor_of(self, place: Workplace, field: Field, choices: Choices) -> FieldEditor:
        """The editor of one field; a form with a field of another nature gives its own."""
        return make_editor(place, field, choices, in_cell=False)

    def _tell(self, key: str) -> None:
        self._form.clear(key)
        self.edited.emit(key)

    def value(self) -> Part | None:
        """The item as it was filled in, or None: the refusals then stand at their fields, and the first has the focus."""
        values: dict[str, object] = {}
        refused: list[tuple[str, str]] = []
        for key, editor in self._editors.items():
            self._form.clear(key)
            found = editor.read()
            if found.refusal:
                refused.append((key, found.refusal))
            else:
                values[key] = found.value
        for key, refusal in reversed(refused):
            self._form.refuse(key, refusal)
        return None if refused else successor(self._item, values)

    def refuse(self, key: str, text: str) -> bool:
        """Shows a refusal at a field; False where the form has no such field."""
        return self._form.refuse(key, text)

    def texts(self) -> dict[str, str]:
        """What stands in every field, as it was typed."""
        return {key: editor.text() for key, editor in self._editors.items()}

    def put_texts(self, texts: Mapping[str, str]) -> tuple[str, ...]:
        """Puts typed texts back; gives the labels of the fields that they changed."""
        changed: list[str] = []
        for key, text in texts.items():
            editor = self._editors.get(key)
            if editor is not None and editor.text() != text:
                editor.put_text(text)
                changed.append(editor.field.label)
        return tuple(changed)

    def is_touched(self) -> bool:
        """Whether something else stands here than when it was opened."""
        return self.texts() != self._begun

    def choose_field(self, key: str = "") -> None:
        """Puts the keyboard in a field, or in the first."""
        editor = self._editors.get(key) or next(iter(self._editors.values()), None)
        if editor is not None:
            editor.focus.setFocus(Qt.FocusReason.OtherFocusReason)


class ItemDialog(Sheet, Generic[Part]):
    """The form of one item, new or not, with "Bewaren". Ctrl+Enter keeps; Esc asks only where something was typed.

    `saved` is emitted with the item as it was kept. What is typed is kept as a draft within a second; drafts that were left
    behind are put back when the form opens.
    """

    saved = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        editor: DossierEditor,
        place: Workplace,
        kind: ItemKind[Part],
        item: Part,
        *,
        new: bool = False,
        title: str = "",
    ) -> None:
        """`item` is the item to change, or with `new` the one to add. The editor has loaded a dossier."""
        said = QCoreApplication.translate("item_form", "{what} bewerken")
        if new:
            said = QCoreApplication.translate("item_form", "{what} toevoegen")
        title = capital(title or said.format(what=described(kind, item)))
        super().__init__(parent, place.look, title, f"formulier-{kind.collection}")
        dossier = editor.dossier
        if dossier is None:
            raise RuntimeError("a form belongs to a dossier that was loaded")
        self._editor = editor
        self._place = place
        self._kind = kind
        self._item = item
        self._new = new
        self._drafted: set[str] = set()
        self._waiting: set[str] = set()
        self._closing = False
        self._saving = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_MILLISECONDS)
        self._build(title, dossier)
        self._connect()
        self.form.choose_field()
        editor.find_drafts(self._offer)

    def _build(self, title: str, dossier: Dossier) -> None:
        look = self._place.look
        self.body.addWidget(text_label(title, "heading", wrap=True))
        self._notice = text_label("", "small", wrap=True)
        self._notice.setObjectName("formulier-melding")
        self._notice.hide()
        self.body.addWidget(self._notice)
        self.form = self.make_form(dossier)
        column = Column(look)
        column.body.addWidget(self.form)
        column.body.setContentsMargins(0, 0, look.px(10), 0)
        self.body.addWidget(column, 1)
        row = QHBoxLayout()
        row.addWidget(text_label(self.tr("Ctrl+Enter bewaart"), "small"))
        row.addStretch(1)
        self._cancel = button(self.tr("Annuleren"), "formulier-annuleren")
        self._save = button(self.tr("Bewaren"), "formulier-bewaren", "primary")
        row.addWidget(self._cancel)
        row.addWidget(self._save)
        self.body.addLayout(row)
        self.take_size(WIDTH, HEIGHT)

    def _connect(self) -> None:
        self.form.edited.connect(self._typed)
        self._timer.timeout.connect(self._keep_drafts)
        self._save.clicked.connect(self.save)
        self._cancel.clicked.connect(self.reject)

    def save(self) -> None:
        """Keeps what was filled in; what is refused stands at its field and nothing typed is lost."""
        after = self.form.value()
        if after is None or self._saving:
            return
        if not self._new and not editing.changed_fields(self._item, after):
            self._leave()
            return
        self._saving = True
        self._save.setEnabled(False)
        edit, said, undoable = self.change_to(after)
        self._editor.submit(edit, said, undoable=undoable, owner=self, done=self._kept, failed=self._failed)

    def make_form(self, dossier: Dossier) -> ItemForm[Part]:
        """The fields of this dialog."""
        return ItemForm(self._place, self._kind, dossier, self._item)

    def change_to(self, after: Part) -> tuple[editing.Edit, str, bool]:
        """The edit that keeps what was filled in, what that did in words, and whether it can be taken back."""
        what = described(self._kind, self._item)
        if self._new:
            said = QCoreApplication.translate("item_form", "{what} toegevoegd").format(what=what)
            return editing.add(self._kind.collection, after), said, True
        said = QCoreApplication.translate("item_form", "{what} gewijzigd").format(what=what)
        return editing.change(self._kind.collection, self._item, after), said, True

    def _kept(self, dossier: Dossier) -> None:
        item = dossier.find(self._item.id)
        self._leave()
        if item is not None:
            self.saved.emit(item)

    def _failed(self, failure: Failure) -> None:
        self._saving = False
        self._save.setEnabled(True)
        said = self._place.said(failure)
        if not self.form.refuse(failure.fields.get("place", ""), said):
            self._tell(said, Tone.DANGER)

    def _leave(self) -> None:
        self._clear_drafts()
        self._closing = True
        super().reject()

    @override
    def reject(self) -> None:
        if self._saving and not self._closing:
            return  # it closes by itself when it is kept, and stays with its text when it cannot be
        if self._closing or not self.form.is_touched():
            self._leave()
            return
        self._place.asker.confirm(
            self,
            self.tr("Wilt u het formulier sluiten zonder te bewaren?"),
            self.tr("Wat u hebt getypt, gaat dan verloren."),
            self.tr("Niet bewaren"),
            self._leave,
        )

    def _typed(self, key: str) -> None:
        self._waiting.add(key)
        if not self._timer.isActive():
            self._timer.start()

    def _keep_drafts(self) -> None:
        texts = self.form.texts()
        for field in self._kind.fields:
            if field.key in self._waiting:
                name = draft_field(self._kind, field, new=self._new)
                self._editor.put_draft(self._item.id, name, texts[field.key])
                self._drafted.add(name)
        self._waiting.clear()

    def _clear_drafts(self) -> None:
        self._timer.stop()
        for name in sorted(self._drafted):
            self._editor.clear_draft(self._item.id, name)
        self._drafted.clear()

    def _offer(self, drafts: Mapping[tuple[str, str, str], str]) -> None:
        if not isValid(self) or self.form.is_touched():
            return
        names = {draft_field(self._kind, field, new=self._new): field.key for field in self._kind.fields}
        window = self._place.here.window
        found = {
            field: text
            for (item_id, field, of), text in drafts.items()
            if item_id == self._item.id and of == window and field in names
        }
        self._drafted |= set(found)
        labels = self.form.put_texts({names[field]: text for field, text in found.items()})
        if labels:
            what = ", ".join(label.lower() for label in labels)
            self._tell(self.tr("Niet bewaarde tekst van {fields} teruggezet.").format(fields=what), Tone.ATTENTION)

    def _tell(self, text: str, tone: Tone) -> None:
        self._notice.setText(text)
        set_tone(self._notice, tone)
        self._notice.show()
        announce(self, text, urgent=tone is Tone.DANGER)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.save()
            elif (pressed := self.focusWidget()) in (self._save, self._cancel):
                pressed.click()
            event.accept()
            return
        super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._closing or not (self._saving or self.form.is_touched()):
            self._clear_drafts()
            event.accept()
            return
        event.ignore()
        self.reject()
