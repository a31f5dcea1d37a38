"""What recording each kind of fact is called, what its day is, and the letter with which the council does it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from orapp.law.facts import FactKind

LETTERS: Mapping[FactKind, tuple[str, ...]] = {
    FactKind.ACKNOWLEDGED: ("A1",),
    FactKind.QUESTIONS_ASKED: ("A2",),
    FactKind.SENT_BY_COUNCIL: ("A3", "A8"),
    FactKind.FOUND_OUT: ("A19a",),
    FactKind.MEETING_REQUESTED: ("A19b",),
    FactKind.EXPERT_ANNOUNCED: ("A13",),
    FactKind.COMMITMENTS_RECORDED: ("A5",),
    FactKind.SUSPENSION_WAIVED: ("A12c",),
    FactKind.COSTS_ANNOUNCED: ("A12b",),
    FactKind.NULLITY_INVOKED: ("A11",),
    FactKind.EXECUTION_ADVISED: ("A15",),
    FactKind.EVALUATED: ("A19d",),
    FactKind.ADVICE_SENT: ("A9",),
    FactKind.CANNOT_ADVISE_SENT: ("A9",),
    FactKind.ADVICE_WAIVED: ("A9",),
    FactKind.ADOPTED: ("A9", "A10"),
    FactKind.CONSENT_GIVEN: ("A10",),
    FactKind.CONSENT_CONDITIONAL: ("A10",),
    FactKind.CONSENT_REFUSED: ("A10",),
}
"""The kinds of letters with which the council does a step itself."""


def act_words(kind: FactKind) -> str:
    """What recording this is called on a button."""
    return {
        FactKind.ANNOUNCED: QCoreApplication.translate("step", "Aankondiging vastleggen"),
        FactKind.RECEIVED: QCoreApplication.translate("step", "Ontvangst vastleggen"),
        FactKind.SENT_BY_COUNCIL: QCoreApplication.translate("step", "Verzending vastleggen"),
        FactKind.FOUND_OUT: QCoreApplication.translate("step", "Ontdekking vastleggen"),
        FactKind.ACKNOWLEDGED: QCoreApplication.translate("step", "Ontvangst bevestigen"),
        FactKind.TRIAGED: QCoreApplication.translate("step", "Eerste beoordeling vastleggen"),
        FactKind.TEAM_FORMED: QCoreApplication.translate("step", "Dossierteam vastleggen"),
        FactKind.COMPLETENESS_JUDGED: QCoreApplication.translate("step", "Volledigheid vastleggen"),
        FactKind.QUESTIONS_ASKED: QCoreApplication.translate("step", "Gestelde vragen vastleggen"),
        FactKind.ANSWERS_RECEIVED: QCoreApplication.translate("step", "Antwoorden vastleggen"),
        FactKind.REQUEST_CHANGED: QCoreApplication.translate("step", "Nieuwe versie vastleggen"),
        FactKind.MEETING_REQUESTED: QCoreApplication.translate("step", "Verzoek om overleg vastleggen"),
        FactKind.CONSULTATION_MEETING: QCoreApplication.translate("step", "Overlegvergadering vastleggen"),
        FactKind.STAFF_CONSULTED: QCoreApplication.translate("step", "Raadpleging vastleggen"),
        FactKind.EXPERT_ANNOUNCED: QCoreApplication.translate("step", "Deskundige vastleggen"),
        FactKind.EXPERT_REPORTED: QCoreApplication.translate("step", "Rapport vastleggen"),
        FactKind.VIEW_FORMED: QCoreApplication.translate("step", "Oordeel vastleggen"),
        FactKind.CONCEPT_SENT: QCoreApplication.translate("step", "Concept vastleggen"),
        FactKind.REACTION_RECEIVED: QCoreApplication.translate("step", "Reactie vastleggen"),
        FactKind.COMMITMENTS_RECORDED: QCoreApplication.translate("step", "Toezegging vastleggen"),
        FactKind.ADOPTED: QCoreApplication.translate("step", "Vaststelling vastleggen"),
        FactKind.SIGNED: QCoreApplication.translate("step", "Ondertekening vastleggen"),
        FactKind.ADVICE_SENT: QCoreApplication.translate("step", "Verzending vastleggen"),
        FactKind.CANNOT_ADVISE_SENT: QCoreApplication.translate("step", "Verzending vastleggen"),
        FactKind.ADVICE_WAIVED: QCoreApplication.translate("step", "Afzien van advies vastleggen"),
        FactKind.CONSENT_GIVEN: QCoreApplication.translate("step", "Instemming vastleggen"),
        FactKind.CONSENT_CONDITIONAL: QCoreApplication.translate("step", "Instemming onder voorwaarden vastleggen"),
        FactKind.CONSENT_REFUSED: QCoreApplication.translate("step", "Weigering vastleggen"),
        FactKind.CONSENT_CONFIRMED: QCoreApplication.translate("step", "Bevestiging vastleggen"),
        FactKind.INITIATIVE_ANSWERED: QCoreApplication.translate("step", "Antwoord vastleggen"),
        FactKind.DECISION_NOTIFIED: QCoreApplication.translate("step", "Besluit vastleggen"),
        FactKind.DECISION_REASONED: QCoreApplication.translate("step", "Latere motivering vastleggen"),
        FactKind.JUDGED_DEVIATES: QCoreApplication.translate("step", "OR-besluit vastleggen: wijkt af"),
        FactKind.JUDGED_FOLLOWS: QCoreApplication.translate("step", "OR-besluit vastleggen: wijkt niet af"),
        FactKind.SUSPENSION_WAIVED: QCoreApplication.translate("step", "Opschorting laten vervallen"),
        FactKind.COSTS_ANNOUNCED: QCoreApplication.translate("step", "Melding van kosten vastleggen"),
        FactKind.LAWYER_SPOKEN: QCoreApplication.translate("step", "Gesprek met advocaat vastleggen"),
        FactKind.APPEAL_RESOLVED: QCoreApplication.translate("step", "OR-besluit vastleggen: beroep"),
        FactKind.APPEAL_RENOUNCED: QCoreApplication.translate("step", "OR-besluit vastleggen: geen beroep"),
        FactKind.APPEAL_FILED: QCoreApplication.translate("step", "Verzoekschrift vastleggen"),
        FactKind.NULLITY_RESOLVED: QCoreApplication.translate("step", "OR-besluit vastleggen: nietigheid"),
        FactKind.NULLITY_INVOKED: QCoreApplication.translate("step", "Inroepen van de nietigheid vastleggen"),
        FactKind.PERMISSION_ASKED: QCoreApplication.translate("step", "Verzoek om toestemming vastleggen"),
        FactKind.PERMISSION_RULED: QCoreApplication.translate("step", "Beslissing over toestemming vastleggen"),
        FactKind.RULING: QCoreApplication.translate("step", "Uitspraak vastleggen"),
        FactKind.CASSATION_FILED: QCoreApplication.translate("step", "Cassatie vastleggen"),
        FactKind.SETTLED: QCoreApplication.translate("step", "Overeenstemming vastleggen"),
        FactKind.EXECUTION_ADVICE_ASKED: QCoreApplication.translate("step", "Vraag over uitvoering vastleggen"),
        FactKind.EXECUTION_ADVISED: QCoreApplication.translate("step", "Advies over uitvoering vastleggen"),
        FactKind.EXECUTED: QCoreApplication.translate("step", "Uitvoering vastleggen"),
        FactKind.EVALUATED: QCoreApplication.translate("step", "Nazorg vastleggen"),
        FactKind.WITHDRAWN: QCoreApplication.translate("step", "Intrekking vastleggen"),
        FactKind.WITHDRAWAL_CONFIRMED: QCoreApplication.translate("step", "Bevestiging van intrekking vastleggen"),
        FactKind.CLOSED: QCoreApplication.translate("step", "Sluiting vastleggen"),
        FactKind.OTHER: QCoreApplication.translate("step", "Gebeurtenis vastleggen"),
    }[kind]


def step_words(kinds: tuple[FactKind, ...]) -> str:
    """What a step is called on a button; one that ends in more than one way names none of them."""
    if len(kinds) == 1:
        return act_words(kinds[0])
    if set(kinds) & {FactKind.APPEAL_RESOLVED, FactKind.JUDGED_DEVIATES, FactKind.NULLITY_RESOLVED}:
        return QCoreApplication.translate("step", "OR-besluit vastleggen")
    if FactKind.DECISION_NOTIFIED in kinds:
        return QCoreApplication.translate("step", "Besluit vastleggen")
    if FactKind.ADVICE_SENT in kinds or FactKind.CONSENT_GIVEN in kinds:
        return QCoreApplication.translate("step", "Verzending vastleggen")
    return QCoreApplication.translate("step", "Vastleggen")


def day_words(kind: FactKind) -> str:
    """What the day of a fact is."""
    match kind:
        case FactKind.RECEIVED | FactKind.ANSWERS_RECEIVED | FactKind.REQUEST_CHANGED | FactKind.REACTION_RECEIVED:
            return QCoreApplication.translate("step", "&Ontvangen op")
        case FactKind.DECISION_NOTIFIED | FactKind.DECISION_REASONED:
            return QCoreApplication.translate("step", "&Meegedeeld op")
        case FactKind.FOUND_OUT:
            return QCoreApplication.translate("step", "&Ontdekt op")
        case FactKind.ADVICE_SENT | FactKind.CANNOT_ADVISE_SENT | FactKind.ADVICE_WAIVED | FactKind.ACKNOWLEDGED:
            return QCoreApplication.translate("step", "&Verzonden op")
        case FactKind.CONSENT_GIVEN | FactKind.CONSENT_CONDITIONAL | FactKind.CONSENT_REFUSED | FactKind.CONSENT_CONFIRMED:
            return QCoreApplication.translate("step", "Aan de bestuurder &meegedeeld op")
        case FactKind.APPEAL_FILED:
            return QCoreApplication.translate("step", "&Ontvangen door de Ondernemingskamer op")
        case FactKind.NULLITY_INVOKED:
            return QCoreApplication.translate("step", "De ondernemer &bereikt op")
        case (
            FactKind.VIEW_FORMED
            | FactKind.ADOPTED
            | FactKind.JUDGED_DEVIATES
            | FactKind.JUDGED_FOLLOWS
            | FactKind.SUSPENSION_WAIVED
            | FactKind.APPEAL_RESOLVED
            | FactKind.APPEAL_RENOUNCED
            | FactKind.NULLITY_RESOLVED
        ):
            return QCoreApplication.translate("step", "&Besloten op")
        case FactKind.EXECUTED:
            return QCoreApplication.translate("step", "&Eerste dag van uitvoering")
        case _:
            return QCoreApplication.translate("step", "&Datum")


def also_called(kind: FactKind) -> str:
    """Other words by which this is sought; giving up an appeal has more than one name."""
    return {
        FactKind.APPEAL_RENOUNCED: QCoreApplication.translate("step", "afzien van beroep, afgezien"),
        FactKind.SUSPENSION_WAIVED: QCoreApplication.translate("step", "afzien van opschorting, wachttijd, eerder uitvoeren"),
        FactKind.APPEAL_FILED: QCoreApplication.translate("step", "verzoekschrift, Ondernemingskamer"),
    }.get(kind, "")
