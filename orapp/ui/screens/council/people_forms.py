"""The forms of a member of the council and of somebody around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from orapp.domain.council import Address, Contact, ContactRole, Member, MemberRole
from orapp.ui.kit.dates import DateField
from orapp.ui.kit.workplace import capital
from orapp.ui.screens.council.autosaved import LinesField
from orapp.ui.screens.council.records import RecordForm

if TYPE_CHECKING:
    from orapp.ui.kit.workplace import Workplace


class RolesField(QWidget):
    """The roles of a member as boxes to tick, two beside each other."""

    def __init__(self, place: Workplace, roles: tuple[MemberRole, ...]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        self.boxes: dict[MemberRole, QCheckBox] = {}
        for number, role in enumerate(MemberRole):
            words = capital(place.texts.label(role))
            box = QCheckBox(words)
            box.setObjectName(f"rol-{role.value}")
            box.setAccessibleName(words)
            box.setChecked(role in roles)
            grid.addWidget(box, number // 2, number % 2)
            self.boxes[role] = box
        self.setFocusProxy(self.boxes[MemberRole.CHAIR])

    def roles(self) -> tuple[MemberRole, ...]:
        """The roles that are ticked; none ticked is a member."""
        return tuple(role for role, box in self.boxes.items() if box.isChecked()) or (MemberRole.MEMBER,)


class MemberForm(RecordForm[Member]):
    """A member of the council, or its official secretary."""

    def __init__(self, place: Workplace, member: Member) -> None:
        super().__init__(place.look, label_pixels=130)
        self._member = member
        self.name = self.line("name", self.tr("&Naam"))
        self.roles = self.add("roles", self.tr("&Rollen"), RolesField(place, member.roles))
        self.from_day = self.add("from_day", self.tr("Zitting &vanaf"), DateField(place, "from_day", self.tr("Zitting vanaf")))
        self.until_day = self.add(
            "until_day",
            self.tr("&Tot en met"),
            DateField(place, "until_day", self.tr("Zitting tot en met")),
            self.tr("De laatste dag telt mee. Leeg: de zitting loopt door."),
        )
        self.email = self.line("email", self.tr("&E-mail"))
        self.name.setText(member.name)
        self.email.setText(member.email)
        self.from_day.set_value(member.from_day)
        self.until_day.set_value(member.until_day)

    def read(self) -> Member | None:
        """The member; None where something is refused."""
        self.clear_all()
        name = self.name.text().strip()
        first, last = self.from_day.value(), self.until_day.value()
        if not name:
            self.refuse("name", self.tr("Vul een naam in."))
        elif self.from_day.is_wrong():
            self.refuse("from_day", self.from_day.refusal())
        elif self.until_day.is_wrong():
            self.refuse("until_day", self.until_day.refusal())
        elif first is not None and last is not None and last < first:
            self.refuse("until_day", self.tr("De zitting eindigt vóór zij begint. Kijk beide datums na."))
        else:
            return Member(
                id=self._member.id,
                name=name,
                roles=self.roles.roles(),
                from_day=first,
                until_day=last,
                email=self.email.text().strip(),
            )
        return None


class ContactForm(RecordForm[Contact]):
    """Somebody outside the council."""

    def __init__(self, place: Workplace, contact: Contact) -> None:
        super().__init__(place.look, label_pixels=130)
        self._contact = contact
        self.name = self.line("name", self.tr("&Naam"))
        roles = [(role.value, capital(place.texts.label(role))) for role in ContactRole]
        self.role = self.choice("role", self.tr("&Wie is dit"), roles)
        self.function = self.line("function", self.tr("&Functie"), self.tr("Zoals zij in de brief komt: gemeentesecretaris"))
        self.organisation = self.line("organisation", self.tr("O&rganisatie"))
        self.address = self.add("address", self.tr("&Adres"), LinesField(place.look, 3))
        self.email = self.line("email", self.tr("&E-mail"))
        self.name.setText(contact.name)
        self.role.setCurrentIndex(self.role.findData(contact.role.value))
        self.function.setText(contact.function)
        self.organisation.setText(contact.organisation)
        self.address.setPlainText("\n".join(contact.address.lines))
        self.email.setText(contact.email)

    def read(self) -> Contact | None:
        """The contact; None where something is refused."""
        self.clear_all()
        name = self.name.text().strip()
        if not name:
            self.refuse("name", self.tr("Vul een naam in."))
            return None
        return Contact(
            id=self._contact.id,
            name=name,
            role=ContactRole(self.role.currentData()),
            function=self.function.text().strip(),
            organisation=self.organisation.text().strip(),
            address=Address(lines=self.address.lines()),
            email=self.email.text().strip(),
        )
