"""Making letters: what a dossier gives, what is still missing, and the versions that the dossier keeps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from orapp.domain.council import Council
from orapp.domain.dossier import Dossier
from orapp.domain.letters import Letter, LetterVersion
from orapp.domain.requests import Request
from orapp.law.book import LawBook
from orapp.letters.compose import compose
from orapp.letters.content import Finding, FindingWeight, LetterContent, LetterStatus
from orapp.letters.content_json import to_json
from orapp.letters.order import LetterOrder, LetterRefused
from orapp.letters.outlines import LetterBook, LetterKind
from orapp.services.failures import Refusal
from orapp.services.file_names import letter_file_name
from orapp.services.ports import Archive, Clock, Identities, LetterWriter

NOTHING_TO_ANSWER = "letter.nothing_to_answer"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterDraft:
    """A letter as the dossier gives it now, with what the checks found."""

    content: LetterContent
    findings: tuple[Finding, ...]
    request_id: str
    letter: Letter | None
    file_name: str

    @property
    def blocking(self) -> int:
        """How many findings stand in the way of adoption."""
        return sum(finding.weight is FindingWeight.BLOCKING for finding in self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeLetter:
    """A version that was made and is kept in the dossier."""

    data: bytes
    file_name: str
    findings: tuple[Finding, ...]
    version: int
    letter_id: str


class LetterService:
    """Letters of one open archive."""

    def __init__(
        self, archive: Archive, clock: Clock, identities: Identities, law: LawBook, book: LetterBook, writer: LetterWriter
    ) -> None:
        self._archive = archive
        self._clock = clock
        self._identities = identities
        self._law = law
        self._book = book
        self._writer = writer

    def kinds(self) -> tuple[LetterKind, ...]:
        """The kinds of letters that can be made."""
        return self._book.kinds()

    def prepare(self, reference: str, kind: str, request_id: str = "") -> LetterDraft:
        """Compose a letter without keeping it, for the preview. Raises Refusal("letter.…") where no such letter can be."""
        with self._archive.read() as reader:
            dossier, council = reader.dossier(reference), reader.council()
            logo = b"".join(reader.read_file(council.logo.sha256)) if council.logo else b""
        refused: Refusal | None = None
        for request in self._candidates(dossier, kind, request_id):
            try:
                return self._composed(dossier, council, logo, kind, request)
            except Refusal as refusal:
                # Another request of the dossier may be the one that this letter answers.
                refused = refused or refusal
                if refusal.code != NOTHING_TO_ANSWER:
                    break
        raise refused or Refusal("letter.no_request", reference=dossier.reference, kind=kind)

    def make(self, reference: str, kind: str, person: str, request_id: str = "", origin: str = "") -> MadeLetter:
        """Set the letter in Word and keep it as the next version in the dossier.

        A letter that was adopted is not composed anew once a version of it was kept: that version is given.
        """
        draft = self.prepare(reference, kind, request_id)
        kept = self._adopted_version(draft.letter)
        if draft.letter is not None and kept is not None:
            with self._archive.read() as reader:
                data = b"".join(reader.read_file(kept.file.sha256))
            return MadeLetter(data=data, file_name=kept.file.name, findings=(), version=kept.number, letter_id=draft.letter.id)
        data = self._writer.write(draft.content)
        text = to_json(draft.content).encode()
        with self._archive.write(person, origin) as work:
            dossier = work.dossier(reference)
            letter = _letter_of(dossier, kind, draft.request_id)
            number = len(letter.versions) + 1 if letter else 1
            version = LetterVersion(
                number=number,
                made_at=self._clock.now(),
                made_by=person,
                file=work.put_file([data], draft.file_name, WORD),
                content=work.put_file([text], f"{kind}-v{number}.json", "application/json"),
                status=draft.content.status.value,
                outline_version=draft.content.outline_version,
                law_known_on=self._law.known_on,
                house_style=self._writer.style_version,
            )
            after, letter_id = self._with_version(dossier, letter, draft, version)
            work.save(dossier, after)
        return MadeLetter(data=data, file_name=draft.file_name, findings=draft.findings, version=number, letter_id=letter_id)

    def _with_version(
        self, dossier: Dossier, letter: Letter | None, draft: LetterDraft, version: LetterVersion
    ) -> tuple[Dossier, str]:
        if letter is None:
            letter = Letter(
                id=self._identities.new_id(),
                position=len(dossier.letters),
                kind=draft.content.kind,
                request_id=draft.request_id,
                subject=draft.content.subject,
                versions=(version,),
            )
            return replace(dossier, letters=(*dossier.letters, letter)), letter.id
        changed = replace(letter, versions=(*letter.versions, version))
        letters = tuple(changed if item.id == letter.id else item for item in dossier.letters)
        return replace(dossier, letters=letters), letter.id

    @staticmethod
    def _adopted_version(letter: Letter | None) -> LetterVersion | None:
        if letter is None or letter.adopted_on is None:
            return None
        adopted = [version for version in letter.versions if version.status != LetterStatus.CONCEPT.value]
        return adopted[-1] if adopted else None

    def _composed(self, dossier: Dossier, council: Council, logo: bytes, kind: str, request: Request) -> LetterDraft:
        letter = _letter_of(dossier, kind, request.id)
        dated = _dated(letter, self._clock.today())
        order = LetterOrder(
            kind=kind,
            request_id=request.id,
            decision_ids=letter.decision_ids if letter else (),
            letter=letter,
            dated=dated,
            status=_status(letter),
            reference=letter.reference if letter else "",
            logo=logo,
        )
        try:
            composed = compose(self._book, self._law, council, dossier, order)
        except LetterRefused as refused:
            raise Refusal(refused.code, **refused.fields) from refused
        number = len(letter.versions) + 1 if letter else 1
        name = letter_file_name(dated, composed.content.title, dossier.reference, number)
        return LetterDraft(
            content=composed.content, findings=composed.findings, request_id=request.id, letter=letter, file_name=name
        )

    def _candidates(self, dossier: Dossier, kind: str, request_id: str) -> list[Request]:
        """The requests that this letter may be about, the likeliest first: what waits for it, the newest of these first."""
        known = {item.key: item for item in self._book.kinds()}
        if kind not in known:
            raise Refusal("letter.unknown_kind", kind=kind, kinds=", ".join(known))
        if request_id:
            request = dossier.request(request_id)
            if request is None:
                raise Refusal("letter.unknown_request", reference=dossier.reference)
            return [request]
        fitting = [request for request in dossier.requests if known[kind].for_request(request.legal)]
        newest = sorted(fitting, key=lambda request: request.received_on or date.min, reverse=True)
        waiting = [request for request in newest if not _answered(dossier, kind, request)]
        with_letter = [request for request in newest if _letter_of(dossier, kind, request.id)]
        return list({request.id: request for request in (*waiting, *with_letter, *newest)}.values())


def _answered(dossier: Dossier, kind: str, request: Request) -> bool:
    letter = _letter_of(dossier, kind, request.id)
    return letter is not None and letter.sent_on is not None


def _letter_of(dossier: Dossier, kind: str, request_id: str) -> Letter | None:
    """The newest letter of this kind for the request."""
    letters = [letter for letter in dossier.letters if letter.kind == kind and letter.request_id == request_id]
    return letters[-1] if letters else None


def _dated(letter: Letter | None, today: date) -> date:
    if letter is None:
        return today
    return letter.dated or letter.sent_on or letter.adopted_on or today


def _status(letter: Letter | None) -> LetterStatus:
    if letter is None or letter.adopted_on is None:
        return LetterStatus.CONCEPT
    if letter.sent_on is not None:
        return LetterStatus.SENT
    return LetterStatus.SIGNED if letter.signed_on is not None else LetterStatus.ADOPTED
