"""What a dossier must warn of because a clock could be missing, hidden or in danger: things that no single fact shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from orapp.domain.bodies import Bodies, bodies_of
from orapp.domain.council import CouncilKind, Recess
from orapp.domain.course import WITH_MONTHS, belongs, countable, decision_codes, first_day, knowledge_of
from orapp.domain.deadlines import advice_date
from orapp.domain.decisions import GIVING_UP, ON_RIGHTS, Resolution, ResolutionKind
from orapp.domain.derived import Attention, Deadline, DeadlineState
from orapp.domain.dossier import Dossier, code
from orapp.domain.months import claims_of, months_of
from orapp.domain.papers import PaperKind
from orapp.domain.requests import Request
from orapp.domain.siblings import siblings_of
from orapp.domain.starts import concerns, expiry_of
from orapp.law.course import KNOWLEDGE
from orapp.law.dutch_dates import in_words
from orapp.law.facts import Fact, FactKind, Party, ProcedureKind
from orapp.law.no_advice import DECIDED, NoAdvice, no_advice_of
from orapp.law.rule_keys import APPEAL
from orapp.law.terms import month_end

SILENCE = "agreed_date_passed_in_silence"
SETTLES_EXPIRY = frozenset({FactKind.CLOSED, FactKind.EVALUATED, FactKind.CONSENT_GIVEN, FactKind.CONSENT_CONFIRMED})

HEARD = frozenset({*KNOWLEDGE, FactKind.EXECUTED})


def of_dossier(
    dossier: Dossier, facts: Mapping[str, Sequence[Fact]], today: date, keeper: CouncilKind = CouncilKind.OR
) -> Iterator[Attention]:
    """Every alarm of the dossier; `facts` are per request id, those after today included, `keeper` keeps the archive."""
    bodies = bodies_of(dossier, keeper)
    for request in dossier.requests:
        every = facts.get(request.id, ())
        own = [fact for fact in every if fact.on <= today]
        if bodies.kinds != {CouncilKind.PVT} or APPEAL in months_of(dossier, request, keeper):
            yield from _silence(dossier, request, own, today)
        yield from _not_yet(request, every, today)
        yield from _papers(dossier, request, own)
        yield from _other_half(dossier, request, facts, today)
    yield from _undated(dossier, bodies)
    yield from _homeless(dossier)
    yield from _unsure(dossier, today)
    yield from _expired(dossier, facts, today)


def closed_too_soon(fatal: Sequence[Deadline]) -> tuple[Attention, ...]:
    """A closed dossier asks nothing, except that a right may still be lost in it."""
    return tuple(
        Attention(
            code="closed_in_the_month",
            text=f"Het dossier is gesloten, maar er loopt nog een termijn: {deadline.title}. {deadline.shown}",
            item_id=deadline.start_source_id,
        )
        for deadline in fatal
    )


def in_recess(deadlines: Sequence[Deadline], recesses: Sequence[Recess]) -> tuple[Attention, ...]:
    """Running terms of the council that end in weeks in which it does not meet: recess moves nothing (practice.md 1.10)."""
    return tuple(
        Attention(
            code="ends_in_recess",
            text=(
                f"{deadline.title}: {in_words(deadline.act_by)} valt in {recess.name or 'het reces'} "
                f"({in_words(recess.from_day)} tot en met {in_words(recess.until_day)}). Vakantie schort niets op."
            ),
            item_id=deadline.start_source_id,
        )
        for deadline in deadlines
        if deadline.state is DeadlineState.RUNNING and deadline.actor is Party.COUNCIL
        for recess in recesses
        if recess.from_day <= deadline.act_by <= recess.until_day
    )


def _silence(dossier: Dossier, request: Request, facts: Sequence[Fact], today: date) -> Iterator[Attention]:
    """The fifth meaning of "no advice" (practice.md 2)."""
    due = advice_date(dossier, request) if request.legal is ProcedureKind.ADVICE else None
    if due is None or no_advice_of(facts, today, due) is not NoAdvice.PASSED_IN_SILENCE:
        return
    text = (
        f"De afgesproken adviesdatum, {in_words(due)}, is zonder bericht voorbijgegaan: het recht van beroep is in gevaar en of "
        "de opschorting geldt, is twijfelachtig. Vraag een advocaat."
    )
    if not any(fact.kind in DECIDED for fact in facts):
        text += " Stuur vandaag advies, of een gemotiveerd verzoek om een nieuwe datum, en laat die schriftelijk bevestigen."
    yield Attention(code=SILENCE, text=text, item_id=request.id)


def _not_yet(request: Request, facts: Sequence[Fact], today: date) -> Iterator[Attention]:
    """A notice dated after today starts nothing; it may be a mistyped year."""
    if request.legal not in WITH_MONTHS:
        return
    for day in sorted({f.on for f in facts if f.kind in KNOWLEDGE and f.on > today}):
        text = f"De kennisgeving van {in_words(day)} ligt in de toekomst; daarvan loopt nog geen termijn. Klopt de datum?"
        yield Attention(code="future_fact", text=text, item_id=request.id)


def _papers(dossier: Dossier, request: Request, facts: Sequence[Fact]) -> Iterator[Attention]:
    if request.legal not in WITH_MONTHS or any(fact.kind in DECIDED for fact in facts):
        return
    for paper in dossier.papers:
        if paper.kind is PaperKind.DECISION and paper.request_id == request.id:
            text = (
                f"Stuk {code('papers', paper)} is een besluit, maar er is geen kennisgeving van een besluit vastgelegd. De maand "
                "voor beroep of nietigheid kan al lopen: leg de vroegste dag vast waarop een lid het besluit kende."
            )
            yield Attention(code="decision_unrecorded", text=text, item_id=paper.id)


def _other_half(dossier: Dossier, request: Request, facts: Mapping[str, Sequence[Fact]], today: date) -> Iterator[Attention]:
    """A decision in one half of a mixed request of which the other half knows nothing (practice.md 1.7)."""
    known = [fact.on for fact in facts.get(request.id, ()) if fact.kind in HEARD and fact.on <= today]
    ends = {*HEARD, FactKind.CLOSED}
    for other in siblings_of(dossier, request) if known else ():
        past = [fact for fact in facts.get(other.id, ()) if fact.on <= today]
        if any(fact.kind in ends or (fact.kind is FactKind.WITHDRAWN and not fact.decisions) for fact in past):
            continue
        right = "beroep (artikel 26 lid 2 WOR)" if other.legal is ProcedureKind.ADVICE else "nietigheid (artikel 27 lid 5 WOR)"
        procedure = "adviesprocedure" if other.legal is ProcedureKind.ADVICE else "instemmingsprocedure"
        text = (
            f"Op {in_words(min(known))} werd een besluit bekend. In de {procedure} over dezelfde aanvraag is het niet "
            f"vastgelegd. Gaat het besluit ook daarover, leg het dan daar vast: de maand voor {right} loopt vanaf de "
            "vroegste kennis."
        )
        yield Attention(code="decision_in_one_half", text=text, item_id=other.id)


def _undated(dossier: Dossier, bodies: Bodies) -> Iterator[Attention]:
    for decision in dossier.decisions:
        homes = [r for r in dossier.requests if belongs(dossier, r, decision.request_id, decision.decision_ids)]
        if knowledge_of(dossier, decision) or not any(
            _starts_months(dossier, home, decision.decision_ids, bodies) for home in homes
        ):
            continue
        text = (
            f"Bij het besluit “{decision.subject}” ontbreekt de dag waarop een lid het voor het eerst kende: daardoor is er geen "
            "termijn berekend. Vul die dag vandaag in."
        )
        yield Attention(code="decision_undated", text=text, item_id=decision.id)


def _starts_months(dossier: Dossier, request: Request, decision_ids: tuple[str, ...], bodies: Bodies) -> bool:
    subjects = [item for item in dossier.proposed_decisions if item.id in decision_ids]
    return any(claims_of(request, subject, bodies) for subject in subjects or (None,))


def _unsure(dossier: Dossier, today: date) -> Iterator[Attention]:
    """Resolutions on which a right hangs, that show no adoption or no ground, while a month can still run (practice.md 3.4)."""
    for item in dossier.resolutions:
        if item.kind not in ON_RIGHTS or not countable(item.on) or today > month_end(item.on, 1):
            continue
        on = f"Het OR-besluit van {in_words(item.on)}"
        if not item.carried:
            effect = "; daarom sluit het geen termijn" if item.kind in GIVING_UP else ""
            text = f"{on} haalde het quorum niet of kreeg niet meer stemmen voor dan tegen{effect}. Klopt wat is vastgelegd?"
        elif not item.grounded:
            text = f"{on} noemt geen vergadering, stemmen of mandaat, en er hangt een recht van af. Leg vast hoe de OR besloot."
        elif _names_none(dossier, item):
            text = (
                f"{on} noemt niet over welk voorgenomen besluit het gaat, terwijl er meer besluiten van de bestuurder bekend "
                "waren. Het geldt nu voor alle. Klopt dat?"
            )
        else:
            continue
        yield Attention(code="resolution_unsure", text=text, item_id=item.id)


def _names_none(dossier: Dossier, item: Resolution) -> bool:
    """Whether what gives up a right names no proposed decision while decisions about different ones were known."""
    request = dossier.request(item.request_id)
    if request is None or item.decision_ids or item.kind not in GIVING_UP - {ResolutionKind.WAIVE_ADVICE}:
        return False
    about = {
        frozenset(one.decision_ids)
        for one in dossier.decisions
        if belongs(dossier, request, one.request_id, one.decision_ids)
        and (day := first_day(dossier, one)) is not None
        and day <= item.on
    }
    return len(about) > 1


def _homeless(dossier: Dossier) -> Iterator[Attention]:
    """Knowledge of a decision that belongs to no procedure, so that no month was counted from it."""
    known = [(item.id, item.title, item.request_id, item.decision_ids) for item in dossier.decisions]
    known += [(item.id, item.text, item.request_id, item.decision_ids) for item in dossier.events if item.kind in KNOWLEDGE]
    for item_id, title, request_id, decision_ids in known:
        if not any(belongs(dossier, request, request_id, decision_ids) for request in dossier.requests):
            text = (
                f"“{title}” hoort bij geen aanvraag, verzoek of ontdekt besluit: daardoor is er geen termijn berekend. "
                "Kies waar het bij hoort."
            )
            yield Attention(code="decision_without_procedure", text=text, item_id=item_id)


def _expired(dossier: Dossier, facts: Mapping[str, Sequence[Fact]], today: date) -> Iterator[Attention]:
    """Until the council closes or evaluates it, or consents anew."""
    for subject in dossier.proposed_decisions:
        end = expiry_of(subject)
        if end is None or not countable(end) or end >= today:
            continue
        codes = decision_codes(dossier, (subject.id,))
        own = [f for f in facts.get(subject.request_id, ()) if end < f.on <= today and concerns(f, codes)]
        if not any(fact.kind in SETTLES_EXPIRY for fact in own):
            text = (
                f"{code('proposed_decisions', subject)}: de tijdelijke instemming liep tot en met {in_words(end)}. Doorgaan is "
                "een nieuw besluit dat instemming nodig heeft: vraag bevestiging dat de regeling niet meer wordt toegepast. Ziet "
                "een lid dat zij nog wordt toegepast, leg die dag dan meteen vast: dan loopt de maand voor nietigheid."
            )
            yield Attention(code="consent_expired", text=text, item_id=subject.id)
