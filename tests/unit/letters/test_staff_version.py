"""The version for the staff: what is found, what is only suspected, and what never comes through."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from orapp.domain.council import Contact, ContactRole, Council, CouncilKind, Member
from orapp.domain.dossier import Dossier, DossierKind
from orapp.domain.items import Secrecy
from orapp.domain.papers import Paper
from orapp.letters.content import (
    Annex,
    BulletList,
    CodedItem,
    CodedList,
    LetterContent,
    LetterStatus,
    Paragraph,
    Quotation,
    Run,
    Section,
    Sender,
    Signature,
    Table,
)
from orapp.letters.staff_names import SuspectKind
from orapp.letters.staff_version import MARK_LINE, OUT_SECTION, StaffChoice, review, staff_version

TODAY = date(2026, 11, 21)
COUNCIL = Council(
    id="c",
    name="Ondernemingsraad Gemeente Eikenrode",
    kind=CouncilKind.OR,
    organisation="Gemeente Eikenrode",
    place="Eikenrode",
    members=(Member(id="m1", name="Noor van der Berk"), Member(id="m2", name="Jan Eikenrode")),
    contacts=(
        Contact(id="k1", name="B. Taxus", role=ContactRole.DIRECTOR, function="gemeentesecretaris"),
        Contact(id="k2", name="Gemeente Eikenrode", role=ContactRole.ENTREPRENEUR, function="college"),
    ),
)
DOSSIER = Dossier(
    id="d",
    reference="2026-001",
    title="Proef",
    kind=DossierKind.ADVICE_REQUEST,
    opened_on=TODAY,
    papers=(Paper(id="p1", number=4, title="Reorganisatieplan", author="Petra de Wilg, adviseur"),),
)


def letter(*texts: str, **changes: Any) -> LetterContent:
    blocks = tuple(Paragraph(key=f"p{number}", runs=(Run(text=text),)) for number, text in enumerate(texts))
    content = LetterContent(
        kind="A9",
        title="Advies",
        status=LetterStatus.ADOPTED,
        sender=Sender(name=COUNCIL.name, organisation=COUNCIL.organisation, lines=("or@eikenrode.example",)),
        addressee=("B. Taxus, gemeentesecretaris", "Gemeente Eikenrode"),
        reference_lines=(),
        subject="Advies",
        salutation="Geachte bestuurder,",
        sections=(Section(key="one", heading="Eerste", blocks=blocks),),
        closing="Met vriendelijke groet",
        signatures=(Signature(name="Noor van der Berk", role="voorzitter"),),
        dated=TODAY,
        fingerprint="ab" * 32,
    )
    return replace(content, **changes)


def made(content: LetterContent, dossier: Dossier = DOSSIER, *, out: frozenset[str] = frozenset()) -> str:
    """The whole version for the staff as text, everything that is proposed taken over."""
    seen = review(content, dossier, COUNCIL, TODAY)
    masks = {one.text: one.mask for one in seen.suspects if one.proposed}
    return repr(staff_version(content, seen, StaffChoice(masks=masks, left_out=out)))


@pytest.mark.parametrize(
    "text",
    [
        "Dit zei B. Taxus.",
        "Dit zei mevrouw Taxus op maandag.",
        "Taxus heeft dit toegezegd.",
        "Volgens N. van der Berk kan dit.",
        "Noor vindt van niet.",
        "Noor van der Berk schreef dit.",
        "Het plan van P. de Wilg en van Petra de Wilg.",
        "De heer K. Esdoorn en drs. Q. Lariks waren er.",
    ],
)
def test_whoever_is_known_or_titled_does_not_come_through(text: str) -> None:
    whole = made(letter(text))
    for name in ("Taxus", "Berk", "Noor", "Wilg", "Esdoorn", "Lariks"):
        assert name not in whole


def test_addresses_and_numbers_do_not_come_through_but_dates_and_money_do() -> None:
    whole = made(
        letter("Bel 06-12345678 of +31 20 555 12 34, of mail b.taxus@eikenrode.example.", "Op 12-11-2026 kost het € 4.800.")
    )
    assert "12345678" not in whole
    assert "555" not in whole
    assert "@" not in whole
    assert "12-11-2026" in whole
    assert "4.800" in whole


def test_places_and_organisations_stay_and_the_unknown_is_only_suspected() -> None:
    content = letter("De gemeente Eikenrode sprak met Willem Spar over Jan Eikenrode.")
    found = {one.text: one for one in review(content, DOSSIER, COUNCIL, TODAY).suspects}
    assert found["Willem Spar"].kind is SuspectKind.PERHAPS
    assert not found["Willem Spar"].proposed
    assert "Willem Spar" in found["Willem Spar"].contexts[0]
    whole = made(content)
    assert "gemeente Eikenrode sprak" in whole
    assert "Jan Eikenrode" not in whole


def test_it_says_on_itself_what_it_is() -> None:
    seen = review(letter("Tekst."), DOSSIER, COUNCIL, TODAY)
    version = staff_version(letter("Tekst."), seen, StaffChoice(masks={}))
    assert version.title == "Achterbanversie: Advies"
    assert version.confidentiality == MARK_LINE
    assert version.fingerprint == ""


def test_a_name_that_is_half_bold_is_masked() -> None:
    runs = (Run(text="Dit zei B. "), Run(text="Taxus", bold=True), Run(text=" gisteren."))
    section = Section(key="one", heading="Eerste", blocks=(Paragraph(key="p", runs=runs),))
    assert "Taxus" not in made(letter(sections=(section,)))


def test_what_is_secret_is_left_out_with_a_line_that_says_so() -> None:
    secret = replace(DOSSIER.papers[0], secrecy=Secrecy(imposed_by="de bestuurder", scope="het plan"))
    dossier = replace(DOSSIER, papers=(secret,))
    blocks = (
        Paragraph(key="a", runs=(Run(text="Uit D4 blijkt het bedrag van een miljoen."),)),
        Quotation(key="b", runs=(Run(text="Een miljoen"),), source="het reorganisatieplan, bladzijde 3"),
        CodedList(key="c", items=(CodedItem(key="v1", code="V1", runs=(Run(text="Open tekst."),), details=(("Bron", "D4"),)),)),
        BulletList(key="d", items=((Run(text="Zie D4: een miljoen."),), (Run(text="D40 mag blijven."),))),
        Table(
            key="e",
            header=("Code", "Stuk"),
            rows=(("D4", "Reorganisatieplan"), ("D5", "Open")),
            widths=(1, 4),
            summary="Het reorganisatieplan",
        ),
    )
    content = letter(
        sections=(Section(key="one", heading="Eerste", blocks=blocks),), annexes=(Annex(number=1, title="Reorganisatieplan"),)
    )
    whole = made(content, dossier)
    assert "miljoen" not in whole
    assert "eorganisatieplan" not in whole
    assert "D40 mag blijven" in whole
    assert "geheimhouding" in whole


def test_the_head_of_a_table_and_the_signs_of_a_list_tell_no_more_than_the_rest() -> None:
    secret = replace(DOSSIER.papers[0], secrecy=Secrecy(imposed_by="de bestuurder", scope="het plan"))
    item = CodedItem(key="v1", code="drs. Q. Lariks", runs=(Run(text="Advies."),), details=(("De heer K. Esdoorn", "Akkoord."),))
    told = CodedItem(key="v2", code="D4 (Reorganisatieplan)", runs=(Run(text="Kost een miljoen."),))
    blocks = (
        CodedList(key="c", items=(item, told)),
        Table(key="e", header=("Reorganisatieplan", "Drs. Z. Hazelaar"), rows=(("1", "2"),), widths=(4, 4), summary=""),
    )
    whole = made(letter(sections=(Section(key="one", heading="Eerste", blocks=blocks),)), replace(DOSSIER, papers=(secret,)))
    for word in ("eorganisatieplan", "Hazelaar", "Lariks", "Esdoorn", "miljoen"):
        assert word not in whole
    assert "Akkoord." in whole


def test_secrecy_over_the_whole_proposes_to_leave_every_section_out() -> None:
    dossier = replace(DOSSIER, secrecies=(Secrecy(imposed_by="de bestuurder", scope="de plannen"),))
    content = letter("Een miljoen.")
    seen = review(content, dossier, COUNCIL, TODAY)
    assert [(one.key, one.out, one.why) for one in seen.sections] == [("one", True, "de plannen")]
    whole = made(content, dossier, out=frozenset({"one"}))
    assert "miljoen" not in whole
    assert OUT_SECTION in whole
    over = replace(dossier, secrecies=(Secrecy(imposed_by="x", scope="y", until=date(2026, 11, 20)),))
    assert not any(one.out for one in review(content, over, COUNCIL, TODAY).sections)
