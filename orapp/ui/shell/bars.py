"""The bar on top with the name of the archive, and the status line below with what was kept and what is known."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QFrame, QHBoxLayout

from orapp.texts.dates import plain_date, short_date
from orapp.ui.kit.labels import ShortenedLabel, set_tone, text_label
from orapp.ui.kit.look import Look, Tone

if TYPE_CHECKING:
    from orapp.law.book import LawBook
    from orapp.services.rows import BackupInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class TopBar(QFrame):
    """The name of the council, and that this archive is encrypted and works without a network."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("bovenbalk")
        self.setProperty("part", "top")
        self._look = look
        self._take_height()
        look.changed.connect(self._take_height)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(14), 0, look.px(14), 0)
        row.setSpacing(look.px(12))
        self.name = ShortenedLabel("heading")
        self.name.setObjectName("archiefnaam")
        row.addWidget(self.name)
        self.state = ShortenedLabel("quiet")
        self.state.setObjectName("archiefstand")
        row.addWidget(self.state)
        row.addStretch(1)
        self.day = text_label("", "quiet")
        self.day.setObjectName("vandaag")
        row.addWidget(self.day)

    def _take_height(self) -> None:
        self.setMinimumHeight(self._look.px(44))

    def show_archive(self, name: str, *, read_only: bool) -> None:
        """Says which archive is open and how."""
        self.name.setText(name)
        words = self.tr("versleuteld archief · werkt zonder netwerk")
        if read_only:
            words = self.tr("versleuteld archief · alleen lezen · werkt zonder netwerk")
        self.state.setText(words)

    def show_day(self, today: date) -> None:
        """Says which day it is, and the number of the week."""
        week = today.isocalendar().week
        self.day.setText(self.tr("{day} · week {week}").format(day=short_date(today), week=week))


class StatusLine(QFrame):
    """Four plain statements: what is saved, the last backup, the law as known on, and the holidays known until."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("statusregel")
        self.setProperty("part", "foot")
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(14), look.px(4), look.px(14), look.px(4))
        row.setSpacing(look.px(18))
        self.saved = ShortenedLabel("small")
        self.backup = ShortenedLabel("small")
        self.law = ShortenedLabel("small")
        self.saved.setObjectName("opgeslagen")
        self.backup.setObjectName("reservekopie")
        self.law.setObjectName("wet-bekend")
        row.addWidget(self.saved)
        row.addWidget(self.backup)
        row.addStretch(1)
        row.addWidget(self.law)

    def show_saved(self, moment: datetime | None, *, read_only: bool = False) -> None:
        """Says when something was last saved."""
        if read_only:
            self.saved.setText(self.tr("Alleen lezen: er wordt niets gewijzigd"))
        elif moment is None:
            self.saved.setText(self.tr("Alles is opgeslagen"))
        else:
            self.saved.setText(self.tr("Opgeslagen {time}").format(time=moment.astimezone(AMSTERDAM).strftime("%H.%M")))

    def show_backup(self, backups: tuple[BackupInfo, ...], today: date) -> None:
        """Says when the newest checked backup was made."""
        newest = max((backup.made_at for backup in backups), default=None)
        if newest is None:
            self.backup.setText(self.tr("Nog geen reservekopie"))
            set_tone(self.backup, Tone.ATTENTION)
            return
        day = newest.astimezone(AMSTERDAM).date()
        if day == today:
            self.backup.setText(self.tr("Reservekopie van vandaag gecontroleerd"))
        else:
            self.backup.setText(self.tr("Reservekopie van {day} gecontroleerd").format(day=short_date(day, this_year=today.year)))
        set_tone(self.backup, Tone.PLAIN)

    def show_law(self, law: LawBook, today: date) -> None:
        """Says how old the law is, as the program knows it, and until when the holidays are known."""
        known, until = plain_date(law.known_on), law.calendar.known_until.year
        words = self.tr("Wet zoals bekend op {known} · feestdagen bekend t/m {until}").format(known=known, until=until)
        if law.stale_on(today):
            words = self.tr("Let op, ouder dan een jaar: {words}").format(words=words)
        self.law.setText(words)
        set_tone(self.law, Tone.ATTENTION if law.stale_on(today) else Tone.PLAIN)
