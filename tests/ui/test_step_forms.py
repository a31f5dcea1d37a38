"""The form of each kind of fact: its words, its fields, and numbers as people type them."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from orapp.domain.needs import Votes
from orapp.domain.papers import PaperKind
from orapp.law.facts import FactKind
from orapp.services.desk import Desk
from orapp.ui.kit.dates import DateField
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.step_effects import effect_words, groups
from orapp.ui.screens.dossier.step_fields import StepForm
from orapp.ui.screens.dossier.step_words import act_words, day_words
from orapp.ui.screens.dossier.typed_numbers import cents, number
from tests.ui.step_story import advised


@pytest.mark.parametrize("kind", list(FactKind))
def test_each_fact_has_its_words_and_its_form(kind: FactKind, desk: Desk, place: Workplace, qtbot: QtBot) -> None:
    dossier = advised(desk)
    form = StepForm(place, dossier, kind, "r1")
    qtbot.addWidget(form)
    recorded = form.recorded()
    assert (recorded.kind, recorded.on) == (kind, place.today())
    assert not form.refuse()
    assert act_words(kind)
    assert day_words(kind)
    assert sum(kind in kinds for _, kinds in groups()) == 1
    assert isinstance(effect_words(kind), str)


@pytest.mark.parametrize("kind", list(FactKind))
def test_each_field_of_each_form_has_a_name(kind: FactKind, desk: Desk, place: Workplace, qtbot: QtBot) -> None:
    form = StepForm(place, advised(desk), kind, "r1")
    qtbot.addWidget(form)
    fields = [one for one in form.findChildren(QWidget) if isinstance(one, (QLineEdit, QComboBox, QCheckBox, QPlainTextEdit))]
    nameless = [one.objectName() for one in fields if not one.accessibleName() and not one.objectName().startswith("qt_")]
    assert fields
    assert not nameless


def test_a_new_paper_follows_the_day_until_another_is_typed(desk: Desk, place: Workplace, qtbot: QtBot) -> None:
    form = StepForm(place, advised(desk), FactKind.RECEIVED, "r1")
    qtbot.addWidget(form)
    choice = form.findChild(QComboBox, "stuk-keuze")
    received = form.findChild(DateField, "stuk-received_on")
    assert choice is not None
    assert received is not None
    choice.setCurrentIndex(choice.findData("new"))
    form.day.set_value(date(2026, 1, 8))
    assert received.value() == date(2026, 1, 8)
    received.set_value(date(2026, 1, 9))
    form.day.set_value(date(2026, 1, 10))
    paper = form.recorded().paper
    assert paper is not None
    assert (paper.received_on, paper.kind, paper.title) == (date(2026, 1, 9), PaperKind.REQUEST, "verzoek")


def test_votes_stand_with_the_resolution_and_numbers_are_read_as_typed() -> None:
    assert Votes(meeting="x") != Votes()
    assert [number(text) for text in ("12", " 1.250 ", "", "veel", "-3", "²", "9" * 5000)] == [12, 1250, *[None] * 5]
    assert [cents(text) for text in ("12.500,00", "€ 3,5", "40", "40,-", "niets")] == [1_250_000, 350, 4000, 4000, None]
