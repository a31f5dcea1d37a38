"""What a step does to the rights of the council, everything that can happen in its order, and the article of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from orapp.law.facts import FactKind, ProcedureKind

if TYPE_CHECKING:
    from orapp.law.book import LawBook


MONTH_KINDS = frozenset(
    {
        FactKind.DECISION_NOTIFIED,
        FactKind.DECISION_REASONED,
        FactKind.FOUND_OUT,
        FactKind.SUSPENSION_WAIVED,
        FactKind.APPEAL_RESOLVED,
        FactKind.APPEAL_RENOUNCED,
        FactKind.APPEAL_FILED,
        FactKind.JUDGED_DEVIATES,
        FactKind.JUDGED_FOLLOWS,
    }
)
"""What speaks of a month that some procedures do not have."""


def effect_words(kind: FactKind, legal: ProcedureKind | None = None) -> str:
    """What this does to a right of the council in this procedure, with its article; empty where it does nothing to one."""
    if legal is ProcedureKind.APPOINTMENT and kind in MONTH_KINDS:
        return QCoreApplication.translate(
            "step", "Bij benoeming of ontslag van een bestuurder bestaan geen opschorting en geen beroep (art. 30 WOR)."
        )
    if legal in {ProcedureKind.INITIATIVE, ProcedureKind.INFORMATION} and kind in MONTH_KINDS:
        return ""
    if legal is ProcedureKind.CONSENT and kind in {FactKind.JUDGED_FOLLOWS, FactKind.JUDGED_DEVIATES}:
        return QCoreApplication.translate(
            "step",
            "De OR oordeelt of het besluit verder gaat dan zijn instemming (art. 27 WOR). De maand om de nietigheid in te roepen "
            "loopt al vanaf de vroegste kennis en wacht niet op dit oordeel.",
        )
    return _effect(kind)


def _effect(kind: FactKind) -> str:
    match kind:
        case FactKind.SUSPENSION_WAIVED:
            return QCoreApplication.translate(
                "step",
                "Hiermee laat de OR de opschorting vervallen (art. 25 lid 6 WOR): de ondernemer mag het besluit dan uitvoeren. "
                "Dit is geen afzien van beroep: de beroepstermijn loopt door.",
            )
        case FactKind.APPEAL_RENOUNCED:
            return QCoreApplication.translate(
                "step",
                "Hiermee besluit de OR geen beroep in te stellen (art. 26 WOR). Dit laat de opschorting niet vervallen: "
                "daarvoor is een eigen besluit van de OR nodig.",
            )
        case FactKind.APPEAL_RESOLVED:
            return QCoreApplication.translate(
                "step",
                "De OR besluit beroep in te stellen (art. 26 WOR). Het beroep zelf is pas ingesteld als de Ondernemingskamer het "
                "verzoekschrift heeft ontvangen. Beroep schorst de uitvoering niet.",
            )
        case FactKind.JUDGED_FOLLOWS:
            return QCoreApplication.translate(
                "step",
                "De OR oordeelt dat het besluit niet van het advies afwijkt: er is dan geen opschorting (art. 25 lid 6 WOR) en "
                "beroep alleen bij nieuwe feiten (art. 26 lid 1 WOR).",
            )
        case FactKind.JUDGED_DEVIATES:
            return QCoreApplication.translate(
                "step",
                "De OR oordeelt dat het besluit van het advies afwijkt. De termijnen lopen al vanaf de kennisgeving en wachten "
                "niet op dit oordeel.",
            )
        case FactKind.ADVICE_WAIVED:
            return QCoreApplication.translate(
                "step",
                "Hiermee ziet de OR uitdrukkelijk van advies af. Er is dan geen beroep, en de OR roept de opschorting niet in "
                "(art. 25 lid 6 en art. 26 WOR). Kan de OR nog niet adviseren, leg dan dat vast: dan blijft beroep open.",
            )
        case FactKind.CANNOT_ADVISE_SENT:
            return QCoreApplication.translate(
                "step",
                "Beroep blijft open (art. 26 WOR); naar de woorden van de wet geldt ook de opschorting (art. 25 lid 6 WOR). Een "
                "afgesproken adviesdatum blijft staan tot een nieuwe datum schriftelijk is bevestigd.",
            )
        case FactKind.QUESTIONS_ASKED:
            return QCoreApplication.translate(
                "step",
                "Vragen verlengen een afgesproken datum niet vanzelf: tot een nieuwe datum schriftelijk is bevestigd, blijft de "
                "oude staan.",
            )
        case FactKind.APPEAL_FILED:
            return QCoreApplication.translate(
                "step",
                "Beroep schorst de uitvoering niet: na de maand van art. 25 lid 6 WOR mag de ondernemer uitvoeren, tenzij er "
                "voorlopige voorzieningen zijn (art. 26 lid 8 WOR) of hij schriftelijk toezegt te wachten.",
            )
        case FactKind.CONSENT_REFUSED:
            return QCoreApplication.translate(
                "step",
                "De ondernemer kan de kantonrechter om toestemming vragen (art. 27 lid 4 WOR). Besluit hij toch, dan kan de OR "
                "binnen één maand schriftelijk de nietigheid inroepen (art. 27 lid 5 WOR).",
            )
        case FactKind.NULLITY_INVOKED:
            return QCoreApplication.translate(
                "step",
                "De dag waarop de brief de ondernemer heeft bereikt, telt (art. 27 lid 5 WOR en art. 3:37 lid 3 BW). Bewaar het "
                "bewijs van ontvangst.",
            )
        case FactKind.CONSENT_GIVEN | FactKind.CONSENT_CONFIRMED:
            return QCoreApplication.translate(
                "step",
                "De instemming geldt voor deze versie (art. 27 WOR). De OR kan de nietigheid daarvan dan niet inroepen. Stemt de "
                "OR tijdelijk in, met een deel of met een gewijzigde tekst, dan geldt dat alleen zover.",
            )
        case FactKind.CONSENT_CONDITIONAL:
            return QCoreApplication.translate(
                "step",
                "De instemming geldt pas als de OR schriftelijk bevestigt dat de voorwaarden in de nieuwe versie staan "
                "(art. 27 WOR).",
            )
        case FactKind.NULLITY_RESOLVED:
            return QCoreApplication.translate(
                "step",
                "De nietigheid is pas ingeroepen als de brief de ondernemer binnen de maand heeft bereikt (art. 27 lid 5 WOR).",
            )
        case FactKind.SETTLED:
            return QCoreApplication.translate("step", "Praten en afspraken verlengen de beroepstermijn niet (art. 26 lid 2 WOR).")
        case FactKind.DECISION_NOTIFIED | FactKind.FOUND_OUT:
            return QCoreApplication.translate(
                "step",
                "Reken vanaf de vroegste dag waarop enig lid het besluit kende, ook mondeling of zonder redenen (art. 26 lid "
                "2 en 27 lid 5 WOR).",
            )
        case FactKind.DECISION_REASONED:
            return QCoreApplication.translate(
                "step",
                "Een later begin van de maand is verdedigbaar (art. 26 lid 2 en 27 lid 5 WOR); vraag een advocaat. De eerdere "
                "datum blijft staan.",
            )
        case _:
            return ""


def groups() -> tuple[tuple[str, tuple[FactKind, ...]], ...]:
    """Everything that can happen, in the order of a procedure."""
    fact = FactKind
    return (
        (
            QCoreApplication.translate("step", "Aanvraag en ontvangst"),
            (
                fact.ANNOUNCED,
                fact.RECEIVED,
                fact.REQUEST_CHANGED,
                fact.WITHDRAWN,
                fact.WITHDRAWAL_CONFIRMED,
                fact.SENT_BY_COUNCIL,
                fact.INITIATIVE_ANSWERED,
                fact.ACKNOWLEDGED,
                fact.TRIAGED,
                fact.TEAM_FORMED,
                fact.COMPLETENESS_JUDGED,
            ),
        ),
        (
            QCoreApplication.translate("step", "Behandeling"),
            (
                fact.QUESTIONS_ASKED,
                fact.ANSWERS_RECEIVED,
                fact.MEETING_REQUESTED,
                fact.CONSULTATION_MEETING,
                fact.STAFF_CONSULTED,
                fact.EXPERT_ANNOUNCED,
                fact.EXPERT_REPORTED,
            ),
        ),
        (
            QCoreApplication.translate("step", "Advies en instemming"),
            (
                fact.VIEW_FORMED,
                fact.CONCEPT_SENT,
                fact.REACTION_RECEIVED,
                fact.COMMITMENTS_RECORDED,
                fact.ADOPTED,
                fact.SIGNED,
                fact.ADVICE_SENT,
                fact.CANNOT_ADVISE_SENT,
                fact.ADVICE_WAIVED,
                fact.CONSENT_GIVEN,
                fact.CONSENT_CONDITIONAL,
                fact.CONSENT_REFUSED,
                fact.CONSENT_CONFIRMED,
            ),
        ),
        (
            QCoreApplication.translate("step", "Besluit van de bestuurder"),
            (fact.DECISION_NOTIFIED, fact.DECISION_REASONED, fact.FOUND_OUT, fact.JUDGED_DEVIATES, fact.JUDGED_FOLLOWS),
        ),
        (
            QCoreApplication.translate("step", "De maand na het besluit"),
            (
                fact.COSTS_ANNOUNCED,
                fact.LAWYER_SPOKEN,
                fact.SETTLED,
                fact.SUSPENSION_WAIVED,
                fact.APPEAL_RESOLVED,
                fact.APPEAL_RENOUNCED,
                fact.APPEAL_FILED,
                fact.NULLITY_RESOLVED,
                fact.NULLITY_INVOKED,
            ),
        ),
        (
            QCoreApplication.translate("step", "Rechter"),
            (fact.PERMISSION_ASKED, fact.PERMISSION_RULED, fact.RULING, fact.CASSATION_FILED),
        ),
        (
            QCoreApplication.translate("step", "Uitvoering en nazorg"),
            (fact.EXECUTION_ADVICE_ASKED, fact.EXECUTION_ADVISED, fact.EXECUTED, fact.EVALUATED, fact.CLOSED, fact.OTHER),
        ),
    )


def article_of(kind: FactKind, law: LawBook, procedure: ProcedureKind | None) -> str:
    """The article of the step that this fact completes, in this procedure or else in the first that knows it."""
    own = [law.procedures[procedure]] if procedure is not None else []
    others = [found for key, found in law.procedures.items() if key is not procedure]
    for known in (*own, *others):
        for step in known.steps:
            if kind in step.kinds and step.article.startswith("art."):
                return step.article
    return ""
