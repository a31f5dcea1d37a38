"""What follows a decision up: expert, execution, not asked, reaction, aftercare (A13, A15, A19a, A19c, A19d)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from orapp.domain.assessment import Destination, Expert
from orapp.domain.letters import StrategicGoal
from orapp.domain.papers import Sheet
from orapp.domain.promises import CommitmentState, ConditionState
from orapp.domain.requests import Outcome
from orapp.law.facts import ProcedureKind
from tests.unit.letters.example_items import COMMITMENTS, CONDITIONS, OBJECTIONS
from tests.unit.letters.examples import REQUEST, decision
from tests.unit.letters.other_kinds import LATER, TAKEN, about, filled, made
from tests.unit.letters.reading import codes, operative_texts, plain_text

EXPERT = Expert(id="x9", number=9, name="Bureau Voorbeeld", request_id="r1", assignment="Toets de loods", maximum_cents=480_000)


# -- expert (A13) ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("budget", "words"),
    [
        ("announced", "op grond van artikel 22 lid 2 WOR vooraf in kennis van deze kosten: ten hoogste €\u00a04.800 zonder btw."),
        ("budget", "passen in het afgesproken budget van de OR (artikel 22 lid 4 WOR)."),
    ],
)
def test_the_costs_of_an_expert_are_told_with_a_ceiling(budget: str, words: str) -> None:
    found = made("A13", about("A13", experts=(EXPERT,)), fields=filled("A13", budget=budget))
    assert words in operative_texts(found.content)[0]
    assert not found.blocking


def test_the_mistakes_with_an_expert_are_caught() -> None:
    bare = replace(EXPERT, maximum_cents=None, assignment="")
    found = made("A13", about("A13", experts=(bare,)))
    assert {"letter.expert_without_maximum", "letter.expert_without_assignment"} <= codes(found)
    assert "letter.expert_missing" in {one.code for one in made("A13", about("A13", experts=())).blocking}
    hired = replace(EXPERT, reported_on=date(2026, 4, 20))
    assert "letter.expert_already_working" in codes(made("A13", about("A13", experts=(hired,))))


def test_the_expert_of_the_letter_is_the_one_it_was_begun_from() -> None:
    other = replace(EXPERT, id="x8", number=8, name="Bureau Anders")
    text = plain_text(made("A13", about("A13", experts=(other, EXPERT)), about_ids=("x8",)).content)
    assert "Bureau Anders" in text
    assert "Bureau Voorbeeld" not in text


# -- execution (A15) ---------------------------------------------------------------------------------------------------


def test_a_judgement_without_a_comparison_takes_no_introduction_of_one() -> None:
    bare = replace(TAKEN, comparisons=())
    for kind in ("A12a", "A12c", "A19c"):
        assert "per punt naast" in plain_text(made(kind).content)
        without = about(kind, decisions=(bare,), conditions=(), proposed_decisions=(decision(Outcome.UNDECIDED),))
        said = plain_text(made(kind, without, goal=StrategicGoal.RECORD_AGREEMENT).content)
        assert "per punt naast" not in said
        assert "welke punten u overneemt" not in said


def test_an_objection_that_is_a_point_for_the_execution_is_told_in_its_own_words() -> None:
    marked = replace(OBJECTIONS[0], destination=Destination.ATTENTION)
    said = plain_text(made("A15", about("A15", objections=(marked,))).content)
    assert marked.text.rstrip(".") in said
    assert "eveneens" not in said


def test_what_the_advice_saw_is_told_as_of_the_advice() -> None:
    said = plain_text(made("A15").content)
    assert "Bij het advies over het besluit zag de OR per groep medewerkers deze gevolgen:" in said
    assert "De OR ziet per groep" not in said


def test_execution_is_held_against_each_condition_and_promise() -> None:
    rows = (("V1", "ja", "blz. 3"), ("v2", "nee", ""))
    found = made("A15", fields=filled("A15", in_plan=rows))
    text = plain_text(found.content)
    assert "| ja | blz. 3 |" in text
    assert [one.fields["code"] for one in found.findings if one.code == "letter.not_in_plan"] == ["V2"]
    assert "letter.not_tested" in codes(found)


def test_an_advice_on_the_execution_reopens_nothing_and_gives_up_nothing() -> None:
    text = plain_text(made("A15").content)
    assert "De OR adviseert u over de uitvoering het volgende:" in text
    assert "komt de OR niet terug van zijn eerdere advies en doet hij geen afstand van rechten" in text
    assert "ontbreekt in uw aanvraag" not in text
    assert "ontbreken in uw aanvraag" not in text
    assert "Gevolgen voor het personeel" in text


def test_without_a_decision_there_is_nothing_to_execute() -> None:
    assert "letter.execution_without_decision" in codes(made("A15", about("A15", decisions=())))


# -- not asked (A19a) --------------------------------------------------------------------------------------------------


def test_what_is_not_yet_decided_is_not_to_be_decided_and_what_is_decided_is_to_stop() -> None:
    planned = operative_texts(made("A19a", about("A19a", decisions=())).content)[0]
    assert (
        "verzoekt u het besluit niet te nemen of, als het al is genomen, niet uit te voeren, en het alsnog schriftelijk"
        in planned
    )
    taken = operative_texts(made("A19a", about("A19a", decisions=(TAKEN,)), LATER).content)[0]
    assert "verzoekt u de uitvoering te stoppen en het besluit alsnog schriftelijk" in taken


@pytest.mark.parametrize(
    ("right", "asked", "stops", "reserved"),
    [
        ("advice", "(artikel 25 lid 1 onder e WOR)", "ter advisering voor te leggen", "beroep bij de Ondernemingskamer"),
        ("consent", "(artikel 27 lid 1 onder d WOR)", "aan de OR voor te leggen", "waaronder het beroep op de nietigheid"),
        (
            "both",
            "De OR houdt beide rechten open.",
            "aan de OR voor te leggen",
            "Ondernemingskamer (artikel 26 WOR) en het beroep",
        ),
    ],
)
def test_each_right_is_told_with_its_own_ground(right: str, asked: str, stops: str, reserved: str) -> None:
    doubtful = decision(Outcome.UNDECIDED, grounds=("25.1.e", "27.1.d"))
    found = made("A19a", about("A19a", proposed_decisions=(doubtful,)), fields=filled("A19a", right=right))
    text = plain_text(found.content)
    assert asked in text
    assert stops in operative_texts(found.content)[0]
    assert reserved in text
    assert "letter.right_without_ground" not in codes(found)


def test_a_right_without_its_ground_is_asked_and_the_months_are_told() -> None:
    found = made("A19a", about("A19a", decisions=(TAKEN,)), LATER, fields=filled("A19a", right="consent", seen=""))
    assert "letter.right_without_ground" in codes(found)
    assert "letter.appeal_runs" in codes(found)


def test_found_out_has_a_request_of_its_own_kind() -> None:
    whole = about("A19a", requests=(replace(REQUEST, legal=ProcedureKind.FOUND_OUT, versions=(), started_on=date(2026, 4, 20)),))
    assert not made("A19a", whole).blocking


# -- reaction (A19c) ---------------------------------------------------------------------------------------------------


def test_a_reaction_gives_up_neither_suspension_nor_appeal() -> None:
    text = plain_text(made("A19c").content)
    assert "ziet de OR niet af van de opschorting (artikel 25 lid 6 WOR) en niet van beroep (artikel 26 WOR)" in text
    assert "naast zijn advies gelegd" in text


def test_a_reaction_to_consent_keeps_nullity_and_calls_it_a_decision() -> None:
    mine = decision(Outcome.CONSENT_REFUSED, grounds=("27.1.b",))
    whole = about(
        "A19c", requests=(replace(REQUEST, legal=ProcedureKind.CONSENT, grounds=("27.1.b",)),), proposed_decisions=(mine,)
    )
    text = plain_text(made("A19c", whole).content)
    assert "niet af van een beroep op de nietigheid (artikel 27 lid 5 WOR)" in text
    assert "naast zijn besluit over instemming gelegd" in text
    assert "artikel 25 lid 6" not in text


def test_a_mixed_request_keeps_both_rights() -> None:
    both = (decision(Outcome.POSITIVE), decision(Outcome.CONSENT, id="b2", number=2, grounds=("27.1.b",)))
    text = plain_text(made("A19c", about("A19c", proposed_decisions=both)).content)
    assert "artikel 25 lid 6" in text
    assert "artikel 27 lid 5" in text


def test_an_answer_on_an_initiative_starts_no_month() -> None:
    whole = about("A19c", requests=(replace(REQUEST, legal=ProcedureKind.INITIATIVE, grounds=()),))
    text = plain_text(made("A19c", whole).content)
    assert "artikel 25 lid 6" not in text
    assert "naast zijn voorstel gelegd" in text


def test_the_tone_follows_the_goal() -> None:
    assert "dankt u" in plain_text(made("A19c").content)
    appeal = plain_text(made("A19c", goal=StrategicGoal.PREPARE_APPEAL).content)
    assert "dankt u" not in appeal
    assert "heeft kennisgenomen van uw besluit" in appeal
    assert "overlegt hierover graag met u" in plain_text(made("A19c", goal=StrategicGoal.NEGOTIATE).content)


# -- aftercare (A19d) --------------------------------------------------------------------------------------------------


def test_aftercare_tells_what_became_of_each_promise() -> None:
    late = replace(COMMITMENTS[0], due=date(2026, 6, 1), state=CommitmentState.OPEN)
    states = (replace(CONDITIONS[0], state=ConditionState.MET), *CONDITIONS[1:])
    found = made("A19d", about("A19d", commitments=(late,), conditions=states, decisions=(TAKEN,)), LATER)
    text = plain_text(found.content)
    assert "Te laat: T1. De OR houdt u aan deze afspraak." in text
    assert "nagekomen |" in text


def test_a_condition_that_was_not_taken_over_is_not_still_running() -> None:
    text = plain_text(made("A19d", about("A19d", decisions=(TAKEN,)), LATER).content)
    row = next(line for line in text.splitlines() if line.startswith("  | V1 |"))
    assert row.endswith("| niet overgenomen |")


def test_a_table_about_single_people_never_goes_into_a_letter() -> None:
    sheet = Sheet(id="sh1", number=1, title="Salarissen", columns=("Wie", "Wat"), rows=(("M01", "9"),), personal=True)
    found = made("A19d", about("A19d", sheets=(sheet,)), about_ids=("sh1",))
    assert "letter.sheet_personal" in {one.code for one in found.blocking}
    assert "M01" not in plain_text(found.content)
    assert "M01" in plain_text(made("A19d", about("A19d", sheets=(replace(sheet, personal=False),)), about_ids=("sh1",)).content)


def test_aftercare_of_nothing_is_asked() -> None:
    assert "letter.aftercare_of_nothing" in codes(made("A19d", about("A19d", commitments=(), conditions=())))
