"""The advice in each of its outcomes: what it says, what it means, and what it never says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from orapp.domain.assessment import Destination
from orapp.domain.decisions import Resolution, ResolutionKind
from orapp.domain.dossier import StrategyNote
from orapp.domain.items import LetterChoice
from orapp.domain.letters import SectionText, StrategicGoal
from orapp.domain.requests import Outcome, PoliticalNote
from orapp.letters.content import LetterStatus
from orapp.letters.order import ComposedLetter, LetterRefused
from tests.unit.letters.example_items import CONDITIONS, CONSIDERATIONS, EVENTS, OBJECTIONS, PAPERS, QUESTIONS
from tests.unit.letters.examples import ADVICE_DAY, LETTER, REQUEST, consent_decision, decision, dossier
from tests.unit.letters.reading import codes, operative_texts, plain_text, write

WAIVER = Resolution(id="z2", kind=ResolutionKind.WAIVE_ADVICE, on=ADVICE_DAY, text="Afzien", request_id="r1")


def advice(outcome: Outcome, changes: dict[str, Any] | None = None, **order: Any) -> ComposedLetter:
    """The advice on B1."""
    return write(dossier(decision(outcome), **(changes or {})), "A9", ADVICE_DAY, **{"letter": LETTER, **order})


def test_conditions_are_written_so_that_leaving_one_out_is_a_deviation() -> None:
    found = advice(Outcome.POSITIVE_CONDITIONS)
    (said,) = operative_texts(found.content)
    assert said == (
        "De OR adviseert u voorgenomen besluit B1 “verhuizing naar de Havenloods per 1 september 2026” te nemen als de "
        "voorwaarden V1 en V2 in uw besluit zijn opgenomen. Neemt u een van deze voorwaarden niet over, dan wijkt uw besluit "
        "in zoverre af van dit advies (artikel 25 lid 5 en 6 WOR)."
    )
    assert not found.blocking


def test_one_condition_is_singular() -> None:
    (said,) = operative_texts(advice(Outcome.POSITIVE_CONDITIONS, {"conditions": CONDITIONS[:1]}).content)
    assert "als voorwaarde V1 in uw besluit is opgenomen. Neemt u deze voorwaarde niet over" in said


def test_positive_pins_down_the_request() -> None:
    found = advice(Outcome.POSITIVE, {"conditions": ()})
    (said,) = operative_texts(found.content)
    assert "zoals beschreven in uw aanvraag van 10 maart 2026, aangevuld met uw antwoorden van 9 april 2026 (D3)" in said
    assert said.endswith("en met toezegging T1.")
    whole = plain_text(found.content)
    assert "geldt de opschorting van een maand niet (artikel 25 lid 6 WOR)" in whole
    assert "Voorwaarden" not in whole


def test_positive_with_open_conditions_is_a_contradiction() -> None:
    blocking = {finding.code for finding in advice(Outcome.POSITIVE).blocking}
    assert "letter.positive_despite_conditions" in blocking


def test_negative_announces_suspension_talks_and_appeal() -> None:
    found = advice(Outcome.NEGATIVE)
    assert operative_texts(found.content)[0].endswith("niet te nemen.")
    said = plain_text(found.content)
    assert "verwacht de OR dat u de uitvoering opschort tot een maand na de dag" in said
    assert "beschikbaar voor overleg" in said
    assert "staat beroep open bij de Ondernemingskamer (artikel 26 WOR)" in said
    assert "ten minste de voorwaarden V1 en V2 over te nemen. Ook dan wijkt uw besluit af" in said
    assert "O3: De huur is hoger dan die van de Werf." in said


def test_negative_unless_says_what_would_change_it() -> None:
    (said,) = operative_texts(advice(Outcome.NEGATIVE_UNLESS).content)
    assert "niet te nemen. Dit wordt anders als de voorwaarden V1 en V2 in uw besluit zijn opgenomen" in said
    missing = advice(Outcome.NEGATIVE_UNLESS, {"conditions": ()})
    assert "letter.outcome_without_conditions" in {finding.code for finding in missing.blocking}


def test_waiving_spells_out_its_effect_and_needs_a_resolution() -> None:
    found = advice(Outcome.WAIVED)
    assert "letter.waiver_without_resolution" in {finding.code for finding in found.blocking}
    assert "letter.waived_despite_objections" in codes(found)
    resolved = advice(Outcome.WAIVED, {"resolutions": (WAIVER,)})
    assert "letter.waiver_without_resolution" not in codes(resolved)
    said = plain_text(resolved.content)
    assert "kunt besluiten zonder advies van de OR." in said
    assert "geen beroep" not in said, "what the waiver does to the appeal is told to the council, not to the other side"
    assert "opschort" not in said
    assert "voor de uitvoering behoudt de OR alle rechten" in said


@pytest.mark.parametrize("outcome", [outcome for outcome in Outcome if outcome is not Outcome.WAIVED])
def test_no_other_letter_gives_up_the_appeal(outcome: Outcome) -> None:
    if outcome.value.startswith("consent"):
        return
    said = plain_text(advice(outcome).content)
    assert "geen beroep" not in said
    assert "ziet af" not in said


def test_not_yet_says_what_is_missing_and_keeps_the_objections() -> None:
    letter = replace(LETTER, texts=(*LETTER.texts, SectionText(section="not_yet", text="De OR adviseert vier weken na Q2.")))
    found = advice(Outcome.NOT_YET, letter=letter)
    said = plain_text(found.content)
    assert "nog niet adviseren" in operative_texts(found.content)[0]
    assert "een voldoende antwoord op vraag Q2; voldoende informatie over" in said
    assert "(artikel 25 lid 3 WOR)" in said
    assert "geen advies en ook geen afzien van advies" in said
    assert "ook die van artikel 26 WOR" in said
    assert "brengt de OR nu al de bezwaren O1 tot en met O3 naar voren" in said
    assert "De Havenloods heeft te weinig kleedruimte voor 38 medewerkers" in said
    assert "De OR adviseert vier weken na Q2." in said
    assert "Toezeggingen waarop dit advies steunt" not in said
    assert "letter.not_yet_when_missing" not in codes(found)
    assert "letter.not_yet_when_missing" in codes(advice(Outcome.NOT_YET))
    assert "letter.not_yet_without_objections" in codes(advice(Outcome.NOT_YET, {"objections": ()}))


def test_political_keeps_the_consequences_and_every_term() -> None:
    political = decision(
        Outcome.POLITICAL,
        grounds=(),
        political=PoliticalNote(director_view="Dit is politiek.", council_view="Alleen de oprichting zelf."),
    )
    staff = decision(Outcome.POSITIVE_CONDITIONS, id="b2", number=2, title="gevolgen voor het personeel")
    found = write(dossier(political, staff), "A9", ADVICE_DAY, letter=LETTER)
    said = plain_text(found.content)
    assert "De OR is het met u eens dat B1" in said
    assert "artikel 46d onder b WOR. De OR brengt daarover geen advies uit." in said
    assert "Daarover adviseert de OR wel: B2." in said
    assert "verandert geen termijn en doet geen afstand van rechten" in said
    assert "uw standpunt is: Dit is politiek. Het standpunt van de OR is: Alleen de oprichting zelf." in said
    alone = write(dossier(replace(political, political=None), consequences=()), "A9", ADVICE_DAY)
    assert {"letter.political_without_consequences", "letter.political_views_missing"} <= codes(alone)
    assert "Naar het oordeel van de OR geldt dat B1" in plain_text(alone.content)


def test_different_outcomes_stand_in_one_letter_in_order() -> None:
    whole = dossier(
        decision(Outcome.NEGATIVE),
        decision(Outcome.POSITIVE_CONDITIONS, id="b2", number=2, title="inrichting"),
        decision(Outcome.LATER, id="b3", number=3, title="uitvoering"),
    )
    said = operative_texts(write(whole, "A9", ADVICE_DAY, letter=LETTER).content)
    assert [sentence.count("niet te nemen") for sentence in said] == [1, 0, 0]
    assert "B3 “uitvoering” adviseert de OR in deze brief niet, maar later" in said[2]


def test_same_outcomes_are_told_together() -> None:
    whole = dossier(decision(Outcome.NEGATIVE), decision(Outcome.NEGATIVE, id="b2", number=2, title="inrichting"))
    (said,) = operative_texts(write(whole, "A9", ADVICE_DAY, letter=LETTER).content)
    assert "de voorgenomen besluiten B1 “verhuizing naar de Havenloods per 1 september 2026” en B2 “inrichting” niet" in said


def test_a_mixed_request_gives_two_letters() -> None:
    whole = dossier(decision(Outcome.NEGATIVE), consent_decision(Outcome.CONSENT_REFUSED, id="b2", number=2))
    found = write(whole, "A9", ADVICE_DAY, letter=LETTER)
    said = plain_text(found.content)
    assert "Voor een deel van uw verzoek is instemming nodig" in said
    assert (
        "| B2 | wijziging thuiswerkregeling | artikel 27 lid 1 onder b en k WOR | niet in deze brief: instemmingsrecht |" in said
    )
    assert "stemt niet in" not in said
    assert "stemt niet in" in plain_text(write(whole, "A10", ADVICE_DAY).content)
    chosen = write(whole, "A9", ADVICE_DAY, decision_ids=("b1", "b2"))
    assert "letter.decision_belongs_elsewhere" in {finding.code for finding in chosen.blocking}


def test_an_outcome_against_its_ground_blocks() -> None:
    found = write(dossier(decision(Outcome.POSITIVE, grounds=("27.1.b",))), "A9", ADVICE_DAY)
    assert {"letter.outcome_against_ground", "letter.grounds_missing"} <= {finding.code for finding in found.blocking}


def test_sections_without_content_are_left_out_with_a_finding() -> None:
    found = advice(Outcome.NEGATIVE, {"considerations": (), "alternatives": (), "consultations": (), "consequences": ()})
    keys = {section.key for section in found.content.sections}
    assert not keys & {"motives", "consequences", "measures", "alternatives", "staff", "execution"}
    assert all(section.blocks for section in found.content.sections)
    assert {"letter.section_left_out", "letter.alternatives_missing", "letter.consequences_not_judged"} <= codes(found)


def test_own_words_lead_or_replace() -> None:
    lead = SectionText(section="motives", text="Eerst dit.\n\nDan dat.")
    found = advice(Outcome.NEGATIVE, letter=replace(LETTER, texts=(lead,)))
    section = next(section for section in found.content.sections if section.key == "motives")
    assert [block.text for block in section.blocks if hasattr(block, "text")][:2] == ["Eerst dit.", "Dan dat."]
    assert len(section.blocks) == 3
    whole = replace(lead, replaces=True)
    section = next(
        section
        for section in advice(Outcome.NEGATIVE, letter=replace(LETTER, texts=(whole,))).content.sections
        if section.key == "motives"
    )
    assert len(section.blocks) == 2


def test_replacing_the_objections_blocks_each_of_them() -> None:
    text = SectionText(section="weighing", text="De OR ziet geen bezwaren.", replaces=True)
    found = advice(Outcome.NEGATIVE, letter=replace(LETTER, texts=(text,)))
    missing = [finding for finding in found.blocking if finding.code == "letter.objection_not_in_letter"]
    assert [finding.fields["code"] for finding in missing] == ["O1", "O2", "O3"]


def test_deliberately_left_out_is_told_and_without_reason_asked() -> None:
    out = LetterChoice(letter="A9", included=False, reason="is achterhaald")
    silent = replace(out, reason="")
    objections = (replace(OBJECTIONS[0], letters=(out,)), replace(OBJECTIONS[1], letters=(silent,)), OBJECTIONS[2])
    found = advice(Outcome.NEGATIVE, {"objections": objections})
    assert "kleedruimte" not in "".join(text for place, text in found.content.texts() if place.startswith("weighing"))
    assert {"letter.left_out", "letter.left_out_without_reason"} <= codes(found)
    assert not [finding for finding in found.blocking if finding.code.endswith("_not_in_letter")]


def test_what_came_after_the_letter_is_not_in_it() -> None:
    later = replace(EVENTS[0], id="e9", on=date(2026, 6, 1), text="Besluit ontvangen")
    paper = replace(PAPERS[0], id="d9", number=9, title="Besluit", dated_on=date(2026, 6, 1), received_on=date(2026, 6, 1))
    said = plain_text(advice(Outcome.NEGATIVE, {"events": (*EVENTS, later), "papers": (*PAPERS, paper)}).content)
    assert "Besluit ontvangen" not in said
    assert "D9" not in said


def test_conditions_that_cannot_be_measured_are_found() -> None:
    vague = replace(CONDITIONS[0], who="", norm="voldoende aandacht voor geluid", due=None, evidence="", otherwise="")
    found = advice(Outcome.POSITIVE_CONDITIONS, {"conditions": (vague,)})
    finding = next(finding for finding in found.findings if finding.code == "letter.condition_not_measurable")
    assert finding.fields["missing"] == "wie, uiterlijke datum, hoe het wordt aangetoond en wat volgt als het niet gebeurt"
    assert finding.place == "conditions/V1"
    assert "letter.condition_vague" in codes(found)
    eight = tuple(replace(CONDITIONS[0], id=f"v{number}", number=number) for number in range(1, 9))
    assert "letter.many_conditions" in codes(advice(Outcome.POSITIVE_CONDITIONS, {"conditions": eight}))


def test_an_objection_needs_a_destination() -> None:
    found = advice(Outcome.NEGATIVE, {"objections": (replace(OBJECTIONS[0], destination=Destination.OPEN),)})
    assert "letter.objection_without_destination" in {finding.code for finding in found.blocking}


def test_the_checks_before_sending() -> None:
    bare = advice(Outcome.NEGATIVE, {"events": (), "resolutions": (), "agreed_dates": ()}, letter=None)
    assert {
        "letter.meeting_missing",
        "letter.resolution_missing",
        "letter.reply_date_missing",
        "letter.influence_missing",
    } <= codes(bare)
    assert "letter.meeting_missing" in {finding.code for finding in bare.blocking}
    assert "letter.resolution_missing" not in {finding.code for finding in bare.blocking}
    adopted = advice(Outcome.NEGATIVE, {"resolutions": ()}, status=LetterStatus.ADOPTED)
    assert "letter.resolution_missing" in {finding.code for finding in adopted.blocking}
    late = advice(Outcome.NEGATIVE, letter=replace(LETTER, reply_due=date(2026, 5, 1)))
    assert {"letter.reply_date_past", "letter.reply_date_not_planned"} <= codes(late)


def test_a_resolution_must_have_been_carried_with_a_quorum() -> None:
    weak = Resolution(
        id="z1", kind=ResolutionKind.ADOPT_LETTER, on=ADVICE_DAY, text="x", votes_for=3, votes_against=3, quorum_met=False
    )
    found = advice(Outcome.NEGATIVE, {"resolutions": (weak,)})
    assert {"letter.quorum_not_met", "letter.resolution_not_carried"} <= {finding.code for finding in found.blocking}


def test_mits_and_foreign_verbs_are_found() -> None:
    found = write(dossier(decision(Outcome.NEGATIVE, outcome_text="Positief, mits V1 er komt.")), "A9", ADVICE_DAY)
    assert "letter.mits" in {finding.code for finding in found.blocking}
    consenting = write(dossier(decision(Outcome.NEGATIVE, outcome_text="De OR stemt met het plan in.")), "A9", ADVICE_DAY)
    assert "letter.wrong_verb_advice" in codes(consenting)
    subject = advice(Outcome.NEGATIVE, letter=replace(LETTER, subject="Positief advies"))
    assert "letter.subject_mismatch" in {finding.code for finding in subject.blocking}


def test_strategy_never_stands_in_a_letter() -> None:
    note = StrategyNote(goal="Uitkomen op 40 kleedplaatsen en verder niets", tactics="kort")
    whole = dossier(decision(Outcome.NEGATIVE), strategy=note)
    clean = write(whole, "A9", ADVICE_DAY, letter=LETTER)
    assert note.goal not in plain_text(clean.content)
    pasted = SectionText(section="followup", text=f"Let op: {note.goal.lower()}.")
    leaking = write(whole, "A9", ADVICE_DAY, letter=replace(LETTER, texts=(pasted,)))
    assert "letter.strategy_in_text" in {finding.code for finding in leaking.blocking}


def test_a_letter_that_prepares_an_appeal_is_checked_for_argument() -> None:
    letter = replace(LETTER, goal=StrategicGoal.PREPARE_APPEAL)
    found = advice(Outcome.NEGATIVE, letter=letter)
    assert {"letter.goal_evidence", "letter.goal_argument"} <= codes(found)
    assert "appeal" not in plain_text(found.content)


def test_a_goal_shows_in_what_is_asked_never_by_name() -> None:
    talk = advice(Outcome.NEGATIVE, letter=replace(LETTER, goal=StrategicGoal.NEGOTIATE))
    assert "bereid om over deze brief te overleggen voordat u besluit" in plain_text(talk.content)
    explain = advice(Outcome.NEGATIVE, letter=replace(LETTER, goal=StrategicGoal.EXPLAIN_TO_STAFF))
    assert "letter.goal_communication" in codes(explain)
    assert "bereid om over deze brief" not in plain_text(explain.content)


def test_the_title_of_the_file_says_what_the_letter_says() -> None:
    assert advice(Outcome.WAIVED).content.title.startswith("Geen advies: de OR ziet af van advies")
    bare = advice(Outcome.NEGATIVE, letter=replace(LETTER, subject="Verhuizing"))
    assert "letter.subject_without_basis" in codes(bare)


def test_a_plan_that_is_tagged_must_be_known() -> None:
    found = advice(Outcome.NEGATIVE, {"tags": ("sociaal plan",)})
    assert "letter.plan_not_known" in codes(found)
    plan = replace(PAPERS[0], id="d8", number=8, title="Sociaal plan 2026")
    assert "letter.plan_not_known" not in codes(advice(Outcome.NEGATIVE, {"tags": ("sociaal plan",), "papers": (*PAPERS, plan)}))


def test_questions_are_told_as_they_stand() -> None:
    said = plain_text(advice(Outcome.NEGATIVE).content)
    assert "Vraag Q1 is voldoende beantwoord op 9 april 2026 (D3)." in said
    assert "Op vraag Q2 heeft de OR geen of geen voldoende antwoord" in said
    judged = replace(QUESTIONS[1], answered_on=date(2026, 4, 9), answer="Twintig minuten.")
    assert "letter.question_not_judged" in codes(advice(Outcome.NEGATIVE, {"questions": (judged,)}))


def test_an_undecided_outcome_blocks() -> None:
    found = advice(Outcome.UNDECIDED)
    assert {"letter.outcome_undecided", "letter.section_left_out"} <= {finding.code for finding in found.blocking}


def test_the_demarcation_of_the_law_is_shown() -> None:
    kept = replace(CONSIDERATIONS[0], text="De OR heeft wezenlijke invloed kunnen hebben.")
    found = advice(Outcome.NEGATIVE, {"considerations": (kept,)}, letter=None)
    assert "letter.influence_missing" not in codes(found)


def test_withdrawn_and_passed_dates_are_asked_about() -> None:
    gone = advice(Outcome.NEGATIVE, {"requests": (replace(REQUEST, withdrawn_on=date(2026, 5, 1)),)})
    assert "letter.request_withdrawn" in codes(gone)
    late = write(dossier(decision(Outcome.NEGATIVE)), "A9", date(2026, 6, 1))
    assert "letter.agreed_date_passed" in codes(late)


def test_nothing_to_advise_on_is_refused() -> None:
    with pytest.raises(LetterRefused) as empty:
        write(dossier(), "A9", ADVICE_DAY)
    assert empty.value.code == "letter.nothing_to_answer"
    with pytest.raises(LetterRefused) as other:
        write(dossier(decision(Outcome.NEGATIVE)), "A9", ADVICE_DAY, letter=replace(LETTER, kind="A1"))
    assert other.value.code == "letter.other_kind"
