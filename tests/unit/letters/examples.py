"""Fictional dossiers to write letters from: a move with a roster (25 and 27), of the municipality of Duinwijk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from orapp.domain.assessment import (
    Alternative,
    AnswerState,
    Consequence,
    Consideration,
    Destination,
    Expert,
    Objection,
    Question,
    Side,
    StaffConsultation,
)
from orapp.domain.council import (
    Address,
    AgreedTerms,
    Contact,
    ContactRole,
    Council,
    CouncilKind,
    Member,
    MemberRole,
    Signatory,
)
from orapp.domain.decisions import Resolution, ResolutionKind
from orapp.domain.dossier import Dossier, DossierKind
from orapp.domain.items import Theme
from orapp.domain.letters import Letter, SectionText
from orapp.domain.papers import AgreedDate, Event, Paper, PaperKind
from orapp.domain.promises import Commitment, Condition, ConditionState
from orapp.domain.requests import (
    CompletenessMark,
    Outcome,
    PartResult,
    ProposedDecision,
    Regulation,
    RegulationPart,
    Request,
    RequestVersion,
)
from orapp.law.facts import FactKind, Party, ProcedureKind

ADVICE_DAY = date(2026, 5, 21)

COUNCIL = Council(
    id="council",
    name="Ondernemingsraad gemeente Duinwijk",
    kind=CouncilKind.OR,
    organisation="Gemeente Duinwijk",
    visiting_address=Address(lines=("Marktplein 1", "1234 AB Duinwijk")),
    place="Duinwijk",
    email="or@duinwijk.example",
    public_employer=True,
    members=(
        Member(id="m1", name="A. Voorbeeld", roles=(MemberRole.CHAIR,)),
        Member(id="m2", name="B. Verzonnen", roles=(MemberRole.SECRETARY,)),
        Member(id="m3", name="C. Bedacht", roles=(MemberRole.OFFICIAL_SECRETARY,), email="c.bedacht@duinwijk.example"),
    ),
    contacts=(
        Contact(
            id="c1",
            name="D. Fictief",
            role=ContactRole.DIRECTOR,
            function="gemeentesecretaris",
            address=Address(lines=("Marktplein 1", "1234 AB Duinwijk")),
        ),
    ),
    signatories=(
        Signatory(member_id="m1", capacity="voorzitter"),
        Signatory(member_id="m2", capacity="secretaris (OR-lid)"),
    ),
    agreed_terms=AgreedTerms(advice_days=56, consent_days=42, recorded_in="het convenant van 12 januari 2024"),
)

REQUEST = Request(
    id="r1",
    number=1,
    title="Verhuizing van team Buitendienst naar de Havenloods",
    legal=ProcedureKind.ADVICE,
    versions=(RequestVersion(number=1, received_on=date(2026, 3, 12), paper_id="d1", label="versie 1.0"),),
    grounds=("25.1.f", "25.1.h"),
    their_reference="Z-2026-0431",
    article_named="artikel 25 lid 1 sub f en h WOR",
    completeness=(
        CompletenessMark(key="reasons", found="found", passage="D1, blz. 3-5"),
        CompletenessMark(key="consequences", found="insufficient", passage="D1, blz. 6"),
        CompletenessMark(key="measures", found="missing"),
    ),
    understanding=(
        "Team Buitendienst verhuist op 1 september 2026 van de Werf naar de Havenloods.\n"
        "De huur van de Havenloods loopt tien jaar en kost EUR 96.000 per jaar."
    ),
)

PAPERS = (
    Paper(
        id="d1",
        number=1,
        title="Adviesaanvraag Havenloods",
        kind=PaperKind.REQUEST,
        version="1.0",
        request_id="r1",
        dated_on=date(2026, 3, 10),
        received_on=date(2026, 3, 12),
    ),
    Paper(
        id="d2",
        number=2,
        title="Plattegrond Havenloods",
        kind=PaperKind.ANNEX,
        version="0.9",
        request_id="r1",
        dated_on=date(2026, 3, 2),
        received_on=date(2026, 3, 12),
    ),
    Paper(
        id="d3",
        number=3,
        title="Antwoorden op de vragen van de OR",
        kind=PaperKind.ANSWERS,
        request_id="r1",
        dated_on=date(2026, 4, 9),
        received_on=date(2026, 4, 9),
    ),
    Paper(
        id="d4",
        number=4,
        title="Verslag overlegvergadering",
        kind=PaperKind.MINUTES,
        request_id="r1",
        dated_on=date(2026, 4, 23),
        received_on=date(2026, 5, 7),
    ),
    Paper(id="d5", number=5, title="Notitie voor de OR", kind=PaperKind.NOTE, request_id="r1", dated_on=date(2026, 4, 2)),
)

EVENTS = (
    Event(id="e1", on=date(2026, 3, 12), kind=FactKind.RECEIVED, text="Adviesaanvraag ontvangen", request_id="r1", paper_id="d1"),
    Event(id="e2", on=date(2026, 3, 26), kind=FactKind.QUESTIONS_ASKED, text="Vragen gesteld", request_id="r1"),
    Event(id="e3", on=date(2026, 4, 9), kind=FactKind.ANSWERS_RECEIVED, text="Antwoorden", request_id="r1", paper_id="d3"),
    Event(
        id="e4",
        on=date(2026, 4, 23),
        kind=FactKind.CONSULTATION_MEETING,
        text="Overlegvergadering",
        request_id="r1",
        paper_id="d4",
    ),
)

QUESTIONS = (
    Question(
        id="q1",
        number=1,
        text="Hoeveel parkeerplaatsen zijn er bij de Havenloods?",
        request_id="r1",
        asked_on=date(2026, 3, 26),
        answered_on=date(2026, 4, 9),
        answered_in_id="d3",
        answer="Er zijn 24 parkeerplaatsen.",
        state=AnswerState.SUFFICIENT,
    ),
    Question(
        id="q2",
        number=2,
        text="Wat is de reistijd voor medewerkers uit Oostduin?",
        request_id="r1",
        why="Zonder reistijden kan de OR de gevolgen niet beoordelen.",
        asked_on=date(2026, 3, 26),
        state=AnswerState.OPEN,
    ),
)

OBJECTIONS = (
    Objection(
        id="o1",
        number=1,
        text="De Havenloods heeft te weinig kleedruimte voor 38 medewerkers",
        request_id="r1",
        evidence="D2, blz. 2",
        destination=Destination.CONDITION,
        destination_ids=("v1",),
    ),
    Objection(
        id="o2",
        number=2,
        text="De bus naar de haven rijdt niet voor zeven uur.",
        request_id="r1",
        destination=Destination.COMMITMENT,
        destination_ids=("t1",),
    ),
    Objection(
        id="o3",
        number=3,
        text="De huur is hoger dan die van de Werf.",
        request_id="r1",
        theme=Theme.FINANCE,
        destination=Destination.REMAINS,
    ),
)

CONSIDERATIONS = (
    Consideration(
        id="w1",
        text="De huur van de Werf eindigt op 31 december 2026; het doel om op tijd te verhuizen is aannemelijk.",
        request_id="r1",
        theme=Theme.MOTIVES,
        side=Side.FOR,
        evidence="D1, blz. 3",
    ),
    Consideration(
        id="w2",
        text="De reistijd neemt voor een deel van de medewerkers toe.",
        request_id="r1",
        theme=Theme.CONSEQUENCES,
        side=Side.AGAINST,
    ),
    Consideration(
        id="w3",
        text="Een vergoeding voor extra reistijd ontbreekt.",
        request_id="r1",
        theme=Theme.MEASURES,
        side=Side.AGAINST,
    ),
    Consideration(
        id="w4",
        text="Plan de verhuisdag buiten het strooiseizoen.",
        request_id="r1",
        theme=Theme.PLANNING,
        execution_only=True,
    ),
)

CONDITIONS = (
    Condition(
        id="v1",
        number=1,
        text="De bestuurder zorgt bij opening voor 40 kleedplaatsen met een slot.",
        request_id="r1",
        who="de bestuurder",
        norm="40 kleedplaatsen met een slot",
        due=date(2026, 9, 1),
        evidence="een foto en een plattegrond aan de OR",
        otherwise="de verhuizing gaat niet door zolang de kleedplaatsen er niet zijn",
        state=ConditionState.IN_ADVICE,
    ),
    Condition(
        id="v2",
        number=2,
        text="De bestuurder vergoedt extra reistijd van meer dan een kwartier gedurende twee jaar.",
        request_id="r1",
        who="de bestuurder",
        norm="volledige vergoeding, 24 maanden",
        due_text="met ingang van de verhuisdag",
        evidence="een overzicht per kwartaal zonder namen",
        otherwise="de OR vraagt overleg aan",
    ),
)

COMMITMENTS = (
    Commitment(
        id="t1",
        number=1,
        text="Er rijdt vanaf de eerste dag een pendelbus om 6.30 uur.",
        request_id="r1",
        by="de gemeentesecretaris",
        said_on=date(2026, 4, 23),
        recorded_in_id="d4",
        due=date(2026, 9, 1),
    ),
)

CONSEQUENCES = (
    Consequence(
        id="g1",
        group="Medewerkers buitendienst",
        request_id="r1",
        effect="andere werkplek, meer reistijd",
        headcount=38,
        fte_before_tenths=352,
        fte_after_tenths=352,
        measure="pendelbus",
        measure_sufficient="deels",
        residual="extra reistijd van gemiddeld twintig minuten",
    ),
    Consequence(
        id="g2",
        group="Planners",
        request_id="r1",
        effect="werken op afstand van de ploegen",
        headcount=4,
        in_request=False,
    ),
)

ALTERNATIVES = (
    Alternative(
        id="a1",
        number=1,
        text="Uitbreiding van de Werf met een tweede loods.",
        request_id="r1",
        effect="geen extra reistijd",
        cost="EUR 310.000 eenmalig",
        removes_ids=("o2",),
        examined="De bestuurder heeft dit niet onderzocht.",
    ),
)

CONSULTATIONS = (
    StaffConsultation(
        id="s1",
        method="een enquête",
        request_id="r1",
        from_day=date(2026, 3, 30),
        until_day=date(2026, 4, 3),
        invited=42,
        responses=31,
        results="Een meerderheid maakt zich zorgen over de reistijd.",
        weighing="De OR heeft dit verwerkt in V2.",
    ),
)

EXPERTS = (
    Expert(
        id="x1",
        name="een arbodeskundige",
        request_id="r1",
        assignment="beoordeling van de kleedruimte",
        maximum_cents=250000,
        announced_on=date(2026, 3, 19),
        reported_on=date(2026, 4, 16),
        conclusions="De kleedruimte voldoet niet.",
    ),
)

AGREED = (
    AgreedDate(
        id="p1",
        subject="advies",
        rule="agreed-advice",
        due=date(2026, 5, 21),
        request_id="r1",
        agreed_on=date(2026, 3, 19),
        recorded_in_id="d1",
    ),
    AgreedDate(
        id="p2", subject="schriftelijk besluit", rule="own-date", due=date(2026, 6, 18), actor=Party.DIRECTOR, request_id="r1"
    ),
)

RESOLUTIONS = (
    Resolution(
        id="z1",
        kind=ResolutionKind.ADOPT_LETTER,
        on=ADVICE_DAY,
        text="De OR stelt het advies vast.",
        request_id="r1",
        letter_id="l1",
        votes_for=7,
        votes_against=1,
        abstentions=0,
        quorum_met=True,
    ),
)

LETTER = Letter(
    id="l1",
    kind="A9",
    request_id="r1",
    reply_due=date(2026, 6, 18),
    resolution_id="z1",
    annex_ids=("d3", "d4"),
    texts=(SectionText(section="influence", text="De OR heeft op tijd wezenlijke invloed kunnen uitoefenen."),),
)


def decision(outcome: Outcome, **changes: Any) -> ProposedDecision:
    """B1, the move, with an outcome."""
    fields: dict[str, Any] = {
        "id": "b1",
        "number": 1,
        "title": "verhuizing naar de Havenloods per 1 september 2026",
        "request_id": "r1",
        "grounds": ("25.1.f", "25.1.h"),
        "outcome": outcome,
    }
    return ProposedDecision(**{**fields, **changes})


def dossier(*decisions: ProposedDecision, **changes: Any) -> Dossier:
    """The dossier of the move with everything in it."""
    fields: dict[str, Any] = {
        "id": "dossier",
        "reference": "2026-007",
        "title": "Havenloods",
        "kind": DossierKind.ADVICE_REQUEST,
        "opened_on": date(2026, 3, 12),
        "owner": "m3",
        "team": ("m1", "m2"),
        "requests": (REQUEST,),
        "proposed_decisions": decisions,
        "papers": PAPERS,
        "events": EVENTS,
        "agreed_dates": AGREED,
        "questions": QUESTIONS,
        "objections": OBJECTIONS,
        "considerations": CONSIDERATIONS,
        "alternatives": ALTERNATIVES,
        "conditions": CONDITIONS,
        "commitments": COMMITMENTS,
        "consequences": CONSEQUENCES,
        "consultations": CONSULTATIONS,
        "experts": EXPERTS,
        "resolutions": RESOLUTIONS,
        "letters": (LETTER,),
    }
    return Dossier(**{**fields, **changes})


REGULATION = Regulation(
    title="Thuiswerkregeling",
    version="3",
    dated_on=date(2026, 4, 30),
    action="change",
    cao_overlap="de reiskostenvergoeding volgt uit de cao",
    effective_from=date(2026, 9, 1),
    evaluation_on=date(2027, 1, 15),
    parts=(
        RegulationPart(article="artikel 1", opinion="duidelijk", result=PartResult.AGREED),
        RegulationPart(
            article="artikel 4",
            opinion="te ruime controle",
            change_asked="geen inzage in inloggegevens",
            director_answer="niet overgenomen",
            result=PartResult.NOT_AGREED,
        ),
    ),
)


def consent_decision(outcome: Outcome, **changes: Any) -> ProposedDecision:
    """B1, a change of the rules for working at home, with an outcome."""
    fields: dict[str, Any] = {
        "title": "wijziging thuiswerkregeling",
        "grounds": ("27.1.b", "27.1.k"),
        "regulation": REGULATION,
        "outcome_reason": "De regeling past bij het werk en laat genoeg ruimte.",
    }
    return decision(outcome, **{**fields, **changes})


def consent_dossier(*decisions: ProposedDecision, **changes: Any) -> Dossier:
    """A request for consent with the course of the example."""
    request = replace(
        REQUEST,
        legal=ProcedureKind.CONSENT,
        title="Wijziging thuiswerkregeling",
        grounds=("27.1.b", "27.1.k"),
        article_named="",
        understanding="Thuiswerken mag voortaan drie dagen per week.",
    )
    parts: dict[str, Any] = {"kind": DossierKind.CONSENT_REQUEST, "requests": (request,), "letters": ()}
    return dossier(*decisions, **{**parts, **changes})


CONSENT_LETTER = replace(LETTER, kind="A10")
