"""The house styles of letters: what ships, what the council brought, what is usual, and how letters look in each of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from orapp.domain.council import Council
from orapp.domain.council_styles import SHIPPED, CouncilStyle, StyleUse
from orapp.services.failures import Failure
from orapp.services.house_styles import SHIPPED_NAMES, renamed, with_usual, without_style
from orapp.ui.kit.card_stack import CardStack
from orapp.ui.kit.cards import Card, button
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.flow_row import FlowRow
from orapp.ui.kit.forms import Form
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.tables import Cell, Column, RowModel
from orapp.ui.screens.council.records import RecordTable
from orapp.ui.screens.council.style_pages import StyleView
from orapp.ui.screens.council.style_wizard import StyleWizard
from orapp.ui.screens.council.style_words import shipped_words, usual_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from orapp.services.desk import Desk
    from orapp.services.house_styles import StyleGround, StylePictures, StylePreview
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.screens.council.keeper import CouncilKeeper

MOST_SEEN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleRow:
    """One style of the list: which, how it is called, whence it came, and for what it is usual."""

    id: str
    name: str
    use: str
    source: str
    usual: str
    own: bool
    version: int = 0


class NameSheet(Sheet):
    """Asks for another name."""

    def __init__(self, parent: QWidget, place: Workplace, keeper: CouncilKeeper, style: CouncilStyle) -> None:
        super().__init__(parent, place.look, self.tr("Naam van de huisstijl"), "huisstijl-naam-venster")
        self._place = place
        self._keeper = keeper
        self._style = style
        self.form = Form(place.look, label_pixels=90)
        self.name = self.form.line("name", self.tr("&Naam"), self.tr("Brieven die er al zijn, houden de oude naam."))
        self.name.setText(style.name)
        self.body.addWidget(self.form)
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = button(self.tr("Annuleren"), "annuleren")
        keep = button(self.tr("&Opslaan"), "opslaan", "primary")
        keep.setDefault(True)
        row.addWidget(cancel)
        row.addWidget(keep)
        self.body.addLayout(row)
        self.setMinimumWidth(min(place.look.px(460), self.screen().availableSize().width() - 80))
        cancel.clicked.connect(self.close)
        keep.clicked.connect(self._keep)

    def _keep(self) -> None:
        name = self.name.text()
        try:
            self._keeper.apply(self.tr("naam van een huisstijl"), lambda council: renamed(council, self._style.id, name))
        except Failure as failure:
            self.form.refuse(failure.fields.get("place", "name"), self._place.said(failure))
            return
        self.close()


class StylesPart(CardStack):
    """The list at the top with its acts, the chosen style below on three letters."""

    def __init__(self, desk: Desk, place: Workplace, keeper: CouncilKeeper) -> None:
        super().__init__(place.look, "huisstijl-melding")
        self._desk = desk
        self._place = place
        self._keeper = keeper
        self._wanted: tuple[str, int] = ("", 0)
        self._fresh = ""
        self._seen: dict[tuple[str, int], tuple[StylePreview, StylePictures]] = {}
        self._build()
        self._connect()

    # -- build ---------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._place.look
        column = self.column
        card = Card(look, self.tr("Huisstijlen van brieven"))
        words = self.tr(
            "Elke brief krijgt de gebruikelijke huisstijl, of de huisstijl die bij die brief gekozen is. Wat is vastgesteld, "
            "verandert niet mee."
        )
        card.body.addWidget(text_label(words, "small", wrap=True))
        self.table: RecordTable[StyleRow] = RecordTable(RowModel(self._columns()), look, "huisstijlen", self.tr("Huisstijlen"))
        card.body.addWidget(self.table)
        self.add = button(self.tr("Huisstijl &toevoegen…"), "huisstijl-toevoegen", "primary")
        self.make_usual = button(self.tr("Gebr&uikelijk maken"), "huisstijl-gebruikelijk")
        self.roles = button(self.tr("&Stijlen toewijzen…"), "huisstijl-stijlen")
        self.rename = button(self.tr("&Naam wijzigen…"), "huisstijl-hernoemen")
        self.remove = button(self.tr("Verwijderen"), "huisstijl-verwijderen")
        acts = FlowRow(look)
        acts.fill((self.add, self.make_usual, self.roles, self.rename, self.remove))
        card.body.addWidget(acts)
        column.addWidget(card)
        self.shown_card = Card(look)
        self.heading = text_label("", "heading", wrap=True)
        self.heading.setObjectName("huisstijl-getoond")
        self.shown_card.body.addWidget(self.heading)
        self.view = StyleView(look)
        self.shown_card.body.addWidget(self.view, 1)
        column.addWidget(self.shown_card, 1)

    def _columns(self) -> list[Column[StyleRow]]:
        return [
            Column(key="name", title=self.tr("Naam"), cell=lambda row: Cell(text=row.name, strong=True), weight=3),
            Column(key="use", title=self.tr("Voor"), cell=lambda row: Cell(text=row.use, quiet=not row.own), weight=2),
            Column(key="source", title=self.tr("Uit"), cell=lambda row: Cell(text=row.source, quiet=True), weight=4),
            Column(
                key="usual",
                title=self.tr("Gebruikelijk voor"),
                cell=lambda row: Cell(text=row.usual, pill=Tone.GOOD if row.usual else None),
                weight=3,
            ),
        ]

    # -- connect -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_chosen())
        self.table.add_asked.connect(self._begin)
        self.table.remove_asked.connect(self._remove)
        self.table.row_opened.connect(lambda _row: self._assign())
        self.add.clicked.connect(self._begin)
        self.make_usual.clicked.connect(self._make_usual)
        self.roles.clicked.connect(self._assign)
        self.rename.clicked.connect(self._rename)
        self.remove.clicked.connect(self._remove)

    # -- show ----------------------------------------------------------------------------------------------------------

    def show_council(self) -> None:
        """Shows the styles as they stand; the chosen one stays chosen."""
        council = self._keeper.council
        if council is None:
            return
        rows = self._rows(council)
        chosen = self.table.current()
        if rows != self.table.row_model.rows:
            self.table.row_model.show(rows)
            known = chosen.id if chosen is not None else council.usual_style(StyleUse.LETTER)
            self._choose(self._fresh or known)
            self._fresh = ""
        self.table.choose_first()
        self._show_chosen()

    def _rows(self, council: Council) -> tuple[StyleRow, ...]:
        texts = self._place.texts
        own = [
            StyleRow(
                id=style.id,
                name=style.name,
                use=texts.label(style.use),
                source=style.original.name,
                usual=usual_words(self._place, council, style.id),
                own=True,
                version=style.version,
            )
            for style in council.styles
        ]
        shipped = [
            StyleRow(
                id=style_id,
                name=SHIPPED_NAMES[style_id],
                use=self.tr("alles"),
                source=self.tr("komt met het programma: {what}").format(what=shipped_words(style_id)),
                usual=usual_words(self._place, council, style_id),
                own=False,
            )
            for style_id in SHIPPED
        ]
        return (*own, *shipped)

    def _choose(self, style_id: str) -> None:
        for number, row in enumerate(self.table.row_model.rows):
            if row.id == style_id:
                self.table.setCurrentIndex(self.table.row_model.index(number, 0))

    def _show_chosen(self) -> None:
        row, can_edit = self.table.current(), self._keeper.can_edit
        own = row is not None and row.own and can_edit
        self.add.setEnabled(can_edit)
        self.make_usual.setEnabled(can_edit and row is not None and not self._is_usual(row))
        for act in (self.roles, self.rename, self.remove):
            act.setEnabled(own)
        wanted = (row.id, row.version) if row is not None else ("", 0)
        if row is None or wanted == self._wanted:
            return
        self._wanted = wanted
        self.heading.setText(self.tr("Drie brieven in {name}").format(name=row.name))
        seen = self._seen.get(wanted)
        if seen is not None:
            self.view.show_pictures(seen[1], seen[0])
            return
        self.view.wait(self.tr("De brieven worden gemaakt…"))
        desk = self._desk
        self._place.tasks.read(
            self,
            "huisstijl",
            lambda: (desk.house_styles.ground(), desk.house_styles.template(wanted[0])),
            lambda found: self._make(wanted, *found),
            self._tell,
        )

    def _is_usual(self, row: StyleRow) -> bool:
        council = self._keeper.council
        return council is not None and council.usual_style(self._use_of(row)) == row.id

    def _use_of(self, row: StyleRow) -> StyleUse:
        council = self._keeper.council
        style = council.style(row.id) if council is not None else None
        return style.use if style is not None else StyleUse.LETTER

    def _make(self, wanted: tuple[str, int], ground: StyleGround, template: bytes) -> None:
        styles, tasks = self._desk.house_styles, self._place.tasks

        def go_on(step: Callable[[], None]) -> None:
            if wanted == self._wanted:
                step()

        def set_pages(preview: StylePreview) -> None:
            tasks.work(self, lambda _progress: styles.pictures(preview), lambda made: self._take(wanted, preview, made))

        def show(preview: StylePreview) -> None:
            steps = (*self.view.sketching(preview, waits=True), lambda: set_pages(preview))
            tasks.in_turn(self, "schets", *(partial(go_on, step) for step in steps))

        if wanted == self._wanted:
            tasks.work(self, lambda _progress: styles.show(ground, template), show, self._tell)

    def _take(self, wanted: tuple[str, int], preview: StylePreview, pictures: StylePictures) -> None:
        self._seen[wanted] = (preview, pictures)
        while len(self._seen) > MOST_SEEN:
            self._seen.pop(next(iter(self._seen)))
        if wanted == self._wanted:
            self.view.show_pictures(pictures, preview)

    # -- slots ---------------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        if self._keeper.can_edit:
            self._open(None)

    def _assign(self) -> None:
        style = self._chosen()
        if style is not None:
            self._open(style)

    def _open(self, style: CouncilStyle | None) -> None:
        wizard = StyleWizard(self, self._desk, self._place, f"{self._keeper.origin}:huisstijl", style)
        wizard.kept.connect(self._kept)
        wizard.open()

    def _kept(self, style: CouncilStyle) -> None:
        self._fresh = style.id
        self._keeper.reload()
        self.notice.tell(self.tr("Huisstijl {name} is bewaard.").format(name=style.name), Tone.GOOD)

    def _rename(self) -> None:
        style = self._chosen()
        if style is not None:
            NameSheet(self, self._place, self._keeper, style).open()

    def _make_usual(self) -> None:
        row = self.table.current()
        if row is not None and self._keeper.can_edit:
            use = self._use_of(row)
            self._keeper.apply(self.tr("gebruikelijke huisstijl"), lambda council: with_usual(council, use, row.id))

    def _remove(self) -> None:
        style = self._chosen()
        if style is not None:
            self._keeper.apply(self.tr("huisstijl verwijderen"), lambda council: without_style(council, style.id))

    def _chosen(self) -> CouncilStyle | None:
        """The council's own style that is chosen, where it may be changed."""
        row, council = self.table.current(), self._keeper.council
        if row is None or council is None or not self._keeper.can_edit:
            return None
        return council.style(row.id)

    def _tell(self, failure: Failure) -> None:
        self.view.clear()
        self.notice.tell(self._place.said(failure), Tone.DANGER)
