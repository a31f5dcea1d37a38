"""What leaves the program on paper: a letter as PDF, its annexes bound, the version for the staff, and a mail draft."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from orapp.domain.council import Council
from orapp.domain.dossier import Dossier
from orapp.domain.editing import difference
from orapp.domain.letters import Letter, LetterVersion
from orapp.domain.papers import Paper
from orapp.letters.content import LetterContent
from orapp.letters.content_json import from_json
from orapp.letters.fingerprint import short
from orapp.letters.staff_version import MARK, StaffChoice, StaffReview, review, staff_version
from orapp.services.annex_bundle import Bundle, annex_papers, bound, bundle_name, secret_annexes
from orapp.services.dossiers import Edited
from orapp.services.failures import Circumstance
from orapp.services.file_names import letter_file_name
from orapp.services.letter_acts import present, with_letter
from orapp.services.letter_drafts import LetterDraft, LetterGround, adopted_version
from orapp.services.paper_ports import PDF, Binder, MailDraft, MailFile, MailWriter, Office, OfficeFile, PageMaker
from orapp.services.ports import Archive, Clock, LetterWriter

log = logging.getLogger(__name__)

OWN = "orapp, eigen weergave"
OWN_FOOT = "Eigen weergave van orapp: regels en bladzijden kunnen anders vallen dan in Word."
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePdf:
    """A letter as PDF: by which program, whether in our own rendering, whether it declares PDF/A (ISO 19005).

    `because` is the code of what stood in the way of the office program, empty where nothing did.
    """

    data: bytes
    made_by: str
    own: bool
    archival: bool
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffPapers:
    """The version for the staff: as content, as Word file, and the name for the file (without its ending)."""

    content: LetterContent
    word: bytes
    name: str


class PapersOut:
    """Paper of one open archive. Every method takes its time: on a lane, never in the window's thread.

    `pages` are the program's own pages, which only a window has.
    """

    def __init__(
        self, archive: Archive, clock: Clock, writer: Callable[[], LetterWriter], office: Office, binder: Binder, mail: MailWriter
    ) -> None:
        self._archive = archive
        self._clock = clock
        self._writer = writer
        self._office = office
        self._binder = binder
        self._mail = mail

    def office_name(self) -> str:
        """The office program that sets PDF on this machine, or empty."""
        return self._office.name()

    # -- PDF -----------------------------------------------------------------------------------------------------------

    def pdf(
        self, content: LetterContent, pages: PageMaker, *, word: bytes | None = None, archival: bool = False, mark: str = ""
    ) -> MadePdf:
        """A letter as PDF of its Word file (made here when none is given); without an office program in our own rendering."""
        because = ""
        if self._office.name():
            try:
                data = word if word is not None else self._writer().write(content)
                made = self._office.pdfs((OfficeFile(data=data, suffix=".docx"),), archival=archival)[0]
                if made is not None:
                    kind = " (PDF/A-2b)" if made.archival else ""
                    return MadePdf(data=made.data, made_by=f"{self._office.name()}{kind}", own=False, archival=made.archival)
                because = "office.nothing_made"
            except Circumstance as circumstance:
                log.warning("no PDF by the office program: %s", circumstance.code)
                because = circumstance.code
        foot = f"{self.foot_of(content)} {OWN_FOOT}".strip()
        data = pages.letter(content, mark=mark, foot=foot)
        return MadePdf(data=data, made_by=f"{OWN} (PDF/A-1b)", own=True, archival=True, because=because or "office.missing")

    @staticmethod
    def foot_of(content: LetterContent) -> str:
        """Reference and fingerprint, as they stand at the foot of our own pages; empty for what was not adopted."""
        parts = []
        if content.reference:
            parts.append(f"Kenmerk {content.reference}")
        if content.fingerprint:
            parts.append(f"vingerafdruk {short(content.fingerprint)}")
        return f"{' · '.join(parts)}." if parts else ""

    def keep_pdf(self, dossier_id: str, letter_id: str, pages: PageMaker, person: str, origin: str = "") -> Edited | None:
        """Keep the newest adopted version as PDF/A beside its Word file; None where it has one, or nothing was adopted.

        What takes long is done before the archive is written to.
        """
        with self._archive.read() as reader:
            letter = present(reader.dossier_by_id(dossier_id), letter_id)
            version = adopted_version(letter)
            if version is None or version.pdf is not None:
                return None
            word = b"".join(reader.read_file(version.file.sha256))
            content = from_json(b"".join(reader.read_file(version.content.sha256)).decode())
        made = self.pdf(content, pages, word=word, archival=True)
        with self._archive.write(person, origin) as work:
            before = work.dossier_by_id(dossier_id)
            current = present(before, letter_id)
            file = work.put_file([made.data], Path(version.file.name).with_suffix(".pdf").name, PDF)
            kept = replace(version, pdf=file, pdf_made_by=made.made_by)
            if version not in current.versions:
                return None
            versions = tuple(kept if one == version else one for one in current.versions)
            saved = work.save(before, with_letter(before, replace(current, versions=versions)))
            return Edited(dossier=saved, difference=difference(before, saved), changes=work.changes)

    def kept_file(self, version: LetterVersion, *, pdf: bool) -> bytes:
        """The Word file of a version, or its PDF where it has one (else nothing)."""
        ref = version.pdf if pdf else version.file
        if ref is None:
            return b""
        with self._archive.read() as reader:
            return b"".join(reader.read_file(ref.sha256))

    def content_of(self, version: LetterVersion) -> LetterContent:
        """What a version says. Raises BrokenContent for what no longer can be read."""
        with self._archive.read() as reader:
            return from_json(b"".join(reader.read_file(version.content.sha256)).decode())

    # -- annexes -------------------------------------------------------------------------------------------------------

    def secret_annexes(self, dossier: Dossier, letter: Letter) -> tuple[Paper, ...]:
        """The annexes of a letter under secrecy: a person says of each whether every addressee may know it."""
        return secret_annexes(dossier, letter, self._clock.today())

    def bundle(
        self, draft: LetterDraft, letter: Letter, dossier: Dossier, pages: PageMaker, allowed: frozenset[str], told: Told
    ) -> Bundle:
        """The annexes of a letter in one PDF. Raises Refusal for what may not go along, Circumstance("paper.…")."""
        today = self._clock.today()
        papers = annex_papers(dossier, letter, today, allowed)
        title = f"{draft.content.title} ({draft.content.reference or dossier.reference})"
        name = bundle_name(draft.content.dated, dossier.reference)
        return bound(papers, self._files(papers), title, name, (pages, self._binder, self._office), told)

    def _files(self, papers: tuple[Paper, ...]) -> Mapping[str, bytes]:
        with self._archive.read() as reader:
            return {paper.id: b"".join(reader.read_file(paper.file.sha256)) for paper in papers if paper.file is not None}

    # -- the version for the staff -------------------------------------------------------------------------------------

    def staff_review(self, content: LetterContent, dossier: Dossier, council: Council) -> StaffReview:
        """What a person looks at before a letter becomes a version for the staff."""
        return review(content, dossier, council, self._clock.today())

    def staff_version(self, draft: LetterDraft, ground: LetterGround, seen: StaffReview, choice: StaffChoice) -> StaffPapers:
        """The version for the staff, in Word; as PDF it goes through `pdf` with the mark of it."""
        content = staff_version(draft.content, seen, choice)
        version = len(draft.letter.versions) if draft.letter is not None else 0
        name = letter_file_name(content.dated, content.title, ground.dossier.reference, max(1, version))
        return StaffPapers(content=content, word=self._writer().write(content), name=Path(name).stem)

    def staff_pdf(self, papers: StaffPapers, pages: PageMaker) -> MadePdf:
        """The version for the staff as PDF, marked on every page."""
        return self.pdf(papers.content, pages, word=papers.word, mark=MARK)

    # -- mail ----------------------------------------------------------------------------------------------------------

    def mail_file(self, draft: MailDraft) -> bytes:
        """A mail draft as a file; nothing is sent and nothing recorded as sent. Raises Refusal("mail.address")."""
        return self._mail.write(draft)

    def loose_annexes(self, dossier: Dossier, bundle: Bundle) -> tuple[MailFile, ...]:
        """The annexes that a bundle could not hold, as they are: they go along by themselves."""
        ids = {line.paper_id for line in bundle.asking}
        papers = tuple(paper for paper in dossier.papers if paper.id in ids and paper.file is not None)
        data = self._files(papers)
        return tuple(
            MailFile(name=paper.file.name, media_type=paper.file.media_type, data=data[paper.id])
            for paper in papers
            if paper.file is not None
        )


def proposed_mail(draft: LetterDraft, council: Council, addressee_id: str, dossier: Dossier, on: date) -> MailDraft:
    """A mail to begin with: to the addressee, copies to contacts named as such, and a few words. A person changes it."""
    contact = council.contact(addressee_id) if addressee_id else None
    contact = contact or council.director(dossier.organisation)
    content = draft.content
    copies = tuple(
        (one.name, one.email)
        for one in council.contacts
        if one.email and any(one.name and one.name in copy for copy in content.copies)
    )
    about = f"{content.subject} (ons kenmerk {content.reference})" if content.reference else content.subject
    closing = "\n".join(one.name for one in content.signatures) or content.sender.name
    body = (
        f"{content.salutation}\n\nHierbij ontvangt u de brief van de {content.sender.name} over: {content.subject}.\n\n"
        "Wilt u de ontvangst van deze mail bevestigen?\n\n"
        f"{content.closing}\n\n{closing}\n{content.sender.name}\n"
    )
    to = ((contact.name, contact.email),) if contact is not None and contact.email else ()
    return MailDraft(subject=about, body=body, to=to, cc=copies)
