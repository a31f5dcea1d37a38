"""Fictional dossiers to write letters from: a move with a roster (25 and 27), of the municipality of Duinwijk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

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
from orapp.domain.letters import Letter, SectionText
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
from orapp.law.facts import ProcedureKind
from tests.unit.letters.example_items import (
    AGREED,
    ALTERNATIVES,
    COMMITMENTS,
    CONDITIONS,
    CONSEQUENCES,
    CONSIDERATIONS,
    CONSULTATIONS,
    EVENTS,
    EXPERTS,
    OBJECTIONS,
    PAPERS,
    QUESTIONS,
)

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
