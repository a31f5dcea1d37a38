"""Who the council is: its name, kind and undertaking, where it is reached, its logo, and its size beside the law's table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from orapp.domain.council import Address, Council, CouncilKind
from orapp.domain.council_standing import seats
from orapp.ui.kit.cards import Card, button
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.ways import ways_of
from orapp.ui.kit.workplace import capital
from orapp.ui.screens.council.autosaved import AutosavedForm, LinesField
from orapp.ui.screens.council.logo_card import LogoCard

if TYPE_CHECKING:
    from orapp.law.book import LawBook
    from orapp.services.desk import Desk
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.screens.council.keeper import CouncilKeeper

MOST_PERSONS = 9_999_999


class IdentityPart(QWidget):
    """Two forms, the logo, and the composition as information."""

    def __init__(self, desk: Desk, place: Workplace, keeper: CouncilKeeper) -> None:
        super().__init__()
        self._desk = desk
        self._place = place
        self._keeper = keeper
        self._law: LawBook | None = None
        look = place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        column.addWidget(self._build_council())
        column.addWidget(self._build_addresses())
        self.logo = LogoCard(desk, place, keeper)
        column.addWidget(self.logo)
        column.addStretch(1)
        self.form.ready.connect(self._keep)
        self.addresses.ready.connect(self._keep)
        place.tasks.read(self, "wet", place.law, self._take_law)

    # -- build ---------------------------------------------------------------------------------------------------------

    def _build_council(self) -> Card:
        card = Card(self._place.look, self.tr("De raad"))
        form = self.form = AutosavedForm(self._place.look)
        self.name = form.line("name", self.tr("&Naam"))
        kinds = [(kind.value, capital(self._place.texts.label(kind))) for kind in CouncilKind]
        self.kind = form.choice("kind", self.tr("&Soort raad"), kinds)
        # The longest kind is longer than a narrow window at large text; the list below the field shows it whole.
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.organisation = form.line("organisation", self.tr("&Onderneming"))
        self.headcount = form.line("headcount", self.tr("Werk&zame personen"), self.tr("Het aantal in de onderneming."))
        self.headcount.setValidator(QIntValidator(0, MOST_PERSONS, self))
        self.public = form.check("public", self.tr("O&verheidswerkgever"))
        for key, field in (("name", self.name), ("organisation", self.organisation), ("headcount", self.headcount)):
            form.watch_line(key, field)
        form.watch_choice("kind", self.kind)
        form.watch_check("public", self.public)
        card.body.addWidget(form)
        card.body.addWidget(self._build_renaming())
        politics = self.tr("Bij een overheidswerkgever kan art. 46d WOR een rol spelen; dat neemt geen termijn weg.")
        card.body.addWidget(text_label(politics, "small", wrap=True))
        self.composition = text_label("", "small", wrap=True)
        self.composition.setObjectName("samenstelling")
        card.body.addWidget(self.composition)
        return card

    def _build_renaming(self) -> QWidget:
        """Said where the kind was changed: every screen speaks in the name that the archive was opened with."""
        row = self.renaming = QWidget()
        row.setObjectName("andere-naam")
        inside = QVBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(self._place.look.px(4))
        self.renaming_words = text_label("", "quiet", wrap=True)
        self.rename = button(self.tr("Archief opnieuw openen"), "naam-in-venster")
        self.rename.clicked.connect(self._ask_renewal)
        inside.addWidget(self.renaming_words)
        inside.addWidget(self.rename, 0, Qt.AlignmentFlag.AlignLeft)
        row.hide()
        return row

    def _build_addresses(self) -> Card:
        look = self._place.look
        card = Card(look, self.tr("Adressen en bereikbaarheid"))
        form = self.addresses = AutosavedForm(look)
        postal_hint = self.tr("Regel voor regel, zoals het in een brief komt.")
        self.postal = form.add("postal", self.tr("&Postadres"), LinesField(look, 3), postal_hint)
        self.visiting = form.add("visiting", self.tr("&Bezoekadres"), LinesField(look, 3))
        self.town = form.line("place", self.tr("Plaa&ts van dagtekening"))
        self.email = form.line("email", self.tr("E-&mail"))
        self.web = form.line("web_page", self.tr("&Webpagina"))
        form.watch_lines("postal", self.postal)
        form.watch_lines("visiting", self.visiting)
        for key, field in (("place", self.town), ("email", self.email), ("web_page", self.web)):
            form.watch_line(key, field)
        card.body.addWidget(form)
        return card

    # -- show ----------------------------------------------------------------------------------------------------------

    def show_council(self) -> None:
        """Shows the council as it stands; a field in which somebody types is left alone."""
        council = self._keeper.council
        if council is None:
            return
        form, addresses = self.form, self.addresses
        form.put_line("name", self.name, council.name)
        form.put_line("organisation", self.organisation, council.organisation)
        count = "" if council.undertaking_headcount is None else str(council.undertaking_headcount)
        form.put_line("headcount", self.headcount, count)
        self.kind.setCurrentIndex(self.kind.findData(council.kind.value))
        self.public.setChecked(council.public_employer)
        addresses.put_lines("postal", self.postal, council.postal_address.lines)
        addresses.put_lines("visiting", self.visiting, council.visiting_address.lines)
        addresses.put_line("place", self.town, council.place)
        addresses.put_line("email", self.email, council.email)
        addresses.put_line("web_page", self.web, council.web_page)
        self.form.setEnabled(self._keeper.can_edit)
        self.addresses.setEnabled(self._keeper.can_edit)
        self.logo.show_council()
        self._show_renaming(council)
        self._show_composition(council)

    def _show_renaming(self, council: Council) -> None:
        before, now = self._desk.keeper.value.upper(), council.kind.value.upper()
        self.renaming.setVisible(before != now)
        words = self.tr("Elders in het venster staat nog de naam {before}; {now} staat er zodra het archief opnieuw is geopend.")
        self.renaming_words.setText(words.format(before=before, now=now))
        self.rename.setAccessibleDescription(self.renaming_words.text())

    def _take_law(self, law: LawBook) -> None:
        self._law = law
        if self._keeper.council is not None:
            self._show_composition(self._keeper.council)

    def _show_composition(self, council: Council) -> None:
        """The table of art. 6 lid 1 is about the works council of one undertaking, and no more than information."""
        law = self._law
        self.composition.setVisible(law is not None and council.kind is CouncilKind.OR)
        if law is None:
            return
        here = seats(council, self._place.today())
        if council.undertaking_headcount is None:
            words = self.tr("Vul het aantal werkzame personen in om te zien hoeveel leden {article} noemt.")
            self.composition.setText(words.format(article=law.composition.article))
            return
        words = self.tr(
            "Bij {persons} werkzame personen noemt {article} {seats} leden; hier staan er nu {here} (de ambtelijk "
            "secretaris telt niet mee). {note} {known}"
        )
        self.composition.setText(
            words.format(
                persons=council.undertaking_headcount,
                article=law.composition.article,
                seats=law.composition.members(council.undertaking_headcount),
                here=here,
                note=law.composition.note,
                known=law.known_text(),
            )
        )

    # -- slots ---------------------------------------------------------------------------------------------------------

    def _ask_renewal(self) -> None:
        ways = ways_of(self)
        if ways is not None:
            ways.renewal_asked.emit()

    def _keep(self, key: str) -> None:
        if key == "name" and not self.name.text().strip():
            self.form.refuse("name", self._place.texts.say("council.no_name"))
            return
        self._keeper.apply(self._words(key), lambda council: self._edited(council, key), key)

    def _words(self, key: str) -> str:
        match key:
            case "name":
                return self.tr("naam wijzigen")
            case "kind":
                return self.tr("soort raad wijzigen")
            case "headcount":
                return self.tr("aantal personen wijzigen")
            case "organisation":
                return self.tr("onderneming wijzigen")
            case "public":
                return self.tr("overheidswerkgever wijzigen")
            case _:
                return self.tr("adres of bereikbaarheid wijzigen")

    def _edited(self, council: Council, key: str) -> Council:
        match key:
            case "name":
                return replace(council, name=self.name.text().strip())
            case "kind":
                return replace(council, kind=CouncilKind(self.kind.currentData()))
            case "organisation":
                return replace(council, organisation=self.organisation.text().strip())
            case "headcount":
                text = self.headcount.text().strip()
                return replace(council, undertaking_headcount=int(text) if text.isdigit() else None)
            case "public":
                return replace(council, public_employer=self.public.isChecked())
            case "postal":
                return replace(council, postal_address=Address(lines=self.postal.lines()))
            case "visiting":
                return replace(council, visiting_address=Address(lines=self.visiting.lines()))
            case "place":
                return replace(council, place=self.town.text().strip())
            case "email":
                return replace(council, email=self.email.text().strip())
            case _:
                return replace(council, web_page=self.web.text().strip())
