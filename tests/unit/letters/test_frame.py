"""What stands around a letter: who writes, to whom, who signs, what goes with it, and who may know."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from orapp.domain.council import Contact, ContactRole, Council, CouncilKind, SendingBody, Signatory
from orapp.domain.items import Secrecy
from orapp.domain.requests import Outcome
from orapp.letters.compose import compose
from orapp.letters.content import Annex, FindingWeight, LetterStatus, Signature
from orapp.letters.order import ComposedLetter, LetterOrder
from tests.unit.letters.example_items import PAPERS
from tests.unit.letters.examples import ADVICE_DAY, COUNCIL, LETTER, decision, dossier
from tests.unit.letters.reading import book, codes, law, plain_text, write

SECRECY = Secrecy(imposed_by="de bestuurder", scope="de huurprijs", until=date(2026, 9, 1), except_for="het bestuur van de GGD")


def by(council: Council, **order: Any) -> ComposedLetter:
    return compose(
        book(),
        law(),
        council,
        dossier(decision(Outcome.NEGATIVE)),
        replace(LetterOrder(kind="A9", request_id="r1", dated=ADVICE_DAY), **order),
    )


def test_chair_and_secretary_sign_where_nobody_was_appointed() -> None:
    found = by(replace(COUNCIL, signatories=())).content
    assert found.signatures == (
        Signature(name="A. Voorbeeld", role="voorzitter"),
        Signature(name="B. Verzonnen", role="secretaris (OR-lid)"),
    )


def test_an_official_secretary_signs_only_under_a_mandate() -> None:
    without = by(replace(COUNCIL, signatories=(Signatory(member_id="m3", capacity=""),)))
    assert without.content.signatures == ()
    assert {"letter.official_secretary_without_mandate", "letter.nobody_signs"} <= codes(without)
    under = by(replace(COUNCIL, signatories=(Signatory(member_id="m3", capacity="", mandate="besluit van 12 januari 2026"),)))
    assert under.content.signatures == (Signature(name="C. Bedacht", role="ambtelijk secretaris"),)


def test_who_is_not_in_office_does_not_sign() -> None:
    members = (replace(COUNCIL.members[0], until_day=date(2026, 1, 1)), *COUNCIL.members[1:])
    found = by(replace(COUNCIL, members=members))
    assert "letter.signatory_not_in_office" in {finding.code for finding in found.blocking}
    assert [one.name for one in found.content.signatures] == ["B. Verzonnen"]
    assert "letter.signatory_unknown" in codes(by(COUNCIL, signatory_ids=("m9",)))


def test_nobody_signs_blocks_an_adopted_letter() -> None:
    found = by(replace(COUNCIL, members=(), signatories=()), status=LetterStatus.ADOPTED)
    assert "letter.nobody_signs" in {finding.code for finding in found.blocking}


def test_the_chosen_addressee_and_the_director() -> None:
    hr = Contact(id="c2", name="E. Bedenksel", role=ContactRole.HR, function="hoofd HR", organisation="Gemeente Duinwijk")
    council = replace(COUNCIL, contacts=(*COUNCIL.contacts, hr))
    to_hr = by(council, letter=replace(LETTER, addressee_id="c2")).content
    assert to_hr.addressee == ("E. Bedenksel, hoofd HR", "Gemeente Duinwijk")
    assert to_hr.salutation == "Geachte heer of mevrouw,"
    nobody = by(replace(COUNCIL, contacts=()))
    assert nobody.content.addressee == ("Aan de bestuurder in de zin van de Wet op de ondernemingsraden", "Gemeente Duinwijk")
    assert "letter.addressee_missing" in codes(nobody)


def test_the_sender_is_the_council_of_the_dossier() -> None:
    whole = dossier(decision(Outcome.NEGATIVE), organisation="GR Kust")
    made = write(whole, "A9", ADVICE_DAY, logo=b"png")
    found = made.content
    assert found.sender.organisation == "Gemeente Duinwijk"
    (told,) = (finding for finding in made.findings if finding.code == "letter.other_organisation")
    assert (told.fields["organisation"], told.fields["council"]) == ("GR Kust", "Ondernemingsraad gemeente Duinwijk")
    own = write(dossier(decision(Outcome.NEGATIVE), organisation="gemeente Duinwijk"), "A9", ADVICE_DAY)
    assert "letter.other_organisation" not in codes(own)
    assert found.sender.lines == ("Marktplein 1", "1234 AB Duinwijk", "or@duinwijk.example")
    assert found.sender.logo == b"png"
    assert found.reference_lines == (("Uw kenmerk", "Z-2026-0431"), ("Dossier", "2026-007"))


def test_a_letter_leaves_in_the_name_of_the_body_that_the_dossier_names() -> None:
    first = SendingBody(name="Ondernemingsraad Zandbank", organisation="GR Zandbank", chair="W. Zeester", secretary="K. Alikruik")
    later = replace(first, name="BOR Kust", kind=CouncilKind.BOR, from_day=ADVICE_DAY)
    whole = dossier(decision(Outcome.NEGATIVE), organisation="GR Zandbank", sending_bodies=(first, later))
    before = write(whole, "A9", ADVICE_DAY - timedelta(days=1), logo=b"png").content
    assert (before.sender.name, before.sender.organisation, before.sender.logo) == (
        "Ondernemingsraad Zandbank",
        "GR Zandbank",
        b"",
    )
    assert [(item.name, item.role) for item in before.signatures] == [
        ("W. Zeester", "voorzitter"),
        ("K. Alikruik", "secretaris (OR-lid)"),
    ]
    assert write(whole, "A9", ADVICE_DAY).content.sender.name == "BOR Kust"


def test_annexes_are_numbered_and_personal_papers_never_go() -> None:
    found = by(COUNCIL, letter=LETTER).content
    assert found.annexes == (
        Annex(number=1, title="Antwoorden op de vragen van de OR", date=date(2026, 4, 9)),
        Annex(number=2, title="Verslag overlegvergadering", date=date(2026, 4, 23)),
    )
    papers = (*PAPERS[:2], replace(PAPERS[2], personal=True), replace(PAPERS[3], secrecy=SECRECY))
    letter = replace(LETTER, annex_ids=("d3", "d4", "d9"))
    strict = write(dossier(decision(Outcome.NEGATIVE), papers=papers), "A9", ADVICE_DAY, letter=letter)
    assert [annex.title for annex in strict.content.annexes] == ["Verslag overlegvergadering"]
    assert {"letter.annex_personal", "letter.annex_unknown", "letter.annex_secret", "letter.secret_paper_listed"} <= codes(strict)


def test_secrecy_is_a_line_above_and_looks_at_copies() -> None:
    letter = replace(LETTER, copies=("de raad", "het bestuur van de GGD"))
    found = write(dossier(decision(Outcome.NEGATIVE), secrecies=(SECRECY,)), "A9", ADVICE_DAY, letter=letter)
    assert found.content.confidentiality == (
        "Vertrouwelijk tot en met 1 september 2026 (artikel 20 WOR): de huurprijs; niet tegenover het bestuur van de GGD"
    )
    blocked = [finding.fields["copy"] for finding in found.blocking if finding.code == "letter.copy_of_secret"]
    assert blocked == ["de raad"]
    told = [(one.fields["copy"], one.weight) for one in found.findings if one.code == "letter.copy_exempt"]
    assert told == [("het bestuur van de GGD", FindingWeight.NOTE)]
    named = replace(SECRECY, except_for="de leden van de OR en K. Meeuw, directeur; de raad van toezicht")
    for copy, weight in (
        ("K. Meeuw, directeur", None),
        ("de raad", FindingWeight.ATTENTION),
        ("de pers", FindingWeight.BLOCKING),
    ):
        letter = replace(LETTER, copies=(copy,))
        found = write(dossier(decision(Outcome.NEGATIVE), secrecies=(named,)), "A9", ADVICE_DAY, letter=letter)
        assert [one.weight for one in found.findings if one.code == "letter.copy_of_secret"] == ([weight] if weight else [])
    ended = replace(SECRECY, until=date(2026, 1, 1))
    assert write(dossier(decision(Outcome.NEGATIVE), secrecies=(ended,)), "A9", ADVICE_DAY).content.confidentiality == ""
    later = replace(SECRECY, imposed_on=date(2026, 6, 1))
    assert write(dossier(decision(Outcome.NEGATIVE), secrecies=(later,)), "A9", ADVICE_DAY).content.confidentiality == ""
    secret = write(dossier(decision(Outcome.NEGATIVE), secret=True), "A9", ADVICE_DAY)
    assert secret.content.confidentiality == "Vertrouwelijk"


def test_another_kind_of_council_is_named_as_it_is() -> None:
    found = by(replace(COUNCIL, kind=CouncilKind.PVT))
    said = plain_text(found.content)
    assert "De personeelsvertegenwoordiging (hierna: de PVT)" in said
    assert "verzoekt zij u daarover" in said
    fixed = [*book().words.values(), *(sentence.text for sentence in book().sentences.all.values())]
    assert [text for text in fixed if re.search(r"\bOR\b", text)] == ["secretaris (OR-lid)"]
    assert "letter.pvt_has_no_advice" in codes(found)
