"""How complete a letter is: each point counts what is right and leads to what is wanting; "bewust niet" is an answer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from orapp.domain.assessment import Destination
from orapp.domain.dossier import Dossier
from orapp.domain.items import LetterChoice, Secrecy
from orapp.domain.letters import Letter, LetterField
from orapp.domain.requests import Outcome
from orapp.letters.completeness import Measure, Meter, standing
from orapp.letters.content import FindingWeight
from orapp.letters.order import ComposedLetter
from orapp.letters.shown_fields import ShownField
from tests.unit.letters import examples
from tests.unit.letters.examples import ADVICE_DAY
from tests.unit.letters.reading import write

OUT = LetterChoice(letter="A9", included=False, reason="staat al in het verslag")


def housing() -> Dossier:
    """The move with everything in it, advised on under conditions."""
    return examples.dossier(examples.decision(Outcome.POSITIVE_CONDITIONS))


def advice(dossier: Dossier, **letter: Any) -> ComposedLetter:
    own = Letter(id="brief", kind="A9", request_id=dossier.requests[0].id, **letter)
    return write(dossier, "A9", ADVICE_DAY, letter=own)


def measure(letter: ComposedLetter, meter: Meter) -> Measure:
    return next(one for one in letter.measures if one.meter is meter)


def test_an_objection_without_destination_is_a_gap_until_it_has_one_or_is_deliberately_out() -> None:
    dossier = housing()
    first, *others = dossier.objections
    open_one = replace(first, destination=Destination.OPEN)
    whole = len(dossier.objections)
    found = measure(advice(replace(dossier, objections=(open_one, *others))), Meter.OBJECTIONS)
    assert f"O{first.number}" in [gap.words for gap in found.places]
    assert found.places[0].place == f"objections/O{first.number}"
    assert found.total == whole
    out = replace(open_one, letters=(OUT,))
    after = measure(advice(replace(dossier, objections=(out, *others))), Meter.OBJECTIONS)
    assert f"O{first.number}" not in [gap.words for gap in after.places]
    unreasoned = replace(open_one, letters=(replace(OUT, reason=""),))
    again = measure(advice(replace(dossier, objections=(unreasoned, *others))), Meter.OBJECTIONS)
    assert f"O{first.number}" in [gap.words for gap in again.places]


def test_a_condition_is_measurable_with_who_norm_date_and_proof() -> None:
    dossier = housing()
    first, *others = dossier.conditions
    whole = replace(first, who="bestuurder", norm="nul", due_text="voor 1 juli", evidence="verslag")
    good = measure(advice(replace(dossier, conditions=(whole, *others))), Meter.CONDITIONS)
    assert f"V{first.number}" not in [gap.words for gap in good.places]
    poor = measure(advice(replace(dossier, conditions=(replace(whole, evidence=""), *others))), Meter.CONDITIONS)
    assert f"V{first.number}" in [gap.words for gap in poor.places]
    assert poor.done == good.done - 1


def test_a_commitment_is_cited_with_document_and_date() -> None:
    dossier = housing()
    first, *others = dossier.commitments
    good = measure(advice(dossier), Meter.COMMITMENTS)
    bare = replace(first, recorded_in="", recorded_in_id="")
    poor = measure(advice(replace(dossier, commitments=(bare, *others))), Meter.COMMITMENTS)
    assert poor.done == good.done - 1
    assert poor.places[0].words == f"T{first.number}"


def test_motives_consequences_and_measures_are_each_argued_or_written_by_the_council() -> None:
    bare = replace(housing(), considerations=(), objections=(), consequences=())
    found = measure(advice(bare), Meter.ARGUED)
    assert [gap.place for gap in found.places] == ["motives", "consequences", "measures"]
    assert (found.done, found.total) == (0, 3)


def test_an_annex_that_is_secret_personal_or_gone_is_a_gap() -> None:
    dossier = housing()
    paper = dossier.papers[0]
    secret = replace(paper, secrecy=Secrecy(imposed_by="bestuurder", scope="alles"))
    found = advice(replace(dossier, papers=(secret, *dossier.papers[1:])), annex_ids=(paper.id, "weg"))
    annexes = measure(found, Meter.ANNEXES)
    assert (annexes.done, annexes.total) == (0, 2)
    assert {gap.place for gap in annexes.places} == {"annexes"}
    assert all(one.meter is not Meter.ANNEXES for one in advice(dossier).measures)


def test_the_fields_that_a_kind_asks_count_and_a_kind_without_them_has_no_such_point() -> None:
    dossier = housing()
    own = Letter(id="brief", kind="A12b", request_id=dossier.requests[0].id)
    empty = write(dossier, "A12b", ADVICE_DAY, letter=own)
    found = measure(empty, Meter.FIELDS)
    assert (found.done, found.total) == (0, 2)
    assert [gap.place for gap in found.places] == ["field/lawyer", "field/estimate"]
    filled = replace(own, fields=(LetterField(key="lawyer", value="Advocaten Vos"), LetterField(key="estimate", value="tien")))
    after = write(dossier, "A12b", ADVICE_DAY, letter=filled)
    assert measure(after, Meter.FIELDS).done == 1
    assert all(one.meter is not Meter.FIELDS for one in advice(dossier).measures)


def test_a_field_shows_while_its_condition_holds_with_how_heavy_its_absence_weighs() -> None:
    dossier = housing()
    own = Letter(id="brief", kind="A12b", request_id=dossier.requests[0].id)

    def shown(letter: Letter) -> dict[str, ShownField]:
        return {one.key: one for one in write(dossier, "A12b", ADVICE_DAY, letter=letter).fields}

    assert "settlement_by" not in shown(own)
    with_settlement = replace(
        own, fields=(LetterField(key="settlement", value="Stel uit."), LetterField(key="estimate", value="x"))
    )
    found = shown(with_settlement)
    assert found["settlement_by"].missing is FindingWeight.ATTENTION
    assert found["estimate"].unreadable
    assert found["settlement"].filled


def test_the_standing_adds_up_what_is_measured() -> None:
    found = (Measure(meter=Meter.FIELDS, done=1, total=3), Measure(meter=Meter.ANNEXES, done=2, total=2))
    assert standing(found) == (3, 5)
    assert [one.complete for one in found] == [False, True]
