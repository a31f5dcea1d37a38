"""Every kind of letter beside receipt, advice and consent: whole, plain, in the name of any council, and never by accident."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from orapp.domain.assessment import StaffConsultation
from orapp.domain.council import CouncilKind
from orapp.domain.items import Secrecy
from orapp.domain.letters import SectionText, StrategicGoal
from orapp.domain.papers import AgreedDate
from orapp.domain.requests import Outcome
from orapp.law.facts import Party
from orapp.letters.content import FindingWeight, LetterContent, Paragraph
from orapp.letters.order import ComposedLetter
from tests.unit.letters.examples import COUNCIL, decision
from tests.unit.letters.other_kinds import ASKING_DAY, FILLED, KNOWN_ON, LATER, TAKEN, about, filled, made
from tests.unit.letters.reading import book, codes, finding_texts, operative_texts, plain_text

KINDS = tuple(FILLED)
# A message to colleagues speaks of the council as they do.
INTRODUCING = tuple(kind for kind in KINDS if kind != "A17")
BODIES = {
    CouncilKind.PVT: "personeelsvertegenwoordiging",
    CouncilKind.BOR: "bijzondere ondernemingsraad",
    CouncilKind.GOR: "groepsondernemingsraad",
}


def told(content: LetterContent) -> list[str]:
    """The sentences of a letter, one for each paragraph."""
    return [text for _, text in content.texts()]


def weights(letter: ComposedLetter, code: str) -> list[FindingWeight]:
    """How heavy this finding is, each time it was made."""
    return [one.weight for one in letter.findings if one.code == code]


def test_every_kind_is_tried() -> None:
    assert set(KINDS) == set(book().outlines) - {"A1", "A9", "A10"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_with_its_fields_can_be_adopted(kind: str) -> None:
    found = made(kind)
    assert not [(one.code, one.fields) for one in found.blocking]
    for one in found.findings:
        assert finding_texts()[one.code].format(**one.fields)
    said = plain_text(found.content)
    assert "zonder code" not in said
    assert "None" not in said
    assert not re.search(r"\bmits\b", said, re.IGNORECASE)


@pytest.mark.parametrize("kind", KINDS)
def test_sentences_begin_with_a_capital_and_end_with_a_stop(kind: str) -> None:
    content = made(kind).content
    for text in operative_texts(content):
        assert text[0].isupper()
        assert text.endswith((".", ":"))
    for text in told(content):
        assert "  " not in text
        assert ".." not in text
        assert " ." not in text


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("field", ["", "own"])
def test_a_kind_without_its_fields_says_what_is_missing(kind: str, field: str) -> None:
    texts = (SectionText(section=book().outlines[kind].sections[0].key, text="Eigen woorden."),) if field else ()
    found = made(kind, fields=(), texts=texts)
    needed = {
        one.key for one in book().outlines[kind].kind.fields if one.missing is FindingWeight.BLOCKING and one.when == "always"
    }
    missing = {one.place.removeprefix("field/") for one in found.findings if one.code == "letter.field_missing"}
    assert needed <= missing
    assert not needed or found.blocking
    for section in found.content.sections:
        assert section.blocks


@pytest.mark.parametrize("kind", INTRODUCING)
def test_the_council_is_introduced_once_and_first(kind: str) -> None:
    said = plain_text(made(kind).content).split("Geachte", 1)[1]
    assert said.count("(hierna: de OR)") == 1
    before = said.split("(hierna: de OR)")[0]
    assert not re.search(r"^  (?:\*\* )?.*\b[Dd]e OR\b(?!-)", before, re.MULTILINE)


@pytest.mark.parametrize("kind", INTRODUCING)
def test_the_council_is_introduced_also_where_sections_were_moved(kind: str) -> None:
    order = tuple(reversed([section.key for section in book().outlines[kind].sections]))
    said = plain_text(made(kind, section_order=order).content)
    assert said.count("(hierna: de OR)") == 1


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("body", BODIES)
def test_another_body_writes_in_its_own_name(kind: str, body: CouncilKind) -> None:
    council = replace(COUNCIL, kind=body, name="Raad van Duinwijk")
    found = made(kind, council=council)
    if kind in INTRODUCING:
        assert plain_text(found.content).count(f"(hierna: de {body.value.upper()})") == 1
    if body is CouncilKind.PVT:
        assert not re.search(r"\bPVT [a-z]+ (?:zijn|hij)\b", plain_text(found.content))


def test_no_sentence_of_a_letter_names_one_body() -> None:
    for key, sentence in book().sentences.all.items():
        assert not re.search(r"\bOR\b", sentence.text), key


def test_a_pvt_is_told_which_articles_do_not_hold_for_it() -> None:
    council = replace(COUNCIL, kind=CouncilKind.PVT)
    without = {"A12a", "A12b", "A12c", "A14", "A15", "A19f"}
    found = {kind for kind in KINDS if weights(made(kind, council=council), "letter.pvt_article") == [FindingWeight.BLOCKING]}
    assert found == without
    for kind, code in {"A13": "letter.pvt_expert", "A19e": "letter.pvt_doubtful", "A19h": "letter.pvt_doubtful"}.items():
        assert code in codes(made(kind, council=council))
    assert "artikel 18 lid 3" not in plain_text(made("A16", council=council).content)


@pytest.mark.parametrize("kind", KINDS)
def test_no_letter_gives_up_the_appeal_by_accident(kind: str) -> None:
    said = plain_text(made(kind).content)
    assert not re.search(r"\bberust\b|ziet af van (?:het |zijn )?beroep|geen beroep in te stellen", said)
    if kind == "A12c":
        assert "behoudt zijn recht van beroep" in said
    else:
        assert not re.search(r"\bziet (?:\w+ )?af van\b", said)


@pytest.mark.parametrize("kind", KINDS)
def test_the_goal_is_never_printed(kind: str) -> None:
    for goal in StrategicGoal:
        said = plain_text(made(kind, goal=goal).content)
        assert goal.value not in said


def test_who_a_letter_to_others_goes_to_is_asked() -> None:
    for kind in ("A19i", "A19j"):
        found = made(kind)
        assert "letter.addressee_not_chosen" in codes(found)
        assert "letter.addressee_missing" not in codes(found)


def test_without_a_director_the_letter_says_so() -> None:
    found = made("A4", council=replace(COUNCIL, contacts=()))
    assert "letter.addressee_missing" in codes(found)
    assert found.content.addressee[0].startswith("Aan de bestuurder")


# -- director, training, staff -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "outcome", "words"),
    [
        ("profile", "positive", "De OR adviseert u dit profiel en deze procedure te volgen."),
        ("appointment", "negative", "De OR adviseert u de kandidaat niet te benoemen."),
        ("dismissal", "negative", "De OR adviseert u de bestuurder niet te ontslaan."),
        (
            "dismissal",
            "points",
            "De OR adviseert u de bestuurder te ontslaan, en vraagt uw aandacht voor de punten in deze brief.",
        ),
    ],
)
def test_an_advice_about_a_director_says_what_it_advises(field: str, outcome: str, words: str) -> None:
    changed = filled("A14", about=field, outcome=outcome)
    assert words in operative_texts(made("A14", fields=changed).content)


def test_an_advice_about_a_director_comes_before_the_decision_and_after_a_meeting() -> None:
    assert "letter.director_decided" in codes(made("A14", about("A14", decisions=(TAKEN,)), date(2026, 6, 15)))
    assert weights(made("A14", about("A14", events=())), "letter.meeting_missing") == [FindingWeight.ATTENTION]
    assert "letter.name_not_public" in codes(made("A14", fields=filled("A14", public_on="2026-09-01")))
    met = "Dit is besproken in de overlegvergadering van 23 april 2026 (artikel 30 lid 3 en artikel 25 lid 4 WOR)."
    assert met in plain_text(made("A14").content)


def test_training_asks_no_permission() -> None:
    assert "letter.training_permission" not in codes(made("A16"))
    assert "letter.training_permission" in codes(made("A16", fields=filled("A16", aim="De OR vraagt toestemming.")))


def test_a_message_to_staff_has_no_law_in_it_and_no_signature_of_the_director() -> None:
    found = made("A17")
    said = plain_text(found.content)
    assert "artikel" not in said
    assert said.startswith("\nAan alle medewerkers") or "Aan alle medewerkers" in said
    assert "letter.subject_without_basis" not in codes(found)


def test_a_message_to_staff_gives_agreed_days_and_not_those_on_which_the_council_asked_an_answer() -> None:
    due = AgreedDate(id="d1", subject="Advies over de verhuizing", rule="agreed-advice", due=LATER)
    asked = AgreedDate(id="d2", subject="antwoord op OR/2026-001/03", rule="asked-answer", due=LATER)
    said = plain_text(made("A17", about("A17", agreed_dates=(due, asked)), ASKING_DAY).content)
    assert "Advies over de verhuizing" in said
    assert "antwoord op" not in said
    wished = replace(due, asked_by=Party.DIRECTOR)
    assert "Advies over" not in plain_text(made("A17", about("A17", agreed_dates=(wished,)), ASKING_DAY).content)
    settled = replace(wished, agreed_on=date(2026, 4, 1))
    assert "Advies over" in plain_text(made("A17", about("A17", agreed_dates=(settled,)), ASKING_DAY).content)


def test_a_message_to_staff_tells_of_no_meeting_from_before_a_decision_that_is_known() -> None:
    before = plain_text(made("A17", about("A17"), date(2026, 6, 1)).content)
    assert "Wanneer gebeurt wat?" in before
    assert "23 april 2026" in before
    assert "23 april 2026" in plain_text(made("A17", about("A17", decisions=(TAKEN,)), KNOWN_ON).content)
    assert "23 april 2026" not in plain_text(made("A17", about("A17", decisions=(TAKEN,)), LATER).content)


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Outcome.POSITIVE, "is het hiermee eens"),
        (Outcome.POSITIVE_CONDITIONS, "alleen mee eens als de voorwaarden worden overgenomen"),
        (Outcome.NEGATIVE_UNLESS, "niet mee eens zolang de voorwaarden niet zijn overgenomen"),
        (Outcome.NEGATIVE, "is het hier niet mee eens"),
        (Outcome.WAIVED, "geen antwoord gegeven"),
        (Outcome.POLITICAL, "dit is een politiek besluit"),
    ],
)
def test_staff_read_in_plain_words_what_the_council_answered(outcome: Outcome, words: str) -> None:
    whole = about("A17", proposed_decisions=(decision(outcome),))
    found = made("A17", whole, date(2026, 6, 1), fields=filled("A17", type="answer"))
    assert words in plain_text(found.content)
    assert "letter.staff_before_director" in codes(found)
    after = made("A17", whole, date(2026, 6, 1), fields=filled("A17", type="decision"))
    assert words not in plain_text(after.content)


def test_a_consultation_of_which_nothing_can_be_told_leaves_no_empty_paragraph() -> None:
    asked = StaffConsultation(id="p9", number=9, method="gesprekken", request_id="r1", invited=6, responses=3)
    whole = replace(about("A17"), consultations=(asked,))
    found = made("A17", whole, fields=filled("A17", type="result"))
    assert "letter.consultation_traceable" in codes(found)
    blocks = [block for section in found.content.sections for block in section.blocks]
    assert all(block.text for block in blocks if isinstance(block, Paragraph))


def test_a_message_to_staff_beside_secrecy_asks_and_of_a_secret_dossier_is_stopped() -> None:
    secrecy = Secrecy(imposed_by="bestuurder", scope="de huurprijs", until=date(2027, 1, 1))
    assert weights(made("A17", about("A17", secrecies=(secrecy,))), "letter.staff_beside_secret") == [FindingWeight.ATTENTION]
    assert weights(made("A17", about("A17", secret=True)), "letter.staff_of_secret") == [FindingWeight.BLOCKING]


# -- meeting, committee, council of the municipality -------------------------------------------------------------------


def test_a_subject_for_a_meeting_needs_its_reason() -> None:
    found = made("A19b", fields=filled("A19b", subjects=(("Verhuizing", "nieuw plan", ""), ("Werkdruk",))))
    assert [one.fields["number"] for one in found.findings if one.code == "letter.subject_without_reason"] == ["2"]
    assert "letter.proposed_past" in {one.code for one in made("A19b", fields=filled("A19b", proposed_on="2026-04-01")).blocking}


def test_a_committee_without_members_of_the_council_is_told_what_it_cannot_get() -> None:
    outside = filled("A19f", type="standing", members=(("HR", "bedrijf", "nee"), ("A. Voorbeeld", "OR", "ja")))
    assert "letter.committee_without_majority" in codes(made("A19f", fields=outside))
    none = filled("A19f", type="part", members=(("HR", "bedrijf", "nee"),))
    assert "letter.committee_without_member" in codes(made("A19f", fields=none))
    assert not {"letter.committee_without_majority", "letter.committee_without_member"} & codes(made("A19f"))


def test_members_for_a_joint_council_are_no_committee() -> None:
    said = plain_text(made("A19f", fields=filled("A19f", type="bor", powers="Volgens het convenant.")).content)
    assert "(convenant)" in said
    assert "artikel 15" not in said
    assert "Rechtsgedingen" not in said
    assert "Rechtsgedingen voert de OR zelf." in plain_text(made("A19f").content)


def test_a_letter_to_the_council_of_the_municipality_is_for_government() -> None:
    assert "letter.no_public_employer" not in codes(made("A19h"))
    found = made("A19h", about("A19h", consequences=()), council=replace(COUNCIL, public_employer=False))
    assert {"letter.no_public_employer", "letter.consequences_not_judged"} <= codes(found)
