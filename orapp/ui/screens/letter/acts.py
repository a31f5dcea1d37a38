"""The acts on a letter, each in a dialog of its own: hand over, sign and send (`adopt_act` adopts). None can be taken back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from orapp.domain.council import MemberRole
from orapp.domain.dossier import code
from orapp.law.facts import FactKind
from orapp.law.no_advice import NoAdvice
from orapp.letters.content import FindingWeight
from orapp.services.letter_acts import Sending, Signer, Signing, in_office, mandate_of, quoted_in, to_follow_up
from orapp.texts.dates import long_date
from orapp.ui.kit import a11y
from orapp.ui.kit.dates import DateField
from orapp.ui.kit.labels import text_label
from orapp.ui.screens.letter.act_sheet import ActSheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from orapp.domain.council import Council, Member
    from orapp.domain.letters import Letter
    from orapp.law.facts import Party
    from orapp.letters.content import Finding
    from orapp.services.dossiers import Edited
    from orapp.services.letter_outlook import Outlook
    from orapp.services.letters import LetterDraft, LetterGround, LetterService
    from orapp.ui.kit.workplace import Workplace

NO_ADVICE = {FactKind.ADVICE_WAIVED: NoAdvice.WAIVED, FactKind.CANNOT_ADVISE_SENT: NoAdvice.NOT_YET_ABLE}
CAPACITIES = (MemberRole.CHAIR, MemberRole.VICE_CHAIR, MemberRole.SECRETARY, MemberRole.OFFICIAL_SECRETARY)


class LetterAct(ActSheet):
    """What every act knows: the letter with its dossier, and who does it."""

    def __init__(
        self,
        parent: QWidget,
        place: Workplace,
        letters: LetterService,
        ground: LetterGround,
        draft: LetterDraft,
        letter: Letter,
        done: Callable[[Edited], None],
        words: tuple[str, str, str],
    ) -> None:
        super().__init__(parent, place, words[0], words[1], words[2], done)
        self._letters = letters
        self._ground = ground
        self._draft = draft
        self._letter = letter
        self.build()
        self.take_height(620, 600)
        # The keyboard begins where is filled in, not at the button that leaves.
        (self.findChild(DateField) or self.do_button).setFocus()

    def build(self) -> None:
        """Puts the fields in the form."""
        raise NotImplementedError

    def blocking(self) -> list[Finding]:
        """What must be solved before the letter is adopted; what adopting itself records is not among it."""
        return [one for one in self._draft.findings if one.weight is FindingWeight.BLOCKING]

    def say_outlook(self, found: Outlook, lines: list[str]) -> None:
        """Adds what follows in the procedure."""
        label = self._place.texts.label
        for kind, codes in found.facts:
            about = f" ({', '.join(codes)})" if codes else ""
            lines.append(self.tr("In het verloop komt: {what}{about}.").format(what=label(kind), about=about))
            lines += self._effect_on_rights(kind, about)
        if found.phase:
            lines.append(self.tr("De procedure staat dan op: {phase}.").format(phase=found.phase))
        if found.next_step:
            turn: Party = found.turn
            lines.append(self.tr("Daarna aan zet: {who}. {step}.").format(who=label(turn), step=found.next_step))
        self.tell_effect(lines)

    def _effect_on_rights(self, kind: FactKind, about: str) -> list[str]:
        """What an answer without advice does to suspension and appeal, and what a conditional consent waits for."""
        if kind is FactKind.CONSENT_CONDITIONAL:
            words = self.tr(
                "Gevolg{about}: de instemming geldt pas als schriftelijk is bevestigd dat de voorwaarden in de nieuwe versie "
                "staan (art. 27 WOR)."
            )
            return [words.format(about=about)]
        row = next((one for one in self._place.law().no_advice if one.kind is NO_ADVICE.get(kind)), None)
        if row is None:
            return []
        words = self.tr("Gevolg{about}: opschorting: {suspension} Beroep: {appeal} ({article})")
        return [words.format(about=about, suspension=row.suspension, appeal=row.appeal, article=row.article)]


class HandOver(LetterAct):
    """Gives the letter to the council for adoption: the version that is voted on is made and kept."""

    def build(self) -> None:
        """Says what still asks for a look; there is nothing to fill in."""
        self.form.hide()
        blocking = self.blocking()
        lines = [
            self.tr("Er wordt een Word-bestand gemaakt van de brief zoals die nu is, nog met CONCEPT op elke bladzijde."),
            self.tr(
                "Dat is de versie waarover wordt besloten. Verandert u daarna iets, geef de brief dan opnieuw ter vaststelling."
            ),
        ]
        if blocking:
            words = self.tr("Vóór het vaststellen moet nog worden opgelost ({n}):").format(n=len(blocking))
            lines.append(words)
            lines += [f"– {self._place.texts.say(one.code, **one.fields)}" for one in blocking[:5]]
        self.tell_effect(lines)

    def work(self) -> Callable[[], Edited]:
        """Makes the version."""
        place = self._place
        person, window = place.here.person, place.here.window
        return lambda: self._letters.hand_over(self._ground.dossier.id, self._letter, person, window)


class Sign(LetterAct):
    """Records who signed, and in which capacity; an official secretary only under a recorded mandate (practice.md 3.4)."""

    def build(self) -> None:
        """A tick and a capacity for each member who may sign."""
        self.on = self.day_field("on", self.tr("Ondertekend o&p"))
        self._ticks: dict[str, QCheckBox] = {}
        self._capacities: dict[str, QLineEdit] = {}
        council = self._council()
        usual = {one.name for one in self._draft.content.signatures}
        members = [one for one in council.members if in_office(one, self._place.today())]
        members.sort(key=lambda one: (one.name not in usual, _rank(one)))
        for member in members:
            tick = self.form.check(f"signer-{member.id}", member.name)
            tick.setChecked(member.name in usual)
            field = self.form.line(f"capacity-{member.id}", self.tr("als"))
            field.setAccessibleName(self.tr("{name} ondertekent als").format(name=member.name))
            field.setText(self._capacity(council, member))
            # Only who signs has a capacity: else the names would stand a page apart.
            tick.toggled.connect(partial(self.form.set_row_visible, f"capacity-{member.id}"))
            self.form.set_row_visible(f"capacity-{member.id}", tick.isChecked())
            self._ticks[member.id], self._capacities[member.id] = tick, field
        hint = self.tr("Alleen nodig als een ambtelijk secretaris ondertekent: die is geen lid.")
        self.mandate = self.form.line("mandate", self.tr("&Mandaat"), hint)
        recorded = [mandate_of(council, one.id) for one in members if MemberRole.OFFICIAL_SECRETARY in one.roles]
        self.mandate.setText(next((one for one in recorded if one), ""))
        if not members:
            self.room.insertWidget(
                0, text_label(self.tr("Er is niemand in functie. Voeg leden toe bij de OR."), "refusal", wrap=True)
            )
        self.tell_effect(
            [
                self.tr("Er komt een Word-bestand van de vastgestelde tekst met deze namen. Aan de tekst verandert niets."),
                self.tr("Ondertekenen is niet terug te draaien."),
            ]
        )

    def _council(self) -> Council:
        body = self._ground.dossier.sending_body(self._place.today())
        council = self._ground.council
        return council.acting_as(body) if body is not None and body.chair else council

    def _capacity(self, council: Council, member: Member) -> str:
        named = next((one.capacity for one in council.signatories if one.member_id == member.id), "")
        shown = next((one.role for one in self._draft.content.signatures if one.name == member.name), "")
        role = next((one for one in CAPACITIES if one in member.roles), MemberRole.MEMBER)
        return named or shown or self._place.texts.label(role)

    def work(self) -> Callable[[], Edited] | None:
        """Signs, when somebody was chosen."""
        on = self.on.value()
        if on is None:
            self.refuse("on", self.tr("Vul de dag in waarop is ondertekend."))
            return None
        signers = tuple(
            Signer(member_id=member_id, capacity=self._capacities[member_id].text())
            for member_id, tick in self._ticks.items()
            if tick.isChecked()
        )
        act = Signing(on=on, signers=signers, mandate=self.mandate.text())
        here = self._place.here
        return lambda: self._letters.sign(self._ground.dossier.id, self._letter.id, act, here.person, here.window)


class Send(LetterAct):
    """Records that the letter left: channel, day and proof, and says what follows from it."""

    def build(self) -> None:
        """Channel, day and proof."""
        self.on = self.day_field("on", self.tr("Verzonden o&p"))
        self.channel = self.form.add("channel", self.tr("&Hoe"), QComboBox())
        self.channel.setEditable(True)
        typed = self.channel.lineEdit()
        if typed is not None:
            a11y.name(typed, "channel-invoer", self.tr("Hoe"))
        for words in (
            self.tr("e-mail"),
            self.tr("aangetekende post"),
            self.tr("post"),
            self.tr("afgegeven tegen ontvangstbewijs"),
            self.tr("e-mail en post"),
        ):
            self.channel.addItem(words)
        hint = self.tr("Bijvoorbeeld: leesbevestiging van 12 november, of het nummer van de aangetekende brief.")
        self.proof = self.form.line("proof", self.tr("&Bewijs"), hint)
        self.follow_up: DateField | None = None
        promised = to_follow_up(self._ground.dossier, quoted_in(self._draft.content))
        if promised:
            codes = ", ".join(code("commitments", item) for item in promised)
            label = self.tr("Op&volgen op")
            hint = self.tr("De brief noemt {codes} zonder datum. Op deze dag komt er een actiepunt; leeg: geen actiepunt.")
            field = DateField(self._place, "follow_up", label.replace("&", ""))
            self.follow_up = self.form.add("follow_up", label, field, hint.format(codes=codes))
        self.on.changed.connect(self._look_ahead)
        self._look_ahead(self.on.value())

    def _look_ahead(self, _day: object) -> None:
        day = self.on.value()
        if day is None:
            return
        ground, letter = self._ground, self._letter
        self._place.tasks.read(self, "vooruitzicht", lambda: self._letters.outlook(ground, letter, day), self._tell)

    def _tell(self, found: Outlook) -> None:
        lines = [self.tr("De brief komt als stuk in het dossier, met dag, weg en bewijs van verzending.")]
        if self._letter.reply_due is not None:
            words = self.tr("In de planning komt: antwoord gevraagd uiterlijk {day}.")
            lines.append(words.format(day=long_date(self._letter.reply_due)))
        self.say_outlook(found, lines)

    def work(self) -> Callable[[], Edited] | None:
        """Records the sending."""
        on = self.on.value()
        if on is None:
            self.refuse("on", self.tr("Vul de dag van verzending in."))
            return None
        follow_up = self.follow_up.value() if self.follow_up is not None else None
        act = Sending(on=on, channel=self.channel.currentText(), proof=self.proof.text(), follow_up=follow_up)
        here = self._place.here
        return lambda: self._letters.send(self._ground.dossier.id, self._letter.id, act, here.person, here.window)


def _rank(member: Member) -> int:
    ranks = [place for place, role in enumerate(CAPACITIES) if role in member.roles]
    return min(ranks, default=len(CAPACITIES))
