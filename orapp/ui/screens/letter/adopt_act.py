"""Adopting a letter: the dialog that records the resolution of the council, or the mandate. It cannot be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox

from orapp.services.letter_acts import Adoption
from orapp.services.letter_confirming import NO_APPEAL_AT_ADOPTING, waived
from orapp.services.letter_handing import CHANGED_SINCE
from orapp.texts.dates import long_date
from orapp.ui.kit.cards import button
from orapp.ui.kit.labels import set_tone, text_label
from orapp.ui.kit.look import Tone
from orapp.ui.screens.letter.acts import LetterAct
from orapp.ui.screens.letter.no_appeal_form import NoAppealForm
from orapp.ui.screens.letter.second_member import SecondMember

if TYPE_CHECKING:
    from collections.abc import Callable

    from orapp.services.dossiers import Edited


class Adopt(LetterAct):
    """Records the resolution by which the council adopts the letter, or the mandate that stands in for one.

    `compare_asked` asks to see what changed since the letter was handed over.
    """

    compare_asked = Signal()

    def build(self) -> None:
        """Date, meeting, votes and quorum, or a mandate."""
        form = self.form
        self._tell_handed_over()
        self.on = self.day_field("on", self.tr("&Besluit van"))
        self.way = form.choice(
            "way",
            self.tr("&Hoe"),
            [("votes", self.tr("besluit in een vergadering")), ("mandate", self.tr("onder een vastgelegd mandaat"))],
        )
        self.meeting = form.line("meeting", self.tr("Vergadering"), self.tr("Bijvoorbeeld: OR-vergadering van 12 november."))
        self.votes_for = form.line("votes_for", self.tr("Stemmen v&óór"))
        self.votes_against = form.line("votes_against", self.tr("Stemmen te&gen"))
        self.abstentions = form.line("abstentions", self.tr("Onthoudingen"))
        self.quorum = form.choice(
            "quorum_met",
            self.tr("&Quorum gehaald"),
            [("", self.tr("kies ja of nee")), ("yes", self.tr("ja")), ("no", self.tr("nee"))],
        )
        self.mandate = form.line(
            "mandate", self.tr("&Mandaat"), self.tr("Waar het mandaat is vastgelegd, en voor welke brieven.")
        )
        self.dated = self.day_field("dated", self.tr("&Datum op de brief"))
        self.dated.set_value(self._draft.content.dated)
        self.waives: QCheckBox | None = None
        given_up = self._waived()
        if given_up:
            words = self.tr("Afzien van advies over {codes}: geen beroep meer")
            self.waives = form.check("waives", words.format(codes=", ".join(given_up)))
        asked = any(one.code == NO_APPEAL_AT_ADOPTING for one in self._draft.findings)
        self.no_appeal = NoAppealForm(self) if asked else None
        self._effects = self._letters.to_confirm(self._ground.dossier, self._letter)
        self.confirmed: QCheckBox | None = None
        if self._effects:
            self.confirmed = form.check("confirmed", self.tr("U &kent het gevolg van deze brief en wilt het zo"))
        self.second = SecondMember(self, self._place, self._letters, self._ground) if self._gives_up() else None
        self.way.currentIndexChanged.connect(self._show_way)
        self._show_way()
        for field in (self.on, self.dated):
            field.changed.connect(lambda _day: self._tell())
        self._tell()
        self._tell_blocking()

    def _tell_handed_over(self) -> None:
        """Which version was handed over, and whether the text is still that one."""
        letter = self._letter
        if letter.handed_over_on is None or not letter.handed_over_version:
            return
        words = self.tr("Versie {version} is op {on} ter vaststelling aangeboden door {who}.")
        said = words.format(version=letter.handed_over_version, on=long_date(letter.handed_over_on), who=letter.handed_over_by)
        changed = any(one.code == CHANGED_SINCE for one in self._draft.findings)
        if changed:
            said += " " + self.tr("De tekst is daarna gewijzigd: vastgesteld wordt de tekst zoals die nu is.")
        self.handed = text_label(said, wrap=True)
        self.handed.setObjectName("ter-vaststelling-aangeboden")
        self.room.insertWidget(1, self.handed)
        if changed and not self._place.here.shared:  # the texts of versions show the names that are hidden while sharing
            self.compare = button(self.tr("V&erschil bekijken"), "verschil-bekijken", "link")
            self.compare.clicked.connect(self.compare_asked)
            self.room.insertWidget(2, self.compare, alignment=Qt.AlignmentFlag.AlignLeft)

    def _waived(self) -> list[str]:
        return [f"B{item.number}" for item in waived(self._ground.dossier, self._letter)]

    def _gives_up(self) -> bool:
        return bool(self._waived()) or any(one.gives_up for one in self._effects)

    def _show_way(self) -> None:
        by_vote = self.way.currentData() == "votes"
        for field in (self.meeting, self.votes_for, self.votes_against, self.abstentions, self.quorum):
            field.setEnabled(by_vote)
        self.mandate.setEnabled(not by_vote)

    def _tell(self) -> None:
        lines = [
            self.tr("De brief krijgt een kenmerk en de tekst staat vanaf nu vast; CONCEPT verdwijnt."),
            self.tr("Dit is niet terug te draaien. Een andere tekst vraagt een nieuwe brief en een nieuw besluit."),
        ]
        lines[:0] = [
            self.tr("Gevolg: {effect}").format(effect=self._place.texts.say(one.code, **one.fields)) for one in self._effects
        ]
        if self.second is not None:
            set_tone(self.effect, Tone.DANGER)
            words = self.tr("Deze brief geeft een recht op. Daarom moet een tweede lid het ermee eens zijn.")
            lines.insert(len(self._effects), words)
        on, dated = self.on.value(), self.dated.value()
        if on is not None and dated is not None and dated < on:
            lines.insert(0, self.tr("Let op: de brief krijgt een datum van vóór het besluit. Klopt dat?"))
        self.tell_effect(lines)

    def _tell_blocking(self) -> None:
        blocking = self.blocking()
        if blocking:
            lines = [self.tr("Zo kan de brief niet worden vastgesteld. Los eerst op:")]
            self.tell_obstacles(lines + [f"– {self._place.texts.say(one.code, **one.fields)}" for one in blocking])

    def work(self) -> Callable[[], Edited] | None:
        """Adopts, when every field can be read."""
        on = self.on.value()
        if on is None:
            self.refuse("on", self.tr("Vul de dag van het besluit in."))
            return None
        by_vote = self.way.currentData() == "votes"
        fields = [("votes_for", self.votes_for), ("votes_against", self.votes_against), ("abstentions", self.abstentions)]
        apart = self.no_appeal.counts() if self.no_appeal is not None else ()
        for key, field in (*(fields if by_vote else ()), *apart):
            if (text := field.text().strip()) and not text.isdecimal():
                self.refuse(key, self.tr("Vul een aantal in, in cijfers."))
                return None
        counts = {key: int(text) if by_vote and (text := field.text().strip()) else None for key, field in fields}
        if self.no_appeal is not None and not self.no_appeal.resolved.isChecked():
            words = self.tr(
                "Zonder een eigen besluit van de OR kan de brief dit niet zeggen. Is dat besluit er niet, annuleer dan en kies "
                "in de brief dat het recht van beroep blijft."
            )
            self.refuse("no_appeal", words)
            return None
        if not by_vote and not self.mandate.text().strip():
            self.refuse("mandate", self.tr("Vul in waar het mandaat is vastgelegd."))
            return None
        quorum = {"yes": True, "no": False}.get(self.quorum.currentData()) if by_vote else None
        act = Adoption(
            on=on,
            meeting=self.meeting.text() if by_vote else "",
            quorum_met=quorum,
            mandate="" if by_vote else self.mandate.text(),
            dated=self.dated.value(),
            waives=self.waives is not None and self.waives.isChecked(),
            confirmed=self.confirmed is not None and self.confirmed.isChecked(),
            second=self.second.member_id if self.second is not None else "",
            second_on=self.second.day if self.second is not None else None,
            no_appeal_on=self.no_appeal.day if self.no_appeal is not None else None,
            no_appeal=self.no_appeal.votes() if self.no_appeal is not None else None,
            **counts,
        )
        here = self._place.here
        dossier, letter = self._ground.dossier, self._letter
        return lambda: self._letters.adopt(dossier.id, letter.id, act, here.person, here.window, begun=letter)
