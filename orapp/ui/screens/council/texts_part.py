"""The council's own text blocks for letters, and the words that it spells its own way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from orapp.domain.text_blocks import FIELDS, TextBlock, unknown_fields
from orapp.services.council import check_text_block
from orapp.services.failures import Refusal
from orapp.ui.kit.cards import Card
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.tables import Cell, Column
from orapp.ui.screens.council.records import RecordForm, RecordList, RecordSheet, exchanged, replaced

if TYPE_CHECKING:
    from collections.abc import Mapping

    from orapp.domain.council import Council
    from orapp.services.desk import Desk
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.screens.council.keeper import CouncilKeeper

_SHORT = 160


class BlockForm(RecordForm[TextBlock]):
    """Name, text and for which letters."""

    def __init__(self, place: Workplace, block: TextBlock, others: tuple[TextBlock, ...], kinds: Mapping[str, str]) -> None:
        super().__init__(place.look, label_pixels=110)
        self._place = place
        self._block = block
        self._others = others
        self.name = self.line("name", self.tr("&Naam"))
        self.name.setText(block.name)
        self.text = self.add(
            "text", self.tr("&Tekst"), QPlainTextEdit(block.text), self.tr("Velden: {fields}").format(fields=_field_names())
        )
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(place.look.px(170))
        self.kinds = self.add("kinds", self.tr("&Voor"), QComboBox())
        self.kinds.addItem(self.tr("alle brieven"), ())
        for key, title in kinds.items():
            self.kinds.addItem(title, (key,))
        if len(block.kinds) > 1:
            self.kinds.addItem(self.tr("{n} soorten brieven").format(n=len(block.kinds)), block.kinds)
        self.kinds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        chosen = next((at for at in range(self.kinds.count()) if tuple(self.kinds.itemData(at)) == block.kinds), 0)
        self.kinds.setCurrentIndex(chosen)

    def read(self) -> TextBlock | None:
        """The text block; None where name or text is refused, or a field does not exist."""
        self.clear_all()
        made = replace(
            self._block,
            name=self.name.text().strip(),
            text=self.text.toPlainText().strip("\n"),
            kinds=tuple(self.kinds.currentData()),
        )
        try:
            check_text_block(made, self._others)
        except Refusal as refusal:
            self.refuse(refusal.fields["place"], self._place.said(refusal))
            return None
        unknown = unknown_fields(made.text)
        if unknown and unknown != unknown_fields(self._block.text):
            words = self.tr("Dit veld bestaat niet: {names}. Kies uit {fields}.")
            named = ", ".join(f"{{{{{name}}}}}" for name in unknown)
            self.refuse("text", words.format(names=named, fields=_field_names()))
            return None
        return made


class WordForm(RecordForm[str]):
    """One word."""

    def __init__(self, place: Workplace, word: str) -> None:
        super().__init__(place.look, label_pixels=110)
        self.word = self.line("word", self.tr("&Woord"))
        self.word.setText(word)

    def read(self) -> str | None:
        """The word; None where there is none or where they are more."""
        self.clear_all()
        word = self.word.text().strip()
        if not word or len(word.split()) > 1:
            self.refuse("word", self.tr("Vul één woord in."))
            return None
        return word


class TextsPart(QWidget):
    """Two lists; each edit is kept at once and can be undone."""

    def __init__(self, desk: Desk, place: Workplace, keeper: CouncilKeeper) -> None:
        super().__init__()
        self._desk = desk
        self._place = place
        self._keeper = keeper
        self._titles: dict[str, str] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(place.look.px(12))
        column.addWidget(self._build_blocks())
        column.addWidget(self._build_words())
        column.addStretch(1)
        self.blocks.add_asked.connect(lambda: self._write(TextBlock(id=desk.dossiers.new_id(), name="", text="")))
        self.blocks.edit_asked.connect(self._write)
        self.blocks.remove_asked.connect(self._remove)
        self.blocks.moved.connect(self._move)
        self.words.add_asked.connect(lambda: self._write_word(""))
        self.words.edit_asked.connect(self._write_word)
        self.words.remove_asked.connect(self._remove_word)

    def _build_blocks(self) -> Card:
        card = Card(self._place.look, self.tr("Tekstblokken"))
        why = self.tr(
            "Eigen stukken tekst voor brieven. U zet ze in een brief met Invoegen (Ctrl+Shift+I). Een veld, zoals {field}, "
            "wordt dan ingevuld uit het dossier."
        )
        card.body.addWidget(text_label(why.format(field="{{titel}}"), "small", wrap=True))
        columns: list[Column[TextBlock]] = [
            Column(key="name", title=self.tr("Naam"), cell=lambda row: Cell(text=row.name, strong=True), weight=2),
            Column(key="text", title=self.tr("Tekst"), cell=self._text, weight=5),
            Column(key="kinds", title=self.tr("Voor"), cell=lambda row: Cell(text=self._for(row), quiet=True), weight=2),
        ]
        self.blocks: RecordList[TextBlock] = RecordList(
            self._place.look,
            columns,
            name="tekstblokken",
            accessible=self.tr("Tekstblokken van de raad"),
            empty=self.tr(
                "Nog geen tekstblok. Voeg er een toe, of kies in een brief tekst en daarna in het menu “Opslaan als tekstblok…”."
            ),
            add_words=self.tr("&Tekstblok toevoegen…"),
            identity=lambda block: block.id,
        )
        card.body.addWidget(self.blocks)
        return card

    def _build_words(self) -> Card:
        card = Card(self._place.look, self.tr("Woorden van de raad"))
        why = self.tr("Woorden die de raad zo schrijft. De spellingcontrole in brieven streept ze niet aan.")
        card.body.addWidget(text_label(why, "small", wrap=True))
        self.words: RecordList[str] = RecordList(
            self._place.look,
            [Column(key="word", title=self.tr("Woord"), cell=lambda row: Cell(text=row), weight=1)],
            name="eigen-woorden",
            accessible=self.tr("Woorden van de raad"),
            empty=self.tr(
                "Nog geen woord. Voeg er een toe, of kies het in een brief in het menu van een woord met een golflijn."
            ),
            add_words=self.tr("&Woord toevoegen…"),
            identity=lambda word: word,
            ordered=False,
        )
        card.body.addWidget(self.words)
        return card

    def _text(self, block: TextBlock) -> Cell:
        said = " ".join(block.text.split())
        short = said if len(said) <= _SHORT else f"{said[:_SHORT].rsplit(' ', 1)[0]} …"
        unknown = unknown_fields(block.text)
        if unknown:
            words = self.tr("geen veld: {names}").format(names=", ".join(unknown))
            return Cell(text=short, second=words, tone=Tone.ATTENTION)
        return Cell(text=short)

    def _for(self, block: TextBlock) -> str:
        return ", ".join(self._kinds().get(key, key) for key in block.kinds) or self.tr("alle brieven")

    def _kinds(self) -> Mapping[str, str]:
        if not self._titles:
            self._titles = {kind.key: kind.title for kind in self._desk.letters.kinds()}
        return self._titles

    def show_council(self) -> None:
        """Shows text blocks and words as they stand."""
        council = self._keeper.council
        if council is not None:
            self.blocks.show_rows(council.text_blocks, can_edit=self._keeper.can_edit)
            words = sorted(council.own_words, key=str.casefold)
            self.words.show_rows(words, can_edit=self._keeper.can_edit)

    # -- text blocks ---------------------------------------------------------------------------------------------------

    def _write(self, block: TextBlock) -> None:
        council = self._keeper.council
        if council is None:
            return
        title = self.tr("Tekstblok wijzigen") if block.name else self.tr("Tekstblok toevoegen")
        form = BlockForm(self._place, block, council.text_blocks, self._kinds())
        sheet = RecordSheet(self, self._place.look, title, form)
        sheet.kept.connect(self._take)
        sheet.open()

    def _take(self, block: TextBlock) -> None:
        def edited(council: Council) -> Council:
            old = next((one for one in council.text_blocks if one.id == block.id), None)
            blocks = (*council.text_blocks, block) if old is None else replaced(council.text_blocks, old, block)
            return replace(council, text_blocks=blocks)

        self._keeper.apply(self.tr("tekstblok {name}").format(name=block.name), edited)
        self.blocks.choose(block.id)

    def _remove(self, block: TextBlock) -> None:
        words = self.tr("tekstblok {name} verwijderen").format(name=block.name)
        self._keeper.apply(
            words,
            lambda council: replace(council, text_blocks=tuple(one for one in council.text_blocks if one.id != block.id)),
        )

    def _move(self, first: TextBlock, second: TextBlock) -> None:
        words = self.tr("tekstblok {name} verplaatsen").format(name=first.name)
        self._keeper.apply(words, lambda council: replace(council, text_blocks=exchanged(council.text_blocks, first, second)))

    # -- words ---------------------------------------------------------------------------------------------------------

    def _write_word(self, word: str) -> None:
        title = self.tr("Woord wijzigen") if word else self.tr("Woord toevoegen")
        sheet = RecordSheet(self, self._place.look, title, WordForm(self._place, word))
        sheet.kept.connect(lambda made: self._take_word(word, made))
        sheet.open()

    def _take_word(self, old: str, new: str) -> None:
        def edited(council: Council) -> Council:
            kept = tuple(one for one in council.own_words if one not in {old, new})
            return replace(council, own_words=(*kept, new))

        self._keeper.apply(self.tr("woord {word}").format(word=new), edited)
        self.words.choose(new)

    def _remove_word(self, word: str) -> None:
        self._keeper.apply(
            self.tr("woord {word} verwijderen").format(word=word),
            lambda council: replace(council, own_words=tuple(one for one in council.own_words if one != word)),
        )


def _field_names() -> str:
    return ", ".join(f"{{{{{name}}}}}" for name in FIELDS)
