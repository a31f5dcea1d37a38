"""The second question of a new archive: who the people are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout
from typing_extensions import override

from orapp.ui.kit.forms import Form
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.wizard import WizardPage
from orapp.ui.shell.founding import NamedPerson, people_of

if TYPE_CHECKING:
    from orapp.ui.kit.workplace import Workplace

LINES_PIXELS = 92


class PeoplePage(WizardPage):
    """Chair, secretary, official secretary, the other members as lines, and the director. Nothing is needed."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self.title = self.tr("De mensen")
        look = place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, look.px(8), 0)
        self.form = Form(look, label_pixels=150)
        self.chair = self.form.line("chair", self.tr("V&oorzitter"))
        self.secretary = self.form.line("secretary", self.tr("&Secretaris (OR-lid)"))
        self.official = self.form.line(
            "official", self.tr("A&mbtelijk secretaris"), self.tr("Ondersteunt de raad en is geen lid")
        )
        self.others = self.form.add(
            "others",
            self.tr("Andere &leden"),
            QPlainTextEdit(),
            self.tr("Eén naam per regel. U kunt een lijst plakken uit Word, Excel of een mail."),
        )
        self.others.setTabChangesFocus(True)
        self.others.setFixedHeight(look.px(LINES_PIXELS))
        self.director = self.form.line("director", self.tr("&Bestuurder"))
        self.function = self.form.line(
            "director_function", self.tr("&Functie bestuurder"), self.tr("Bijvoorbeeld: directeur of gemeentesecretaris")
        )
        column.addWidget(self.form)
        self.count = text_label("", "small", wrap=True)
        self.count.setObjectName("aantal-mensen")
        column.addWidget(self.count)
        column.addStretch(1)
        self.others.textChanged.connect(self._show_count)
        for line in (self.chair, self.secretary, self.official):
            line.textChanged.connect(self._show_count)
        self._show_count()

    @property
    def people(self) -> tuple[NamedPerson, ...]:
        """The people as typed."""
        return people_of(self.chair.text(), self.secretary.text(), self.official.text(), self.others.toPlainText())

    @override
    def shown(self) -> None:
        self.chair.setFocus()

    def _show_count(self) -> None:
        count = len(self.people)
        if not count:
            self.count.setText(self.tr("Nog niemand ingevuld; dat kan ook later, bij Raad en mensen."))
        elif count == 1:
            self.count.setText(self.tr("1 persoon ingevuld."))
        else:
            self.count.setText(self.tr("{count} mensen ingevuld, de bestuurder niet meegeteld.").format(count=count))
