"""The acknowledgement says what came in, and promises nothing that the council did not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from orapp.domain.council import AgreedTerms
from orapp.domain.papers import AgreedDate
from orapp.domain.requests import Outcome
from orapp.law.facts import Party
from orapp.letters.acknowledgement import named_grounds
from orapp.letters.compose import compose
from orapp.letters.content import LetterStatus
from orapp.letters.order import LetterOrder, LetterRefused
from tests.unit.letters.example_items import AGREED, PAPERS
from tests.unit.letters.examples import COUNCIL, REQUEST, consent_decision, consent_dossier, decision, dossier
from tests.unit.letters.reading import book, codes, law, plain_text, write

DAY = date(2026, 3, 19)


def text(*, asked: AgreedDate | None = None, **changes: object) -> str:
    whole = dossier(decision(Outcome.UNDECIDED), **{"agreed_dates": (asked,) if asked else AGREED, **changes})
    return plain_text(write(whole, "A1", DAY).content)


def test_receipt_is_fixed_with_date_title_version_and_annexes() -> None:
    found = text()
    assert "op 12 maart 2026 uw adviesaanvraag “Verhuizing van team Buitendienst naar de Havenloods” ontvangen" in found
    assert "versie 1.0, gedateerd 10 maart 2026, met kenmerk Z-2026-0431" in found
    assert "één bijlage" in found
    assert "| D2 | Plattegrond Havenloods | 0.9 | 2 maart 2026 |" in found
    assert "artikel 25 lid 1 onder f en h WOR" in found
    assert "C. Bedacht (c.bedacht@duinwijk.example)" in found


def test_no_receipt_date_is_made_up() -> None:
    request = replace(REQUEST, versions=(), started_on=None)
    found = write(dossier(decision(Outcome.UNDECIDED), requests=(request,)), "A1", DAY)
    assert "letter.receipt_date_missing" in {finding.code for finding in found.blocking}
    assert "(hierna: de OR) heeft uw adviesaanvraag" in plain_text(found.content)


def test_completeness_is_a_state_and_never_declared() -> None:
    found = text()
    assert "| D1, blz. 3-5 | aangetroffen |" in found
    assert "| – | ontbreekt |" in found
    assert "geen verklaring dat de aanvraag volledig is" in found
    assert "schriftelijk aan te vullen" in found
    assert "compleet" not in found


def test_a_dictated_date_is_not_confirmed() -> None:
    asked = AgreedDate(
        id="p", subject="advies", rule="agreed-advice", due=date(2026, 4, 2), request_id="r1", asked_by=Party.DIRECTOR
    )
    found = text(asked=asked)
    assert "U vraagt om een antwoord uiterlijk op 2 april 2026" in found
    assert "bevestigt deze datum met deze brief niet" in found
    assert "Afgesproken is" not in found


def test_a_proposed_date_is_a_proposal() -> None:
    proposed = AgreedDate(id="p", subject="advies", rule="agreed-advice", due=date(2026, 5, 7), request_id="r1")
    found = text(asked=proposed)
    assert "stelt voor om uiterlijk op 7 mei 2026 advies uit te brengen" in found
    assert "pas na uw bevestiging een afspraak" in found


def test_an_agreed_date_is_told_with_its_ground() -> None:
    found = text()
    assert "uiterlijk op 21 mei 2026 advies uitbrengt (afspraak van 19 maart 2026, vastgelegd in D1)" in found
    assert "de wet noemt hiervoor geen termijn" in found


def test_agreed_terms_give_the_target_where_nothing_else_does() -> None:
    assert "streefdatum 7 mei 2026, 56 dagen na ontvangst" in text(agreed_dates=())


def test_questions_do_not_stop_a_date_and_nothing_is_executed() -> None:
    found = text()
    assert "verschuiven een afgesproken datum niet vanzelf" in found
    assert "niet uitvoert voordat de OR heeft geadviseerd" in found


def test_another_article_is_said() -> None:
    found = text(requests=(replace(REQUEST, article_named="artikel 25 lid 1 sub e WOR"),))
    assert "Uw aanvraag noemt een andere grondslag: artikel 25 lid 1 sub e WOR. De OR gaat uit van" in found
    assert "andere grondslag" not in text()
    unclear = text(requests=(replace(REQUEST, article_named="de WOR"),))
    assert "Uw aanvraag noemt als grondslag: de WOR." in unclear


@pytest.mark.parametrize(
    ("named", "keys"),
    [
        ("artikel 25 lid 1 sub f en h WOR", {"25.1.f", "25.1.h"}),
        ("art. 25, lid 1, onder e", {"25.1.e"}),
        ("25.1.e", {"25.1.e"}),
        ("artikel 27 lid 1 onder b, d en k", {"27.1.b", "27.1.d", "27.1.k"}),
        ("artikel 25 lid 1 aanhef en onder n", {"25.1.n"}),
        ("artikel 25 WOR", {"25"}),
        ("de wet", set()),
    ],
)
def test_articles_in_plain_words(named: str, keys: set[str]) -> None:
    assert named_grounds(named) == keys


def test_a_mixed_request_is_named_so() -> None:
    roster = decision(Outcome.UNDECIDED, id="b2", number=2, title="nieuw rooster", grounds=("27.1.b",))
    found = write(dossier(decision(Outcome.UNDECIDED), roster), "A1", DAY)
    said = plain_text(found.content)
    assert "twee verschillende beslissingen" in said
    assert "| B2 | nieuw rooster | instemmingsverzoek | artikel 27 lid 1 onder b WOR |" in said
    assert "artikel 25 lid 3 WOR en artikel 27 lid 2 WOR vragen" in said
    assert {"letter.mixed_request", "letter.several_decisions"} <= codes(found)


def test_a_request_that_was_not_cut_yet_can_be_acknowledged() -> None:
    found = write(dossier(), "A1", DAY)
    assert "stelt de OR nog vast" in plain_text(found.content)
    assert "letter.decisions_not_cut" in codes(found)


def test_a_request_for_consent() -> None:
    said = plain_text(write(consent_dossier(consent_decision(Outcome.UNDECIDED), agreed_dates=()), "A1", DAY).content)
    assert "uw instemmingsverzoek “Wijziging thuiswerkregeling”" in said
    assert "de kantonrechter geen toestemming heeft gegeven" in said
    assert "advies uit" not in said


def test_a_personal_annex_is_not_listed() -> None:
    papers = (PAPERS[0], replace(PAPERS[1], personal=True))
    found = write(dossier(decision(Outcome.UNDECIDED), papers=papers), "A1", DAY)
    assert "Plattegrond" not in plain_text(found.content)
    assert {"letter.personal_paper_left_out", "letter.no_annexes"} <= codes(found)
    assert "De OR ontving daarbij" not in plain_text(found.content)


def test_what_cannot_be_a_letter_is_refused() -> None:
    whole = dossier(decision(Outcome.UNDECIDED))
    with pytest.raises(LetterRefused) as unknown:
        write(whole, "A99", DAY)
    assert unknown.value.code == "letter.unknown_kind"
    assert unknown.value.fields["kind"] == "A99"
    with pytest.raises(LetterRefused) as elsewhere:
        write(whole, "A1", DAY, request_id="r9")
    assert elsewhere.value.code == "letter.unknown_request"


def test_what_is_not_known_is_asked() -> None:
    council = replace(COUNCIL, email="", agreed_terms=AgreedTerms())
    whole = dossier(decision(Outcome.UNDECIDED), owner="", agreed_dates=(), events=(), team=())
    order = LetterOrder(kind="A1", request_id="r1", dated=DAY, status=LetterStatus.SENT)
    found = compose(book(), law(), council, whole, order)
    assert {
        "letter.contact_missing",
        "letter.target_date_missing",
        "letter.no_meeting_planned",
        "letter.signed_without_mandate",
    } <= codes(found)
    said = plain_text(found.content)
    assert "nog niet afgesproken" in said
    assert "nog af te spreken" in said
    assert "Contact" not in said


def test_a_decision_under_both_rights_keeps_both() -> None:
    whole = dossier(decision(Outcome.UNDECIDED, grounds=("25.1.e", "27.1.d"), body="BOR Kust", body_paper_id="d1"))
    found = write(whole, "A1", DAY)
    said = plain_text(found.content)
    assert "advies en instemming; beide rechten blijven behouden" in said
    assert "Bevoegd orgaan voor B1 is BOR Kust (zie D1)." in said
    assert "letter.other_body" in codes(found)
