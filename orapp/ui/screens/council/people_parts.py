"""The members of the council and the people around it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from orapp.domain.council import Contact, ContactRole, Council, Member
from orapp.domain.council_standing import Concern, concerns, is_past
from orapp.texts.dates import plain_date
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import Card
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.tables import Cell, Column
from orapp.ui.screens.council.people_forms import ContactForm, MemberForm
from orapp.ui.screens.council.records import RecordList, RecordSheet, exchanged, replaced
from orapp.ui.screens.council.standing_words import concern_words, concerns_words

if TYPE_CHECKING:
    from orapp.services.desk import Desk
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.screens.council.keeper import CouncilKeeper


class MembersPart(QWidget):
    """Who is in the council, in which role and for how long."""

    def __init__(self, desk: Desk, place: Workplace, keeper: CouncilKeeper) -> None:
        super().__init__()
        self._desk = desk
        self._place = place
        self._keeper = keeper
        look = place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.past = QCheckBox(self.tr("Ook wie er niet meer zit"))
        a11y.name(self.past, "vroegere-leden", self.tr("Ook wie er niet meer zit"))
        card = Card(look, self.tr("Leden en ambtelijk secretaris"), self.past)
        self.warning = text_label("", wrap=True, tone=Tone.ATTENTION)
        self.warning.setObjectName("leden-aandacht")
        card.body.addWidget(self.warning)
        self.list: RecordList[Member] = RecordList(
            look,
            self._columns(),
            name="leden",
            accessible=self.tr("Leden van de raad"),
            empty=self.tr("Nog niemand. Begin met de voorzitter en de secretaris: zij ondertekenen de brieven."),
            add_words=self.tr("Lid &toevoegen…"),
            identity=lambda member: member.id,
        )
        card.body.addWidget(self.list)
        column.addWidget(card)
        column.addStretch(1)
        self.past.toggled.connect(lambda _on: self.show_council())
        self.list.add_asked.connect(self._add)
        self.list.edit_asked.connect(self._edit)
        self.list.remove_asked.connect(self._remove)
        self.list.moved.connect(self._move)

    def _columns(self) -> list[Column[Member]]:
        return [
            Column(key="name", title=self.tr("Naam"), cell=self._name, weight=3),
            Column(key="roles", title=self.tr("Rol"), cell=self._roles, weight=3),
            Column(key="term", title=self.tr("Zitting"), cell=self._term, weight=3),
        ]

    def _name(self, member: Member) -> Cell:
        return Cell(text=member.name, second=member.email, strong=True, quiet=False)

    def _roles(self, member: Member) -> Cell:
        return Cell(text=", ".join(self._place.texts.label(role) for role in member.roles))

    def _term(self, member: Member) -> Cell:
        today = self._place.today()
        first = self.tr("vanaf {day}").format(day=plain_date(member.from_day)) if member.from_day else ""
        last = self.tr("t/m {day}").format(day=plain_date(member.until_day)) if member.until_day else ""
        said = " ".join(part for part in (first, last) if part) or self.tr("niet ingevuld")
        if is_past(member, today):
            return Cell(text=said, second=self.tr("voorbij"), quiet=True)
        mine = [one for one in self._concerns() if one.member_id == member.id and one.day is not None]
        if mine:
            return Cell(text=said, second=concern_words(mine[0], today), tone=Tone.ATTENTION)
        return Cell(text=said, quiet=not member.from_day and not member.until_day)

    def _concerns(self) -> tuple[Concern, ...]:
        council = self._keeper.council
        return () if council is None else concerns(council, self._place.today())

    def show_council(self) -> None:
        """Shows the members as they stand."""
        council, today = self._keeper.council, self._place.today()
        if council is None:
            return
        rows = [member for member in council.members if self.past.isChecked() or not is_past(member, today)]
        self.list.show_rows(rows, can_edit=self._keeper.can_edit)
        gone = sum(1 for member in council.members if is_past(member, today))
        self.past.setVisible(bool(gone))
        self.past.setText(self.tr("Ook wie er niet meer zit ({count})").format(count=gone))
        words = concerns_words(self._concerns(), today)
        self.warning.setText("\n".join(words))
        self.warning.setVisible(bool(words))

    def _add(self) -> None:
        member = Member(id=self._desk.dossiers.new_id(), name="", from_day=self._place.today())
        sheet = RecordSheet(self, self._place.look, self.tr("Lid toevoegen"), MemberForm(self._place, member))
        sheet.kept.connect(self._take_new)
        sheet.open()

    def _take_new(self, member: Member) -> None:
        words = self.tr("{name} toevoegen").format(name=member.name)
        self._keeper.apply(words, lambda council: replace(council, members=(*council.members, member)))
        self.list.choose(member.id)

    def _edit(self, member: Member) -> None:
        sheet = RecordSheet(self, self._place.look, self.tr("Lid wijzigen"), MemberForm(self._place, member))
        sheet.kept.connect(lambda changed: self._take(member, changed))
        sheet.open()

    def _take(self, old: Member, new: Member) -> None:
        words = self.tr("{name} wijzigen").format(name=new.name)
        self._keeper.apply(words, lambda council: replace(council, members=replaced(council.members, old, new)))

    def _remove(self, member: Member) -> None:
        words = self.tr("{name} verwijderen").format(name=member.name)
        self._keeper.apply(words, lambda council: _without(council, member))

    def _move(self, first: Member, second: Member) -> None:
        words = self.tr("{name} verplaatsen").format(name=first.name)
        self._keeper.apply(words, lambda council: replace(council, members=exchanged(council.members, first, second)))


def _without(council: Council, member: Member) -> Council:
    """The council without a member, who then signs nothing either."""
    return replace(
        council,
        members=tuple(one for one in council.members if one.id != member.id),
        signatories=tuple(one for one in council.signatories if one.member_id != member.id),
    )


class ContactsPart(QWidget):
    """Director, entrepreneur, HR, unions, experts, lawyers."""

    def __init__(self, desk: Desk, place: Workplace, keeper: CouncilKeeper) -> None:
        super().__init__()
        self._desk = desk
        self._place = place
        self._keeper = keeper
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card(place.look, self.tr("Mensen en organisaties om de raad heen"))
        self.list: RecordList[Contact] = RecordList(
            place.look,
            self._columns(),
            name="contacten",
            accessible=self.tr("Contacten van de raad"),
            empty=self.tr("Nog niemand. Begin met de bestuurder: aan hem of haar zijn de meeste brieven gericht."),
            add_words=self.tr("&Contact toevoegen…"),
            identity=lambda contact: contact.id,
        )
        card.body.addWidget(self.list)
        column.addWidget(card)
        column.addStretch(1)
        self.list.add_asked.connect(self._add)
        self.list.edit_asked.connect(self._edit)
        self.list.remove_asked.connect(self._remove)
        self.list.moved.connect(self._move)

    def _columns(self) -> list[Column[Contact]]:
        return [
            Column(
                key="name", title=self.tr("Naam"), cell=lambda row: Cell(text=row.name, second=row.email, strong=True), weight=3
            ),
            Column(key="role", title=self.tr("Wie"), cell=lambda row: Cell(text=self._place.texts.label(row.role)), weight=2),
            Column(
                key="function",
                title=self.tr("Functie en organisatie"),
                cell=lambda row: Cell(text=row.function or row.organisation, second=row.organisation if row.function else ""),
                weight=4,
            ),
        ]

    def show_council(self) -> None:
        """Shows the contacts as they stand."""
        council = self._keeper.council
        if council is not None:
            self.list.show_rows(council.contacts, can_edit=self._keeper.can_edit)

    def _add(self) -> None:
        council = self._keeper.council
        first = council is not None and council.director() is None
        contact = Contact(id=self._desk.dossiers.new_id(), name="", role=ContactRole.DIRECTOR if first else ContactRole.OTHER)
        sheet = RecordSheet(self, self._place.look, self.tr("Contact toevoegen"), ContactForm(self._place, contact))
        sheet.kept.connect(self._take_new)
        sheet.open()

    def _take_new(self, contact: Contact) -> None:
        words = self.tr("{name} toevoegen").format(name=contact.name)
        self._keeper.apply(words, lambda council: replace(council, contacts=(*council.contacts, contact)))
        self.list.choose(contact.id)

    def _edit(self, contact: Contact) -> None:
        sheet = RecordSheet(self, self._place.look, self.tr("Contact wijzigen"), ContactForm(self._place, contact))
        sheet.kept.connect(lambda changed: self._take(contact, changed))
        sheet.open()

    def _take(self, old: Contact, new: Contact) -> None:
        words = self.tr("{name} wijzigen").format(name=new.name)
        self._keeper.apply(words, lambda council: replace(council, contacts=replaced(council.contacts, old, new)))

    def _remove(self, contact: Contact) -> None:
        words = self.tr("{name} verwijderen").format(name=contact.name)
        self._keeper.apply(
            words, lambda council: replace(council, contacts=tuple(one for one in council.contacts if one.id != contact.id))
        )

    def _move(self, first: Contact, second: Contact) -> None:
        words = self.tr("{name} verplaatsen").format(name=first.name)
        self._keeper.apply(words, lambda council: replace(council, contacts=exchanged(council.contacts, first, second)))
