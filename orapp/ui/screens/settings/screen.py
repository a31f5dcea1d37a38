"""The settings: the archive and its safety, and how this computer shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orapp.ui.kit.dressing import as_frame
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.parts import Parts
from orapp.ui.screens.settings.archive_part import ArchivePart
from orapp.ui.screens.settings.backups_part import BackupsPart
from orapp.ui.screens.settings.key_part import KeyPart
from orapp.ui.screens.settings.law_part import LawPart
from orapp.ui.screens.settings.look_part import LookPart
from orapp.ui.screens.settings.privacy_part import PrivacyPart
from orapp.ui.screens.settings.style_part import StylePart
from orapp.ui.screens.settings.who_part import WhoPart

if TYPE_CHECKING:
    from orapp.services.desk import Desk
    from orapp.services.upkeep import Absence, Upkeep
    from orapp.ui.kit.workplace import Workplace

ARCHIVE, BACKUPS, KEY, STYLE = "archief", "reservekopieen", "sleutel", "huisstijl"
LOOK, LAW, WHO, PRIVACY = "weergave", "wet", "wie", "privacy"


class _Part(Protocol):
    def show_part(self) -> None: ...


class SettingsScreen(QWidget):
    """Parts at the left, one at the right. `leave_asked` carries an `Absence`: work for which the archive is closed."""

    leave_asked = Signal(object)

    def __init__(self, desk: Desk, place: Workplace, upkeep: Upkeep) -> None:
        super().__init__()
        self._desk = desk
        self._place = place
        self._upkeep = upkeep
        self.setObjectName("instellingen-scherm")
        self.setProperty("part", "ground")
        self._build()
        self.parts.chosen.connect(lambda _key: self._show())
        place.changes.new_day.connect(self._show)

    # -- build ---------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look, desk, place, upkeep = self._place.look, self._desk, self._place, self._upkeep
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(22), look.px(14), look.px(22), look.px(14))
        column.setSpacing(look.px(10))
        column.addWidget(text_label(self.tr("Instellingen"), "title"))
        self.parts = Parts(look, "instellingen-delen", self.tr("Onderdelen van de instellingen"))
        self.parts.add(ARCHIVE, self.tr("Archief"), lambda: ArchivePart(desk, place))
        self.parts.add(BACKUPS, self.tr("Reservekopieën"), self._make_backups)
        self.parts.add(KEY, self.tr("Sleutel"), self._make_key)
        self.parts.add(WHO, self.tr("Wie werkt hier"), lambda: WhoPart(desk, place, upkeep))
        self.parts.add(STYLE, self.tr("Huisstijl"), lambda: StylePart(desk, place, upkeep))
        self.parts.add(LOOK, self.tr("Weergave"), lambda: LookPart(place, upkeep))
        self.parts.add(LAW, self.tr("Wet en feestdagen"), lambda: LawPart(place))
        self.parts.add(PRIVACY, self.tr("Privacy"), lambda: PrivacyPart(place, upkeep))
        column.addWidget(self.parts, 1)
        as_frame(self)

    def _make_backups(self) -> QWidget:
        made = BackupsPart(self._desk, self._place, self._upkeep)
        made.leave_asked.connect(self.leave_for)
        return made

    def _make_key(self) -> QWidget:
        made = KeyPart(self._desk, self._place, self._upkeep)
        made.leave_asked.connect(self.leave_for)
        return made

    # -- show ----------------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Reads again what the shown part shows; the part stays."""
        if self.parts.current:
            self._show()
        else:
            self.parts.show_part(ARCHIVE)

    def focus_first(self) -> None:
        """Puts the keyboard on the names of the parts."""
        self.parts.focus_first()

    def show_part(self, key: str) -> None:
        """Shows a part: archief, reservekopieen, sleutel, wie, huisstijl, weergave, wet, privacy."""
        self.parts.show_part(key)

    def _show(self) -> None:
        if not self.parts.current:
            return
        cast("_Part", self.parts.part(self.parts.current)).show_part()

    # -- slots ---------------------------------------------------------------------------------------------------------

    def leave_for(self, absence: Absence) -> None:
        """Asks the window to close the archive for this work and to open it again."""
        self.leave_asked.emit(absence)
