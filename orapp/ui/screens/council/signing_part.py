"""Who signs the council's letters, in which capacity, and under which recorded mandate."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from orapp.domain.council import Member, MemberRole, Signatory
from orapp.domain.council_standing import ConcernKind, concerns, is_past
from orapp.ui.kit.cards import Card, empty_hint
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.tables import Cell, Column
from orapp.ui.screens.council.records import RecordForm, RecordList, RecordSheet, exchanged, replaced
from orapp.ui.screens.council.standing_words import concern_words

if TYPE_CHECKING:
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.screens.council.keeper import CouncilKeeper

OF_SIGNING = (ConcernKind.SIGNATORY_UNKNOWN, ConcernKind.SIGNATORY_PAST, ConcernKind.MANDATE_MISSING)


class SignatoryForm(RecordForm[Signatory]):
    """Who signs. An official secretary signs under a recorded mandate only (practice.md 3.4)."""

    def __init__(self, place: Workplace, members: tuple[Member, ...], signatory: Signatory) -> None:
        super().__init__(place.look, label_pixels=150)
        self._members = {member.id: member for member in members}
        self.member = self.choice("member", self.tr("&Wie"), [(member.id, member.name) for member in members])
        self.capacity = self.line("capacity", self.tr("&Hoedanigheid"), self.tr("Leeg: de rol die iemand in de raad heeft."))
        self.mandate = self.line(
            "mandate",
            self.tr("Vastgelegd &mandaat"),
            self.tr(
                "Waar het staat, bijvoorbeeld: besluit van de OR van 12 januari 2026. Leeg: per brief een besluit van de OR."
            ),
        )
        if signatory.member_id:
            self.member.setCurrentIndex(self.member.findData(signatory.member_id))
        self.capacity.setText(signatory.capacity)
        self.mandate.setText(signatory.mandate)

    def read(self) -> Signatory | None:
        """Who signs; None where a mandate is missing."""
        self.clear_all()
        member = self._members.get(str(self.member.currentData() or ""))
        mandate = self.mandate.text().strip()
        if member is None:
            self.refuse("member", self.tr("Kies wie ondertekent."))
            return None
        if MemberRole.OFFICIAL_SECRETARY in member.roles and not mandate:
            self.refuse("mandate", self.tr("Een ambtelijk secretaris ondertekent alleen onder een vastgelegd mandaat."))
            return None
        return Signatory(member_id=member.id, capacity=self.capacity.text().strip(), mandate=mandate)


class SigningPart(QWidget):
    """The signatories, in the order in which they stand under a letter."""

    def __init__(self, place: Workplace, keeper: CouncilKeeper) -> None:
        super().__init__()
        self._place = place
        self._keeper = keeper
        look = place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card(look, self.tr("Ondertekening"))
        why = self.tr(
            "Een brief heeft een besluit van de OR nodig, of een vastgelegd mandaat. Art. 7 WOR laat de voorzitter de OR "
            "in rechte vertegenwoordigen en geeft geen bevoegdheid om alleen te tekenen. Bij nietigheid en beroep staat "
            "altijd een besluit van de OR."
        )
        card.body.addWidget(text_label(why, "small", wrap=True))
        self.warning = text_label("", wrap=True, tone=Tone.ATTENTION)
        card.body.addWidget(self.warning)
        self.list: RecordList[Signatory] = RecordList(
            look,
            self._columns(),
            name="ondertekenaars",
            accessible=self.tr("Wie brieven ondertekent"),
            empty=self.tr("Niemand aangewezen: dan ondertekenen de voorzitter en de secretaris (OR-lid)."),
            add_words=self.tr("&Ondertekenaar toevoegen…"),
            identity=lambda signatory: signatory.member_id,
        )
        card.body.addWidget(self.list)
        self.nobody = empty_hint(self.tr("Voeg eerst leden toe bij Leden."))
        card.body.addWidget(self.nobody)
        column.addWidget(card)
        column.addStretch(1)
        self.list.add_asked.connect(lambda: self._write(None))
        self.list.edit_asked.connect(self._write)
        self.list.remove_asked.connect(self._remove)
        self.list.moved.connect(self._move)

    def _columns(self) -> list[Column[Signatory]]:
        return [
            Column(key="who", title=self.tr("Wie"), cell=lambda row: Cell(text=self._name(row), strong=True), weight=3),
            Column(key="as", title=self.tr("Hoedanigheid"), cell=self._capacity, weight=3),
            Column(key="mandate", title=self.tr("Mandaat"), cell=self._mandate, weight=4),
        ]

    def _member(self, row: Signatory) -> Member | None:
        return self._keeper.council.member(row.member_id) if self._keeper.council is not None else None

    def _name(self, row: Signatory) -> str:
        member = self._member(row)
        return member.name if member is not None else self.tr("staat niet bij de leden")

    def _capacity(self, row: Signatory) -> Cell:
        member = self._member(row)
        if row.capacity or member is None:
            return Cell(text=row.capacity)
        return Cell(text=", ".join(self._place.texts.label(role) for role in member.roles), quiet=True)

    def _mandate(self, row: Signatory) -> Cell:
        return Cell(text=row.mandate or self.tr("geen: besluit per brief"), quiet=not row.mandate)

    def show_council(self) -> None:
        """Shows who signs as it stands."""
        council, today = self._keeper.council, self._place.today()
        if council is None:
            return
        self.list.show_rows(council.signatories, can_edit=self._keeper.can_edit)
        self.nobody.setVisible(not council.members)
        self.list.add.setEnabled(self._keeper.can_edit and bool(council.members))
        words = [concern_words(one, today) for one in concerns(council, today) if one.kind in OF_SIGNING]
        self.warning.setText("\n".join(words))
        self.warning.setVisible(bool(words))

    def _write(self, present: Signatory | None) -> None:
        council, today = self._keeper.council, self._place.today()
        if council is None:
            return
        taken = {one.member_id for one in council.signatories if one != present}
        members = tuple(one for one in council.members if one.id not in taken and not is_past(one, today))
        form = SignatoryForm(self._place, members, present or Signatory(member_id="", capacity=""))
        title = self.tr("Ondertekenaar wijzigen") if present else self.tr("Ondertekenaar toevoegen")
        sheet = RecordSheet(self, self._place.look, title, form)
        sheet.kept.connect(lambda made: self._take(present, made))
        sheet.open()

    def _take(self, old: Signatory | None, new: Signatory) -> None:
        words = self.tr("ondertekening wijzigen")
        if old is None:
            self._keeper.apply(words, lambda council: replace(council, signatories=(*council.signatories, new)))
        else:
            self._keeper.apply(words, lambda council: replace(council, signatories=replaced(council.signatories, old, new)))

    def _remove(self, row: Signatory) -> None:
        self._keeper.apply(
            self.tr("ondertekenaar verwijderen"),
            lambda council: replace(council, signatories=tuple(one for one in council.signatories if one != row)),
        )

    def _move(self, first: Signatory, second: Signatory) -> None:
        self._keeper.apply(
            self.tr("ondertekenaar verplaatsen"),
            lambda council: replace(council, signatories=exchanged(council.signatories, first, second)),
        )
