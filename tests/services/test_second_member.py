"""What a letter gives up asks a second member of the council, by name and with a day, and the dossier keeps who it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from orapp.domain.council import MemberRole
from orapp.domain.letters import LetterField
from orapp.domain.requests import Outcome
from orapp.services.desk import Desk
from orapp.services.failures import Refusal
from orapp.services.letter_acts import Adoption
from orapp.services.letter_confirming import may_agree
from tests.services.conftest import DEMO_DAY
from tests.services.test_letter_acts import RESOLVED, Make, asked
from tests.services.test_letter_effects import TAKEN, Kept, kept, letter

__all__ = ["asked", "kept"]
CHAIR, SECOND, AIDE = "N. Eikelaar", "lid-kastanje", "as-vogelkers"


def refusal(desk: Desk, dossier_id: str, act: Adoption, person: str = CHAIR) -> tuple[str, object]:
    with pytest.raises(Refusal) as refused:
        desk.letters.adopt(dossier_id, "l1", act, person)
    return refused.value.code, refused.value.fields["place"]


def test_a_second_member_agrees_by_name_and_day_and_is_kept(desk: Desk, kept: Kept) -> None:
    dossier = kept(letter("A12c", gives_up="suspension", against="Er komt een bus."), decisions=(TAKEN,))
    assert refusal(desk, dossier.id, RESOLVED, "secretaris") == ("letter.second_who", "second")
    assert refusal(desk, dossier.id, replace(RESOLVED, second="")) == ("letter.second_missing", "second")
    assert refusal(desk, dossier.id, replace(RESOLVED, second="niemand")) == ("letter.second_missing", "second")
    assert refusal(desk, dossier.id, RESOLVED, " f.  kastanje ") == ("letter.second_same", "second")
    assert refusal(desk, dossier.id, replace(RESOLVED, second=AIDE)) == ("letter.signer_not_in_office", "second")
    assert refusal(desk, dossier.id, replace(RESOLVED, second_on=None)) == ("letter.second_day", "second_on")
    ahead = replace(RESOLVED, second_on=DEMO_DAY + timedelta(days=1))
    assert refusal(desk, dossier.id, ahead) == ("letter.second_day", "second_on")
    adopted = desk.letters.adopt(dossier.id, "l1", RESOLVED, CHAIR).dossier.letters[0]
    assert (adopted.agreed_by, adopted.agreed_on) == ("F. Kastanje", DEMO_DAY)


def test_without_another_member_the_refusal_says_where_to_add_one(desk: Desk, kept: Kept) -> None:
    dossier = kept(letter("A12c", gives_up="suspension", against="Er komt een bus."), decisions=(TAKEN,))
    council = desk.council.read()
    left = tuple(one for one in council.members if one.name == CHAIR or MemberRole.OFFICIAL_SECRETARY in one.roles)
    desk.council.save(council, replace(council, members=left, signatories=()), CHAIR)
    assert refusal(desk, dossier.id, RESOLVED) == ("letter.second_nobody", "second")
    assert desk.letters.may_agree(desk.council.read(), dossier, CHAIR) == ()


def test_only_what_gives_up_a_right_asks_for_one(desk: Desk, asked: Make, kept: Kept) -> None:
    waived = asked(Outcome.WAIVED)
    alone = replace(RESOLVED, second="", waives=True)
    assert refusal(desk, waived.id, alone) == ("letter.second_missing", "second")
    both = replace(letter("A12c"), fields=(LetterField(key="gives_up", value="appeal"),))
    assert [one.gives_up for one in desk.letters.to_confirm(waived, both)] == [True, True]
    adopted = desk.letters.adopt(asked(Outcome.NOT_YET).id, "l1", replace(alone, waives=False), CHAIR).dossier.letters[0]
    assert (adopted.agreed_by, adopted.agreed_on) == ("", None)


def test_a_name_whose_accents_are_signs_of_their_own_is_the_same_person(desk: Desk) -> None:
    council = desk.council.read()
    chair = replace(council.members[0], name="Ren\u00e9 Bos")
    council = replace(council, members=(chair, *council.members[1:]))
    found = may_agree(council, "Rene\u0301  bos", DEMO_DAY)
    assert found
    assert chair not in found
