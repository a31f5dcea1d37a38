"""What leaves the program on paper: a letter as PDF, its annexes bound, the version for the staff, and a mail draft."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
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
from orapp.services.annex_bundle import Bundle, annex_papers, bound, bundle_name, secret_annexes, too_large_for_memory
from orapp.services.dossiers import Edited
from orapp.services.failures import Circumstance
from orapp.services.letter_acts import present, with_letter
from orapp.services.letter_drafts import LetterDraft, adopted_version
from orapp.services.paper_ports import PDF, Binder, MailDraft, MailFile, MailWriter, Office, OfficeFile, PageMaker
from orapp.services.ports import Archive, Clock, LetterWriter
from orapp.services.style_choice import ShippedTemplate, choose_style, only_klassiek

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
class Gathered:
    """What was read from the archive for paper: the kept Word file and PDF of an adopted letter, and the house style.

    `annexes` are the papers that go along and their files by id, checked before they were read.
    """

    template: bytes | None
    version: LetterVersion | None = None
    word: bytes = b""
    pdf: bytes = b""
    annexes: tuple[Paper, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffPapers:
    """The version for the staff: as content and as Word file."""

    content: LetterContent
    word: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperTools:
    """The adapters that paper goes through."""

    office: Office
    binder: Binder
    mail: MailWriter


class PapersOut:
    """Paper of one open archive, in three steps: what is read (`gather`), what is made, and what is kept (`keep_pdf`).

    Only the first and the last touch the archive, each on its own lane; making takes seconds, and may go on beside them.
    `pages` are the program's own pages, which only a window has.
    """

    def __init__(
        self,
        archive: Archive,
        clock: Clock,
        writer: Callable[[], LetterWriter],
        tools: PaperTools,
        shipped: ShippedTemplate = only_klassiek,
    ) -> None:
        self._archive = archive
        self._clock = clock
        self._writer = writer
        self._office = tools.office
        self._binder = tools.binder
        self._mail = tools.mail
        self._shipped = shipped

    def office_name(self) -> str:
        """The office program that sets PDF on this machine, or empty."""
        return self._office.name()

    # -- what is read --------------------------------------------------------------------------------------------------

    def gather(
        self, dossier: Dossier, letter: Letter, *, annexes: bool = False, allowed: frozenset[str] = frozenset()
    ) -> Gathered:
        """Read what paper of a letter needs; `allowed` are the secret annexes of which a person said that they may go along.

        Raises Refusal for an annex that may not go along, Circumstance("paper.too_large").
        """
        today = self._clock.today()
        papers = annex_papers(dossier, letter, today, allowed) if annexes else ()
        too_large_for_memory(papers)
        version = adopted_version(letter)
        with self._archive.read() as reader:
            style = choose_style(reader, reader.council(), dossier, letter, today, self._shipped)
            return Gathered(
                template=style.data,
                version=version,
                word=b"".join(reader.read_file(version.file.sha256)) if version is not None else b"",
                pdf=b"".join(reader.read_file(version.pdf.sha256)) if version is not None and version.pdf is not None else b"",
                annexes=papers,
                files={paper.id: b"".join(reader.read_file(paper.file.sha256)) for paper in papers if paper.file is not None},
            )

    def kept_pdf(self, version: LetterVersion) -> bytes:
        """The PDF that is kept of a version; empty where it has none."""
        with self._archive.read() as reader:
            return b"".join(reader.read_file(version.pdf.sha256)) if version.pdf is not None else b""

    def content_of(self, version: LetterVersion) -> LetterContent:
        """What a version says. Raises BrokenContent for what no longer can be read."""
        with self._archive.read() as reader:
            return from_json(b"".join(reader.read_file(version.content.sha256)).decode())

    def to_keep(self, dossier_id: str, letter_id: str) -> tuple[LetterVersion, LetterContent, bytes] | None:
        """The newest adopted version that has no PDF yet, with its content and Word file; None where there is none."""
        with self._archive.read() as reader:
            version = adopted_version(present(reader.dossier_by_id(dossier_id), letter_id))
            if version is None or version.pdf is not None:
                return None
            content = from_json(b"".join(reader.read_file(version.content.sha256)).decode())
            return version, content, b"".join(reader.read_file(version.file.sha256))

    # -- what is made --------------------------------------------------------------------------------------------------

    def word(self, content: LetterContent, gathered: Gathered) -> bytes:
        """A letter as a Word file: the kept one of an adopted letter, else set anew in its house style."""
        return gathered.word or self._writer().write(content, None, gathered.template)

    def pdf(self, content: LetterContent, word: bytes, pages: PageMaker, *, archival: bool = False, mark: str = "") -> MadePdf:
        """A letter as PDF of its Word file; without an office program in our own rendering, which says so."""
        because = "office.missing"
        if self._office.name():
            try:
                made = self._office.pdfs((OfficeFile(data=word, suffix=".docx"),), archival=archival)[0]
                if made is not None:
                    kind = " (PDF/A-2b)" if made.archival else ""
                    by = f"{self._office.name()}{kind}"
                    return MadePdf(data=made.data, made_by=by, own=False, archival=made.archival)
                because = "office.nothing_made"
            except Circumstance as circumstance:
                log.warning("no PDF by the office program: %s", circumstance.code)
                because = circumstance.code
        foot = f"{self.foot_of(content)} {OWN_FOOT}".strip()
        data = pages.letter(content, mark=mark, foot=foot)
        return MadePdf(data=data, made_by=f"{OWN} (PDF/A-1b)", own=True, archival=True, because=because)

    @staticmethod
    def foot_of(content: LetterContent) -> str:
        """Reference and fingerprint, as they stand at the foot of our own pages; empty for what was not adopted."""
        parts = []
        if content.reference:
            parts.append(f"Kenmerk {content.reference}")
        if content.fingerprint:
            parts.append(f"vingerafdruk {short(content.fingerprint)}")
        return f"{' · '.join(parts)}." if parts else ""

    def secret_annexes(self, dossier: Dossier, letter: Letter) -> tuple[Paper, ...]:
        """The annexes of a letter under secrecy: a person says of each whether every addressee may know it."""
        return secret_annexes(dossier, letter, self._clock.today())

    def bundle(self, content: LetterContent, dossier: Dossier, gathered: Gathered, pages: PageMaker, told: Told) -> Bundle:
        """The annexes that were gathered in one PDF. Raises Circumstance("paper.binding")."""
        title = f"{content.title} ({content.reference or dossier.reference})"
        name = bundle_name(content.dated, dossier.reference)
        return bound(gathered.annexes, gathered.files, title, name, (pages, self._binder, self._office), told)

    @staticmethod
    def loose_annexes(gathered: Gathered, bundle: Bundle) -> tuple[MailFile, ...]:
        """The annexes that a bundle could not hold, as they are: they go along by themselves."""
        ids = {line.paper_id for line in bundle.asking}
        return tuple(
            MailFile(name=paper.file.name, media_type=paper.file.media_type, data=gathered.files[paper.id])
            for paper in gathered.annexes
            if paper.id in ids and paper.file is not None
        )

    def staff_review(self, content: LetterContent, dossier: Dossier, council: Council) -> StaffReview:
        """What a person looks at before a letter becomes a version for the staff."""
        return review(content, dossier, council, self._clock.today())

    def staff_version(self, content: LetterContent, gathered: Gathered, seen: StaffReview, choice: StaffChoice) -> StaffPapers:
        """The version for the staff, as content and in Word."""
        made = staff_version(content, seen, choice)
        return StaffPapers(content=made, word=self._writer().write(made, None, gathered.template))

    def staff_pdf(self, papers: StaffPapers, pages: PageMaker) -> MadePdf:
        """The version for the staff as PDF, marked on every page."""
        return self.pdf(papers.content, papers.word, pages, mark=MARK)

    def mail_file(self, draft: MailDraft) -> bytes:
        """A mail draft as a file; nothing is sent and nothing recorded as sent. Raises Refusal("mail.address")."""
        return self._mail.write(draft)

    # -- what is kept --------------------------------------------------------------------------------------------------

    def keep_pdf(
        self, dossier_id: str, letter_id: str, version: LetterVersion, made: MadePdf, person: str, origin: str = ""
    ) -> Edited | None:
        """Keep a PDF beside the Word file of a version; None where that version is no longer what it was."""
        with self._archive.write(person, origin) as work:
            before = work.dossier_by_id(dossier_id)
            current = present(before, letter_id)
            if version not in current.versions:
                return None
            file = work.put_file([made.data], Path(version.file.name).with_suffix(".pdf").name, PDF)
            kept = replace(version, pdf=file, pdf_made_by=made.made_by)
            versions = tuple(kept if one == version else one for one in current.versions)
            saved = work.save(before, with_letter(before, replace(current, versions=versions)))
            return Edited(dossier=saved, difference=difference(before, saved), changes=work.changes)


def proposed_mail(draft: LetterDraft, council: Council, addressee_id: str, dossier: Dossier) -> MailDraft:
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
