"""The first question of a new archive: which council this is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from orapp.domain.council import CouncilKind
from orapp.ui.kit.forms import Form
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.wizard import WizardPage
from orapp.ui.kit.workplace import capital

if TYPE_CHECKING:
    from orapp.ui.kit.workplace import Workplace


class CouncilPage(WizardPage):
    """Name, kind, organisation and place; only the name is needed."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self.title = self.tr("De raad")
        look = place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, look.px(8), 0)
        lead = self.tr("Alleen de naam is nodig. De rest kunt u later aanvullen.")
        column.addWidget(text_label(lead, "quiet", wrap=True))
        self.form = Form(look, label_pixels=150)
        self.name = self.form.line("name", self.tr("&Naam van de raad"), self.tr("Bijvoorbeeld: OR Lindewaard"))
        kinds = [(kind.value, capital(place.texts.label(kind))) for kind in CouncilKind]
        self.kind = self.form.choice("kind", self.tr("&Soort"), kinds)
        self.organisation = self.form.line("organisation", self.tr("&Onderneming"))
        self.place = self.form.line("place", self.tr("&Plaats"), self.tr("Staat boven de brieven"))
        self.public = self.form.check("public", self.tr("Overheids&werkgever"))
        column.addWidget(self.form)
        why = self.tr(
            "Bij de overheid perkt artikel 46d WOR het overleg in: politieke besluiten over taken van de overheid vallen "
            "erbuiten, de gevolgen voor het personeel niet. Het programma vraagt daar dan naar. Het beslist daar niet over."
        )
        column.addWidget(text_label(why, "small", wrap=True))
        column.addStretch(1)

    @property
    def council_kind(self) -> CouncilKind:
        """The kind that was chosen."""
        return CouncilKind(self.kind.currentData())

    @override
    def shown(self) -> None:
        self.name.setFocus()

    @override
    def complete(self) -> bool:
        if not self.name.text().strip():
            self.form.refuse("name", self.tr("Geef de raad een naam."))
            return False
        return True
