"""What was agreed on the first day: dates, never terms of the act, and the secrecy that was imposed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from orapp.domain.beginning import Beginning, BegunDate, Start
from orapp.domain.items import Secrecy
from orapp.law.facts import Party
from orapp.law.rule_keys import AGREED_ADVICE, AGREED_CONSENT, ANSWER
from orapp.ui.kit.dates import DateField
from orapp.ui.kit.forms import Form
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.typed_lines import TypedLines
from orapp.ui.kit.wizard import WizardPage
from orapp.ui.screens.new_dossier.plain_values import texts_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from orapp.domain.council import AgreedTerms
    from orapp.ui.kit.workplace import Workplace


class AgreementsPage(WizardPage):
    """Each date may stay empty. Where the council has agreed terms with the director, they are proposed."""

    def __init__(self, place: Workplace, known: Callable[[], Beginning]) -> None:
        super().__init__()
        self._place = place
        self._known = known
        self._proposed = False
        self.terms: AgreedTerms | None = None
        self.title = self.tr("Wat is er afgesproken?")
        look = place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, look.px(8), 0)
        column.setSpacing(look.px(8))
        why = self.tr(
            "Een afgesproken adviesdatum is geen termijn van de wet, maar hij bindt wel: gaat hij voorbij zonder advies of een "
            "gemotiveerd verzoek om een nieuwe datum, dan mag de bestuurder beslissen en kan het beroep in gevaar komen. "
            "Is er niets afgesproken? Laat het leeg."
        )
        column.addWidget(text_label(why, "quiet", wrap=True))
        self.form = Form(look, label_pixels=190)
        self.advice = self._date(AGREED_ADVICE, self.tr("Advies&datum"))
        self.consent = self._date(AGREED_CONSENT, self.tr("Datum over &instemming"))
        self.answer = self._date(ANSWER, self.tr("A&ntwoord van de bestuurder op"))
        unagreed = self.tr("Leeg: in brieven staat de datum als voorgesteld, niet als afgesproken.")
        self.agreed = self._date("agreed_on", self.tr("Afgesproken o&p"), unagreed)
        self.secret = self.form.check("secret", self.tr("Er is ge&heimhouding opgelegd (art. 20 WOR)"))
        self.imposed_by = self.form.line("imposed_by", self.tr("&Door wie"))
        self.scope = self.form.line("scope", self.tr("&Waarover"))
        self.until = self._date("until", self.tr("Tot en &met"))
        column.addWidget(self.form)
        self.source = text_label("", "small", wrap=True)
        column.addWidget(self.source)
        column.addStretch(1)
        self.secret.toggled.connect(self._show_secrecy)
        self._show_secrecy()
        self._lines = TypedLines(self)

    def _date(self, key: str, label: str, hint: str = "") -> DateField:
        return self.form.add(key, label, DateField(self._place, key, label.replace("&", "")), hint)

    def _show_secrecy(self) -> None:
        for key in ("imposed_by", "scope", "until"):
            self.form.set_row_visible(key, self.secret.isChecked())

    # -- the page ------------------------------------------------------------------------------------------------------

    @override
    def offered(self) -> bool:
        """A subject without a procedure has no dates yet."""
        return self._known().start is not Start.SUBJECT

    @override
    def shown(self) -> None:
        """Shows the dates that fit what was asked; proposes those of the agreement with the director, once."""
        known = self._known()
        asked = known.start is Start.REQUEST
        self.form.set_row_visible(AGREED_ADVICE, asked and (known.advice or not known.consent))
        self.form.set_row_visible(AGREED_CONSENT, asked and known.consent)
        if self.terms is not None and not self._proposed:
            self._proposed = True
            self._propose(known.on, self.terms)
        first = self.advice if asked and (known.advice or not known.consent) else self.consent if asked else self.answer
        first.setFocus()

    def _propose(self, start: date, terms: AgreedTerms) -> None:
        proposed = False
        for field, days in ((self.advice, terms.advice_days), (self.consent, terms.consent_days)):
            if days is not None and self._known().start is Start.REQUEST:
                field.set_value(start + timedelta(days=days))
                proposed = True
        if proposed:
            where = terms.recorded_in or self.tr("de afspraken van de raad met de bestuurder")
            self.source.setText(self.tr("Voorgesteld volgens {where}. Controleer de datum; u beslist.").format(where=where))

    @override
    def complete(self) -> bool:
        """No date is mistyped; secrecy names who imposed it."""
        self.form.clear_all()
        fields = (
            (AGREED_ADVICE, self.advice),
            (AGREED_CONSENT, self.consent),
            (ANSWER, self.answer),
            ("agreed_on", self.agreed),
            ("until", self.until),
        )
        for key, field in fields:
            if field.isVisibleTo(self) and field.is_wrong():
                self.form.refuse(key, self.tr("Deze datum is niet te lezen. Typ bijvoorbeeld 21-11-2026."))
                return False
        return True

    def standing(self) -> dict[str, object]:
        """What stands in the fields, as plain values; with whether dates were proposed, which is done once."""
        return {
            "secret": self.secret.isChecked(),
            "proposed": self._proposed,
            "source": self.source.text(),
            "lines": self._lines.texts(),
        }

    def put_standing(self, standing: Mapping[str, object]) -> None:
        """Puts back what stood in the fields."""
        self.secret.setChecked(standing.get("secret") is True)
        self._proposed = standing.get("proposed") is True
        self.source.setText(str(standing.get("source") or ""))
        self._lines.put(texts_in(standing, "lines"), over=True)

    def apply(self, known: Beginning) -> Beginning:
        """The dates and the secrecy that were filled in."""
        if not self.offered():
            return replace(known, dates=(), secrecy=None)
        asked = known.start is Start.REQUEST
        advice, consent = asked and (known.advice or not known.consent), asked and known.consent
        wanted = (
            (AGREED_ADVICE, self.tr("Advies uitbrengen"), self.advice.value() if advice else None, Party.COUNCIL),
            (AGREED_CONSENT, self.tr("Besluit over de instemming"), self.consent.value() if consent else None, Party.COUNCIL),
            (ANSWER, self.tr("Antwoord van de bestuurder"), self.answer.value(), Party.DIRECTOR),
        )
        secrecy = None
        if self.secret.isChecked():
            secrecy = Secrecy(
                imposed_by=self.imposed_by.text().strip() or self.tr("de bestuurder"),
                scope=self.scope.text().strip() or self.tr("de aanvraag"),
                until=self.until.value(),
                imposed_on=known.on,
            )
        return replace(
            known,
            dates=tuple(
                BegunDate(rule=rule, subject=subject, due=due, actor=actor, agreed_on=self.agreed.value())
                for rule, subject, due, actor in wanted
                if due is not None
            ),
            secrecy=secrecy,
        )
