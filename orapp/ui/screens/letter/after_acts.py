"""What is recorded of a letter after it left: that it arrived, what answered it, and that it is put away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orapp.services.letter_life import Answered, Arrival
from orapp.texts.dates import long_date
from orapp.ui.screens.letter.acts import LetterAct

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from orapp.domain.letters import Letter
    from orapp.services.desk import Desk
    from orapp.services.dossiers import Edited
    from orapp.services.letters import LetterDraft, LetterGround
    from orapp.ui.kit.workplace import Workplace


class AfterAct(LetterAct):
    """What these acts know besides: the life of letters."""

    def __init__(
        self,
        parent: QWidget,
        place: Workplace,
        desk: Desk,
        ground: LetterGround,
        draft: LetterDraft,
        letter: Letter,
        done: Callable[[Edited], None],
        words: tuple[str, str, str],
    ) -> None:
        self._life = desk.letter_life
        super().__init__(parent, place, desk.letters, ground, draft, letter, done, words)

    def sent_line(self) -> str:
        """When and how the letter left."""
        letter = self._letter
        day = long_date(letter.sent_on) if letter.sent_on is not None else ""
        return self.tr("Verzonden op {day}: {channel}.").format(day=day, channel=letter.sent_channel)


class Arrive(AfterAct):
    """Records that the letter reached the addressee: proof of sending proves no arrival."""

    def build(self) -> None:
        """Day and proof."""
        self.on = self.day_field("on", self.tr("&Ontvangen op"))
        hint = self.tr(
            "Bijvoorbeeld: ontvangstbevestiging per mail van 12 november, handtekening voor ontvangst, of track-en-trace."
        )
        self.proof = self.form.line("proof", self.tr("&Bewijs van ontvangst"), hint)
        if self._letter.arrived_on is not None:
            self.on.set_value(self._letter.arrived_on)
            self.proof.setText(self._letter.arrival_proof)
        lines = [self.sent_line()]
        if self._letter.proof:
            lines.append(self.tr("Bewijs van verzending: {proof}.").format(proof=self._letter.proof))
        lines.append(self.tr("Een bewijs van verzending bewijst nog niet dat de brief is aangekomen."))
        if self._letter.arrived_on is not None:
            lines.append(self.tr("Wat nu is vastgelegd, wordt vervangen; het logboek bewaart beide."))
        self.tell_effect(lines)

    def work(self) -> Callable[[], Edited] | None:
        """Records the arrival."""
        on = self.on.value()
        if on is None:
            self.refuse("on", self.tr("Vul de dag van ontvangst in."))
            return None
        act, here = Arrival(on=on, proof=self.proof.text()), self._place.here
        return lambda: self._life.arrive(self._ground.dossier.id, self._letter.id, act, here.person, here.window)


class Answer(AfterAct):
    """Records which paper or decision answers the letter; what came in since it left is proposed."""

    def build(self) -> None:
        """The paper that answers, and its day."""
        self._found = self._life.possible_answers(self._ground.dossier, self._letter)
        options = [
            (one.item_id, self.tr("{title} ({day})").format(title=one.title, day=long_date(one.on))) for one in self._found
        ]
        options.append(("", self.tr("een antwoord dat niet in het dossier staat")))
        self.answer = self.form.choice("answer", self.tr("&Antwoord"), options)
        self.on = self.day_field("on", self.tr("&Beantwoord op"))
        chosen = self.answer.findData(self._letter.answered_by_id) if self._letter.answered_on is not None else 0
        self.answer.setCurrentIndex(max(0, chosen))
        self.answer.currentIndexChanged.connect(self._take_day)
        self._take_day()
        if self._letter.answered_on is not None:
            self.on.set_value(self._letter.answered_on)
        lines = [self.sent_line()]
        if not self._found:
            lines.append(self.tr("Sinds het verzenden is in dit dossier geen brief of besluit van de bestuurder vastgelegd."))
        lines.append(
            self.tr("Het gevraagde antwoord in de planning is hiermee gekomen. Of het antwoord goed is, beoordeelt de OR.")
        )
        self.tell_effect(lines)

    def _take_day(self) -> None:
        day = next((one.on for one in self._found if one.item_id == self.answer.currentData()), None)
        if day is not None and day <= self._place.today():
            self.on.set_value(day)

    def work(self) -> Callable[[], Edited] | None:
        """Records the answer."""
        on = self.on.value()
        if on is None:
            self.refuse("on", self.tr("Vul de dag van het antwoord in."))
            return None
        act, here = Answered(on=on, item_id=str(self.answer.currentData() or "")), self._place.here
        return lambda: self._life.answer(self._ground.dossier.id, self._letter.id, act, here.person, here.window)


class PutAway(AfterAct):
    """Puts the letter away: from then on it stands among what is done."""

    def build(self) -> None:
        """Says what is not recorded yet; there is nothing to fill in."""
        self.form.hide()
        lines = [self.tr("De brief staat daarna bij wat klaar is. Het Word-bestand en de PDF blijven in het archief.")]
        if self._letter.arrived_on is None:
            lines.append(self.tr("Let op: er is niet vastgelegd dat de brief is ontvangen."))
        if self._letter.answered_on is None:
            lines.append(self.tr("Let op: er is geen antwoord vastgelegd."))
        self.tell_effect(lines)

    def work(self) -> Callable[[], Edited]:
        """Puts it away."""
        here = self._place.here
        return lambda: self._life.archive_letter(self._ground.dossier.id, self._letter.id, here.person, here.window)
