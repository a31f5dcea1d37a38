"""The items of the fictional dossier about the move: papers, events, questions, objections, conditions, commitments."""

from __future__ import annotations

from datetime import date

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
from orapp.domain.items import Theme
from orapp.domain.papers import AgreedDate, Event, Paper, PaperKind
from orapp.domain.promises import Commitment, Condition, ConditionState
from orapp.law.facts import FactKind, Party

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
