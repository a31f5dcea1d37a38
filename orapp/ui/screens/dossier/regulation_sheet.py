"""The form of the regulation that consent is asked for: its version and days, and its parts as rows that are typed or pasted."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from orapp.domain.dossier import code
from orapp.domain.editing import Edit, change
from orapp.domain.items import Item
from orapp.domain.requests import PartResult, ProposedDecision, Regulation, RegulationPart
from orapp.ui.kit.fields import Field, FieldKind, ItemKind
from orapp.ui.kit.grid_editors import FieldEditor
from orapp.ui.kit.grid_values import Choices, Read
from orapp.ui.kit.item_form import ItemDialog, ItemForm
from orapp.ui.kit.typed_rows import Rows, RowsEditor
from orapp.ui.screens.dossier.item_kinds_options import items_in

if TYPE_CHECKING:
    from orapp.domain.dossier import Dossier
    from orapp.ui.kit.editor import DossierEditor
    from orapp.ui.kit.workplace import Workplace

PARTS = "parts"
WIDTHS = (5, 6, 4, 4, 3)
RESULT = 4
WIDTH, HEIGHT = 1080, 680


@dataclass(frozen=True, slots=True, kw_only=True)
class RegulationText(Item):
    """A regulation while it is filled in, under the identity of its proposed decision."""

    title: str = ""
    version: str = ""
    dated_on: date | None = None
    action: str = "adopt"
    paper_id: str = ""
    cao_overlap: str = ""
    parts: tuple[RegulationPart, ...] = ()
    effective_from: date | None = None
    expires_on: date | None = None
    evaluation_on: date | None = None


VALUES = tuple(field.name for field in fields(Regulation))


def filled_in(text: RegulationText) -> Regulation | None:
    """The regulation that was filled in, or None where nothing says anything of one."""
    changed: Callable[..., Regulation] = replace
    made = changed(Regulation(title=""), **{name: getattr(text, name) for name in VALUES})
    return None if made == Regulation(title="", action=made.action) else made


def shown_text(decision: ProposedDecision) -> RegulationText:
    """The regulation of a proposed decision as its form begins."""
    regulation = decision.regulation or Regulation(title="")
    changed: Callable[..., RegulationText] = replace
    return changed(RegulationText(id=decision.id), **{name: getattr(regulation, name) for name in VALUES})


def actions() -> list[tuple[str, str]]:
    """What is done with a regulation, as (value, words): consent is asked for each of these (art. 27 lid 1)."""
    return [
        ("adopt", QCoreApplication.translate("regulation", "vaststellen")),
        ("change", QCoreApplication.translate("regulation", "wijzigen")),
        ("withdraw", QCoreApplication.translate("regulation", "intrekken")),
    ]


def regulation_kind(singular: str) -> ItemKind[RegulationText]:
    """The fields of a regulation."""
    tr = QCoreApplication.translate
    return ItemKind(
        collection="regulation",
        singular=singular,
        plural="",
        empty="",
        fields=(
            Field(
                key="title",
                label=tr("regulation", "Naam van de regeling"),
                hint=tr("regulation", "Leeg: de naam van het voorgenomen besluit."),
            ),
            Field(
                key="version",
                label=tr("regulation", "Versie"),
                hint=tr("regulation", "Instemming geldt voor één versie. Vul de versie in, of de datum op de regeling."),
            ),
            Field(key="dated_on", label=tr("regulation", "Datum op de regeling"), kind=FieldKind.DATE),
            Field(
                key="action",
                label=tr("regulation", "Instemming met"),
                kind=FieldKind.CHOICE,
                options=lambda _dossier: actions(),
            ),
            Field(key="paper_id", label=tr("regulation", "Stuk"), kind=FieldKind.ITEM, options=items_in("papers")),
            Field(
                key=PARTS,
                label=tr("regulation", "Onderdelen"),
                hint=tr(
                    "regulation",
                    "Oordeel en gevraagde wijziging zijn van de OR, het antwoord is van de bestuurder. Alt+pijl verplaatst "
                    "een rij, Del haalt haar weg.",
                ),
            ),
            Field(
                key="cao_overlap",
                label=tr("regulation", "Al in de cao geregeld"),
                kind=FieldKind.TEXT,
                hint=tr("regulation", "Wat een cao inhoudelijk al regelt, vraagt geen instemming (art. 27 lid 3)."),
            ),
            Field(key="effective_from", label=tr("regulation", "Gaat in op"), kind=FieldKind.DATE),
            Field(
                key="expires_on",
                label=tr("regulation", "Instemming tot en met"),
                kind=FieldKind.DATE,
                hint=tr("regulation", "Alleen bij een tijdelijke instemming."),
            ),
            Field(key="evaluation_on", label=tr("regulation", "Evaluatie op"), kind=FieldKind.DATE),
        ),
        make=lambda _dossier, new_id, _request_id: RegulationText(id=new_id),
    )


class PartsEditor(FieldEditor):
    """The parts of a regulation as rows; a part that is not judged yet stays open."""

    def __init__(self, place: Workplace, field: Field) -> None:
        tr = QCoreApplication.translate
        heads = (
            tr("regulation", "Onderdeel"),
            tr("regulation", "Oordeel"),
            tr("regulation", "Wijziging"),
            tr("regulation", "Antwoord"),
            tr("regulation", "Uitkomst"),
        )
        # As these are called in letters and in what a director sends.
        also = {
            1: (tr("regulation", "Oordeel van de OR"),),
            2: (tr("regulation", "Gevraagde wijziging"),),
            3: (tr("regulation", "Antwoord van de bestuurder"),),
        }
        # Open is an empty cell: a row in which nothing else was typed is no row.
        self._results = [("", place.texts.label(PartResult.OPEN))]
        self._results += [(one.value, place.texts.label(one)) for one in PartResult if one is not PartResult.OPEN]
        self.rows = RowsEditor(place, "regeling-onderdelen", field.label, heads, WIDTHS, {RESULT: self._results}, also)
        super().__init__(place, field, (), self.rows)
        self.rows.setFocusProxy(self.rows.add_button)
        self.focus = self.rows.grid
        self._typed: Rows = ()
        self.rows.changed.connect(self._take)
        self.rows.grid.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter on a row keeps the form, as in every field of it; Enter alone opens the cell."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.rows.grid:
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _take(self, rows: Rows) -> None:
        self._typed = rows
        self.edited.emit()

    @override
    def show(self, value: object) -> None:
        parts = value if isinstance(value, tuple) else ()
        self._put(tuple(_row(part) for part in parts if isinstance(part, RegulationPart)))

    @override
    def read(self) -> Read:
        self.rows.grid.close_editor(keep=True)
        known = {value for value, _ in self._results}
        for number, row in enumerate(self._typed, 1):
            if row[RESULT] not in known:
                said = QCoreApplication.translate("regulation", "Rij {number}: kies bij Uitkomst een van: {words}.")
                return Read(refusal=said.format(number=number, words=", ".join(words for _, words in self._results)))
        return Read(value=tuple(_part(row) for row in self._typed))

    @override
    def text(self) -> str:
        return json.dumps(self._typed, ensure_ascii=False) if self._typed else ""

    @override
    def put_text(self, text: str) -> None:
        found = json.loads(text) if text else []
        self._put(tuple(tuple(str(cell) for cell in row) for row in found))

    def _put(self, rows: Rows) -> None:
        self.rows.show_rows(rows)
        self._typed = self.rows.rows()


def _row(part: RegulationPart) -> tuple[str, ...]:
    result = "" if part.result is PartResult.OPEN else part.result.value
    return part.article, part.opinion, part.change_asked, part.director_answer, result


def _part(row: tuple[str, ...]) -> RegulationPart:
    article, opinion, change_asked, answer, result = (cell.strip() for cell in row)
    return RegulationPart(
        article=article,
        opinion=opinion,
        change_asked=change_asked,
        director_answer=answer,
        result=PartResult(result) if result else PartResult.OPEN,
    )


class RegulationForm(ItemForm[RegulationText]):
    """The fields of a regulation, its parts among them."""

    @override
    def editor_of(self, place: Workplace, field: Field, choices: Choices) -> FieldEditor:
        return PartsEditor(place, field) if field.key == PARTS else super().editor_of(place, field, choices)


class RegulationSheet(ItemDialog[RegulationText]):
    """The regulation of one proposed decision; what is emptied whole is no regulation any more."""

    def __init__(self, parent: QWidget, editor: DossierEditor, place: Workplace, decision: ProposedDecision) -> None:
        self._decision = decision
        named = QCoreApplication.translate("regulation", "regeling van {code}")
        named = named.format(code=code("proposed_decisions", decision)).strip()
        super().__init__(parent, editor, place, regulation_kind(named), shown_text(decision), new=True, title=named)
        self.take_size(WIDTH, HEIGHT)

    @override
    def make_form(self, dossier: Dossier) -> ItemForm[RegulationText]:
        return RegulationForm(self._place, self._kind, dossier, self._item)

    @override
    def change_to(self, after: RegulationText) -> tuple[Edit, str, bool]:
        decision = self._decision
        edit = change("proposed_decisions", decision, replace(decision, regulation=filled_in(after)))
        return edit, QCoreApplication.translate("regulation", "{what} gewijzigd").format(what=self._kind.singular), True
