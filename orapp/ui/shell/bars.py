"""The bar on top with the archive and the acts that are always at hand, and the status line below with what was kept."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout
from typing_extensions import override

from orapp.texts.dates import plain_date, short_date
from orapp.ui.kit.a11y import announce
from orapp.ui.kit.cards import ActButton, button
from orapp.ui.kit.labels import Pill, ShortenedLabel, set_tone
from orapp.ui.kit.look import Look, Tone

if TYPE_CHECKING:
    from orapp.law.book import LawBook
    from orapp.services.rows import BackupInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class TopBar(QFrame):
    """The name of the council, that this archive is encrypted and works without a network, and the acts always at hand."""

    new_asked = Signal()
    palette_asked = Signal()
    share_asked = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("bovenbalk")
        self.setProperty("part", "top")
        self._look = look
        self._take_height()
        look.changed.connect(self._take_height)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(14), look.px(5), look.px(14), look.px(5))
        row.setSpacing(look.px(12))
        self.name = ShortenedLabel("heading")
        self.name.setObjectName("archiefnaam")
        row.addWidget(self.name)
        self.state = ShortenedLabel("quiet")
        self.state.setObjectName("archiefstand")
        row.addWidget(self.state)
        row.addStretch(1)
        self.search = SearchButton(look)
        row.addWidget(self.search, 1)
        self.share = button("", "scherm-delen", "link")
        self.share.setCheckable(True)
        row.addWidget(self.share)
        self.new = button(self.tr("Nieuw dossier"), "nieuw-dossier", "primary")
        self.new.setToolTip(self.tr("Nieuw dossier (Ctrl+N)"))
        row.addWidget(self.new)
        self.show_shared(shared=False)
        self.new.clicked.connect(self.new_asked.emit)
        self.search.clicked.connect(self.palette_asked.emit)
        self.share.clicked.connect(self._ask_share)

    def _take_height(self) -> None:
        self.setMinimumHeight(self._look.px(44))

    def _ask_share(self, shared: bool) -> None:
        self.share_asked.emit(shared)

    def show_archive(self, name: str, *, read_only: bool) -> None:
        """Says which archive is open and how; where nothing can be written, no new dossier is offered."""
        self.name.setText(name)
        words = self.tr("versleuteld archief · werkt zonder netwerk")
        if read_only:
            words = self.tr("versleuteld archief · alleen lezen · werkt zonder netwerk")
        self.state.setText(words)

    def show_shared(self, *, shared: bool) -> None:
        """Says whether others look along."""
        words = self.tr("Scherm delen: aan") if shared else self.tr("Scherm delen: uit")
        self.share.setText(words)
        self.share.setAccessibleName(words)
        self.share.setChecked(shared)
        self.share.setToolTip(self.tr("Verbergt strategie, geheime dossiers en namen (Ctrl+Shift+D)"))


class SearchButton(ActButton):
    """Looks like the field that it opens: what can be sought, and the keys that go there."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("zoeken")
        self.setProperty("part", "search")
        self.setAutoDefault(False)
        words = self.tr("Zoek dossiers, stukken, brieven, opdrachten…")
        self.setAccessibleName(self.tr("Zoeken en opdrachten, Ctrl+K"))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(10), 0, look.px(6), 0)
        row.setSpacing(look.px(8))
        self.words = ShortenedLabel("quiet")
        self.words.setText(words)
        self.keys = Pill(self.tr("Ctrl K"))
        for label in (self.words, self.keys):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(self.words, 1)
        row.addWidget(self.keys)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(400), self._look.px(34))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(110), self._look.px(30))


class StatusLine(QFrame):
    """Four plain statements: what is saved, the last backup, the law as known on, and the holidays known until."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._moment: datetime | None = None
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
        self._moment = moment or self._moment
        set_tone(self.saved, Tone.PLAIN)
        if read_only:
            self.saved.setText(self.tr("Alleen lezen: er wordt niets gewijzigd"))
        elif moment is None:
            self.saved.setText(self.tr("Alles is opgeslagen"))
        else:
            self.saved.setText(self.tr("Opgeslagen {time}").format(time=moment.astimezone(AMSTERDAM).strftime("%H.%M")))

    def show_unsaved(self) -> None:
        """Says that the last change was not kept, and when one last was."""
        words = self.tr("Niet opgeslagen")
        if self._moment is not None:
            time = self._moment.astimezone(AMSTERDAM).strftime("%H.%M")
            words = self.tr("Niet opgeslagen; laatst opgeslagen {time}").format(time=time)
        if words != self.saved.text():
            self.saved.setText(words)
            announce(self.saved, words, urgent=True)
        set_tone(self.saved, Tone.DANGER)

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
