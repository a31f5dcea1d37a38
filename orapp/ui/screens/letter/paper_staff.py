"""Making the version of a letter for the staff: what the program found is shown, and a person decides what goes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from orapp.letters.staff_names import SuspectKind
from orapp.letters.staff_version import MASKED, StaffChoice
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import button
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.paper_process import OwnPages
from orapp.ui.screens.letter.paper_sheet import PaperSheet, shortened, write_file

if TYPE_CHECKING:
    from orapp.letters.staff_names import Suspect
    from orapp.letters.staff_version import StaffReview
    from orapp.services.papers_out import Gathered, MadePdf
    from orapp.ui.kit.tasks import Progress
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.screens.letter.paper_ground import PaperGround

CONTEXTS = 2


class StaffSheet(PaperSheet):
    """Ticks: what is masked, and which sections stay out. What the program did not find, it cannot leave out: it says so."""

    def __init__(self, parent: QWidget, place: Workplace, of: PaperGround) -> None:
        super().__init__(parent, place, self.tr("Achterbanversie maken"), "achterbanversie")
        self._of = of
        self._review: StaffReview | None = None
        self.masks: dict[str, tuple[QCheckBox, Suspect]] = {}
        self.sections: dict[str, QCheckBox] = {}
        words = self.tr(
            "Een kopie van de brief zonder namen en zonder geheime gedeelten, met “Achterbanversie” op elke bladzijde. Het "
            "programma vindt niet alles: lees de tekst zelf na voordat u haar verspreidt."
        )
        self.room.addWidget(text_label(words, wrap=True))
        self.waiting = text_label(self.tr("De brief wordt nagekeken…"), "quiet")
        self.room.addWidget(self.waiting)
        self.room.addStretch(1)
        self.pdf_button = button(self.tr("Als &PDF maken…"), "achterban-pdf")
        self.pdf_button.clicked.connect(lambda: self._ask(".pdf"))
        self.acts.addWidget(self.pdf_button)
        self.add_act(self.tr("Als &Word-bestand maken…"), "achterban-word")
        self._ready(False)
        self.take_size(760, 680)

        def review(_progress: Progress) -> StaffReview:
            return of.papers.staff_review(of.draft.content, of.dossier, of.ground.council)

        place.tasks.work(self, review, self.show_review, self.fail)

    def show_review(self, found: StaffReview) -> None:
        """Shows what was found, each with a tick."""
        self._review = found
        self.waiting.hide()
        at = self.room.indexOf(self.waiting)
        widgets: list[QWidget] = []
        known = [one for one in found.suspects if one.kind is not SuspectKind.PERHAPS]
        perhaps = [one for one in found.suspects if one.kind is SuspectKind.PERHAPS]
        sections = self._sections(found)
        # Secrecy comes first; without it the names do, for they are always there.
        secret = any(one.out for one in found.sections)
        widgets += sections if secret else []
        if found.secret_papers:
            codes = ", ".join(f"{code} {title}" for code, title in found.secret_papers)
            words = self.tr("Wat over deze stukken gaat, blijft weg: {codes}.")
            widgets.append(text_label(words.format(codes=codes), "quiet", wrap=True))
        widgets += self._group(self.tr("Gevonden namen en adressen ({n}); wat is aangevinkt, verdwijnt:"), known)
        widgets += self._group(self.tr("Misschien ook namen ({n}); vink aan wat weg moet:"), perhaps)
        if not found.suspects:
            widgets.append(text_label(self.tr("Er zijn geen namen, mailadressen of telefoonnummers gevonden."), wrap=True))
        widgets += [] if secret else sections
        asks = text_label(self.tr("Staat er nog &iets in dat weg moet? Typ het hier, met komma's ertussen:"), wrap=True)
        self.more = QLineEdit()
        a11y.name(self.more, "ook-weg", self.tr("Ook weglaten, met komma's ertussen"))
        a11y.befriend(asks, self.more)
        widgets += (asks, self.more)
        for number, widget in enumerate(widgets):
            self.room.insertWidget(at + number, widget)
        ticks: list[QWidget] = [widget for widget in widgets if isinstance(widget, QCheckBox)]
        a11y.tab_order([*ticks, self.more, self.close_button])
        self._ready(True)
        first = next(iter(ticks), self.more)
        first.setFocus()

    def _sections(self, found: StaffReview) -> list[QWidget]:
        widgets: list[QWidget] = []
        if found.sections and any(one.out for one in found.sections):
            why = next(one.why for one in found.sections if one.out)
            words = self.tr("Er geldt geheimhouding ({why}; artikel 20 WOR). Vink uit wat wel naar de achterban mag:")
            widgets.append(text_label(words.format(why=why), "strong", wrap=True))
        elif found.sections:
            widgets.append(text_label(self.tr("Onderdelen die u weglaat:"), "strong", wrap=True))
        for section in found.sections:
            tick = QCheckBox(
                self.tr("“{heading}” weglaten").format(heading=shortened(section.heading) or self.tr("tekst zonder kop"))
            )
            a11y.name(tick, f"weg-{section.key}", tick.text())
            tick.setChecked(section.out)
            self.sections[section.key] = tick
            widgets.append(tick)
        return widgets

    def _group(self, heading: str, found: list[Suspect]) -> list[QWidget]:
        if not found:
            return []
        widgets: list[QWidget] = [text_label(heading.format(n=len(found)), "strong", wrap=True)]
        for one in found:
            times = self.tr("1 keer") if one.count == 1 else self.tr("{n} keer").format(n=one.count)
            label = self._place.texts.label(one.kind)
            tick = QCheckBox(
                self.tr("{text} → {mask}  ({kind}, {times})").format(text=one.text, mask=one.mask, kind=label, times=times)
            )
            tick.setObjectName(f"naam-{len(self.masks)}")
            tick.setAccessibleName(tick.text())
            tick.setAccessibleDescription("; ".join(one.contexts))
            tick.setChecked(one.proposed)
            self.masks[one.text] = (tick, one)
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(self._place.look.px(24), 0, 0, 0)
            row.addWidget(text_label("\n".join(one.contexts[:CONTEXTS]), "small", wrap=True))
            widgets += [tick, holder]
        return widgets

    def choice(self) -> StaffChoice:
        """What was ticked."""
        masks = {text: one.mask for text, (tick, one) in self.masks.items() if tick.isChecked()}
        masks.update({word.strip(): MASKED for word in self.more.text().split(",") if word.strip()})
        out = frozenset(key for key, tick in self.sections.items() if tick.isChecked())
        return StaffChoice(masks=masks, left_out=out)

    def perform(self) -> None:
        """Makes it as a Word file."""
        self._ask(".docx")

    def _ask(self, suffix: str) -> None:
        title = self.tr("Waar komt de achterbanversie?")
        kinds = self.tr("PDF (*.pdf)") if suffix == ".pdf" else self.tr("Word-documenten (*.docx)")
        name = f"{Path(self._of.draft.file_name).stem} achterbanversie{suffix}"
        self._place.asker.name_file(self, title, self._of.folder / name, kinds, lambda path: self._make(path, suffix))

    def _make(self, path: Path, suffix: str) -> None:
        seen = self._review
        if seen is None:
            return
        self._ready(False)
        choice, of = self.choice(), self._of
        self.tell(self.tr("De achterbanversie wordt gemaakt…"))
        self._place.tasks.read(
            self,
            "achterbanversie",
            lambda: of.papers.gather(of.dossier, of.letter),
            lambda found: self._set(path, suffix, seen, choice, found),
            self.fail,
        )

    def _set(self, path: Path, suffix: str, seen: StaffReview, choice: StaffChoice, gathered: Gathered) -> None:
        papers, content, pages = self._of.papers, self._of.draft.content, OwnPages(self._place.look, self._of.look)

        def work(_progress: Progress) -> MadePdf | None:
            made = papers.staff_version(content, gathered, seen, choice)
            pdf = papers.staff_pdf(made, pages) if suffix == ".pdf" else None
            write_file(self._place, path, pdf.data if pdf is not None else made.word)
            return pdf

        self._place.tasks.work(self, work, lambda pdf: self._made(path, pdf), self.fail)

    def _made(self, path: Path, pdf: MadePdf | None) -> None:
        self._ready(True)
        words = self.tr("De achterbanversie staat in {path}. Lees haar na voordat u haar verspreidt.").format(path=path)
        if pdf is not None and pdf.own:
            words += " " + self._place.texts.say(pdf.because, seconds="")
        self.tell(words, Tone.GOOD)

    def _ready(self, ready: bool) -> None:
        self.do_button.setEnabled(ready)
        self.pdf_button.setEnabled(ready)
