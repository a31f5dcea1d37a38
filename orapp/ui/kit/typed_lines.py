"""What stands typed in the named lines and texts of a form or sheet, told apart from what stood there at first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

# Parts that Qt makes itself, as the line in a calendar: nobody types a fact there.
QT_OWN = "qt_"


class TypedLines:
    """Every named line and text below a widget, that of a date included, as it is typed: also what is no date or number yet.

    What is hidden counts too: a form hides what does not fit an earlier answer, and shows it again when that changes.
    """

    def __init__(self, root: QWidget) -> None:
        """What stands there now is taken as what the program put there itself."""
        self._root = root
        self._first = self.texts()

    def texts(self) -> dict[str, str]:
        """All of it by the names of the fields."""
        return {name: _text(field) for name, field in self._fields()}

    def typed(self) -> dict[str, str]:
        """Only what stands there otherwise than at first."""
        return {name: text for name, text in self.texts().items() if text != self._first.get(name, "")}

    def put(self, texts: Mapping[str, str], *, over: bool = False) -> tuple[str, ...]:
        """Puts texts in the fields with those names and gives the names; where something was typed since, only if `over`."""
        put = []
        for name, field in self._fields():
            if name in texts and texts[name] != (present := _text(field)) and (over or present == self._first.get(name, "")):
                put.append(name)
                if isinstance(field, QPlainTextEdit):
                    field.setPlainText(texts[name])
                else:
                    field.setText(texts[name])
        return tuple(put)

    def follow(self, typed: Callable[[], None]) -> None:
        """Calls `typed` whenever something in these fields changes, by whatever hand."""
        for _, field in self._fields():
            if isinstance(field, QPlainTextEdit):
                field.textChanged.connect(typed)
            else:
                field.textChanged.connect(lambda _text: typed())

    def _fields(self) -> Iterator[tuple[str, QLineEdit | QPlainTextEdit]]:
        for kind in (QLineEdit, QPlainTextEdit):
            for field in self._root.findChildren(kind):
                name = field.objectName()
                if isinstance(field, QLineEdit | QPlainTextEdit) and name and not name.startswith(QT_OWN):
                    yield name, field


def _text(field: QLineEdit | QPlainTextEdit) -> str:
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()
