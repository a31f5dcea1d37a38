"""Goes anywhere and does anything by a few letters: dossiers, letters, papers, terms, people and commands in one list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMainWindow, QMenu, QStackedWidget, QWidget
from typing_extensions import override

from orapp.domain.letter_life import LetterStage
from orapp.services.rows import FoundKind, FoundMark, FoundRow
from orapp.texts.dates import short_date
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import empty_hint
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.dossier_tabs import COURSE, DOCUMENTS
from orapp.ui.kit.tables import Cell, Column, RowModel, Table
from orapp.ui.shell.places import COUNCIL

if TYPE_CHECKING:
    from pathlib import Path

    from orapp.letters.letter_kinds import LetterKind
    from orapp.services.desk import Desk
    from orapp.ui.kit.workplace import Workplace

MOST_KEPT = 12
MOST_ACTS = 7
LIKE_ENOUGH = 74.0
DOSSIER_SCORE = 101.0
ACT_MARK = "a:"


class ShownDossier(Protocol):
    """The dossier that is shown."""

    @property
    def reference(self) -> str: ...


class Ways(Protocol):
    """Where the palette can lead to."""

    def open_dossier(self, reference: str) -> None: ...

    def open_part(self, reference: str, tab: str, item_id: str) -> None: ...

    def go_to(self, key: str) -> None: ...

    def shown_dossier(self) -> ShownDossier | None: ...

    def open_letter(self, reference: str, kind: str, request_id: str, letter_id: str = "") -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """One line of the palette: what it is, what stands beside it, and what choosing it does."""

    title: str
    second: str
    mark: str
    score: float
    kept: str  # by what it is remembered, or empty
    go: Callable[[], object]


class Palette(Sheet):
    """A field and a list below it. The keyboard stays in the field: arrows choose, Enter goes, Esc closes."""

    def __init__(self, parent: QWidget, place: Workplace, desk: Desk, ways: Ways, acts: Sequence[QAction]) -> None:
        super().__init__(parent, place.look, "", "zoekvenster")
        self.setWindowTitle(self.tr("Zoeken en opdrachten"))
        self.setAccessibleName(self.windowTitle())
        self._place = place
        self._desk = desk
        self._ways = ways
        self._acts = acts
        look = place.look
        self.field = QLineEdit()
        a11y.name(self.field, "zoekveld", self.tr("Zoek dossiers, stukken, brieven, termijnen, mensen en opdrachten"))
        self.field.setPlaceholderText(self.tr("Zoek dossiers, stukken, brieven, opdrachten…"))
        self.field.setClearButtonEnabled(True)
        self.body.addWidget(self.field)
        model: RowModel[Goal] = RowModel(self._columns())
        self.table = Table(model, look, "zoekresultaten", self.tr("Gevonden"))
        self.table.horizontalHeader().hide()
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing = empty_hint(self.tr("Niets gevonden. Probeer een ander woord of een kenmerk, zoals 2026-014."))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._nothing)
        self.body.addWidget(self._pages, 1)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._search)
        self.table.clicked.connect(lambda _index: self.go())
        self.take_size(720, 480)
        self._search("")
        self.field.setFocus()

    def _columns(self) -> list[Column[Goal]]:
        return [
            Column(key="what", title=self.tr("Wat"), cell=lambda row: Cell(text=row.title, second=row.second), weight=1),
            Column(key="kind", title=self.tr("Soort"), cell=lambda row: Cell(text=row.mark, quiet=True), pixels=172),
        ]

    # -- looking -------------------------------------------------------------------------------------------------------

    def _search(self, typed: str) -> None:
        find, visibility = self._desk.find, self._place.here.visibility
        if typed.strip():
            shown = self._ways.shown_dossier()
            desk, reference = self._desk, shown.reference if shown is not None else ""

            def look() -> tuple[tuple[FoundRow, ...], tuple[LetterKind, ...]]:
                return find.find(typed, visibility), desk.letters.kinds_for(reference) if reference else ()

            self._place.tasks.read(self, "zoeken", look, lambda found: self._show_found(typed, *found))
            return
        marks = [mark for key in self._kept() if (mark := _mark_of(key)) is not None]
        self._place.tasks.read(self, "zoeken", lambda: find.again(marks, visibility), self._show_last)

    def _show_last(self, rows: tuple[FoundRow, ...]) -> None:
        """Nothing typed: what was chosen last comes first, then the commands in the order of the menus."""
        goals = {goal.kept: goal for goal in (*map(self._goal_of, rows), *map(self._act_of, self._acts))}
        last = [goals.pop(key) for key in self._kept() if key in goals]
        self._show((*last, *goals.values()))

    def _show_found(self, typed: str, rows: tuple[FoundRow, ...], kinds: tuple[LetterKind, ...]) -> None:
        from orapp.services.finding import likeness, words_of

        # A dossier may be found by what was asked in it: it then stands above its own papers all the same.
        least = {FoundKind.DOSSIER: DOSSIER_SCORE}
        found = [self._goal_of(row, max(least.get(row.kind, 0.0), likeness(typed, words_of(row)))) for row in rows]
        acts = [self._act_of(act, likeness(typed, plain_words(act))) for act in self._acts]
        acts += [self._letter_of(kind, likeness(typed, kind.title)) for kind in kinds]
        fitting = sorted((goal for goal in acts if goal.score >= LIKE_ENOUGH), key=lambda goal: -goal.score)[:MOST_ACTS]
        kept = self._kept()
        last = {key: len(kept) - place for place, key in enumerate(kept)}
        self._show(tuple(sorted((*found, *fitting), key=lambda goal: (-round(goal.score, -1), -last.get(goal.kept, 0)))))

    def _show(self, goals: tuple[Goal, ...]) -> None:
        self.table.row_model.show(goals)
        self.table.choose_first()
        self._pages.setCurrentWidget(self.table if goals else self._nothing)
        self._tell()

    # -- goals ---------------------------------------------------------------------------------------------------------

    def _goal_of(self, row: FoundRow, score: float = 0.0) -> Goal:
        ways, reference = self._ways, row.reference
        day = short_date(row.day, this_year=self._place.today().year) if row.day is not None else ""
        where = " · ".join(part for part in (day, f"{reference} {row.second}") if part)
        goal = partial(Goal, score=score, kept=_kept_as(row))
        match row.kind:
            case FoundKind.DOSSIER:
                title, go = f"{reference} {row.title}", partial(ways.open_dossier, reference)
                return goal(title=title, second=row.second, mark=self.tr("dossier"), go=go)
            case FoundKind.DEADLINE:
                go = partial(ways.open_part, reference, COURSE, row.item_id)
                return goal(title=row.title, second=where, mark=self.tr("termijn"), go=go)
            case FoundKind.LETTER:
                go = partial(ways.open_letter, reference, row.code, "", row.item_id)
                second = " · ".join(part for part in (day, reference, row.title) if part)
                return goal(title=self._letter_title(row), second=second, mark=self.tr("brief"), go=go)
            case FoundKind.PAPER:
                go = partial(ways.open_part, reference, DOCUMENTS, row.item_id)
                return goal(title=f"{row.code} {row.title}".strip(), second=where, mark=self.tr("stuk"), go=go)
            case FoundKind.PERSON:
                go = partial(ways.go_to, COUNCIL)
                return goal(title=row.title, second=row.second, mark=self.tr("persoon"), go=go)

    def _letter_title(self, row: FoundRow) -> str:
        """A letter by the name of its kind, where it is in its life, and its dossier: what a person would call it."""
        concept = row.state == LetterStage.CONCEPT.value
        state = self._place.texts.label(LetterStage(row.state))
        named, state = row.kind_title or self.tr("Brief"), f"{state} {row.number}" if concept else state
        return self.tr("{name} ({state}) — {dossier}").format(name=named, state=state, dossier=row.second)

    def _act_of(self, act: QAction, score: float = 0.0) -> Goal:
        keys = act.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        mark = self.tr("opdracht · {keys}").format(keys=keys) if keys else self.tr("opdracht")
        words = plain_words(act)
        return Goal(title=words, second="", mark=mark, score=score, kept=f"{ACT_MARK}{words}", go=act.trigger)

    def _letter_of(self, kind: LetterKind, score: float) -> Goal:
        """A letter that can be written in the dossier that is shown."""
        return Goal(
            title=self.tr("Brief maken: {title}").format(title=kind.title.lower()),
            second=kind.purpose,
            mark=self.tr("brief in dit dossier"),
            score=score,
            kept="",
            go=partial(self._write, kind.key),
        )

    def _write(self, kind: str) -> None:
        shown = self._ways.shown_dossier()
        if shown is not None:
            self._ways.open_letter(shown.reference, kind, "")

    # -- choosing ------------------------------------------------------------------------------------------------------

    def go(self) -> None:
        """Closes, then does what was chosen: a command may open a dialog of its own."""
        goal = self.table.current()
        if goal is None:
            return
        if goal.kept:
            kept = [goal.kept, *(key for key in self._kept() if key != goal.kept)][:MOST_KEPT]
            self._place.memory.keep(self._memory_key(), "\n".join(kept))
        self.accept()
        goal.go()

    def _kept(self) -> list[str]:
        return [key for key in self._place.memory.value(self._memory_key()).split("\n") if key]

    def _memory_key(self) -> str:
        path: Path = self._desk.archive.path
        return f"last {path}"

    def _tell(self) -> None:
        """A screen reader hears what Enter would do, for the keyboard stays in the field."""
        goal = self.table.current()
        if goal is not None:
            a11y.announce(self.field, ", ".join(part for part in (goal.title, goal.second, goal.mark) if part))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            step = steps.get(Qt.Key(event.key()), 0)
            if step:
                self._move(step)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.go()
                return True
        return super().eventFilter(watched, event)

    def _move(self, step: int) -> None:
        rows = len(self.table.row_model.rows)
        if rows:
            wanted = min(max(0, self.table.currentIndex().row() + step), rows - 1)
            self.table.setCurrentIndex(self.table.row_model.index(wanted, 0))
            self._tell()


def _kept_as(row: FoundRow) -> str:
    """What is remembered of something that was chosen: no name and no title, which may be secret."""
    return f"{row.kind.value}:{row.dossier_id}:{row.item_id}"


def _mark_of(kept: str) -> FoundMark | None:
    """What was remembered; None for a command, or what an earlier form of this list kept."""
    kind, *rest = kept.split(":", 2)
    if kind not in set(FoundKind) or len(rest) != len(("dossier", "item")):
        return None
    return FoundMark(kind=FoundKind(kind), dossier_id=rest[0], item_id=rest[1])


def acts_of(window: QMainWindow) -> list[QAction]:
    """Every act in the menus of a window that can be done now, in their order."""
    menus = [menu for top in window.menuBar().actions() if isinstance(menu := top.menu(), QMenu)]
    return [act for menu in menus for act in menu.actions() if act.isEnabled() and not act.isSeparator() and act.menu() is None]


def plain_words(act: QAction) -> str:
    """The words of an act without the mark of its letter."""
    return act.text().replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")
