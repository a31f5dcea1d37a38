"""The fields that every sentence of a letter may use, drawn from the dossier."""

from __future__ import annotations

from datetime import date

from orapp.domain.bodies import AGREED
from orapp.domain.council import Council, CouncilKind
from orapp.domain.items import Item
from orapp.domain.papers import Paper
from orapp.domain.requests import Outcome, RequestVersion
from orapp.law.facts import ProcedureKind
from orapp.letters.matter import ADVICE_OUTCOMES, Matter, belongs_to, cite
from orapp.letters.predicates import FAVOURABLE
from orapp.letters.small_body import is_small
from orapp.letters.wording import day, one_line
from orapp.letters.wording import version as shown_version


def short_name(council: Council) -> str:
    """How a letter names the council after the first time: "OR"."""
    match council.kind:
        case CouncilKind.OR:
            return "OR"
        case CouncilKind.COR:
            return "COR"
        case CouncilKind.GOR:
            return "GOR"
        case CouncilKind.BOR:
            return "BOR"
        case CouncilKind.PVT:
            return "PVT"


def long_name(council: Council) -> str:
    """How a letter names the council the first time: "ondernemingsraad"."""
    match council.kind:
        case CouncilKind.OR:
            return "ondernemingsraad"
        case CouncilKind.COR:
            return "centrale ondernemingsraad"
        case CouncilKind.GOR:
            return "groepsondernemingsraad"
        case CouncilKind.BOR:
            return "bijzondere ondernemingsraad"
        case CouncilKind.PVT:
            return "personeelsvertegenwoordiging"


def newest_version(matter: Matter) -> RequestVersion | None:
    """The newest version of the request that had come in when the letter was written."""
    known = [version for version in matter.request.versions if matter.by_then(version.received_on)]
    return known[-1] if known else None


def request_paper(matter: Matter) -> Paper | None:
    """The paper that is the request itself, in its newest version."""
    version = newest_version(matter)
    return matter.dossier.paper(version.paper_id) if version is not None and version.paper_id else None


def received_on(matter: Matter) -> date | None:
    """When that version was received, else when the procedure started."""
    version = newest_version(matter)
    if version is not None and version.received_on is not None:
        return version.received_on
    started = matter.request.started_on
    return started if matter.by_then(started) else None


def contact_of(matter: Matter) -> tuple[str, str]:
    """Name and e-mail of who may be asked: the dossier's owner, else the council itself."""
    owner = matter.dossier.owner
    member = matter.council.member(owner)
    if member is None:
        member = next((one for one in matter.council.members if one.name == owner and owner), None)
    if member is not None:
        return member.name, member.email or matter.council.email
    return owner, matter.council.email


def version_label(matter: Matter) -> str:
    """How the version is told: its label, else that of the paper, else its number when there are more."""
    version, paper = newest_version(matter), request_paper(matter)
    if version is not None and version.label:
        return shown_version(version.label)
    if paper is not None and paper.version:
        return shown_version(paper.version)
    return str(version.number) if version is not None and version.number > 1 else ""


def common_fields(matter: Matter) -> dict[str, object]:
    """The fields that hold for the whole letter."""
    consent = matter.request.legal is ProcedureKind.CONSENT
    paper = request_paper(matter)
    letter = matter.order.letter
    contact, email = contact_of(matter)
    conditions, commitments = _shown(matter, matter.conditions), _shown(matter, matter.commitments)
    pvt = is_small(matter.council.kind)
    return {
        "council": short_name(matter.council),
        "council_long": long_name(matter.council),
        "he": "zij" if pvt else "hij",
        "his": "haar" if pvt else "zijn",
        "works_council": not pvt,
        "may_appeal": matter.has_article_25,
        "advice_basis": _advice_basis(matter),
        "consent_basis": "artikel 27 en 35c WOR" if pvt else "artikel 27 WOR",
        "our_answer": _our_answer(matter),
        "title": one_line(matter.request.title),
        "request": "instemmingsverzoek" if consent else "adviesaanvraag",
        "the_request": "het instemmingsverzoek" if consent else "de adviesaanvraag",
        "is_consent": consent,
        "received": received_on(matter),
        "first_received": next((one.received_on for one in matter.request.versions if one.received_on), None),
        "request_dated": paper.dated_on if paper is not None else None,
        "request_version": version_label(matter),
        "their_reference": one_line(matter.request.their_reference),
        "grounds": cite(matter.grounds),
        "decisions": matter.decision_codes(matter.decisions),
        "others": matter.decision_codes(matter.others),
        "today": matter.dated,
        "reply_due": letter.reply_due if letter is not None else None,
        "contact": one_line(contact),
        "contact_email": email,
        "meetings": tuple(dict.fromkeys(event.on for event in matter.meetings)),
        "meeting_days": tuple(day(on) for on in dict.fromkeys(event.on for event in matter.meetings)),
        "all_conditions": conditions,
        "all_commitments": commitments,
        "count_conditions": len(conditions),
        "count_commitments": len(commitments),
        "every_decision": matter.decision_codes((*matter.decisions, *matter.others)),
        "advised": matter.decision_codes(one for one in matter.decisions if one.outcome in ADVICE_OUTCOMES),
        # An advice against a decision rests on no commitment.
        "rests_on": bool(matter.with_outcome(*FAVOURABLE)),
        "waived": matter.decision_codes(matter.with_outcome(Outcome.WAIVED)),
    }


def _advice_basis(matter: Matter) -> str:
    """By which article the council advises: art. 25; a PVT by agreement, else by art. 35b lid 5 (wor.md 3.6)."""
    if not is_small(matter.council.kind):
        return "artikel 25 WOR"
    return "artikel 32 WOR" if AGREED in matter.all_grounds else "artikel 35b lid 5 en 35c WOR"


def _our_answer(matter: Matter) -> str:
    """How the council calls what it gave in this procedure."""
    if matter.request.legal is ProcedureKind.INITIATIVE:
        return "voorstel"
    consent = [one for one in matter.decisions if belongs_to(one, matter.request) is ProcedureKind.CONSENT]
    if not matter.decisions:
        return "besluit over instemming" if matter.request.legal is ProcedureKind.CONSENT else "advies"
    if len(consent) == len(matter.decisions):
        return "besluit over instemming"
    return "advies en besluit over instemming" if consent else "advies"


def _shown(matter: Matter, items: tuple[Item, ...]) -> tuple[str, ...]:
    return matter.codes_of(item.id for item in items if not matter.left_out(item))
