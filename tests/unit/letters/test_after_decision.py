"""Letters on which a right hangs: what they must say, and what they must never say (A11, A12a to c)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from orapp.domain.council import CouncilKind
from orapp.domain.decisions import Comparison, Decision, Knowledge, Resolution, ResolutionKind, TakenOver
from orapp.domain.dossier import Dossier
from orapp.domain.items import LetterChoice
from orapp.domain.letters import StrategicGoal
from orapp.domain.requests import Outcome
from tests.unit.letters.example_items import OBJECTIONS
from tests.unit.letters.examples import COUNCIL, consent_decision, consent_dossier, decision
from tests.unit.letters.other_kinds import LATER, TAKEN, about, filled, made
from tests.unit.letters.reading import book, codes, operative_texts, plain_text

NINE = ("decision", "matter", "consent", "known", "invocation", "demand", "talks", "reserve", "delivery")
INVOKED = "doet hierbij een beroep op de nietigheid van dit besluit als bedoeld in artikel 27 lid 5 WOR."


def resolved(kind: ResolutionKind, **changes: Any) -> Resolution:
    """A resolution of the council that was carried."""
    base = Resolution(id=f"z-{kind.value}", kind=kind, on=date(2026, 6, 12), text="Besluit.", votes_for=7, votes_against=0)
    return replace(base, request_id="r1", quorum_met=True, **changes)


# -- nullity (A11) -----------------------------------------------------------------------------------------------------


def test_a_nullity_letter_has_its_nine_parts_in_order() -> None:
    found = made("A11")
    assert tuple(section.key for section in found.content.sections) == NINE
    assert [text for text in operative_texts(found.content) if INVOKED in text]
    assert found.content.addressee[0] == "Aan de ondernemer"
    assert not found.blocking


@pytest.mark.parametrize("field", ["why_consent", "consent_state"])
def test_a_nullity_letter_misses_none_of_what_it_needs(field: str) -> None:
    found = made("A11", fields=filled("A11", **{field: ""}))
    assert f"field/{field}" in {one.place for one in found.blocking}


def test_the_day_on_which_it_must_have_arrived_stands_in_the_letter() -> None:
    found = made("A11")
    assert "loopt in elk geval tot en met 11 juli 2026" in plain_text(found.content)
    assert "letter.nullity_must_arrive" in codes(found)


def test_a_letter_that_is_late_never_says_so_itself() -> None:
    found = made("A11", None, date(2026, 7, 20))
    text = plain_text(found.content)
    assert "letter.nullity_month_passed" in codes(found)
    assert INVOKED in text
    assert "in elk geval tot en met" not in text


def test_in_doubt_the_nullity_is_invoked_conditionally_and_both_rights_stay() -> None:
    doubt = consent_decision(Outcome.UNDECIDED, grounds=("25.1.e", "27.1.d"))
    found = made("A11", about("A11", proposed_decisions=(doubt,)))
    assert operative_texts(found.content)[0].startswith("Voor zover voor dit besluit instemming nodig is, doet de")
    assert "rechten op grond van artikel 25 en 26 WOR" in plain_text(found.content)
    assert "letter.nullity_in_doubt" in codes(found)


def test_without_a_ground_of_article_27_there_is_no_nullity() -> None:
    advice = consent_decision(Outcome.UNDECIDED, grounds=("25.1.e",))
    found = made("A11", about("A11", proposed_decisions=(advice,)))
    assert "letter.nullity_without_ground" in {one.code for one in found.blocking}


def test_found_out_without_a_decision_asks_what_and_since_when() -> None:
    found = made("A11", about("A11", decisions=()))
    assert {"field/decision_words", "field/known_words"} <= {one.place for one in found.blocking}
    assert "letter.nullity_month_unknown" in codes(found)
    known = filled("A11", decision_words="De sensoren hangen er.", known_words="Sinds 10 juni, door een foto.")
    assert not made("A11", about("A11", decisions=()), fields=known).blocking


@pytest.mark.parametrize("state", ["refused", "conditional", "expired"])
def test_the_day_of_the_refusal_is_asked(state: str) -> None:
    assert "letter.consent_day_missing" in codes(made("A11", fields=filled("A11", consent_state=state)))
    dated = filled("A11", consent_state=state, consent_day="2026-05-28")
    found = made("A11", fields=dated)
    assert "letter.consent_day_missing" not in codes(found)
    assert "op 28 mei 2026" in plain_text(found.content)


def test_a_nullity_letter_does_not_object() -> None:
    objecting = filled("A11", why_consent="Wij maken bezwaar tegen de regeling.")
    assert "letter.nullity_objects" in codes(made("A11", fields=objecting))


def test_a_mandate_is_no_resolution_to_invoke_nullity() -> None:
    mandate = resolved(ResolutionKind.INVOKE_NULLITY, mandate="reglement, artikel 9")
    found = made("A11", about("A11", resolutions=(mandate,)))
    assert "letter.resolution_not_by_mandate" in {one.code for one in found.blocking}
    assert not book().outlines["A11"].kind.by_mandate


def test_a_pvt_is_told_over_what_it_has_a_right_of_consent() -> None:
    council = replace(COUNCIL, kind=CouncilKind.PVT)
    assert "letter.pvt_consent_limited" in codes(made("A11", council=council))
    hours = consent_decision(Outcome.UNDECIDED, grounds=("27.1.b", "27.1.d"))
    assert "letter.pvt_consent_limited" not in codes(made("A11", about("A11", proposed_decisions=(hours,)), council=council))
    assert "letter.pvt_has_no_advice" in codes(made("A19a", council=council))


# -- suspension (A12a) -------------------------------------------------------------------------------------------------


def test_suspension_tells_point_by_point_and_until_when_for_sure() -> None:
    found = made("A12a", about("A12a", resolutions=(resolved(ResolutionKind.DEVIATES, decision_ids=("b1",)),)))
    text = plain_text(found.content)
    assert "| V1 | De bestuurder zorgt bij opening" in text
    assert "heeft op 12 juni 2026 vastgesteld dat het besluit afwijkt van het advies (B1)" in text
    assert "in elk geval tot en met 11 juli 2026" in text
    assert "in strijd met artikel 25 lid 6 WOR" in text
    assert not {"strafbaar", "delict"} & set(text.casefold().split())
    assert "letter.appeal_runs" in codes(found)


def test_that_it_deviates_is_the_councils_own_judgement() -> None:
    assert "letter.deviation_not_resolved" in codes(made("A12a"))
    open_point = replace(TAKEN, comparisons=(Comparison(item_id="v1", verdict=TakenOver.OPEN),))
    found = made("A12a", about("A12a", decisions=(open_point,)))
    assert "letter.comparison_not_judged" in {one.code for one in found.blocking}


def test_suspension_is_not_claimed_where_advice_was_given_up() -> None:
    found = made("A12a", about("A12a", proposed_decisions=(decision(Outcome.WAIVED),)))
    assert "letter.suspension_of_waived" in {one.code for one in found.blocking}


def test_suspension_belongs_to_the_right_of_advice() -> None:
    consent = decision(Outcome.UNDECIDED, grounds=("27.1.b",))
    for kind in ("A12a", "A12b", "A12c"):
        assert "letter.suspension_without_ground" in codes(made(kind, about(kind, proposed_decisions=(consent,))))
        assert "letter.suspension_without_ground" not in codes(made(kind))


def test_without_advice_there_is_nothing_the_decision_agrees_with() -> None:
    found = made("A12a", about("A12a", proposed_decisions=(decision(Outcome.NOT_YET),)))
    assert "Er is daarom geen advies waarmee het besluit overeenkomt." in plain_text(found.content)


def test_what_is_no_known_day_is_not_invented() -> None:
    unknown = Decision(id="k1", number=1, title="Besluit", request_id="r1", decision_ids=("b1",))
    found = made("A12a", about("A12a", decisions=(unknown,)))
    assert "letter.suspension_month_unknown" in codes(found)
    assert "in elk geval tot en met" not in plain_text(found.content)


# -- appeal and its costs (A12b) ---------------------------------------------------------------------------------------


def test_the_announcement_tells_resolution_lawyer_and_costs_beforehand() -> None:
    found = made("A12b")
    text = plain_text(found.content)
    assert "heeft op 12 juni 2026 besloten beroep in te stellen" in text
    assert "vooraf in kennis van de kosten van dit geding, geraamd op €\u00a012.500 zonder btw (artikel 22 lid 2 WOR)" in text
    assert "Beroep verlengt de opschorting van artikel 25 lid 6 WOR niet." in text
    assert "letter.appeal_runs" in codes(found)


@pytest.mark.parametrize(("estimate", "code"), [("0", "letter.estimate_zero"), ("-5", "letter.field_unreadable")])
def test_an_estimate_is_an_amount(estimate: str, code: str) -> None:
    assert code in codes(made("A12b", fields=filled("A12b", estimate=estimate)))


def test_after_both_months_a_lawyer_is_asked_today() -> None:
    found = codes(made("A12b", None, date(2026, 8, 20)))
    assert "letter.appeal_passed" in found
    assert "letter.appeal_runs" not in found
    assert "letter.suspension_passed" in codes(made("A12a", None, date(2026, 8, 20)))


def test_what_stayed_out_of_the_advice_is_told_before_an_appeal() -> None:
    left = replace(OBJECTIONS[0], letters=(LetterChoice(letter="A9", included=False, reason="te klein"),))
    assert "letter.appeal_not_in_advice" in codes(made("A12b", about("A12b", objections=(left,))))
    waived = about("A12b", proposed_decisions=(decision(Outcome.WAIVED),))
    assert "letter.appeal_of_waived" in codes(made("A12b", waived))


def test_a_letter_on_suspension_or_appeal_states_no_knowledge_of_before_it_was_informed() -> None:
    heard = Knowledge(on=TAKEN.notices[0].on - timedelta(days=6), how="gehoord in de wandelgang", written=False, reasoned=False)
    earlier = replace(TAKEN, notices=(heard, *TAKEN.notices))
    for kind in ("A12a", "A12b", "A12c"):
        said = plain_text(made(kind, about(kind, decisions=(earlier,))).content)
        assert "schriftelijk van dit besluit in kennis gesteld (besluitbrief)." in said
        assert "wandelgang" not in said
        unwritten = made(kind, about(kind, decisions=(replace(TAKEN, notices=(heard,)),)))
        said = plain_text(unwritten.content)
        assert "weet dit sinds" not in said
        assert "5 juni" not in said
        assert [one.fields["on"] for one in unwritten.findings if one.code == "letter.knowledge_unsaid"] == ["5 juni 2026"]
    assert "wandelgang" in plain_text(made("A19a", about("A19a", decisions=(earlier,)), LATER).content)


def test_a_suspension_is_dated_from_being_informed_in_writing_or_not_at_all() -> None:
    plain = made("A12a")
    assert "Gerekend vanaf 11 juni 2026 duurt de opschorting in elk geval tot en met 11 juli 2026." in plain_text(plain.content)
    assert "letter.suspension_undated" not in codes(plain)
    heard = Knowledge(on=TAKEN.notices[0].on - timedelta(days=6), how="gehoord", written=False)
    for notices in ((heard, *TAKEN.notices), (heard,)):
        found = made("A12a", about("A12a", decisions=(replace(TAKEN, notices=notices),)))
        said = plain_text(found.content)
        assert "tot een maand na de dag waarop de OR ervan in kennis is gesteld (artikel 25 lid 6 WOR)." in said
        assert "Gerekend vanaf" not in said
        assert [one.fields["until"] for one in found.findings if one.code == "letter.suspension_undated"] == ["5 juli 2026"]


# -- letting the suspension lapse (A12c) -------------------------------------------------------------------------------


def test_only_the_suspension_lapses_unless_the_council_resolved_otherwise() -> None:
    found = made("A12c")
    decided = operative_texts(found.content)
    assert "ziet af van de opschorting van artikel 25 lid 6 WOR" in decided[0]
    assert "De OR behoudt zijn recht van beroep" in decided[1]
    # By this resolution the letter spells out before adoption what it gives up.
    assert book().outlines["A12c"].kind.resolution is ResolutionKind.WAIVE_SUSPENSION


def test_without_the_choice_the_right_of_appeal_stays_and_the_letter_waits() -> None:
    found = made("A12c", fields=())
    assert "field/gives_up" in {one.place for one in found.blocking}
    assert "behoudt zijn recht van beroep" in plain_text(found.content)


def test_no_appeal_needs_a_resolution_of_its_own() -> None:
    chosen = filled("A12c", gives_up="appeal")
    found = made("A12c", fields=chosen)
    assert "letter.no_appeal_without_resolution" in {one.code for one in found.blocking}
    assert "geen beroep in te stellen" not in plain_text(found.content)
    both = (resolved(ResolutionKind.WAIVE_SUSPENSION), resolved(ResolutionKind.NO_APPEAL))
    agreed = made("A12c", about("A12c", resolutions=both), fields=chosen)
    assert "afzonderlijk besloten tegen dit besluit geen beroep in te stellen" in plain_text(agreed.content)
    assert "letter.gives_up_appeal" in codes(agreed)
    lost = replace(both[1], votes_for=2, votes_against=5)
    voted_down = made("A12c", about("A12c", resolutions=(both[0], lost)), fields=chosen)
    assert "letter.no_appeal_without_resolution" in {one.code for one in voted_down.blocking}


def test_of_several_decisions_only_those_of_the_resolution_are_waived() -> None:
    two = (decision(Outcome.POSITIVE), decision(Outcome.POSITIVE, id="b2", number=2, title="inrichting"))
    waived = resolved(ResolutionKind.WAIVE_SUSPENSION, decision_ids=("b2",))
    wider = replace(TAKEN, decision_ids=("b1", "b2"))
    found = made("A12c", about("A12c", proposed_decisions=two, decisions=(wider,), resolutions=(waived,)))
    assert "voor B2." in operative_texts(found.content)[0]


def test_waiving_while_an_appeal_is_prepared_is_asked() -> None:
    assert "letter.goal_waiver" in codes(made("A12c", goal=StrategicGoal.PREPARE_APPEAL))
    assert "letter.goal_waiver" not in codes(made("A12c", goal=StrategicGoal.ACQUIESCE))
    assert "letter.suspension_passed" in codes(made("A12c", None, date(2026, 8, 20)))


# -- nothing is given up by a broad word -------------------------------------------------------------------------------


def _two(**changes: Any) -> Dossier:
    """A decision of the director about two proposed decisions, of which one was found to deviate."""
    second = decision(Outcome.POSITIVE, id="b2", number=2, title="een bus naar de haven")
    taken = replace(TAKEN, decision_ids=("b1", "b2"))
    both = (decision(Outcome.POSITIVE_CONDITIONS), second)
    return about("A12a", proposed_decisions=both, decisions=(taken,), **changes)


def test_suspension_is_asked_of_what_deviates_and_admits_no_start() -> None:
    whole = _two(resolutions=(resolved(ResolutionKind.DEVIATES, decision_ids=("b1",)),))
    (text,) = operative_texts(made("A12a", whole).content)
    assert "de uitvoering van uw besluit over B1 op te schorten" in text
    assert "Gerekend vanaf 11 juni 2026 duurt de opschorting in elk geval tot en met" in text
    assert "is op 11 juni 2026 in kennis gesteld" not in text


def test_no_appeal_of_one_decision_leaves_the_appeal_of_the_other() -> None:
    waived = resolved(ResolutionKind.WAIVE_SUSPENSION, decision_ids=("b1",))
    whole = _two(resolutions=(resolved(ResolutionKind.NO_APPEAL, decision_ids=("b1",)), waived))
    said = plain_text(made("A12c", whole, fields=filled("A12c", gives_up="appeal")).content)
    assert "tegen dit besluit over B1 geen beroep in te stellen. Voor het overige behoudt de OR zijn recht van beroep." in said


def test_who_could_not_advise_yet_says_so_when_it_asks_suspension() -> None:
    whole = about("A12a", proposed_decisions=(decision(Outcome.NOT_YET),))
    assert "nog niet te kunnen adviseren. Dat was geen afzien van advies." in plain_text(made("A12a", whole).content)


def test_words_against_the_dossier_are_asked_about() -> None:
    whole = consent_dossier(consent_decision(Outcome.CONSENT), decisions=(TAKEN,))
    assert "letter.consent_was_asked" in codes(made("A11", whole))
    refused = made("A11", whole, fields=filled("A11", consent_state="refused", consent_day="2026-06-01"))
    assert "letter.consent_was_given" in codes(refused)
    assert "letter.was_asked" in codes(made("A19a"))
