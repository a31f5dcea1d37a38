"""Making letters: what a dossier gives, what is still missing, the versions that are kept, and the acts on them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from orapp.domain.council import Council, Member
from orapp.domain.dossier import Dossier, codes
from orapp.domain.editing import difference
from orapp.domain.letter_edits import letter_of, text_of
from orapp.domain.letters import Letter, LetterVersion
from orapp.law.book import LawBook
from orapp.letters.beginnings import Beginning, Thing, beginnings
from orapp.letters.content import Finding, FindingWeight, LetterContent, LetterStatus
from orapp.letters.content_json import from_json, to_json
from orapp.letters.fingerprint import stamped
from orapp.letters.letter_kinds import LetterKind
from orapp.letters.letter_mark import LetterMark
from orapp.letters.outlines import LetterBook
from orapp.letters.small_body import barred
from orapp.letters.typed_text import text_from
from orapp.services import letter_acts
from orapp.services.dossiers import Edited
from orapp.services.failures import Refusal
from orapp.services.letter_acts import Adoption, Sending, Signing, present, with_letter
from orapp.services.letter_confirming import Confirmation, at_work, check_confirmed, check_second, confirmations, may_agree
from orapp.services.letter_drafts import (
    NOTHING_TO_ANSWER,
    LetterDraft,
    LetterGround,
    Offer,
    adopted_version,
    candidates,
    draft_of,
    frozen_draft,
    grounds_of,
    newest_letter,
    offers,
    request_of,
    writing_kind,
)
from orapp.services.letter_handing import handed_over
from orapp.services.letter_outlook import Outlook, outlook
from orapp.services.letter_renouncing import with_no_appeal
from orapp.services.ports import Archive, Clock, DossierReader, Identities, LetterWriter, UnitOfWork
from orapp.services.style_choice import ShippedTemplate, choose_style, only_klassiek

__all__ = ["NOTHING_TO_ANSWER", "WORD", "LetterDraft", "LetterGround", "LetterService", "MadeLetter"]

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeLetter:
    """A version that was made and is kept in the dossier."""

    data: bytes
    file_name: str
    findings: tuple[Finding, ...]
    version: int
    letter_id: str


Delivery = Callable[[MadeLetter], None]
"""Brings a version to its place before it is kept: when that fails, nothing is kept."""


class LetterService:
    """Letters of one open archive."""

    def __init__(
        self,
        archive: Archive,
        clock: Clock,
        identities: Identities,
        law: LawBook,
        book: LetterBook,
        writer: LetterWriter,
        shipped: ShippedTemplate = only_klassiek,
    ) -> None:
        self._archive = archive
        self._clock = clock
        self._identities = identities
        self._law = law
        self._book = book
        self._writer = writer
        self._shipped = shipped

    def kinds(self) -> tuple[LetterKind, ...]:
        """The kinds of letters that can be made."""
        return self._book.kinds()

    def offers(self, dossier: Dossier, council: Council | None = None) -> tuple[Offer, ...]:
        """What can be written in a dossier, for each request the likeliest first; of a council only what it may write."""
        return offers(self._book, dossier, self._clock.today(), council)

    def kinds_for(self, reference: str) -> tuple[LetterKind, ...]:
        """The kinds of letters that are offered in a dossier, each once; none where the dossier is not there any more."""
        with self._archive.read() as reader:
            try:
                found = self.offers(reader.dossier(reference), reader.council())
            except Refusal:
                return ()
        return tuple({offer.kind.key: offer.kind for offer in found}.values())

    def beginnings(self, dossier: Dossier, thing: Thing) -> tuple[Beginning, ...]:
        """The letters that fit a term or items of a dossier, the likeliest first."""
        found = beginnings(self._book, dossier, thing, self._clock.today())
        with self._archive.read() as reader:
            kind = writing_kind(reader.council(), dossier)
        return tuple(one for one in found if barred(one.kind, kind, grounds_of(dossier, one.request_id)) is None)

    def outlook(self, ground: LetterGround, letter: Letter, on: date) -> Outlook:
        """What follows in the procedure when this letter leaves on a day; nothing is kept."""
        return outlook(ground, letter, on, self._law, self._clock.today())

    def ground(self, reference: str) -> LetterGround:
        """What letters of a dossier are composed from, in one look."""
        with self._archive.read() as reader:
            return self._ground(reader, reader.dossier(reference))

    def prepare(self, reference: str, kind: str, request_id: str = "", letter_id: str = "") -> LetterDraft:
        """Compose a letter without keeping it, for the preview. Raises Refusal("letter.…") where no such letter can be.

        An adopted letter of which a version was kept is not composed anew: its text is that of the version.
        """
        with self._archive.read() as reader:
            ground = self._ground(reader, reader.dossier(reference))
            return self._prepared(reader, ground, kind, request_id, letter_id)

    def compose_with(self, ground: LetterGround, kind: str, request_id: str, letter: Letter | None) -> LetterDraft:
        """Compose from what was read before, the archive untouched. `letter` need not be in the dossier yet.

        Raises Refusal("letter.…") where no such letter can be.
        """
        request = request_of(self._book, ground.dossier, kind, request_id, letter)
        return draft_of(self._book, self._law, ground, kind, request, letter, self._clock.today())

    def plain_section(self, ground: LetterGround, kind: str, request_id: str, letter: Letter | None, section: str) -> str:
        """What the dossier gives in a section, as text to go on writing from; empty where it gives nothing.

        Own words that stand before it stay as they were typed.
        """
        bare, lead = letter, text_of(letter, section)
        if letter is not None:
            texts = tuple(one for one in letter.texts if one.section != section)
            bare = replace(letter, texts=texts, left_out=tuple(one for one in letter.left_out if one.section != section))
        content = self.compose_with(ground, kind, request_id, bare).content
        known = codes(ground.dossier)
        given = next((text_from(one.blocks, known) for one in content.sections if one.key == section), "")
        before = lead.text if lead is not None and not lead.replaces else ""
        return "\n".join(one for one in (before, given) if one)

    def read_version(self, version: LetterVersion) -> bytes:
        """The Word file of a kept version."""
        with self._archive.read() as reader:
            return b"".join(reader.read_file(version.file.sha256))

    def make(
        self,
        reference: str,
        kind: str,
        person: str,
        request_id: str = "",
        origin: str = "",
        *,
        letter_id: str = "",
        deliver: Delivery | None = None,
    ) -> MadeLetter:
        """Set the letter in Word and keep it as the next version in the dossier, once `deliver` has brought it to its place.

        A letter that was adopted is not composed anew once a version of it was kept: that version is given.
        """
        draft = self.prepare(reference, kind, request_id, letter_id)
        kept = adopted_version(draft.letter)
        if draft.letter is not None and kept is not None:
            made = MadeLetter(
                data=self.read_version(kept),
                file_name=kept.file.name,
                findings=(),
                version=kept.number,
                letter_id=draft.letter.id,
            )
            if deliver is not None:
                deliver(made)
            return made
        with self._archive.write(person, origin) as work:
            dossier = work.dossier(reference)
            letter = draft.letter and letter_of(dossier, draft.letter.id)
            letter = letter or self._new_letter(draft)
            after, data = self._with_version(work, dossier, letter, draft.content, draft.file_name, person)
            made = MadeLetter(
                data=data,
                file_name=draft.file_name,
                findings=draft.findings,
                version=len(after.versions),
                letter_id=letter.id,
            )
            if deliver is not None:
                deliver(made)
            work.save(dossier, with_letter(dossier, after))
        return made

    def take_over(self, dossier_id: str, read: Letter, after: Letter, person: str, origin: str = "") -> Edited:
        """Keep other words for a letter that is still a concept, and make its next version of them: one edit.

        `read` is the letter on which the other words rest. Raises Refusal when it was adopted or changed since.
        """
        with self._archive.write(person, origin) as work:
            before = work.dossier_by_id(dossier_id)
            current = present(before, after.id)
            if current.adopted_on is not None:
                raise Refusal("letter.already_adopted")
            if current != read:
                raise Refusal("item.changed_since")
            draft = self._composed(work, with_letter(before, after), after)
            kept, _ = self._with_version(work, before, after, draft.content, draft.file_name, person)
            return self._saved(work, before, with_letter(before, kept))

    # -- the acts ------------------------------------------------------------------------------------------------------

    def hand_over(self, dossier_id: str, letter: Letter, person: str, origin: str = "") -> Edited:
        """Hand a letter over for adoption: the version that is to be adopted is made and kept, still a concept."""
        with self._archive.write(person, origin) as work:
            before = work.dossier_by_id(dossier_id)
            current = letter_of(before, letter.id) or letter
            if current.adopted_on is not None:
                raise Refusal("letter.already_adopted", place="on")
            draft = self._composed(work, with_letter(before, current), current)
            given = handed_over(current, draft.content, self._clock.today(), person)
            kept, _ = self._with_version(work, before, given, draft.content, draft.file_name, person)
            return self._saved(work, before, with_letter(before, kept))

    def adopt(
        self, dossier_id: str, letter_id: str, act: Adoption, person: str, origin: str = "", *, begun: Letter | None = None
    ) -> Edited:
        """Adopt a letter by a resolution or a mandate: it gets its reference, and its text stands from then on.

        A letter that was begun and never typed in is no part of the dossier yet: `begun` is that letter.

        Raises Refusal with what blocks: a field of the act, or the first finding that stands in the way. Then no number is used.
        """
        with self._archive.write(person, origin) as work:
            before = work.dossier_by_id(dossier_id)
            letter = letter_of(before, letter_id) or begun or present(before, letter_id)
            kind = self._book.outlines[letter.kind].kind
            letter_acts.check_adoption(letter, act, kind, self._clock.today())
            check_confirmed(before, letter, kind, confirmed=act.confirmed)
            council = work.council()
            second = check_second(at_work(council, before, act.on), before, letter, kind, act, person, self._clock.today())
            resolved = with_no_appeal(before, letter, act, self._clock.today(), self._identities.new_id)
            reference = letter_acts.reference_of(council, before, act.on, lambda: work.next_letter_number(dossier_id))
            after, taken = letter_acts.adopted(resolved, letter, act, reference, self._identities.new_id(), kind.resolution)
            if second is not None:
                taken = replace(taken, agreed_by=second.name, agreed_on=act.second_on)
                after = letter_acts.with_letter(after, taken)
            draft = self._composed(work, after, taken)
            for finding in draft.findings:
                if finding.weight is FindingWeight.BLOCKING:
                    raise Refusal(finding.code, **{**finding.fields, "place": finding.place})
            content = stamped(draft.content)
            taken = replace(taken, fingerprint=content.fingerprint)
            kept, _ = self._with_version(work, before, taken, content, draft.file_name, person)
            return self._saved(work, before, with_letter(after, kept))

    def sign(self, dossier_id: str, letter_id: str, act: Signing, person: str, origin: str = "") -> Edited:
        """Record who signed an adopted letter; its text is that of the adopted version, with these signatures."""
        with self._archive.write(person, origin) as work:
            before = work.dossier_by_id(dossier_id)
            council = at_work(work.council(), before, act.on)
            after, signatures = letter_acts.signed(present(before, letter_id), council, act, self._clock.today())
            draft = self._frozen_or_composed(work, before, present(before, letter_id))
            content = replace(draft.content, status=LetterStatus.SIGNED, signatures=signatures)
            kept, _ = self._with_version(work, before, after, content, draft.file_name, person)
            return self._saved(work, before, with_letter(before, kept))

    def may_agree(self, council: Council, dossier: Dossier, person: str) -> tuple[Member, ...]:
        """Who may agree as second member with what a letter gives up, today; the person who works is none of them."""
        today = self._clock.today()
        return may_agree(at_work(council, dossier, today), person, today)

    def to_confirm(self, dossier: Dossier, letter: Letter) -> tuple[Confirmation, ...]:
        """What is spelled out and confirmed before this letter is adopted; empty for most letters."""
        return confirmations(dossier, letter, self._book.outlines[letter.kind].kind)

    def send(self, dossier_id: str, letter_id: str, act: Sending, person: str, origin: str = "") -> Edited:
        """Record that a signed letter left: the paper, and what follows from it in the procedure."""
        with self._archive.write(person, origin) as work:
            before = work.dossier_by_id(dossier_id)
            letter = present(before, letter_id)
            version = adopted_version(letter)
            content = self._frozen_or_composed(work, before, letter).content
            after = letter_acts.sent(
                before,
                letter,
                act,
                version.file if version is not None else None,
                content,
                self._identities.new_id,
                self._clock.today(),
            )
            return self._saved(work, before, after)

    # -- within one look or one transaction ----------------------------------------------------------------------------

    @staticmethod
    def _ground(reader: DossierReader, dossier: Dossier) -> LetterGround:
        council = reader.council()
        logo = b"".join(reader.read_file(council.logo.sha256)) if council.logo else b""
        return LetterGround(dossier=dossier, council=council, logo=logo)

    def _prepared(self, reader: DossierReader, ground: LetterGround, kind: str, request_id: str, letter_id: str) -> LetterDraft:
        refused: Refusal | None = None
        dossier = ground.dossier
        chosen = letter_of(dossier, letter_id) if letter_id else None
        wanted = chosen.request_id if chosen is not None else request_id
        about = request_of(self._book, dossier, kind, wanted, chosen) if chosen is not None else None
        for request in (about,) if about is not None else candidates(self._book, dossier, kind, wanted):
            letter = chosen or newest_letter(dossier, kind, request.id)
            frozen = self._frozen(reader, dossier, letter)
            if frozen is not None:
                return frozen
            try:
                return draft_of(self._book, self._law, ground, kind, request, letter, self._clock.today())
            except Refusal as refusal:
                # Another request of the dossier may be the one that this letter answers.
                refused = refused or refusal
                if refusal.code != NOTHING_TO_ANSWER:
                    break
        raise refused or Refusal("letter.no_request", reference=dossier.reference, kind=kind)

    @staticmethod
    def _frozen(reader: DossierReader, dossier: Dossier, letter: Letter | None) -> LetterDraft | None:
        kept = adopted_version(letter)
        if letter is None or kept is None:
            return None
        content = from_json(b"".join(reader.read_file(kept.content.sha256)).decode())
        return frozen_draft(content, letter, dossier.reference)

    def _frozen_or_composed(self, work: UnitOfWork, dossier: Dossier, letter: Letter) -> LetterDraft:
        return self._frozen(work, dossier, letter) or self._composed(work, dossier, letter)

    def _composed(self, work: UnitOfWork, dossier: Dossier, letter: Letter) -> LetterDraft:
        request = request_of(self._book, dossier, letter.kind, letter.request_id, letter)
        ground = self._ground(work, dossier)
        return draft_of(self._book, self._law, ground, letter.kind, request, letter, self._clock.today())

    def _new_letter(self, draft: LetterDraft) -> Letter:
        return Letter(
            id=self._identities.new_id(), kind=draft.content.kind, request_id=draft.request_id, subject=draft.content.subject
        )

    def _with_version(
        self, work: UnitOfWork, dossier: Dossier, letter: Letter, content: LetterContent, file_name: str, person: str
    ) -> tuple[Letter, bytes]:
        """The letter with its next version, and the Word file of that: it carries the mark by which it is known again."""
        number = len(letter.versions) + 1
        kept = work.put_file([to_json(content).encode()], f"{letter.kind}-v{number}.json", "application/json")
        council = work.council()
        mark = LetterMark(
            letter_id=letter.id,
            version=number,
            content_digest=kept.sha256,
            dossier_id=dossier.id,
            reference=dossier.reference,
            council_id=council.id,
            council=council.name,
        )
        style = choose_style(work, council, dossier, letter, self._clock.today(), self._shipped)
        data = self._writer.write(content, mark, style.data)
        version = LetterVersion(
            number=number,
            made_at=self._clock.now(),
            made_by=person,
            file=work.put_file([data], file_name, WORD),
            content=kept,
            status=content.status.value,
            outline_version=content.outline_version,
            law_known_on=self._law.known_on,
            house_style=self._writer.style_version(style.data),
            style_id=style.style_id,
            template=style.file,
        )
        return replace(letter, versions=(*letter.versions, version)), data

    @staticmethod
    def _saved(work: UnitOfWork, before: Dossier, after: Dossier) -> Edited:
        saved = work.save(before, after)
        return Edited(dossier=saved, difference=difference(before, saved), changes=work.changes)
