"""What stands around the body of a letter: sender, addressee, reference lines, secrecy, signatures, annexes and copies."""

from __future__ import annotations

import re
from datetime import date

from orapp.domain.council import Contact, ContactRole, CouncilKind, Member, MemberRole, Signatory
from orapp.domain.items import Secrecy
from orapp.letters.content import Annex, LetterStatus, Sender, Signature
from orapp.letters.letter_kinds import Addressed
from orapp.letters.pen import Pen
from orapp.letters.wording import no_stop, one_line


def sender(pen: Pen) -> Sender:
    """Who writes, with its addresses: the council, or the body in whose name the dossier says that its letters leave."""
    council, concerned = pen.matter.council, pen.matter.dossier.organisation
    if concerned.strip() and concerned.strip().casefold() != council.organisation.strip().casefold():
        pen.ask("letter.other_organisation", "sender", organisation=concerned, council=council.name)
    visiting, postal = council.visiting_address.lines, council.postal_address.lines
    lines = [*visiting, *(postal if postal != visiting else ()), council.email, council.web_page]
    return Sender(
        name=council.name,
        organisation=council.organisation,
        lines=tuple(line for line in lines if line),
        logo=pen.matter.order.logo,
    )


def recipient(pen: Pen) -> Contact | None:
    """To whom the letter goes: who was chosen, else the WOR-bestuurder."""
    letter = pen.matter.order.letter
    chosen = pen.matter.council.contact(letter.addressee_id) if letter is not None and letter.addressee_id else None
    if chosen is not None or pen.kind.addressed in {Addressed.STAFF, Addressed.OUTSIDE}:
        return chosen
    return pen.matter.council.director(pen.matter.dossier.organisation)


def addressee(pen: Pen) -> tuple[str, ...]:
    """The address, line by line; asks for a name where none is known."""
    contact = recipient(pen)
    organisation = pen.matter.dossier.organisation or pen.matter.council.organisation
    entrepreneur = pen.kind.addressed is Addressed.ENTREPRENEUR
    if contact is None:
        if pen.kind.addressed is Addressed.STAFF:
            return tuple(line for line in (pen.word("to_staff"), organisation) if line)
        outside = pen.kind.addressed is Addressed.OUTSIDE
        pen.ask("letter.addressee_not_chosen" if outside else "letter.addressee_missing", "addressee")
        first = "" if outside else pen.word("to_entrepreneur" if entrepreneur else "to_director")
        return tuple(line for line in (first, "" if outside else organisation) if line)
    director = contact.role is ContactRole.DIRECTOR
    if director and entrepreneur:
        person = ", ".join(part for part in (contact.name, contact.function) if part)
        attention = f"{pen.word('for_attention')} {person}" if person else ""
        lines = (pen.word("to_entrepreneur"), contact.organisation or organisation, attention, *contact.address.lines)
        return tuple(line for line in lines if line)
    head = pen.word("to_director") if director else ""
    person = ", ".join(part for part in (contact.name, contact.function) if part)
    lines = (head, person, contact.organisation or (organisation if director else ""), *contact.address.lines)
    return tuple(line for line in lines if line)


def salutation(pen: Pen) -> str:
    """How the letter opens."""
    contact = recipient(pen)
    if contact is None and pen.kind.addressed is Addressed.STAFF:
        return pen.word("salutation_staff")
    outside = pen.kind.addressed is Addressed.OUTSIDE
    director = (contact is None and not outside) or (contact is not None and contact.role is ContactRole.DIRECTOR)
    return pen.word("salutation_director" if director else "salutation_other")


def reference_lines(pen: Pen) -> tuple[tuple[str, str], ...]:
    """Their reference and the dossier; date and our own reference are set by the house style."""
    lines = (
        (pen.word("their_reference"), one_line(pen.matter.request.their_reference)),
        (pen.word("dossier_reference"), pen.matter.dossier.reference),
    )
    return tuple((label, text) for label, text in lines if text)


def active_secrecies(secrecies: tuple[Secrecy, ...], on: date) -> tuple[Secrecy, ...]:
    """The secrecy that holds on a day (art. 20 WOR): imposed by then, and not over."""
    return tuple(
        secrecy
        for secrecy in secrecies
        if (secrecy.imposed_on is None or secrecy.imposed_on <= on) and (secrecy.until is None or secrecy.until >= on)
    )


def confidentiality(pen: Pen) -> str:
    """The line about secrecy (art. 20 WOR), or empty."""
    matter = pen.matter
    active = active_secrecies(matter.dossier.secrecies, matter.dated)
    if not active:
        return pen.write("confidential_dossier") if matter.dossier.secret else ""
    secrecy = active[0]
    if len(active) > 1:
        pen.ask("letter.several_secrecies", "confidentiality", count=str(len(active)))
    return pen.write(
        "confidential",
        until=secrecy.until,
        scope=no_stop(one_line(secrecy.scope)),
        except_for=no_stop(one_line(secrecy.except_for)),
    )


