"""Addressee and reference: to whom the letter goes, about what, dated when, with which copies, annexes and goal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from orapp.domain.council_styles import KLASSIEK
from orapp.domain.letters import Letter, StrategicGoal
from orapp.services.house_styles import offered_styles
from orapp.texts.dates import plain_date
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import Card, button, empty_hint
from orapp.ui.kit.dates import DateField
from orapp.ui.kit.forms import Form
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import restyle
from orapp.ui.kit.scrolling import scrolled
from orapp.ui.kit.workplace import capital
from orapp.ui.screens.letter.row_button import RowButton, beside
from orapp.ui.screens.letter.teaser import Teaser

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from orapp.services.letters import LetterDraft, LetterGround
    from orapp.ui.kit.workplace import Workplace


class HeadCard(Card):
    """One line that says it all; opened a form. `changed` gives fields of the letter with new values, and words for it."""

    changed = Signal(object, str)

    def __init__(self, place: Workplace, *, read_only: bool = False) -> None:
        super().__init__(place.look)
        self._read_only = read_only
        self._place = place
        self._letter: Letter | None = None
        self._ground: LetterGround | None = None
        self._body: QWidget | None = None
        self._filling = False
        self._frozen = False
        self._hides = False
        self._goals: tuple[StrategicGoal, ...] = ()
        self._proposed: date | None = None
        look = place.look
        self.body.setContentsMargins(look.px(6), look.px(4), look.px(6), look.px(4))
        self.head = RowButton(look, "geadresseerde")
        column = QVBoxLayout()
        column.setSpacing(look.px(2))
        column.addWidget(text_label(self.tr("Geadresseerde en kenmerk"), "strong"))
        self.told = Teaser("quiet")
        column.addWidget(self.told)
        self.head.row.addLayout(column, 1)
        self.head.setCheckable(True)
        self.head.clicked.connect(lambda: self.open(not self.is_open))
        self.body.addWidget(self.head)

    @property
    def is_open(self) -> bool:
        """Whether the form is shown."""
        return self._body is not None

    def show_letter(self, letter: Letter, ground: LetterGround, draft: LetterDraft) -> None:
        """Shows what surrounds the letter now; a field in which is typed stays as it is."""
        hides = self._place.here.shared
        changed = self._letter is None or self._letter.id != letter.id or (draft.frozen, hides) != (self._frozen, self._hides)
        self._letter, self._ground, self._frozen, self._hides = letter, ground, draft.frozen, hides
        self._goals = draft.goals
        content = draft.content
        contact = ground.council.contact(letter.addressee_id) or ground.council.director(ground.dossier.organisation)
        to = contact.name if contact is not None else self.tr("nog niemand")
        if self._place.here.shared:
            to = self.tr("naam verborgen")
        words = [to, self.tr("kenmerk {reference}").format(reference=content.reference) if content.reference else ""]
        words.append(content.subject)
        told = " · ".join(one for one in words if one)
        self.told.setText(told)
        self.head.setAccessibleName(self.tr("Geadresseerde en kenmerk: {told}").format(told=told))
        if self._body is None:
            return
        if changed:
            self.open(False)
            self.open(True)
            return
        if self._frozen:
            return  # it says only that nothing can be changed any more
        self._filling = True
        self._fill(content.subject)
        self._filling = False

    def open(self, on: bool) -> None:
        """Shows or hides the form."""
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
            self._body = None
        if on and self._letter is not None and self._ground is not None:
            self._filling = True
            self._body = self._frozen_words() if self._frozen else self._build()
            self._filling = False
            self.body.addWidget(self._body)
        self.head.setChecked(on)
        self.setProperty("open", "true" if on else "false")
        restyle(self)

    def propose(self, due: date | None) -> None:
        """A day on which an answer could be asked; it stands in the letter only once it was taken over."""
        self._proposed = due

    def focus_in(self) -> None:
        """Opens the form and goes to its first field."""
        self.open(True)
        if not self._frozen:
            (self.subject if self._hides else self.addressee).setFocus(Qt.FocusReason.OtherFocusReason)

    def _frozen_words(self) -> QWidget:
        return text_label(self.tr("De brief is vastgesteld; ook wat eromheen staat, ligt vast."), "quiet", wrap=True)

    def _build(self) -> QWidget:
        place = self._place
        # Where text is large the weekday stands in the tooltip of a date, and labels take no more than they need.
        narrow = beside(place.look) is QBoxLayout.Direction.TopToBottom
        form = Form(place.look, label_pixels=40 if narrow else 110)
        form.setContentsMargins(place.look.px(8), 0, place.look.px(8), place.look.px(6))
        self.addressee = form.choice("brief-aan", self.tr("&Aan"), [])
        self.addressee.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.addressee.setMinimumContentsLength(12)
        self.subject = form.line("brief-onderwerp", self.tr("&Onderwerp"))
        self.dated = form.add("brief-datum", self.tr("&Datum"), DateField(place, "brief-datum", self.tr("Datum"), narrow=narrow))
        self.due = form.add(
            "brief-antwoord",
            self.tr("Antwoord voor"),
            DateField(place, "brief-antwoord", self.tr("Antwoord gevraagd uiterlijk"), narrow=narrow),
        )
        if self._proposed is not None and self._letter is not None and self._letter.reply_due is None and not self._read_only:
            form.add("brief-antwoord-voorstel", self.tr("Voorstel"), self._proposal(self._proposed))
        self.copies = form.line("brief-kopie", self.tr("&Kopie aan"), self.tr("Meer namen: zet er een puntkomma tussen."))
        self.goal = form.choice(
            "brief-doel",
            self.tr("Strategisch doel"),
            self._offered_goals(),
            self.tr("Bepaalt de toon en wat de brief moet bevatten; staat nooit in de brief."),
        )
        self.house_style = form.choice("brief-huisstijl", self.tr("Huisstijl"), self._styles())
        form.add("brief-bijlagen", self.tr("&Bijlagen"), self._build_annexes())
        for key in ("brief-aan", "brief-kopie", "brief-doel"):
            # Names and strategy are not for others who look along.
            form.set_row_visible(key, not self._hides)
        if self.goal.count() == 1:
            # In this kind of letter the goal changes nothing.
            form.set_row_visible("brief-doel", False)
        self._fill("")
        self._connect()
        if self._read_only:
            self._only_read()
        return form

    def _offered_goals(self) -> list[tuple[str, str]]:
        """The goals that change this kind of letter; one that was chosen before and changes nothing says so."""
        texts, chosen = self._place.texts, self._letter.goal if self._letter is not None else None
        found = [("", self.tr("niet gekozen")), *((goal.value, capital(texts.label(goal))) for goal in self._goals)]
        if chosen is not None and chosen not in self._goals:
            words = self.tr("{goal} (maakt in deze brief geen verschil)").format(goal=capital(texts.label(chosen)))
            found.append((chosen.value, words))
        return found

    def _proposal(self, day: date) -> QWidget:
        """The day that could be asked: the council takes it over, or not."""
        act = button(self.tr("{day} overnemen").format(day=plain_date(day)), "brief-antwoord-voorstel", "link")

        def take() -> None:
            self.due.set_value(day)
            act.setEnabled(False)

        act.clicked.connect(take)
        return act

    def _styles(self) -> list[tuple[str, str]]:
        """What the council brought and what ships; first what the council has as usual."""
        council = self._ground.council if self._ground is not None else None
        if council is None:
            return []
        names = dict(offered_styles(council))
        kind = self._letter.kind if self._letter is not None else ""
        usual = names.get(council.usual_style_of(kind), names[KLASSIEK])
        return [("", self.tr("zoals gebruikelijk ({name})").format(name=usual)), *names.items()]

    def _only_read(self) -> None:
        """An archive that takes no edits: what stands here can be read and copied, and nothing invites to type."""
        for line in (self.subject, self.copies, self.dated.line(), self.due.line()):
            line.setReadOnly(True)
        for choice in (self.addressee, self.goal, self.house_style, *self.annexes.values()):
            choice.setEnabled(False)
        for field in (self.dated, self.due):
            for opener in field.findChildren(QAbstractButton):
                opener.setEnabled(False)

    def _build_annexes(self) -> QWidget:
        self.annexes: dict[str, QCheckBox] = {}
        ground = self._ground
        papers = [paper for paper in ground.dossier.papers if not paper.personal] if ground is not None else []
        if not papers:
            return empty_hint(self.tr("Er zijn nog geen stukken in het dossier."))
        inside = QWidget()
        inside.setProperty("part", "ground")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for paper in papers:
            tick = QCheckBox(f"D{paper.number}" if paper.number else "")
            a11y.name(tick, f"bijlage-{paper.id}", f"{tick.text()} {paper.title}".strip())
            tick.clicked.connect(self._annexes_changed)
            row = QHBoxLayout()
            row.addWidget(tick)
            title = Teaser()
            title.setText(paper.title)
            row.addWidget(title, 1)
            column.addLayout(row)
            self.annexes[paper.id] = tick
        area = scrolled(inside, sideways=False)
        area.setSizeAdjustPolicy(QScrollArea.SizeAdjustPolicy.AdjustToContents)
        area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        area.setMaximumHeight(self._place.look.px(132) + 4)
        return area

    def _fill(self, subject: str) -> None:
        letter, ground = self._letter, self._ground
        if letter is None or ground is None:
            return
        if not self.addressee.hasFocus():
            self.addressee.clear()
            usual = ground.council.director(ground.dossier.organisation)
            words = self.tr("de bestuurder: {name}").format(name=usual.name) if usual is not None else self.tr("de bestuurder")
            self.addressee.addItem(words, "")
            for contact in ground.council.contacts:
                role = self._place.texts.label(contact.role)
                self.addressee.addItem(f"{contact.name} ({contact.function or role})", contact.id)
            self.addressee.setCurrentIndex(max(0, self.addressee.findData(letter.addressee_id)))
        self._put(self.subject, letter.subject)
        if subject and not letter.subject:
            self.subject.setPlaceholderText(subject)
        for field, day in ((self.dated, letter.dated), (self.due, letter.reply_due)):
            if not field.line().hasFocus():
                field.set_value(day)
        self._put(self.copies, "; ".join(letter.copies))
        self.goal.setCurrentIndex(max(0, self.goal.findData(letter.goal.value if letter.goal is not None else "")))
        self.house_style.setCurrentIndex(max(0, self.house_style.findData(letter.style_id)))
        for paper_id, tick in self.annexes.items():
            tick.setChecked(paper_id in letter.annex_ids)

    @staticmethod
    def _put(field: QLineEdit, text: str) -> None:
        if not field.hasFocus() and field.text() != text:
            field.setText(text)

    def _connect(self) -> None:
        self.addressee.activated.connect(
            lambda _n: self._tell({"addressee_id": self.addressee.currentData()}, self.tr("geadresseerde van de brief"))
        )
        self.subject.editingFinished.connect(
            lambda: self._tell({"subject": self.subject.text().strip()}, self.tr("onderwerp van de brief"))
        )
        self.dated.changed.connect(lambda day: self._tell_day("dated", self.dated, day))
        self.due.changed.connect(lambda day: self._tell_day("reply_due", self.due, day))
        self.copies.editingFinished.connect(self._copies_changed)
        self.goal.activated.connect(self._goal_changed)
        self.house_style.activated.connect(
            lambda _n: self._tell({"style_id": self.house_style.currentData()}, self.tr("huisstijl van de brief"))
        )

    def _tell_day(self, name: str, field: DateField, day: object) -> None:
        if not field.is_wrong():
            self._tell({name: day}, self.tr("datum van de brief"))

    def _copies_changed(self) -> None:
        names = tuple(name.strip() for name in self.copies.text().split(";") if name.strip())
        self._tell({"copies": names}, self.tr("kopieën van de brief"))

    def _goal_changed(self) -> None:
        value: str = self.goal.currentData()
        self._tell({"goal": StrategicGoal(value) if value else None}, self.tr("doel van de brief"))

    def _annexes_changed(self) -> None:
        chosen = tuple(paper_id for paper_id, tick in self.annexes.items() if tick.isChecked())
        before = self._letter.annex_ids if self._letter is not None else ()
        kept = tuple(one for one in before if one in chosen or one not in self.annexes)
        self._tell({"annex_ids": (*kept, *(one for one in chosen if one not in kept))}, self.tr("bijlagen van de brief"))

    def _tell(self, values: dict[str, object], words: str) -> None:
        if self._letter is None or self._filling:
            return
        changed = with_values(self._letter, values)
        if changed != self._letter:
            self._letter = changed
            self.changed.emit(values, words)


def with_values(letter: Letter, values: dict[str, object]) -> Letter:
    """The letter with other values, by the names of its fields."""
    untyped: Callable[..., Letter] = replace
    return untyped(letter, **values)
