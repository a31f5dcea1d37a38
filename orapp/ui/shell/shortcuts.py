"""The overview of shortcuts: those of the menus and those of lists, fields, dates and letters; it can be printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QWidget

from orapp.ui.kit.cards import Column as CardColumn
from orapp.ui.kit.cards import button
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.look import Look
from orapp.ui.kit.printing import print_document, take_paper
from orapp.ui.kit.tables import Cell, Column, FittedTable, RowModel

PAPER_TEXT = 12
NATIVE = QKeySequence.SequenceFormat.NativeText


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRow:
    """What some keys do, and where: in a menu, a list, a field."""

    where: str
    keys: str
    act: str


def key_rows(acts: Iterable[QAction]) -> tuple[KeyRow, ...]:
    """The keys of these acts, followed by those that a list, a field, a date and a letter answer to themselves."""
    words = QCoreApplication.translate("shortcuts", "Overal")
    menus = tuple(
        KeyRow(where=words, keys=" ".join(key.toString(NATIVE) for key in act.shortcuts()[:1]), act=act.text().replace("&", ""))
        for act in acts
        if act.shortcuts()
    )
    return menus + _everywhere(words) + _dossier() + _lists() + _fields() + _letters()


def _rows(where: str, *pairs: tuple[str, str]) -> tuple[KeyRow, ...]:
    return tuple(KeyRow(where=where, keys=keys, act=act) for keys, act in pairs)


def _everywhere(where: str) -> tuple[KeyRow, ...]:
    tr = QCoreApplication.translate
    return _rows(
        where,
        ("Esc", tr("shortcuts", "Terug, of sluiten wat openstaat")),
        ("Enter", tr("shortcuts", "Openen wat gekozen is")),
        ("Tab", tr("shortcuts", "Naar het volgende veld of de volgende knop")),
        ("Shift+Tab", tr("shortcuts", "Naar het vorige veld of de vorige knop")),
        (tr("shortcuts", "Alt+letter"), tr("shortcuts", "Menu of knop met die onderstreepte letter")),
        ("Ctrl+Enter", tr("shortcuts", "Bewaren of vastleggen in een formulier")),
    )


def _dossier() -> tuple[KeyRow, ...]:
    tr = QCoreApplication.translate
    return _rows(
        tr("shortcuts", "Dossier"),
        ("Ctrl+L", tr("shortcuts", "Iets vastleggen dat is gebeurd")),
        ("Ctrl+Tab", tr("shortcuts", "Volgend tabblad")),
        ("Ctrl+Shift+Tab", tr("shortcuts", "Vorig tabblad")),
        ("Alt+PgDown", tr("shortcuts", "Volgend onderdeel van het tabblad")),
        ("Alt+PgUp", tr("shortcuts", "Vorig onderdeel van het tabblad")),
        ("Ctrl+Shift+Z", tr("shortcuts", "Opnieuw doen")),
    )


def _lists() -> tuple[KeyRow, ...]:
    tr = QCoreApplication.translate
    return _rows(
        tr("shortcuts", "Lijsten"),
        ("Ins", tr("shortcuts", "Nieuwe regel")),
        ("F2", tr("shortcuts", "De gekozen cel bewerken; typen kan ook meteen")),
        ("Alt+Enter", tr("shortcuts", "De regel openen in een formulier")),
        (tr("shortcuts", "Alt+pijl omhoog"), tr("shortcuts", "De regel omhoog")),
        (tr("shortcuts", "Alt+pijl omlaag"), tr("shortcuts", "De regel omlaag")),
        ("Ctrl+C", tr("shortcuts", "Gekozen regels kopiëren, met hun koppen")),
        ("Ctrl+V", tr("shortcuts", "Plakken als rijen uit Word of Excel; bij Stukken: bestanden plakken")),
        ("Del", tr("shortcuts", "De gekozen regels verwijderen")),
        ("Home", tr("shortcuts", "Naar de eerste regel")),
        ("End", tr("shortcuts", "Naar de laatste regel")),
        ("Shift+F10", tr("shortcuts", "Menu van de lijst")),
    )


def _fields() -> tuple[KeyRow, ...]:
    tr = QCoreApplication.translate
    return _rows(
        tr("shortcuts", "Datumvelden"),
        (tr("shortcuts", "Pijl omhoog"), tr("shortcuts", "Een dag later")),
        (tr("shortcuts", "Pijl omlaag"), tr("shortcuts", "Een dag eerder")),
        ("PgUp", tr("shortcuts", "Een maand later")),
        ("PgDown", tr("shortcuts", "Een maand eerder")),
        ("Ctrl+PgUp", tr("shortcuts", "Een week later")),
        ("Ctrl+PgDown", tr("shortcuts", "Een week eerder")),
        (tr("shortcuts", "Alt+pijl omlaag"), tr("shortcuts", "De kalender openen")),
    )


def _letters() -> tuple[KeyRow, ...]:
    tr = QCoreApplication.translate
    return (
        _rows(
            tr("shortcuts", "Brief"),
            (tr("shortcuts", "Ctrl+pijl omlaag"), tr("shortcuts", "Naar het volgende onderdeel van de brief")),
            (tr("shortcuts", "Ctrl+pijl omhoog"), tr("shortcuts", "Naar het vorige onderdeel van de brief")),
            (tr("shortcuts", "Alt+pijl omhoog"), tr("shortcuts", "Het onderdeel eerder in de brief")),
            (tr("shortcuts", "Alt+pijl omlaag"), tr("shortcuts", "Het onderdeel later in de brief")),
        )
        + _own_words()
    )


def _own_words() -> tuple[KeyRow, ...]:
    tr = QCoreApplication.translate
    return _rows(
        tr("shortcuts", "Eigen tekst in een brief"),
        ("Ctrl+B", tr("shortcuts", "Vet (buiten de tekst: brief maken)")),
        ("Ctrl+I", tr("shortcuts", "Cursief")),
        ("Ctrl+Shift+8", tr("shortcuts", "Opsomming; typen van “- ” kan ook")),
        ("Ctrl+Shift+7", tr("shortcuts", "Genummerde lijst; typen van “1. ” of “a. ” kan ook")),
        ("Ctrl+]", tr("shortcuts", "Een punt onder het punt erboven (a., b.); Alt+Shift+pijl rechts kan ook")),
        ("Ctrl+[", tr("shortcuts", "Een punt weer op het eerste niveau; Alt+Shift+pijl links kan ook")),
        ("Ctrl+Shift+9", tr("shortcuts", "Citaat; typen van “> ” kan ook")),
        ("Ctrl+Shift+Q", tr("shortcuts", "Citaat met bron")),
        ("Ctrl+Shift+I", tr("shortcuts", "Invoegen uit het dossier; typen van “[[” kan ook")),
        ("F7", tr("shortcuts", "Volgende spelfout, met voorstellen")),
        ("Ctrl+Shift+V", tr("shortcuts", "Plakken zonder opmaak")),
        ("Tab", tr("shortcuts", "In een tabel: naar de volgende cel; Enter maakt na de laatste cel een rij")),
        ("Shift+Enter", tr("shortcuts", "Nieuwe regel in dezelfde alinea")),
    )


class ShortcutSheet(Sheet):
    """A table of what each shortcut does, on the screen and on paper."""

    def __init__(self, parent: QWidget, look: Look, rows: tuple[KeyRow, ...]) -> None:
        super().__init__(parent, look, self.tr("Sneltoetsen"), "sneltoetsen-venster")
        self._rows = rows
        columns: list[Column[KeyRow]] = [
            Column(key="keys", title=self.tr("Toetsen"), cell=lambda row: Cell(text=row.keys, strong=True), pixels=150),
            Column(key="act", title=self.tr("Wat er gebeurt"), cell=lambda row: Cell(text=row.act), weight=1),
            Column(key="where", title=self.tr("Waar"), cell=lambda row: Cell(text=row.where, quiet=True), pixels=110),
        ]
        model: RowModel[KeyRow] = RowModel(columns)
        table = FittedTable(model, look, "sneltoetsen", self.tr("Sneltoetsen"))
        room = CardColumn(look)
        room.fill(table)
        self.body.addWidget(room, 1)
        walk = self.tr("Pijltjes lopen door lijsten, Enter opent, Tab gaat verder, Alt met een letter opent een menu.")
        table.setAccessibleDescription(walk)
        row = QHBoxLayout()
        paper = button(self.tr("Af&drukken…"), "sneltoetsen-afdrukken")
        paper.clicked.connect(lambda: print_document(self.document(), self))
        row.addWidget(paper)
        row.addStretch(1)
        close = button(self.tr("&Sluiten"), "sneltoetsen-sluiten", "primary")
        close.clicked.connect(self.close)
        row.addWidget(close)
        self.body.addLayout(row)
        self.take_size(620, 690)
        model.show(rows)
        table.choose_first()
        table.setFocus()

    def document(self) -> QTextDocument:
        """The overview for paper: a table under a heading for each place."""
        parts = [f"<h2>{escape(self.tr('Sneltoetsen van orapp'))}</h2>"]
        for where in dict.fromkeys(row.where for row in self._rows):
            lines = "".join(
                f"<tr><td width='32%'><b>{escape(row.keys)}</b></td><td>{escape(row.act)}</td></tr>"
                for row in self._rows
                if row.where == where
            )
            parts.append(f"<h4>{escape(where)}</h4><table width='100%' cellpadding='2'>{lines}</table>")
        made = QTextDocument(self)
        made.setDefaultFont(self._look.font(PAPER_TEXT))
        made.setHtml("".join(parts))
        take_paper(made)
        return made
