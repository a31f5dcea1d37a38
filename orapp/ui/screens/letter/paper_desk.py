"""Everything on paper that a letter asks for: PDF, print preview, bundle, version for the staff, mail, comparing and checking."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from orapp.domain.letter_edits import letter_of
from orapp.services.failures import Refusal
from orapp.services.letter_drafts import adopted_version
from orapp.ui.kit.look import Tone
from orapp.ui.kit.paper_process import OwnPages
from orapp.ui.kit.sheet_drafts import SheetDrafts
from orapp.ui.screens.letter.head_bar import BUNDLE, CHECK, COMPARE, HAND_OVER, MAIL, PDF_FILE, PRINT, SEND, STAFF
from orapp.ui.screens.letter.paper_ground import PaperGround
from orapp.ui.screens.letter.paper_sheet import write_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from orapp.domain.letters import Letter, LetterVersion
    from orapp.letters.content import LetterContent
    from orapp.services.desk import Desk
    from orapp.services.dossiers import Edited
    from orapp.services.failures import Failure
    from orapp.services.letters import LetterDraft, LetterGround
    from orapp.services.papers_out import Gathered, MadePdf
    from orapp.ui.kit.dialogs import Sheet
    from orapp.ui.kit.letter_preview import LetterPreview
    from orapp.ui.kit.notices import NoticeBar
    from orapp.ui.kit.tasks import Progress
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.screens.letter.acts import LetterAct
    from orapp.ui.screens.letter.composition import Composition


class PaperDesk(QObject):
    """Opens the dialogs over a window and tells in its notice. `begin_act` begins an act on the letter by its name.

    Own pages look as those of `preview`.
    """

    def __init__(
        self,
        desk: Desk,
        place: Workplace,
        folder: Path,
        composition: Composition,
        notice: NoticeBar,
        begin_act: Callable[[str], None],
        preview: LetterPreview,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._place = place
        self._folder = folder
        self._composition = composition
        self._notice = notice
        self._begin_act = begin_act
        self._preview = preview
        self._window = parent
        self._handed_over = ""

    def act(
        self, act: str, ground: LetterGround, draft: LetterDraft, letter: Letter, done: Callable[[Edited], None]
    ) -> LetterAct:
        """Opens the dialog of an act; once it was done, what was adopted is kept as PDF/A too."""
        from orapp.ui.screens.letter.act_words import open_act

        def acted(edited: Edited) -> None:
            done(edited)
            if act == HAND_OVER:
                self._tell_handed_over(edited, letter.id)
            elif self._handed_over and self._notice.text() == self._handed_over:
                # What came of it stands with the versions now.
                self._notice.hide()
            self.keep_archive_copy(edited)

        sheet = open_act(act, self._window, self._place, self._desk, ground, draft, letter, acted)
        SheetDrafts(sheet, self._place, self._composition.editor, letter.id, sheet.cancel_button)
        return sheet

    def _tell_handed_over(self, edited: Edited, letter_id: str) -> None:
        kept = letter_of(edited.dossier, letter_id)
        if kept is not None and kept.versions:
            words = self.tr("Ter vaststelling: versie {number}. Het Word-bestand staat in het dossier.")
            self._handed_over = words.format(number=kept.versions[-1].number)
            self._notice.tell(self._handed_over, Tone.GOOD)

    def begin(self, what: str, draft: LetterDraft | None) -> Sheet | None:
        """Does what was asked of the letter as it stands; gives the dialog that was opened, if one was."""
        self._composition.settle()
        letter, ground = self._composition.letter, self._composition.ground
        if draft is None or letter is None or ground is None:
            return None
        place, papers, window, folder = self._place, self._desk.papers_out, self._window, self._folder
        of = PaperGround(papers=papers, ground=ground, letter=letter, draft=draft, folder=folder, look=self._preview.page_look)
        sheet: Sheet
        match what:
            case name if name == PRINT:
                from orapp.ui.screens.letter.paper_print import PrintSheet

                foot = papers.foot_of(draft.content)
                sheet = PrintSheet(window, place, draft.content, foot, of.look, in_word=bool(papers.office_name()))
            case name if name == BUNDLE:
                from orapp.ui.screens.letter.paper_bundle import BundleSheet

                if not letter.annex_ids:
                    self._notice.tell(place.said(Refusal("paper.no_annexes")), Tone.ATTENTION)
                    return None
                sheet = BundleSheet(window, place, of)
            case name if name == STAFF:
                from orapp.ui.screens.letter.paper_staff import StaffSheet

                sheet = StaffSheet(window, place, of)
            case name if name == MAIL:
                from orapp.ui.screens.letter.paper_mail import MailSheet

                sheet = mail = MailSheet(window, place, of)
                mail.sending_asked.connect(lambda: self._begin_act(SEND))
            case name if name == COMPARE:
                from orapp.ui.screens.letter.paper_compare import CompareSheet

                sheet = CompareSheet(window, place, papers, letter, None if draft.frozen and letter.versions else draft.content)
            case name if name == CHECK:
                from orapp.ui.screens.letter.paper_check import CheckSheet

                sheet = CheckSheet(window, place, self._desk.letter_life, ground.dossier.id, letter.id, folder)
            case _:
                self._ask_pdf(what, draft)
                return None
        sheet.open()
        return sheet

    def _ask_pdf(self, what: str, draft: LetterDraft) -> None:
        if what != PDF_FILE:
            raise ValueError(what)
        proposal = self._folder / Path(draft.file_name).with_suffix(".pdf").name
        kinds = self.tr("PDF (*.pdf)")
        self._place.asker.name_file(
            self._window, self.tr("Waar komt de PDF?"), proposal, kinds, lambda path: self._make_pdf(path, draft)
        )

    def _make_pdf(self, path: Path, draft: LetterDraft) -> None:
        papers, letter, dossier = self._desk.papers_out, self._composition.letter, self._composition.dossier
        if letter is None or dossier is None:
            return
        self._notice.tell(self.tr("De PDF wordt gemaakt…"), Tone.ACCENT)
        self._place.tasks.read(
            self, "pdf", lambda: papers.gather(dossier, letter), lambda found: self._set_pdf(path, draft, found), self._failed
        )

    def _set_pdf(self, path: Path, draft: LetterDraft, gathered: Gathered) -> None:
        papers, pages = self._desk.papers_out, self._pages()

        def work(_progress: Progress) -> MadePdf:
            made = papers.pdf(draft.content, papers.word(draft.content, gathered), pages)
            write_file(self._place, path, made.data)
            return made

        self._place.tasks.work(self, work, lambda made: self._made_pdf(made, path), self._failed)

    def _made_pdf(self, made: MadePdf, path: Path) -> None:
        words = self.tr("De PDF staat in {path}, gemaakt door {by}.").format(path=path, by=made.made_by)
        if made.own:
            words += " " + self._place.texts.say(made.because, seconds="90")
        self._notice.tell(words, Tone.ATTENTION if made.own else Tone.GOOD, self.tr("&Openen"), lambda: self._open(path))

    def _pages(self) -> OwnPages:
        """The program's own pages, in the house style in which the letter is shown."""
        return OwnPages(self._place.look, self._preview.page_look)

    def open_kept(self, version: LetterVersion) -> None:
        """Opens the PDF that is kept of a version, as a copy in the private folder."""
        papers, place = self._desk.papers_out, self._place
        name = Path(version.pdf.name if version.pdf is not None else version.file.name).name
        path = place.private_folder() / name

        def work() -> None:
            write_file(self._place, path, papers.kept_pdf(version))
            place.open_file(path)

        place.tasks.read(self, "pdf-openen", work, lambda _none: None, self._failed)

    def _open(self, path: Path) -> None:
        self._place.tasks.read(self, "pdf-openen", lambda: self._place.open_file(path), lambda _none: None, self._failed)

    def keep_archive_copy(self, edited: Edited) -> None:
        """Keeps the newest adopted version as PDF/A beside its Word file, once; it takes seconds, and nothing waits for it."""
        letter = self._composition.letter
        if letter is None or adopted_version(letter) is None or self._desk.archive.read_only:
            return
        papers, pages, tasks, here = self._desk.papers_out, self._pages(), self._place.tasks, self._place.here
        dossier_id, letter_id, person, window = edited.dossier.id, letter.id, here.person, here.window

        def keep(version: LetterVersion, made: MadePdf) -> None:
            tasks.write(
                self,
                lambda: papers.keep_pdf(dossier_id, letter_id, version, made, person, window),
                self._kept,
                self._failed,
            )

        def make(found: tuple[LetterVersion, LetterContent, bytes] | None) -> None:
            if found is not None:
                version, content, word = found
                tasks.work(
                    self,
                    lambda _progress: papers.pdf(content, word, pages, archival=True),
                    lambda made: keep(version, made),
                    self._failed,
                )

        tasks.read(self, "pdf-bewaren", lambda: papers.to_keep(dossier_id, letter_id), make, self._failed)

    def _kept(self, edited: Edited | None) -> None:
        if edited is None:
            return
        current = self._composition.letter
        if current is not None and any(letter.id == current.id for letter in edited.dossier.letters):
            self._composition.edited(edited)
        else:
            self._place.changes.publish(edited.changes)

    def _failed(self, failure: Failure) -> None:
        self._notice.tell(self._place.said(failure), Tone.DANGER)
