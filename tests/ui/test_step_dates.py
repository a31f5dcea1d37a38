"""The agreed date of an answer stands at the answer, not at whatever comes next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from orapp.domain.papers import AgreedDate
from orapp.services.desk import Desk
from orapp.ui.kit.steps import Progress
from orapp.ui.screens.dossier.procedure import all_steps, leading_deadline
from tests.fakes.surroundings import FixedClock
from tests.ui.step_story import advised

RECEIVED, TODAY = date(2025, 11, 3), date(2025, 11, 5)


def test_the_acknowledgement_has_no_agreed_advice_date(desk: Desk, clock: FixedClock) -> None:
    clock.day = TODAY
    before = advised(desk)
    first = replace(before.requests[0], started_on=RECEIVED, versions=())
    agreed = AgreedDate(id="a1", subject="Advies", rule="agreed-advice", due=date(2025, 12, 19), request_id="r1")
    untouched = replace(before, requests=(first,), events=(), resolutions=(), letters=(), agreed_dates=(agreed,))
    desk.dossiers.save(before, untouched, "secretaris")
    view = desk.dossiers.view(before.reference)
    deadline = leading_deadline(view, "r1", TODAY)
    assert deadline is not None
    assert deadline.rule == "agreed-advice"
    steps = {step.key: step for step in all_steps(view.procedures[0].state, deadline, TODAY)}
    current = next(step for step in steps.values() if step.progress is Progress.CURRENT)
    assert current.key == "acknowledged"
    assert current.note == ""
    dated = [step for step in steps.values() if "veilig" in step.note or step.note.startswith("t/m")]
    assert len(dated) == 1
    assert "advies" in dated[0].title.lower()
