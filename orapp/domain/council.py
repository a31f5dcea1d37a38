"""The works council itself, its members and the people around it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from orapp.domain.council_styles import KLASSIEK, CouncilStyle, StyleUse, UsualStyle, use_of
from orapp.domain.items import FileRef
from orapp.domain.text_blocks import TextBlock


class CouncilKind(StrEnum):
    """Which body keeps the archive."""

    OR = "or"  # ondernemingsraad
    COR = "cor"  # centrale ondernemingsraad, art. 33
    GOR = "gor"  # groepsondernemingsraad, art. 33
    BOR = "bor"  # bijzondere ondernemingsraad, by agreement
    PVT = "pvt"  # personeelsvertegenwoordiging, art. 35c


class MemberRole(StrEnum):
    """A role in the council. The official secretary (ambtelijk secretaris) is no member of it."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    SECRETARY = "secretary"  # a member of the council
    TREASURER = "treasurer"
    MEMBER = "member"
    OFFICIAL_SECRETARY = "official_secretary"  # supports, no vote, signs only under a recorded mandate


class ContactRole(StrEnum):
    """Who somebody outside the council is to it."""

    DIRECTOR = "director"  # bestuurder, art. 1 lid 1 onder e
    ENTREPRENEUR = "entrepreneur"
    HR = "hr"
    UNION = "union"
    EXPERT = "expert"
    LAWYER = "lawyer"
    OTHER_COUNCIL = "other_council"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A postal address in lines, as it is printed."""

    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A member of the council or its official secretary, with the term of office (both days included)."""

    id: str
    name: str
    roles: tuple[MemberRole, ...] = (MemberRole.MEMBER,)
    from_day: date | None = None
    until_day: date | None = None
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Somebody outside the council. `function` is printed in letters ("gemeentesecretaris")."""

    id: str
    name: str
    role: ContactRole
    function: str = ""
    organisation: str = ""
    address: Address = Address()
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """Who signs, and by which recorded mandate where that is not a resolution for each letter (practice: signing)."""

    member_id: str
    capacity: str
    mandate: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedTerms:
    """Reasonable terms that the council agreed with the director, in days; agreements, not law. None: nothing agreed."""

    advice_days: int | None = None
    consent_days: int | None = None
    answer_days: int | None = None
    recorded_in: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recess:
    """Weeks in which the council does not meet. Recess moves no term; agreed dates inside it give a warning."""

    from_day: date
    until_day: date
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendingBody:
    """Another body in whose name the letters of one dossier leave: a BOR of which this archive keeps the dossier, for one.

    It writes from `from_day` on (None: from the beginning), until another of the dossier does. `chair` and `secretary` are
    the names of who signs; empty leaves the place open.
    """

    name: str
    kind: CouncilKind = CouncilKind.OR
    organisation: str = ""
    address: Address = Address()
    place: str = ""
    email: str = ""
    chair: str = ""
    secretary: str = ""
    from_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    """One council: an archive is one council. `public_employer` says whether art. 46d may play a part.

    `own_words` are words that the council spells so: they are not marked as misspelled.
    """

    id: str
    name: str
    kind: CouncilKind
    organisation: str
    undertaking_headcount: int | None = None
    visiting_address: Address = Address()
    postal_address: Address = Address()
    place: str = ""
    email: str = ""
    web_page: str = ""
    logo: FileRef | None = None
    public_employer: bool = False
    members: tuple[Member, ...] = ()
    contacts: tuple[Contact, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    agreed_terms: AgreedTerms = AgreedTerms()
    recesses: tuple[Recess, ...] = ()
    dossier_reference_pattern: str = "{year}-{number:03}"
    letter_reference_pattern: str = "{council}/{dossier}/{number}"
    styles: tuple[CouncilStyle, ...] = ()
    usual_styles: tuple[UsualStyle, ...] = ()
    own_words: tuple[str, ...] = ()
    text_blocks: tuple[TextBlock, ...] = ()
    version: int = 0

    def contact(self, contact_id: str) -> Contact | None:
        """The contact with this id."""
        return next((contact for contact in self.contacts if contact.id == contact_id), None)

    def director(self, organisation: str = "") -> Contact | None:
        """The WOR-bestuurder: of the organisation that is named, where one is known, else the first."""
        directors = [contact for contact in self.contacts if contact.role is ContactRole.DIRECTOR]
        of_it = [contact for contact in directors if contact.organisation and contact.organisation in organisation]
        return next(iter([*of_it, *directors]), None)

    def acting_as(self, body: SendingBody) -> Council:
        """The council as it writes in the name of another body: that body's name, address and signatories, these contacts."""
        signing = ((MemberRole.CHAIR, body.chair), (MemberRole.SECRETARY, body.secretary))
        members = tuple(Member(id=f"body-{role.value}", name=name, roles=(role,)) for role, name in signing if name)
        return replace(
            self,
            name=body.name,
            kind=body.kind,
            organisation=body.organisation,
            visiting_address=Address(),
            postal_address=body.address,
            place=body.place,
            email=body.email,
            web_page="",
            logo=None,
            members=members,
            signatories=(),
            # The council's own paper names the council.
            styles=(),
            usual_styles=(),
        )

    def member(self, member_id: str) -> Member | None:
        """The member with this id."""
        return next((member for member in self.members if member.id == member_id), None)

    def style(self, style_id: str) -> CouncilStyle | None:
        """The council's own house style with this id."""
        return next((style for style in self.styles if style.id == style_id), None)

    def usual_style(self, use: StyleUse) -> str:
        """The id of the style that a use has by itself: what the council chose, else the classic one that ships."""
        return next((usual.style for usual in self.usual_styles if usual.use is use), KLASSIEK)

    def usual_style_of(self, letter_kind: str) -> str:
        """The id of the style that a kind of letter has by itself: that of its use, else that of letters."""
        chosen = {usual.use: usual.style for usual in self.usual_styles}
        return chosen.get(use_of(letter_kind)) or self.usual_style(StyleUse.LETTER)
