"""House styles through the services: looked at, kept, chosen for letters, changed, and never under what was adopted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest

from orapp.documents.klassiek import make_klassiek
from orapp.documents.style_workshop import WordStyles
from orapp.documents.word_letters import WordLetters
from orapp.domain.council import Council, MemberRole, SendingBody
from orapp.domain.council_styles import KLASSIEK, MODERN, CouncilStyle, RoleStyle, StyleRole, StyleUse
from orapp.domain.dossier import Dossier
from orapp.domain.letters import Letter, LetterVersion
from orapp.domain.papers import Event
from orapp.domain.requests import Outcome, ProposedDecision, Request, RequestVersion
from orapp.law.facts import FactKind, ProcedureKind
from orapp.letters.content import LetterContent
from orapp.services.desk import Desk
from orapp.services.dossiers import NewDossier
from orapp.services.failures import Circumstance, Refusal
from orapp.services.house_styles import HouseStyleService, StylePreview, renamed, with_usual, without_style
from orapp.services.letter_acts import Adoption, Signer, Signing
from orapp.services.paper_ports import OfficeFile
from orapp.services.style_rows import PagePicture
from orapp.system.identities import SystemIdentities
from tests.documents import brought_files as brought
from tests.services.conftest import DEMO_DAY

HOUSING = "2025-003"
WHO = "secretaris"
BODY = (RoleStyle(role=StyleRole.BODY, style="Normal"),)
LETTERHEAD = brought.saved(brought.letterhead())


def council_of(desk: Desk) -> Council:
    return desk.council.read()


def kept(desk: Desk, name: str = "Voorbeeld", *, usual: bool = True) -> CouncilStyle:
    """A style of the council from its letterhead."""
    proposal = desk.house_styles.survey(LETTERHEAD).proposal
    return desk.house_styles.add(name, StyleUse.LETTER, LETTERHEAD, proposal, WHO, file_name="C:\\brief.docm", usual=usual)[1]


def changed(desk: Desk, change: Callable[[Council], Council]) -> None:
    """The council with another of its styles, as the window keeps it."""
    before = council_of(desk)
    desk.council.save(before, change(before), WHO)


def preview_of(desk: Desk, style_id: str) -> StylePreview:
    return desk.house_styles.show(desk.house_styles.ground(), desk.house_styles.template(style_id))


def newest(desk: Desk, dossier_id: str, letter_id: str) -> LetterVersion:
    with desk.archive.read() as reader:
        letters = reader.dossier_by_id(dossier_id).letters
    return next(letter for letter in letters if letter.id == letter_id).versions[-1]


@pytest.fixture
def asked(desk: Desk) -> Dossier:
    """A dossier with one request, judged, and an open letter about it."""
    kind = desk.dossiers.view(HOUSING).dossier.kind
    dossier, _ = desk.dossiers.create(NewDossier(title="Een proef", kind=kind, opened_on=date(2026, 11, 2)), WHO)
    received = RequestVersion(number=1, received_on=date(2026, 11, 2))
    request = Request(id="r1", title="Verzoek", legal=ProcedureKind.ADVICE, grounds=("25.1.e",), versions=(received,))
    decision = ProposedDecision(
        id="b1",
        title="Besluit",
        request_id="r1",
        text="De teams worden samengevoegd.",
        grounds=("25.1.e",),
        outcome=Outcome.POSITIVE,
        outcome_reason="De gevolgen zijn duidelijk.",
    )
    met = Event(id="e1", on=date(2026, 11, 12), kind=FactKind.CONSULTATION_MEETING, text="Overleg", request_id="r1")
    letter = Letter(id="l1", kind="A9", request_id="r1")
    after = replace(dossier, requests=(request,), proposed_decisions=(decision,), events=(met,), letters=(letter,))
    return desk.dossiers.save(dossier, after, WHO)[0]


def test_three_letters_at_once_in_the_name_of_this_council(desk: Desk) -> None:
    preview = desk.house_styles.try_out(desk.house_styles.ground(), LETTERHEAD, desk.house_styles.survey(LETTERHEAD).proposal)
    assert [letter.content.kind for letter in preview.letters] == ["A1", "A9", "A10"]
    assert {letter.content.sender.name for letter in preview.letters} == {council_of(desk).name}
    assert all("word/document.xml" in brought.parts_of(letter.data) for letter in preview.letters)
    assert (preview.page.style("Alinea").family, preview.page.style("Kop1").colour) == ("Georgia", "8A1C4A")
    assert "Ondernemingsraad Voorbeeld" in str(preview.page.first_head)
    assert [one.content for one in preview_of(desk, MODERN).letters] == [one.content for one in preview.letters]


def test_a_style_is_kept_with_its_file_and_what_went(desk: Desk) -> None:
    style = kept(desk)
    assert council_of(desk).styles == (style,)
    assert council_of(desk).usual_style(StyleUse.LETTER) == style.id
    assert council_of(desk).usual_style(StyleUse.MEMO) == KLASSIEK
    assert style.original.name == "brief.docx"
    assert desk.house_styles.original(style.id) == LETTERHEAD
    assert "style_removed.sample_text" in {one.code for one in style.removed}


def test_letters_take_the_usual_style_or_the_one_they_chose(desk: Desk, asked: Dossier) -> None:
    style = kept(desk)
    desk.letters.make(asked.reference, "A9", WHO, letter_id="l1")
    version = newest(desk, asked.id, "l1")
    assert (version.style_id, version.house_style, version.template) == (style.id, "Voorbeeld 1", style.template)
    for chosen, name in ((MODERN, "Modern 1.0"), (KLASSIEK, "Klassiek 1.0"), ("weg", "Voorbeeld 1")):
        before = desk.dossiers.view(asked.reference).dossier
        letters = tuple(replace(letter, style_id=chosen) for letter in before.letters)
        desk.dossiers.save(before, replace(before, letters=letters), WHO)
        desk.letters.make(asked.reference, "A9", WHO, letter_id="l1")
        assert newest(desk, asked.id, "l1").house_style == name


def test_another_body_does_not_write_on_the_council_s_paper(desk: Desk, asked: Dossier) -> None:
    kept(desk)
    before = desk.dossiers.view(asked.reference).dossier
    body = SendingBody(name="BOR Voorbeeld", organisation="Voorbeeld")
    desk.dossiers.save(before, replace(before, sending_bodies=(body,)), WHO)
    desk.letters.make(asked.reference, "A9", WHO, letter_id="l1")
    assert newest(desk, asked.id, "l1").style_id == KLASSIEK


def test_what_was_adopted_keeps_its_style(desk: Desk, asked: Dossier) -> None:
    style = kept(desk)
    act = Adoption(on=DEMO_DAY, meeting="OR-vergadering", votes_for=7, votes_against=1, abstentions=0, quorum_met=True)
    desk.letters.adopt(asked.id, "l1", act, WHO)
    adopted = newest(desk, asked.id, "l1")
    desk.house_styles.remake(style.id, BODY, WHO)
    changed(desk, lambda council: without_style(council, style.id))
    chair = next(member for member in council_of(desk).members if MemberRole.CHAIR in member.roles)
    desk.letters.sign(asked.id, "l1", Signing(on=DEMO_DAY, signers=(Signer(member_id=chair.id, capacity="voorzitter"),)), WHO)
    signed = newest(desk, asked.id, "l1")
    assert signed.number == adopted.number + 1
    assert (signed.template, signed.house_style) == (adopted.template, "Voorbeeld 1")
    with desk.archive.read() as reader:
        assert b"Ondernemingsraad Voorbeeld" in b"".join(
            part
            for name, part in brought.parts_of(b"".join(reader.read_file(signed.file.sha256))).items()
            if name.startswith("word/header")
        )


def test_a_style_made_anew_counts_up_and_may_get_another_file(desk: Desk) -> None:
    style = kept(desk)
    brought_now = brought.plain()
    _, second = desk.house_styles.remake(style.id, BODY, WHO, data=brought_now, file_name="nieuw.docx")
    assert (second.version, second.assignment, second.original.name) == (2, BODY, "nieuw.docx")
    assert desk.house_styles.original(style.id) == brought_now
    assert council_of(desk).styles == (second,)


def test_names_are_told_apart(desk: Desk) -> None:
    style = kept(desk)
    for name, code in (("", "no_name"), ("x" * 61, "no_name"), ("voorbeeld", "name_taken"), ("KLASSIEK", "name_taken")):
        with pytest.raises(Refusal) as refused:
            desk.house_styles.add(name, StyleUse.MEMO, LETTERHEAD, BODY, WHO)
        assert refused.value.code == f"documents.style.{code}"
    changed(desk, lambda council: renamed(council, style.id, " Waterschap "))
    assert council_of(desk).styles[0].name == "Waterschap"


def test_a_style_that_goes_is_no_longer_usual(desk: Desk) -> None:
    style = kept(desk)
    changed(desk, lambda council: with_usual(council, StyleUse.MEMO, MODERN))
    changed(desk, lambda council: without_style(council, style.id))
    council = council_of(desk)
    assert (council.styles, council.usual_style(StyleUse.LETTER), council.usual_style(StyleUse.MEMO)) == ((), KLASSIEK, MODERN)
    for ask in (desk.house_styles.template, desk.house_styles.original):
        with pytest.raises(Refusal) as refused:
            ask(style.id)
        assert refused.value.code == "documents.style.unknown"


def test_the_council_as_a_file_leaves_its_styles_here_and_takes_none(desk: Desk) -> None:
    kept(desk)
    exported = desk.council.export()
    assert b"Voorbeeld 1" not in exported
    council = council_of(desk)
    assert desk.council.taken_over(council, exported).styles == council.styles


class Painter:
    """An office program as the test wants it."""

    def __init__(self, outcome: PagePicture | Circumstance | None, name: str = "LibreOffice") -> None:
        self.outcome = outcome
        self._name = name

    def name(self) -> str:
        return self._name

    def pictures(self, files: Sequence[OfficeFile]) -> tuple[PagePicture | None, ...]:
        if isinstance(self.outcome, Circumstance):
            raise self.outcome
        return (self.outcome,) * len(files)


PAGE = PagePicture(width=1, height=1, stride=3, channels=3, pixels=b"abc")


@pytest.mark.parametrize(
    ("painter", "pages", "because"),
    [
        (Painter(PAGE), 3, ""),
        (Painter(PAGE, name=""), 0, "office.missing"),
        (Painter(None), 0, "office.nothing_made"),
        (Painter(Circumstance("office.too_slow", seconds="90")), 0, "office.too_slow"),
    ],
)
def test_pages_are_shown_where_they_can_be_made(desk: Desk, painter: Painter, pages: int, because: str) -> None:
    preview = preview_of(desk, KLASSIEK)
    workshop = WordStyles(lambda: WordLetters(make_klassiek()))
    service = HouseStyleService(
        desk.archive, SystemIdentities(), workshop, lambda _council, _logo: (), lambda _style: b"", painter
    )
    pictures = service.pictures(preview)
    assert (len(pictures.pages), pictures.because) == (pages, because)


def test_samples_are_composed_once(desk: Desk) -> None:
    first = preview_of(desk, KLASSIEK).letters
    second = preview_of(desk, KLASSIEK).letters
    assert [one.content for one in first] == [one.content for one in second]
    assert all(isinstance(one.content, LetterContent) for one in first)


def test_a_message_to_the_staff_takes_the_style_of_memos_where_there_is_one(desk: Desk, asked: Dossier) -> None:
    message = replace(asked.letters[0], kind="A17")
    on = date(2026, 11, 20)

    def wears(letter: Letter) -> str:
        page = desk.house_styles.page_for(asked, letter, on)
        return next(name for name in (KLASSIEK, MODERN) if page == desk.house_styles.page_of(name))

    changed(desk, lambda council: with_usual(council, StyleUse.LETTER, MODERN))
    assert (wears(message), wears(asked.letters[0])) == (MODERN, MODERN)
    changed(desk, lambda council: with_usual(council, StyleUse.MEMO, KLASSIEK))
    assert (wears(message), wears(asked.letters[0])) == (KLASSIEK, MODERN)
    assert wears(replace(message, style_id=MODERN)) == MODERN
