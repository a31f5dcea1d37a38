"""The title line of a dossier: reference and title, kind and grounds, team, and what is secret."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from orapp.law.articles import ArticleKeyError, grounds_text
from orapp.texts.dates import short_date
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import button
from orapp.ui.kit.labels import Pill, text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.workplace import capital

if TYPE_CHECKING:
    from orapp.domain.dossier import Dossier
    from orapp.domain.requests import Request
    from orapp.services.dossiers import DossierView
    from orapp.ui.kit.workplace import Sentences, Workplace


NARROW = 760
"""Below this width at 13 px text, what is done with a dossier stands under its title."""


class ShortenedChoice(QComboBox):
    """A choice whose words end in an ellipsis where they do not fit; its list shows them whole."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        room = field.width() - self.fontMetrics().averageCharWidth()
        option.currentText = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class DossierHead(QWidget):
    """The title line with what a person does with the whole dossier at its right: choose a procedure, record, write."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        look = place.look
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.px(8))
        words = QVBoxLayout()
        words.setSpacing(look.px(2))
        first = QHBoxLayout()
        first.setSpacing(look.px(10))
        self.title = text_label("", "title", wrap=True)
        self.title.setObjectName("titel")
        self._status = Pill("")
        self._secret = Pill(self.tr("geheim"), Tone.DANGER)
        first.addWidget(self.title, 1)
        first.addWidget(self._status, 0, Qt.AlignmentFlag.AlignVCenter)
        first.addWidget(self._secret, 0, Qt.AlignmentFlag.AlignVCenter)
        words.addLayout(first)
        self.subtitle = text_label("", "quiet", wrap=True)
        words.addWidget(self.subtitle)
        self._row.addLayout(words, 1)
        self.requests = ShortenedChoice()
        a11y.name(self.requests, "procedure", self.tr("Procedure in dit dossier"))
        self.requests.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.requests.setMinimumContentsLength(22)
        self.record_button = button(self.tr("Vastleggen…"), "vastleggen")
        self.record_button.setToolTip(self.tr("Iets vastleggen dat is gebeurd, in elke volgorde (Ctrl+L)"))
        self.letter_button = button(self.tr("Brief"), "brief")
        self.letter_button.setToolTip(self.tr("Brief maken (Ctrl+B)"))
        acts = QHBoxLayout()
        acts.setSpacing(look.px(8))
        for widget in (self.requests, self.record_button, self.letter_button):
            acts.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        acts.addStretch(1)
        self._row.addLayout(acts)

    def show_dossier(self, view: DossierView, request_id: str, phase: str, *, hidden: bool) -> None:
        """Shows title, kind and secrecy; of a hidden dossier only that it is secret."""
        place, dossier = self._place, view.dossier
        request = dossier.request(request_id)
        self.title.setText(self.tr("Geheim dossier") if hidden else title_of(dossier))
        self.subtitle.setText("" if hidden else subtitle_of(dossier, request, place.texts, place.today()))
        self._status.setText(phase)
        self._status.setVisible(not hidden)
        self._secret.setVisible(dossier.secret)
        self.requests.setVisible(len(view.procedures) > 1 and not hidden)
        self.record_button.setVisible(not hidden)
        if hidden:
            self.letter_button.hide()

    def show_requests(self, view: DossierView, request_id: str) -> None:
        """Offers the procedures of the dossier; an open list stays open where nothing changed."""
        shown = [(course.request.title, course.request.id) for course in view.procedures]
        if shown != [(self.requests.itemText(n), self.requests.itemData(n)) for n in range(self.requests.count())]:
            self.requests.clear()
            for words, item_id in shown:
                self.requests.addItem(words, item_id)
        self.requests.setCurrentIndex(self.requests.findData(request_id))
        self.requests.setToolTip(self.requests.currentText())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < self._place.look.px(NARROW)
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)


def title_of(dossier: Dossier) -> str:
    """Reference and title: "2026-014 Verzelfstandiging afdeling Werk"."""
    return f"{dossier.reference} {dossier.title}"


def subtitle_of(dossier: Dossier, request: Request | None, texts: Sentences, today: date) -> str:
    """Kind, grounds, organisation, team and secrecy, with a dot between them."""
    grounds = (request.grounds if request is not None else ()) or dossier.grounds
    parts = [capital(texts.label(request.legal if request is not None else dossier.kind)), cited(grounds)]
    if request is not None and len(request.versions) > 1:
        parts[0] = QCoreApplication.translate("title", "{kind} v{version}").format(
            kind=parts[0], version=request.versions[-1].number
        )
    parts.append(dossier.organisation)
    if dossier.team:
        parts.append(QCoreApplication.translate("title", "dossierteam {count}").format(count=len(dossier.team)))
    parts.append(secrecy_of(dossier, today))
    return " · ".join(part for part in parts if part)


def cited(grounds: tuple[str, ...]) -> str:
    """The grounds as the act is cited; what is no key of the catalogue is given as it was written."""
    try:
        return grounds_text(grounds).replace("artikel", "art.")
    except ArticleKeyError:
        return ", ".join(grounds)


def secrecy_of(dossier: Dossier, today: date) -> str:
    """How many papers are secret and until when, or that the whole dossier is."""
    secret = [paper for paper in dossier.papers if paper.secrecy is not None and _holds(paper.secrecy.until, today)]
    imposed = [item for item in dossier.secrecies if _holds(item.until, today)]
    ends = [item.until for item in imposed] + [paper.secrecy.until for paper in secret if paper.secrecy is not None]
    known = [day for day in ends if day is not None]
    if dossier.secret:
        words = QCoreApplication.translate("title", "dossier geheim")
    elif len(secret) == 1:
        words = QCoreApplication.translate("title", "1 stuk geheim")
    elif secret:
        words = QCoreApplication.translate("title", "{count} stukken geheim").format(count=len(secret))
    elif imposed:
        words = QCoreApplication.translate("title", "geheimhouding opgelegd")
    else:
        return ""
    if known and len(known) == len(ends):
        until = short_date(max(known), this_year=today.year)
        return QCoreApplication.translate("title", "{words} t/m {until}").format(words=words, until=until)
    return words


def _holds(until: date | None, today: date) -> bool:
    return until is None or until >= today
