"""The house style in use, with a picture of a letter in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orapp.domain.council_styles import KLASSIEK, StyleUse
from orapp.letters.content import LetterContent, LetterStatus, Operative, Paragraph, Run, Section, Sender, Signature
from orapp.services.house_styles import SHIPPED_NAMES
from orapp.ui.kit import ways
from orapp.ui.kit.cards import Card
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.letter_preview import LetterPreview

if TYPE_CHECKING:
    from datetime import date

    from orapp.domain.council import Council
    from orapp.services.desk import Desk
    from orapp.services.page_look import PageLook
    from orapp.services.upkeep import Upkeep
    from orapp.ui.kit.workplace import Workplace

PICTURE_PIXELS = 660
PICTURE_WIDTH = 470


class StylePart(QWidget):
    """Name and version, and a sample letter on the council's own paper."""

    def __init__(self, desk: Desk, place: Workplace, upkeep: Upkeep) -> None:
        super().__init__()
        self._desk = desk
        self._place = place
        self._upkeep = upkeep
        look = place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        card = Card(look, self.tr("Huisstijl van brieven"))
        self.style_name = text_label("", wrap=True)
        self.style_name.setObjectName("huisstijl-naam")
        card.body.addWidget(self.style_name)
        words = self.tr(
            "Naam, adressen, logo en de huisstijlen van de raad zelf staan bij Raad en mensen. Hieronder een voorbeeldbrief; in "
            "Word kunnen regels en bladzijden iets anders vallen."
        )
        card.body.addWidget(text_label(words, "small", wrap=True))
        to_styles = ways.way_button(self.tr("Naar de huiss&tijlen van de raad"), "naar-huisstijlen", ways.COUNCIL, ways.STYLES)
        card.body.addWidget(to_styles, 0, Qt.AlignmentFlag.AlignLeft)
        self.preview = LetterPreview(look)
        card.body.addWidget(self.preview, 1)
        self._fit()
        column.addWidget(card, 1)
        look.changed.connect(self._fit)

    def _fit(self) -> None:
        """The whole first page is seen at once."""
        look = self._place.look
        self.preview.setMinimumHeight(look.px(PICTURE_PIXELS))
        self.preview.setMaximumWidth(look.px(PICTURE_WIDTH))

    def show_part(self) -> None:
        """Reads the council and the style, and sets the sample."""
        desk, today = self._desk, self._place.today()

        def read() -> tuple[tuple[str, str], LetterContent, PageLook | None]:
            council = desk.council.read()
            usual = council.usual_style(StyleUse.LETTER)
            own = council.style(usual)
            used = (own.name, str(own.version)) if own is not None else (SHIPPED_NAMES.get(usual, ""), "")
            style = self._upkeep.house_style() if usual == KLASSIEK else used
            page = desk.house_styles.page_of(usual) if desk.make_house_styles is not None else None
            return style, self._sample(council, desk.council.logo(), today), page

        self._place.tasks.read(self, "huisstijl", read, self._show)

    def _show(self, found: tuple[tuple[str, str], LetterContent, PageLook | None]) -> None:
        (name, version), content, page = found
        words = self.tr("{name}, versie {version}").format(name=name, version=version) if version else name
        self.style_name.setText(words)
        if page is not None:
            self.preview.wear(page)
        self.preview.show_letter(content)

    def _sample(self, council: Council, logo: bytes, today: date) -> LetterContent:
        """A letter that says nothing and shows everything."""
        lines = tuple(line for line in (*council.postal_address.lines, council.email, council.web_page) if line)
        director = council.director()
        addressee = (director.name, director.function, *director.address.lines) if director else (self.tr("De bestuurder"),)
        return LetterContent(
            kind="voorbeeld",
            title=self.tr("Voorbeeld van de huisstijl"),
            status=LetterStatus.CONCEPT,
            sender=Sender(name=council.name, organisation=council.organisation, lines=lines, logo=logo),
            addressee=tuple(line for line in addressee if line),
            reference_lines=((self.tr("Ons kenmerk"), self.tr("voorbeeld")), (self.tr("Onderwerp"), self.tr("huisstijl"))),
            subject=self.tr("Voorbeeld van de huisstijl"),
            salutation=self.tr("Geachte bestuurder,"),
            sections=(
                Section(
                    key="intro",
                    heading=self.tr("Zo ziet een onderdeel eruit"),
                    blocks=(
                        Paragraph(
                            key="een",
                            runs=(Run(text=self.tr("Een alinea in de gewone letter, met een nummer ervoor.")),),
                            numbered=True,
                        ),
                        Paragraph(
                            key="twee", runs=(Run(text=self.tr("Een tweede alinea, zodat u de afstand ziet.")),), numbered=True
                        ),
                    ),
                ),
                Section(
                    key="besluit",
                    heading=self.tr("Zo ziet een besluit eruit"),
                    blocks=(Operative(key="drie", runs=(Run(text=self.tr("Wat de raad besluit, staat los van de redenen.")),)),),
                ),
            ),
            closing=self.tr("Met vriendelijke groet,"),
            signatures=tuple(Signature(name=name, role=role) for name, role in self._signing(council)),
            dated=today,
            place=council.place,
        )

    def _signing(self, council: Council) -> list[tuple[str, str]]:
        found = [(council.member(one.member_id), one.capacity) for one in council.signatories]
        label = self._place.texts.label
        named = [(member.name, capacity or label(member.roles[0])) for member, capacity in found if member is not None]
        return named or [(self.tr("naam"), self.tr("voorzitter"))]
