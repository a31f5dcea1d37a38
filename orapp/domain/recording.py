"""How something that happened is put into a dossier: the items that each kind of fact becomes.

Facts are never refused (practice.md 4): any kind, in any order, with any date; a day after today is a plan.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from orapp.domain.alongside import with_the_rest
from orapp.domain.assessment import Expert, StaffConsultation
from orapp.domain.course import LOOSE, STARTS
from orapp.domain.decisions import Decision, DecisionOrigin, Knowledge, Resolution, ResolutionKind
from orapp.domain.dossier import Dossier, code
from orapp.domain.editing import Edit, add, change
from orapp.domain.judging import compared
from orapp.domain.needs import RESOLUTIONS, Recorded, Votes
from orapp.domain.papers import Event
from orapp.domain.requests import Outcome, Request, RequestVersion
from orapp.domain.siblings import with_twins
from orapp.law.facts import FactKind, ProcedureKind

NewId = Callable[[], str]
UNANSWERED = frozenset({Outcome.POLITICAL, Outcome.LATER, Outcome.UNDECIDED})
"""What stands beside an answer without being one."""
WITH_VERSIONS = frozenset({ProcedureKind.ADVICE, ProcedureKind.CONSENT, ProcedureKind.APPOINTMENT})


def recording(recorded: Recorded, new_id: NewId) -> Edit:
    """The edit that records a fact in the newest dossier."""
    return lambda dossier: record(dossier, recorded, new_id)


def record(dossier: Dossier, recorded: Recorded, new_id: NewId) -> Dossier:
    """The dossier in which this happened. Nothing is refused; a request or item that is gone is simply not named."""
    if recorded.paper is not None:
        paper = replace(recorded.paper, id=new_id(), request_id=recorded.paper.request_id or recorded.request_id)
        dossier = add("papers", paper)(dossier)
        recorded = replace(recorded, paper=None, paper_id=paper.id)
    request = dossier.request(recorded.request_id)
    if recorded.kind in LOOSE and not recorded.decision_ids and request is not None:
        recorded = replace(recorded, decision_ids=with_twins(dossier, request))
    if request is not None and not recorded.decision_ids:
        recorded = replace(recorded, decision_ids=_answered(dossier, request, recorded))
    written = _Writer(recorded=recorded, new_id=new_id, request=request)
    dossier = written.fact(dossier)
    return with_the_rest(dossier, recorded, new_id)


def _answered(dossier: Dossier, request: Request, recorded: Recorded) -> tuple[str, ...]:
    """The proposed decisions that were answered, where others were not: an answer is about those alone."""
    answered = tuple(item_id for item_id, outcome in recorded.outcomes if outcome not in UNANSWERED)
    return answered if len(answered) < len(dossier.of_request(request.id)) else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Writer:
    recorded: Recorded
    new_id: NewId
    request: Request | None

    def fact(self, dossier: Dossier) -> Dossier:
        """The item that shows the fact itself."""
        kind = self.recorded.kind
        if kind in RESOLUTIONS:
            return self._resolution(dossier, RESOLUTIONS[kind])
        match kind:
            case FactKind.RECEIVED:
                return self._received(dossier)
            case FactKind.SENT_BY_COUNCIL:
                return self._started(dossier)
            case FactKind.REQUEST_CHANGED:
                return self._changed(dossier)
            case FactKind.FOUND_OUT | FactKind.DECISION_NOTIFIED:
                return self._decision(dossier)
            case FactKind.DECISION_REASONED:
                return self._reasons(dossier)
            case FactKind.STAFF_CONSULTED:
                return self._staff(dossier)
            case FactKind.EXPERT_ANNOUNCED | FactKind.EXPERT_REPORTED:
                return self._expert(dossier)
            case FactKind.WITHDRAWN if self._in_part(dossier):
                return self._event(dossier)
            case FactKind.WITHDRAWN if self.request is not None and self.request.withdrawn_on is None:
                paper_id = self.recorded.paper_id
                dossier = self._of_request(
                    dossier, replace(self.request, withdrawn_on=self.recorded.on, withdrawal_paper_id=paper_id)
                )
                return self._event(dossier) if self.recorded.text or self.recorded.how else dossier
            case FactKind.CLOSED if self.request is not None and self.request.closed_on is None:
                return self._of_request(dossier, replace(self.request, closed_on=self.recorded.on))
            case FactKind.ADVICE_WAIVED:
                return self._event(self._resolution(dossier, ResolutionKind.WAIVE_ADVICE))
            case _:
                return self._event(dossier)

    # -- the fact ------------------------------------------------------------------------------------------------------

    def _event(self, dossier: Dossier) -> Dossier:
        recorded = self.recorded
        return add(
            "events",
            Event(
                id=self.new_id(),
                on=recorded.on,
                kind=recorded.kind,
                text=self._told(dossier),
                request_id=self._home(),
                paper_id=recorded.paper_id,
                source=recorded.how,
                until=recorded.until,
                decision_ids=recorded.decision_ids,
                place=recorded.place,
                present=recorded.present,
                against_ids=recorded.against_ids,
            ),
        )(dossier)

    def _told(self, dossier: Dossier) -> str:
        """The text of an event: what was typed, with the names, amounts and places that have no field of their own."""
        recorded = self.recorded
        parts = [recorded.text]
        if recorded.who:
            parts.append(recorded.who)
        if recorded.cost_cents is not None:
            parts.append(f"€ {in_euros(recorded.cost_cents)}")
        named = {item.id: code("conditions", item) for item in dossier.conditions}
        parts += [f"{named[item_id]}: {place}" for item_id, place in recorded.places if item_id in named and place]
        if recorded.votes != Votes() and recorded.kind is FactKind.CASSATION_FILED:
            parts.append(recorded.votes.meeting or recorded.votes.mandate)
        return " · ".join(part for part in parts if part)

    def _in_part(self, dossier: Dossier) -> bool:
        """Whether this is about some of the proposed decisions of its request, and not about all of it."""
        asked = {item.id for item in dossier.of_request(self._home())}
        return bool(self.recorded.decision_ids) and not asked <= set(self.recorded.decision_ids)

    def _resolution(self, dossier: Dossier, kind: ResolutionKind) -> Dossier:
        recorded, votes = self.recorded, self.recorded.votes
        return add(
            "resolutions",
            Resolution(
                id=self.new_id(),
                kind=kind,
                on=recorded.on,
                text=recorded.text,
                request_id=self._home(),
                decision_ids=recorded.decision_ids,
                letter_id=recorded.letter_id,
                meeting=votes.meeting,
                votes_for=votes.votes_for,
                votes_against=votes.votes_against,
                abstentions=votes.abstentions,
                quorum_met=votes.quorum_met,
                mandate=votes.mandate,
            ),
        )(dossier)

    def _received(self, dossier: Dossier) -> Dossier:
        """The first version of the request where it has none that was received; anything later is an event."""
        request, recorded = self.request, self.recorded
        if request is None or request.legal not in WITH_VERSIONS or any(one.received_on for one in request.versions):
            return self._event(dossier)
        if request.started_on is not None and (request.legal is ProcedureKind.APPOINTMENT or request.started_on != recorded.on):
            return self._event(dossier)
        blank = request.versions[0] if request.versions else RequestVersion(number=1)
        first = replace(blank, received_on=recorded.on, paper_id=recorded.paper_id or blank.paper_id)
        started_by = request.started_by or recorded.who
        return self._of_request(dossier, replace(request, versions=(first, *request.versions[1:]), started_by=started_by))

    def _started(self, dossier: Dossier) -> Dossier:
        request, recorded = self.request, self.recorded
        if request is None or STARTS[request.legal] is not recorded.kind or request.received_on is not None:
            return self._event(dossier)
        dossier = self._of_request(dossier, replace(request, started_on=recorded.on))
        return self._event(dossier) if recorded.text or recorded.paper_id or recorded.how else dossier

    def _changed(self, dossier: Dossier) -> Dossier:
        """A new version, after the first one that was received; without a first one only an event can say it."""
        request, recorded = self.request, self.recorded
        if request is None or request.legal not in WITH_VERSIONS or request.received_on is None:
            return self._event(dossier)
        versions = request.versions
        if not any(one.received_on for one in versions):
            versions = (RequestVersion(number=1, received_on=request.started_on),)
        added = RequestVersion(
            number=max(one.number for one in versions) + 1,
            received_on=recorded.on,
            paper_id=recorded.paper_id,
            difference=recorded.difference or recorded.text,
            essentially_different=recorded.essentially_different,
        )
        return self._of_request(dossier, replace(request, versions=(*versions, added)))

    def _decision(self, dossier: Dossier) -> Dossier:
        """A decision of the director with every moment at which it became known; or a further notice of one that is there."""
        recorded, request = self.recorded, self.request
        if recorded.kind is FactKind.FOUND_OUT and request is not None and request.legal is ProcedureKind.FOUND_OUT:
            dossier = self._discovery(dossier, request)
        known = self._notices()
        present = next((item for item in dossier.decisions if item.id == recorded.decision_id), None)
        if present is not None:
            text = present.text or recorded.decision_text
            after = replace(present, notices=(*present.notices, *known), text=text)
            if not present.paper_id and recorded.paper_id:
                after = replace(after, paper_id=recorded.paper_id)
            return change("decisions", present, after)(dossier)
        origin = recorded.origin
        if recorded.kind is FactKind.FOUND_OUT and origin not in {DecisionOrigin.EXECUTION_SEEN, DecisionOrigin.WITHOUT_REQUEST}:
            origin = DecisionOrigin.WITHOUT_REQUEST
        decision = Decision(
            id=self.new_id(),
            title=self._title(dossier),
            request_id=self._home(),
            decision_ids=recorded.decision_ids,
            origin=origin,
            decided_on=recorded.decided_on,
            paper_id=recorded.paper_id,
            text=recorded.decision_text or (recorded.text if recorded.kind is FactKind.FOUND_OUT else ""),
            effective_from=recorded.effective_from,
            notices=known,
        )
        return add("decisions", replace(decision, comparisons=compared(dossier, decision)))(dossier)

    def _discovery(self, dossier: Dossier, request: Request) -> Dossier:
        recorded = self.recorded
        if request.started_on is not None:
            return dossier
        found = replace(
            request, started_on=recorded.known_on or recorded.on, found_out_by=recorded.who, found_out_how=recorded.how
        )
        return self._of_request(dossier, found)

    def _notices(self) -> tuple[Knowledge, ...]:
        recorded = self.recorded
        told = Knowledge(
            on=recorded.on,
            who=recorded.who,
            how=recorded.how,
            written=recorded.written,
            reasoned=recorded.reasoned,
            paper_id=recorded.paper_id,
        )
        if recorded.known_on is None or recorded.known_on >= recorded.on:
            return (told,)
        return (Knowledge(on=recorded.known_on, who=recorded.known_by, written=False), told)

    def _title(self, dossier: Dossier) -> str:
        recorded = self.recorded
        paper = dossier.paper(recorded.paper_id)
        if recorded.text and recorded.kind is not FactKind.FOUND_OUT:
            return recorded.text
        if paper is not None:
            return paper.title
        subjects = [item.title for item in dossier.proposed_decisions if item.id in recorded.decision_ids]
        named = "; ".join(subjects) or (self.request.title if self.request is not None else dossier.title)
        found = recorded.kind is FactKind.FOUND_OUT
        return f"Ontdekt besluit: {named}" if found else f"Besluit: {named}"

    def _reasons(self, dossier: Dossier) -> Dossier:
        """Later reasons are a second notice of their decision; without one they stand as an event."""
        recorded = self.recorded
        present = next((item for item in dossier.decisions if item.id == recorded.decision_id), None)
        if present is None:
            return self._event(dossier)
        told = Knowledge(
            on=recorded.on,
            who=recorded.who,
            how=recorded.text,
            written=recorded.written is not False,
            reasoned=recorded.reasoned is not False,
            paper_id=recorded.paper_id,
        )
        return change("decisions", present, replace(present, notices=(*present.notices, told)))(dossier)

    def _staff(self, dossier: Dossier) -> Dossier:
        recorded = self.recorded
        consultation = StaffConsultation(
            id=self.new_id(),
            method=recorded.how,
            request_id=self._home(),
            from_day=recorded.on,
            until_day=recorded.until,
            invited=recorded.invited,
            responses=recorded.responses,
            results=recorded.text,
        )
        return add("consultations", consultation)(dossier)

    def _expert(self, dossier: Dossier) -> Dossier:
        recorded = self.recorded
        present = next((item for item in dossier.experts if item.id == recorded.expert_id), None)
        announced = recorded.kind is FactKind.EXPERT_ANNOUNCED
        if present is not None and present.request_id == self._home():
            if announced and present.announced_on is None:
                after = replace(present, announced_on=recorded.on, maximum_cents=recorded.cost_cents or present.maximum_cents)
                return change("experts", present, after)(dossier)
            if not announced and present.reported_on is None:
                after = replace(
                    present,
                    reported_on=recorded.on,
                    report_paper_id=recorded.paper_id,
                    conclusions=recorded.text or present.conclusions,
                )
                return change("experts", present, after)(dossier)
        if not recorded.who:
            return self._event(dossier)
        expert = Expert(id=self.new_id(), name=recorded.who, request_id=self._home(), maximum_cents=recorded.cost_cents)
        if announced:
            expert = replace(expert, announced_on=recorded.on, assignment=recorded.text)
        else:
            expert = replace(expert, reported_on=recorded.on, report_paper_id=recorded.paper_id, conclusions=recorded.text)
        return add("experts", expert)(dossier)

    def _home(self) -> str:
        return self.request.id if self.request is not None else ""

    def _of_request(self, dossier: Dossier, after: Request) -> Dossier:
        return change("requests", self.request, after)(dossier) if self.request is not None else dossier


def in_euros(cents: int) -> str:
    """An amount in Dutch: 125000 is "1.250,00"."""
    euros, rest = divmod(cents, 100)
    return f"{euros:,}".replace(",", ".") + f",{rest:02d}"
