"""The goal of a letter: it sets the tone and obliges blocks, gives up no right, and never stands in what goes out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from orapp.domain.assessment import Destination, Objection
from orapp.domain.dossier import Dossier
from orapp.domain.letters import Letter, SectionText, StrategicGoal
from orapp.domain.requests import Outcome
from orapp.exchange.dossier_json import export_dossier
from orapp.letters.compose import compose
from orapp.letters.content import Finding, FindingWeight
from orapp.letters.content_json import to_json
from orapp.letters.goals import tells_strategy
from orapp.letters.order import ComposedLetter, LetterOrder
from orapp.letters.outlines import BlockKind, load
from orapp.letters.sentences import LetterDataError
from tests.unit.letters.example_items import CONDITIONS, OBJECTIONS
from tests.unit.letters.examples import ADVICE_DAY, COUNCIL, LETTER, consent_decision, consent_dossier, decision, dossier
from tests.unit.letters.other_kinds import FILLED, about, filled, made, other_letter
from tests.unit.letters.reading import book, codes, files, law, plain_text

GOALS = tuple(StrategicGoal)
WAIVING = r"\bberust|\bziet (?:\w+ )?af van\b|\bdoet afstand\b|\blegt zich (?:erbij )?neer\b|\bgeen beroep in te stellen\b"
NAMING = r"strategi|\bdoel van deze brief\b|achterban(?! )|neerleggen|onderhandel|beroep voorbereid"


def with_goal(kind: str, goal: StrategicGoal | None, **changes: Any) -> ComposedLetter:
    """A letter of any kind with this goal, of the example dossiers."""
    if kind == "A9":
        return _answer(dossier(decision(changes.pop("outcome", Outcome.NEGATIVE))), kind, goal, **changes)
    if kind == "A10":
        return _answer(consent_dossier(consent_decision(changes.pop("outcome", Outcome.CONSENT_REFUSED))), kind, goal, **changes)
    if kind == "A1":
        return _answer(dossier(decision(Outcome.UNDECIDED)), kind, goal, **changes)
    return made(kind, goal=goal, **changes)


def _answer(whole: Dossier, kind: str, goal: StrategicGoal | None, **changes: Any) -> ComposedLetter:
    letter = replace(LETTER, kind=kind, goal=goal, **changes)
    order = LetterOrder(kind=kind, request_id="r1", dated=ADVICE_DAY, letter=letter)
    return compose(book(), law(), COUNCIL, whole, order)


@pytest.mark.parametrize("kind", book().outlines)
def test_only_the_goals_that_a_kind_offers_change_it(kind: str) -> None:
    plain = with_goal(kind, None)
    for goal in GOALS:
        found = with_goal(kind, goal)
        same = (found.content, found.findings) == (plain.content, plain.findings)
        outcomes = {
            # What this goal changes shows in another answer of the same kind.
            ("A9", StrategicGoal.RECORD_AGREEMENT): Outcome.POSITIVE_CONDITIONS,
        }
        if same and (other := outcomes.get((kind, goal))) is not None:
            same = with_goal(kind, goal, outcome=other).content == with_goal(kind, None, outcome=other).content
        assert same is (goal not in book().outlines[kind].kind.goals), goal


@pytest.mark.parametrize("kind", [kind for kind, outline in book().outlines.items() if outline.kind.goals])
@pytest.mark.parametrize("goal", GOALS)
def test_a_goal_is_not_named_and_gives_up_nothing(kind: str, goal: StrategicGoal) -> None:
    changes: dict[str, Any] = {"fields": filled(kind)} if kind in FILLED else {}
    plain, found = with_goal(kind, None, **changes), with_goal(kind, goal, **changes)
    new = "\n".join(text for _, text in found.content.texts() if text not in {old for _, old in plain.content.texts()})
    assert not re.search(WAIVING, new), new
    assert not re.search(NAMING, new, re.IGNORECASE), new
    assert goal.value not in to_json(found.content)
    for finding in found.findings:
        if finding not in plain.findings:
            assert tells_strategy(finding), finding.code


def test_what_a_goal_finds_is_known_as_private() -> None:
    assert tells_strategy(Finding(code="letter.goal_waiver", weight=FindingWeight.NOTE))
    assert not tells_strategy(Finding(code="letter.mits", weight=FindingWeight.NOTE))


# -- what each goal says and obliges -----------------------------------------------------------------------------------


def test_an_advice_that_is_accepted_keeps_what_it_says_and_its_rights() -> None:
    found = with_goal("A9", StrategicGoal.ACQUIESCE)
    said = plain_text(found.content)
    assert "beschikbaar voor overleg over de gevolgen" in said
    assert "Daarmee ziet de OR van geen recht af, en het verandert niets aan wat in deze brief staat." in said
    assert "uitvoering zodra die mag beginnen" not in said, (
        "who says beforehand that he will work along has nothing to talk about"
    )
    assert "Met deze brief doet de OR geen afstand van rechten." in said
    assert "beroep open bij de Ondernemingskamer" in said
    assert "letter.goal_no_waiver" in codes(found)


def test_talks_leave_the_letter_standing() -> None:
    said = plain_text(with_goal("A9", StrategicGoal.NEGOTIATE).content)
    assert "Zolang de OR u niet schriftelijk iets anders laat weten, blijft deze brief gelden." in said
    refused = plain_text(with_goal("A10", StrategicGoal.NEGOTIATE).content)
    assert "Zolang de OR daarover niet schriftelijk heeft besloten, blijft dit besluit gelden." in refused
    given = plain_text(with_goal("A10", StrategicGoal.NEGOTIATE, outcome=Outcome.CONSENT).content)
    assert "aangepaste versie" not in given
    nothing = _answer(dossier(decision(Outcome.NEGATIVE), conditions=(), alternatives=()), "A9", StrategicGoal.NEGOTIATE)
    assert "letter.goal_nothing_to_talk_about" in codes(nothing)


def test_an_appeal_obliges_the_complete_argument() -> None:
    bare = dossier(decision(Outcome.NEGATIVE), considerations=(), objections=(), alternatives=())
    found = _answer(bare, "A9", StrategicGoal.PREPARE_APPEAL)
    themes = {one.fields["theme"] for one in found.findings if one.code == "letter.goal_argument"}
    assert themes == {"procedure", "beweegredenen", "gevolgen", "maatregelen"}
    assert {"letter.goal_no_objections", "letter.goal_alternative"} <= codes(found)
    two = (
        Objection(id="o1", number=1, text="De reistijd groeit.", request_id="r1"),
        Objection(id="o2", number=2, text="Er is geen RI&E.", request_id="r1", evidence="D1, blz. 4"),
    )
    argued = _answer(dossier(decision(Outcome.NEGATIVE), objections=two), "A9", StrategicGoal.PREPARE_APPEAL)
    assert [one.fields["code"] for one in argued.findings if one.code == "letter.goal_evidence"] == ["O1"]
    not_yet = _answer(dossier(decision(Outcome.NOT_YET), objections=()), "A9", StrategicGoal.PREPARE_APPEAL)
    assert "letter.goal_no_objections" in codes(not_yet)
    favourable = with_goal("A9", StrategicGoal.PREPARE_APPEAL, outcome=Outcome.POSITIVE)
    assert "letter.goal_nothing_to_appeal" in codes(favourable)


def test_objections_carry_an_answer_alone_and_together_and_cured_ones_do_not() -> None:
    said = plain_text(with_goal("A9", StrategicGoal.PREPARE_APPEAL).content)
    assert re.search(r"De bezwaren O\d.* dragen dit advies, elk op zichzelf en in samenhang\.", said)
    assert "(artikel 31 lid 1 WOR)" in said
    refused = plain_text(with_goal("A10", StrategicGoal.PREPARE_APPEAL).content)
    assert re.search(r"[Bb]ezwa.* (?:draagt|dragen) dit besluit", refused)
    given = plain_text(with_goal("A10", StrategicGoal.PREPARE_APPEAL, outcome=Outcome.CONSENT).content)
    assert "dragen dit" not in given


def test_what_was_agreed_is_in_the_letter_or_is_asked_for() -> None:
    goal = StrategicGoal.RECORD_AGREEMENT
    said = plain_text(with_goal("A9", goal, outcome=Outcome.POSITIVE_CONDITIONS).content)
    assert "Wat u daarin hebt toegezegd, legt deze brief vast." in said
    against = with_goal("A9", goal)
    assert "toegezegd, legt deze brief vast" not in plain_text(against.content)
    empty = _answer(dossier(decision(Outcome.POSITIVE), commitments=()), "A9", goal)
    assert "letter.goal_nothing_agreed" in codes(empty)
    waived = made("A12c", about("A12c", commitments=()), goal=goal)
    assert "letter.goal_nothing_agreed" in codes(waived)
    paid = made("A12c", about("A12c", commitments=()), goal=goal, fields=filled("A12c", against="Een extra evaluatie."))
    assert "letter.goal_nothing_agreed" not in codes(paid)


@pytest.mark.parametrize("kind", ["A9", "A10", "A15", "A19c"])
def test_who_explains_to_the_staff_agrees_when_and_keeps_secrets(kind: str) -> None:
    found = with_goal(kind, StrategicGoal.EXPLAIN_TO_STAFF)
    assert "Gegevens waarop geheimhouding rust, noemt de OR daarbij niet." in plain_text(found.content)
    assert "letter.goal_communication" in codes(found)
    own = (SectionText(section="communication", text="Wij melden het samen op 3 juni."),)
    told = with_goal(kind, StrategicGoal.EXPLAIN_TO_STAFF, texts=own)
    assert "letter.goal_communication" not in codes(told)
    # What was written there stays in the letter whatever the goal becomes.
    assert "samen op 3 juni" in plain_text(with_goal(kind, None, texts=own).content)


def test_promises_are_thanked_for_and_are_no_answer() -> None:
    usual = plain_text(made("A5").content)
    assert "De OR dankt u daarvoor." in usual
    assert "loopt daarop niet vooruit" in usual
    appeal = plain_text(made("A5", goal=StrategicGoal.PREPARE_APPEAL).content)
    assert "dankt" not in appeal
    assert "geen afstand van rechten" in appeal


def test_consent_that_is_withheld_is_accepted_by_no_word() -> None:
    found = with_goal("A10", StrategicGoal.ACQUIESCE)
    assert "letter.goal_consent_withheld" in codes(found)
    assert plain_text(found.content) == plain_text(with_goal("A10", None).content)
    given = plain_text(with_goal("A10", StrategicGoal.ACQUIESCE, outcome=Outcome.CONSENT).content)
    assert "De reikwijdte van de instemming verandert daardoor niet." in given


def test_a_reaction_to_a_decision_without_consent_is_no_consent() -> None:
    whole = consent_dossier(consent_decision(Outcome.CONSENT_REFUSED))
    for goal in (None, *GOALS):
        letter = other_letter("A19c", goal=goal)
        order = LetterOrder(kind="A19c", request_id="r1", dated=ADVICE_DAY, letter=letter)
        said = plain_text(compose(book(), law(), COUNCIL, whole, order).content)
        assert "Deze brief is geen instemming." in said
        assert "zorgvuldige uitvoering" not in said


def test_costs_come_before_a_lawyer() -> None:
    assert "letter.goal_costs_first" in codes(made("A12a", goal=StrategicGoal.PREPARE_APPEAL))
    sent = Letter(id="x9", kind="A12b", request_id="r1", sent_on=ADVICE_DAY)
    assert "letter.goal_costs_first" not in codes(made("A12a", about("A12a", letters=(sent,)), goal=StrategicGoal.PREPARE_APPEAL))


# -- what leaves -------------------------------------------------------------------------------------------------------


def test_a_dossier_that_leaves_without_strategy_takes_no_goal_along() -> None:
    for goal in GOALS:
        whole = dossier(decision(Outcome.POSITIVE), letters=(replace(LETTER, goal=goal),))
        assert goal.value not in export_dossier(whole, "Raad").decode()


def test_an_outline_that_uses_a_goal_it_does_not_offer_is_refused_with_its_place() -> None:
    changed = dict(files())
    letter = changed["initiative"]["letter"]
    assert isinstance(letter, dict)
    changed["initiative"] = {**changed["initiative"], "letter": {**letter, "goals": []}}
    with pytest.raises(LetterDataError, match="a8_open noemt een doel"):
        load(changed)


def test_own_words_never_depend_on_a_goal() -> None:
    for outline in book().outlines.values():
        for block in (block for section in outline.sections for block in section.blocks):
            assert not block.goals or block.kind in {BlockKind.LEAD, BlockKind.SENTENCE, BlockKind.SOURCE}


# -- what a goal leaves alone ------------------------------------------------------------------------------------------


def test_a_sentence_of_a_goal_takes_no_introduction_of_what_is_not_there() -> None:
    for goal in GOALS:
        said = plain_text(made("A12c", goal=goal, fields=filled("A12c", scope="")).content)
        assert "Dit geldt alleen voor:" not in said


def test_consent_in_which_nothing_is_brought_against_the_regulation_does_not_speak_of_it() -> None:
    despite = "tegen de regeling inbrengt"
    assert despite in plain_text(with_goal("A10", StrategicGoal.ACQUIESCE, outcome=Outcome.CONSENT).content)
    taken = consent_decision(Outcome.CONSENT)
    assert taken.regulation is not None
    agreed = replace(taken, regulation=replace(taken.regulation, parts=taken.regulation.parts[:1]))
    whole = consent_dossier(agreed, objections=())
    assert despite not in plain_text(_answer(whole, "A10", StrategicGoal.ACQUIESCE).content)


def test_a_reaction_on_an_initiative_speaks_of_no_suspension_and_no_appeal() -> None:
    whole = about("A8")
    told = {"letter.goal_no_waiver", "letter.goal_costs_first"}
    for goal in GOALS:
        order = LetterOrder(kind="A19c", request_id="r1", dated=ADVICE_DAY, letter=other_letter("A19c", goal=goal))
        assert not told & codes(compose(book(), law(), COUNCIL, whole, order))
        assert goal in {StrategicGoal.ACQUIESCE, StrategicGoal.PREPARE_APPEAL} or not told & codes(made("A19c", goal=goal))


def test_who_records_commitments_agrees_with_no_decision() -> None:
    said = plain_text(made("A5", goal=StrategicGoal.RECORD_AGREEMENT).content)
    assert "legt vast wat u heeft toegezegd" in said
    assert "eens" not in said


def test_what_a_promise_met_or_the_execution_must_mind_does_not_bear_the_advice() -> None:
    def said(destination: Destination, *ids: str) -> str:
        one = replace(OBJECTIONS[0], destination=destination, destination_ids=ids)
        return plain_text(
            _answer(dossier(decision(Outcome.NEGATIVE), objections=(one,)), "A9", StrategicGoal.PREPARE_APPEAL).content
        )

    for destination in (Destination.COMMITMENT, Destination.ATTENTION, Destination.CURED):
        assert "draagt dit advies" not in said(destination)
    assert "Bezwaar O1 draagt dit advies." in said(Destination.REMAINS)
    assert "Bezwaar O1 draagt dit advies." in said(Destination.COMMITMENT, CONDITIONS[0].id)


def test_who_cannot_advise_yet_does_not_say_to_work_along() -> None:
    words = "beschikbaar voor overleg over de gevolgen"
    assert words in plain_text(with_goal("A9", StrategicGoal.ACQUIESCE, outcome=Outcome.NEGATIVE).content)
    assert words not in plain_text(with_goal("A9", StrategicGoal.ACQUIESCE, outcome=Outcome.NOT_YET).content)
