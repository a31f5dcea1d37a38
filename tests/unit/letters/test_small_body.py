"""Letters of a personeelsvertegenwoordiging: they claim no article that does not hold for it, and name it as it is called."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from orapp.domain.council import CouncilKind
from orapp.domain.requests import Outcome
from orapp.law.facts import ProcedureKind
from orapp.letters.compose import compose
from orapp.letters.order import ComposedLetter, LetterOrder
from orapp.letters.small_body import barred
from orapp.services.letter_drafts import offers
from tests.unit.letters.examples import ADVICE_DAY, COUNCIL, LETTER, REQUEST, consent_decision, consent_dossier, decision, dossier
from tests.unit.letters.other_kinds import FILLED, about, filled, made
from tests.unit.letters.reading import book, codes, finding_texts, law, plain_text

PVT = replace(COUNCIL, kind=CouncilKind.PVT, name="PVT Duinwijk")
FOREIGN = r"artikel (?:14|15|16|20|23a?|24|26|30)\b|artikel 25\b|artikel 27 lid 2\b|artikel 18 lid 3|artikel 22 lid [2-4]|46d"
"""Articles that are not among those of art. 35c (wor.md 3.6)."""
OWN_OUTCOMES = (
    Outcome.POSITIVE,
    Outcome.POSITIVE_CONDITIONS,
    Outcome.NEGATIVE,
    Outcome.NEGATIVE_UNLESS,
    Outcome.NOT_YET,
    Outcome.LATER,
    Outcome.WAIVED,
)


def answer(kind: str, outcome: Outcome, *grounds: str, **changes: Any) -> ComposedLetter:
    """An advice, a decision on consent or an acknowledgement of a PVT."""
    if kind == "A10":
        whole = consent_dossier(consent_decision(outcome), **changes)
    else:
        request = replace(REQUEST, grounds=grounds, article_named="")
        whole = dossier(decision(outcome, grounds=grounds), **{"requests": (request,), **changes})
    order = LetterOrder(kind=kind, request_id="r1", dated=ADVICE_DAY, letter=replace(LETTER, kind=kind))
    return compose(book(), law(), PVT, whole, order)


def claimed(letter: ComposedLetter) -> str:
    """What the program itself says in a letter: not the lists of what happened and which papers there are."""
    typed = {"events", "papers", "parts", "annexes"}
    return "\n".join(
        text
        for key, text in letter.content.texts()
        if not typed & set(re.split(r"[./]", key)) and "Overlegvergadering" not in text
    )


@pytest.mark.parametrize("outcome", OWN_OUTCOMES)
def test_an_advice_of_a_pvt_rests_on_its_own_articles(outcome: Outcome) -> None:
    found = answer("A9", outcome)
    said = claimed(found)
    assert not re.search(FOREIGN, said), re.findall(rf".*(?:{FOREIGN}).*", said)
    assert "artikel 35b lid 5 en 35c WOR" in said
    assert not re.search(r"opschort|Ondernemingskamer|in beroep|geen beroep", said)
    assert "letter.pvt_has_no_advice" in codes(found)
    assert "letter.influence_missing" not in codes(found)


def test_a_right_by_agreement_brings_the_appeal_and_not_the_suspension() -> None:
    found = answer("A9", Outcome.NOT_YET, "32")
    said = plain_text(found.content)
    assert "artikel 32 WOR" in said
    assert "ook die van artikel 26 WOR" in said
    assert "opschort" not in said
    assert "letter.pvt_has_no_advice" not in codes(found)


@pytest.mark.parametrize(
    "outcome", [Outcome.CONSENT, Outcome.CONSENT_CONDITIONAL, Outcome.CONSENT_REFUSED, Outcome.CONSENT_TEMPORARY, Outcome.NOT_YET]
)
def test_a_decision_on_consent_of_a_pvt_names_no_foreign_article(outcome: Outcome) -> None:
    found = answer("A10", outcome, events=())
    said = claimed(found)
    assert not re.search(FOREIGN, said), re.findall(rf".*(?:{FOREIGN}).*", said)
    assert "artikel 27 en 35c WOR" in said
    assert "letter.meeting_missing" not in codes(found)
    if outcome is Outcome.CONSENT_REFUSED:
        assert "artikel 27 lid 4 WOR" in said
        assert "artikel 27 lid 5 WOR" in said


def test_an_acknowledgement_of_a_pvt_names_no_foreign_article() -> None:
    said = claimed(answer("A1", Outcome.UNDECIDED))
    assert not re.search(FOREIGN, said), re.findall(rf".*(?:{FOREIGN}).*", said)


@pytest.mark.parametrize("kind", sorted(kind for kind in FILLED if barred(kind, CouncilKind.PVT, ()) is None))
def test_no_other_letter_of_a_pvt_claims_what_it_has_not(kind: str) -> None:
    fields = {"A13": {"attends_on": "2026-06-01", "independence": "een eigen bureau"}, "A19a": {"right": "consent"}}
    changes: dict[str, Any] = {}
    if kind in fields:
        changes["fields"] = filled(kind, **fields[kind])
    whole = about(kind)
    if kind not in {"A11", "A14"}:
        bare = tuple(replace(one, grounds=("25.1.f",)) for one in whole.proposed_decisions)
        whole = replace(whole, proposed_decisions=bare)
    found = made(kind, whole, None, council=PVT, **changes)
    said = claimed(found)
    own = {"artikel 25"} if kind == "A6" else set()  # an item of the agenda, as it was typed
    wrong = [one for one in re.findall(rf"(?:{FOREIGN})", said) if one not in own]
    assert not wrong, [line for line in said.splitlines() if re.search(FOREIGN, line)]


def test_an_expert_of_a_pvt_needs_permission_for_its_costs() -> None:
    said = plain_text(made("A13", council=PVT).content)
    assert "De PVT vraagt u vooraf toestemming voor deze kosten (artikel 35c lid 5 WOR): ten hoogste" in said
    assert "wil zich bij" in said


def test_letters_of_a_right_that_is_not_there_are_not_offered() -> None:
    whole = dossier(decision(Outcome.UNDECIDED), requests=(replace(REQUEST, grounds=()),), letters=())
    every = {one.kind.key for one in offers(book(), whole, council=COUNCIL)}
    small = {one.kind.key for one in offers(book(), whole, council=PVT)}
    assert every - small == {"A12a", "A12b", "A12c", "A15", "A19f"}
    agreed = {one.kind.key for one in offers(book(), replace(whole, grounds=("32",)), council=PVT)}
    assert every - agreed == {"A12a", "A12c"}
    there = replace(whole, letters=(replace(LETTER, id="l9", kind="A12a", request_id="r1"),))
    assert "A12a" in {one.kind.key for one in offers(book(), there, council=PVT)}
    appointed = replace(whole, requests=(replace(REQUEST, legal=ProcedureKind.APPOINTMENT, grounds=("30",)),))
    assert "A14" not in {one.kind.key for one in offers(book(), appointed, council=PVT)}


@pytest.mark.parametrize("body", CouncilKind)
def test_findings_name_the_body_as_it_is_called(body: CouncilKind) -> None:
    found = [made(kind, council=replace(COUNCIL, kind=body)) for kind in FILLED]
    found += [made(kind, council=replace(COUNCIL, kind=body), fields=()) for kind in FILLED]
    for one in (finding for letter in found for finding in letter.findings):
        said = finding_texts()[one.code].format(**one.fields)
        if body is not CouncilKind.OR:
            assert not re.search(r"\bOR\b", said), said
        if body is CouncilKind.PVT:
            assert not re.search(r"\bPVT [a-z ]*\b(?:zijn|hij)\b", said), said


def test_no_sentence_of_a_finding_names_one_body() -> None:
    for code, text in finding_texts().items():
        assert not re.search(r"\bOR\b", text), code