def signatures(pen: Pen) -> tuple[Signature, ...]:
    """Who signs, in which capacity; an official secretary only under a recorded mandate."""
    council, order = pen.matter.council, pen.matter.order
    chosen = council.signatories
    if order.signatory_ids:
        known = {signatory.member_id: signatory for signatory in council.signatories}
        chosen = tuple(known.get(member_id, Signatory(member_id=member_id, capacity="")) for member_id in order.signatory_ids)
    elif not chosen:
        chosen = _usual(pen)
    found = []
    for signatory in chosen:
        member = council.member(signatory.member_id)
        if member is None:
            pen.block("letter.signatory_unknown", "signatures")
        elif not _in_office(member, pen.matter.dated):
            pen.block("letter.signatory_not_in_office", "signatures", name=member.name)
        elif _is_official_secretary(member) and not signatory.mandate:
            pen.block("letter.official_secretary_without_mandate", "signatures", name=member.name)
        else:
            found.append(Signature(name=member.name, role=signatory.capacity or _capacity(pen, member)))
    if not found:
        weight = pen.ask if order.status is LetterStatus.CONCEPT else pen.block
        weight("letter.nobody_signs", "signatures")
    return tuple(found)


def _usual(pen: Pen) -> tuple[Signatory, ...]:
    """Chair and secretary, when nobody was appointed to sign."""
    found = []
    for role in (MemberRole.CHAIR, MemberRole.SECRETARY):
        for member in pen.matter.council.members:
            if role in member.roles and _in_office(member, pen.matter.dated) and not _is_official_secretary(member):
                found.append(Signatory(member_id=member.id, capacity=_capacity(pen, member)))
                break
    return tuple(found)


def _capacity(pen: Pen, member: Member) -> str:
    for role in (MemberRole.CHAIR, MemberRole.VICE_CHAIR, MemberRole.SECRETARY, MemberRole.OFFICIAL_SECRETARY):
        if role in member.roles:
            other = role is MemberRole.SECRETARY and pen.matter.council.kind is not CouncilKind.OR
            return pen.word("capacity_secretary_member" if other else f"capacity_{role.value}")
    return pen.word("capacity_member")


def _is_official_secretary(member: Member) -> bool:
    return MemberRole.OFFICIAL_SECRETARY in member.roles


def _in_office(member: Member, on: date) -> bool:
    return (member.from_day is None or member.from_day <= on) and (member.until_day is None or on <= member.until_day)


def annexes(pen: Pen) -> tuple[Annex, ...]:
    """The papers that go with the letter; a personal paper never does."""
    matter, letter = pen.matter, pen.matter.order.letter
    found: list[Annex] = []
    for paper_id in letter.annex_ids if letter is not None else ():
        paper = matter.dossier.paper(paper_id)
        if paper is None:
            pen.block("letter.annex_unknown", "annexes")
        elif paper.personal:
            pen.block("letter.annex_personal", "annexes", code=matter.code(paper))
        else:
            if paper.secrecy is not None and active_secrecies((paper.secrecy,), matter.dated):
                pen.ask("letter.annex_secret", "annexes", code=matter.code(paper), title=paper.title)
            found.append(Annex(number=len(found) + 1, title=paper.title, date=paper.dated_on, version=paper.version))
    return tuple(found)


def _exempt(copy: str, except_for: str) -> bool:
    """Whether secrecy names this recipient as exempt, and not somebody whose name begins alike ("de raad van …")."""
    named = rf"(?:^|[,;]|\ben\b)\s*{re.escape(copy.strip())}\s*(?=$|[.,;]|\ben\b)"
    return re.search(named, except_for.strip(), re.IGNORECASE) is not None


def copies(pen: Pen) -> tuple[str, ...]:
    """Who gets a copy; secrecy and copies are held beside each other (letters.md A0.4 point 8)."""
    matter, letter = pen.matter, pen.matter.order.letter
    found = tuple(copy for copy in (letter.copies if letter is not None else ()) if copy.strip())
    active = active_secrecies(matter.dossier.secrecies, matter.dated)
    for copy in found:
        for secrecy in active:
            if _exempt(copy, secrecy.except_for):
                pen.note("letter.copy_exempt", "copies", copy=copy, scope=secrecy.scope)
                continue
            alike = copy.casefold() in secrecy.except_for.casefold()
            (pen.ask if alike else pen.block)("letter.copy_of_secret", "copies", copy=copy, scope=secrecy.scope)
        if not active and matter.dossier.secret:
            pen.block("letter.copy_of_secret", "copies", copy=copy, scope=matter.dossier.title)
    return found
