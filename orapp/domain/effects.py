"""What ends a month or quietens it, and what does not: consent, waiver, resolutions and acts, for one proposed decision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from orapp.domain.decisions import DecisionOrigin
from orapp.domain.requests import Outcome, ProposedDecision
from orapp.domain.starts import Clock, breaks_of
from orapp.domain.used_months import Used
from orapp.law.course import ADVICE_OUTCOMES, CONSENT_OUTCOMES
from orapp.law.dutch_dates import in_words
from orapp.law.facts import Fact, FactKind
from orapp.law.knowledge import start_of_month
from orapp.law.no_advice import DECIDED, NoAdvice, no_advice_of
from orapp.law.terms import TermResult

Ending = tuple[date, str]

USED = {
    "26": (FactKind.APPEAL_FILED, "Het beroep is ingesteld."),
    "27.5": (FactKind.NULLITY_INVOKED, "De OR heeft de nietigheid ingeroepen (artikel 27 lid 5 WOR)."),
}
UNASKED = frozenset({DecisionOrigin.WITHOUT_REQUEST, DecisionOrigin.EXECUTION_SEEN, DecisionOrigin.NOT_WAITED})
TO_CONFIRM = frozenset({Outcome.CONSENT_CHANGED, Outcome.CONSENT_PARTIAL, Outcome.CONSENT_CONDITIONAL})
"""Consent that does not show by itself that the decision is what was consented to (practice.md 3.3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """The facts about one proposed decision up to today, oldest first, with its clocks in order of their start.

    In doubt a month keeps running: what is missing here costs the council a warning, what is closed wrongly its right.
    """

    facts: Sequence[Fact]
    subject: ProposedDecision | None
    clocks: Sequence[Clock]
    agreed: date | None
    months: Mapping[str, Used] = field(default_factory=dict)

    @property
    def outcome(self) -> Outcome:
        """What the council answers on it."""
        return self.subject.outcome if self.subject is not None else Outcome.UNDECIDED

    def without_right(self, right: str, clock: Clock) -> Ending | None:
        """Why this decision gives no such right, with the day: consent holds, or advice was expressly given up."""
        if right == "27.5":
            return self._consent(clock)
        waived = self._waived(clock)
        return (
            (waived, "De OR heeft uitdrukkelijk van advies afgezien: er is geen beroep en de OR roept de opschorting niet in.")
            if waived is not None
            else None
        )

    def used(self, right: str, clock: Clock, result: TermResult) -> Ending | None:
        """The petition or the letter that used the right, and whether it came late."""
        if right not in USED:
            return None
        kind, text = USED[right]
        known = self.months.get(right)
        acts = [fact for fact in self.facts if fact.kind is kind and fact.on >= clock.start]
        day = next((fact.on for fact in acts if known is None or known.uses(fact, clock)), None)
        if day is None:
            return None
        if day <= result.plain_end:
            return day, text
        late = f"na {in_words(result.plain_end)}, het einde zonder de Algemene termijnenwet"
        if day > result.last_day:
            late = f"na de berekende laatste dag, {in_words(result.last_day)}"
        doubtful = right == "27.5" or day > result.last_day
        return day, f"{text} Dat was {late}; vraag een advocaat of dit op tijd is." if doubtful else text

    def given_up(self, right: str, clock: Clock) -> Ending | None:
        """The resolution that gives up the suspension or the appeal; the council's last word counts, and only for what it knew.

        A resolution after an improved decision is about that one: the month of the old one keeps running (practice.md 1.6).
        """
        if right == "25.6":
            day = self._resolved(clock, FactKind.SUSPENSION_WAIVED)
            return (day, "De OR heeft van de opschorting afgezien (artikel 25 lid 6 WOR).") if day is not None else None
        if right == "26":
            day = self._resolved(clock, FactKind.APPEAL_RENOUNCED, FactKind.APPEAL_RESOLVED)
            if day is not None and day >= self._told(clock):
                return day, "De OR heeft besloten geen beroep in te stellen."
        return None

    def followed(self, clock: Clock) -> date | None:
        """When the council judged that the decision does not deviate, if that is its last word on all it was told."""
        day = self._resolved(clock, FactKind.JUDGED_FOLLOWS, FactKind.JUDGED_DEVIATES)
        return day if day is not None and day >= self._told(clock) else None

    def passed(self, clock: Clock) -> str:
        """What stays beside a month that has ended."""
        if self._bare(clock):
            return (
                "De termijn is verstreken, gerekend vanaf een kennisgeving die mondeling of zonder redenen was. Of de maand "
                "toen al begon, is betwist; vraag een advocaat."
            )
        return "De termijn is verstreken."

    def cautions(self, right: str, clock: Clock) -> Iterator[str]:
        """What must be said beside this month."""
        if clock.earlier is not None:
            yield (
                f"Er was al op {in_words(clock.earlier)} kennis van een besluit. Is dit hetzelfde besluit, dan is een later "
                "begin alleen verdedigbaar; vraag een advocaat."
            )
        if self._bare(clock):
            yield (
                f"Begin betwistbaar: de kennisgeving was mondeling of zonder redenen. Reken met {in_words(clock.start)} en "
                "vraag een schriftelijk besluit met redenen."
            )
        yield from self._unnamed(right, clock)
        if right == "27.5":
            if self._consent(clock) is None:
                yield from self._about_consent()
            return
        before = [fact for fact in self.facts if fact.on <= clock.start and fact.kind not in DECIDED]
        silence = no_advice_of(before, clock.start, self.agreed)
        if silence is NoAdvice.PASSED_IN_SILENCE and self.agreed is not None:
            what = "of de opschorting geldt, is twijfelachtig" if right == "25.6" else "het recht van beroep is in gevaar"
            yield (
                f"De afgesproken adviesdatum, {in_words(self.agreed)}, is zonder bericht voorbijgegaan: {what}. "
                "Vraag een advocaat."
            )
        if self.outcome is Outcome.WAIVED and self._waived(clock) is None:
            yield (
                "Dat de OR van advies heeft afgezien, is niet als verzonden vóór dit besluit vastgelegd; tot dan blijft deze "
                "maand staan."
            )
        kinds = {FactKind.SUSPENSION_WAIVED} if right == "25.6" else {FactKind.APPEAL_RENOUNCED}
        stale = [f.on for f in self.facts if f.kind in {*kinds, FactKind.JUDGED_FOLLOWS} and f.on < self._told(clock)]
        if stale and self.given_up(right, clock) is None and self.followed(clock) is None:
            yield (
                f"Het OR-besluit van {in_words(stale[-1])} is ouder dan de laatste kennisgeving en sluit deze maand niet; "
                "leg een nieuw besluit van de OR vast."
            )

    def _unnamed(self, right: str, clock: Clock) -> Iterator[str]:
        """An act that says not which decision it is against, while more months ran, leaves them all standing."""
        known = self.months.get(right)
        if right not in USED or known is None:
            return
        day = next((fact.on for fact in self.facts if fact.kind is USED[right][0] and known.unnamed(fact)), None)
        if day is not None and day >= clock.start:
            what = "Het beroep" if right == "26" else "De brief over de nietigheid"
            yield (
                f"{what} van {in_words(day)} noemt niet tegen welk besluit het is gericht, terwijl er toen meer maanden liepen. "
                "Vul dat bij die gebeurtenis in; tot dan blijft elke maand staan."
            )

    def _resolved(self, clock: Clock, kind: FactKind, against: FactKind | None = None) -> date | None:
        """The day of the last resolution of this kind about this decision, unless the contrary is as new."""
        later = [other.start for other in self.clocks if other.start > clock.start]
        until = min(later, default=date.max)
        own = [fact for fact in self.facts if clock.start <= fact.on < until]
        days = [fact.on for fact in own if fact.kind is kind]
        contrary = [fact.on for fact in own if fact.kind is against]
        return days[-1] if days and not (contrary and contrary[-1] >= days[-1]) else None

    @staticmethod
    def _told(clock: Clock) -> date:
        """The last notice that may start the month: a judgement from before it did not know all."""
        return max((clock.start, *(later.on for later in start_of_month(clock.notices).arguable)))

    @staticmethod
    def _bare(clock: Clock) -> bool:
        """Whether everything known of the decision was spoken or without reasons, as far as that was recorded."""
        return all(notice.written is False or notice.reasoned is False for notice in clock.notices)

    def _last_words(self, kinds: tuple[FactKind, ...], until: date) -> tuple[date, set[FactKind]] | None:
        words = [fact for fact in self.facts if fact.kind in kinds and fact.on <= until]
        return (words[-1].on, {fact.kind for fact in words if fact.on == words[-1].on}) if words else None

    def _changed(self, clock: Clock) -> date:
        return max((f.on for f in self.facts if f.kind is FactKind.REQUEST_CHANGED and f.on <= clock.start), default=date.min)

    def _waived(self, clock: Clock) -> date | None:
        """The day on which advice on this very request was given up, before the decision (practice.md 2)."""
        words = self._last_words(ADVICE_OUTCOMES, clock.start)
        if clock.origin is DecisionOrigin.WITHOUT_REQUEST or words is None or words[1] != {FactKind.ADVICE_WAIVED}:
            return None
        return words[0] if words[0] >= self._changed(clock) else None

    def _consent(self, clock: Clock) -> Ending | None:
        """The consent that holds for this decision: to this version, unexpired, and confirmed where it waits for that."""
        words = self._last_words(CONSENT_OUTCOMES, date.max)
        said = words[0] if words is not None else date.min
        if clock.origin in UNASKED or any(said <= day < clock.start for day in breaks_of(self.facts, self.subject)):
            return None
        waits = frozenset({FactKind.CONSENT_REFUSED, FactKind.CONSENT_CONDITIONAL})
        if words is None or waits & words[1] or words[0] < self._changed(clock):
            return None  # what the council answers in a draft is no consent before it was told (art. 27 lid 2)
        on = words[0]
        if self.outcome in {Outcome.CONSENT, Outcome.CONSENT_TEMPORARY}:
            return on, "De OR heeft ingestemd (artikel 27 lid 2 WOR)."
        confirmed = words[1] <= {FactKind.CONSENT_GIVEN, FactKind.CONSENT_CONFIRMED}
        if self.outcome in TO_CONFIRM:
            if confirmed and FactKind.CONSENT_CONFIRMED in words[1]:
                return on, "De OR heeft bevestigd dat zijn instemming voor dit besluit geldt (artikel 27 lid 2 WOR)."
            followed = self.followed(clock) if self.outcome is not Outcome.CONSENT_CONDITIONAL else None
            if followed is not None:
                return followed, "De OR heeft geoordeeld dat het besluit niet verder gaat dan zijn instemming."
            return None
        if self.outcome is Outcome.UNDECIDED and confirmed:
            return on, "De OR heeft ingestemd (artikel 27 lid 2 WOR)."
        return None

    def _about_consent(self) -> Iterator[str]:
        if any(fact.kind is FactKind.PERMISSION_RULED for fact in self.facts):
            yield (
                "Er is een beslissing over toestemming vastgelegd. Gaf de kantonrechter toestemming, dan kan de OR de nietigheid "
                "niet inroepen (artikel 27 lid 4 en 5 WOR); vraag bij twijfel een advocaat."
            )
        match self.outcome:
            case Outcome.CONSENT | Outcome.CONSENT_TEMPORARY if self._last_words(CONSENT_OUTCOMES, date.max) is None:
                yield (
                    "Dat de OR heeft ingestemd, is niet als meegedeeld aan de ondernemer vastgelegd; tot dan blijft deze maand "
                    "staan."
                )
            case Outcome.CONSENT_CHANGED:
                yield "De OR stemde in met een gewijzigde tekst. Is dit besluit die tekst? Leg het oordeel van de OR vast."
            case Outcome.CONSENT_PARTIAL:
                yield "De OR stemde met een deel in. Bevat dit besluit meer dan dat deel? Leg het oordeel van de OR vast."
            case Outcome.CONSENT_CONDITIONAL:
                yield "De instemming geldt pas als de OR schriftelijk bevestigt dat de voorwaarden in deze versie staan."
            case _:
                return
