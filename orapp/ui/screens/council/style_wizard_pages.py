"""The questions when a house style is brought: a Word file, which style does what, three letters at once, a name and a use."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from orapp.domain.council_styles import RoleStyle, StyleRole, StyleUse
from orapp.services.failures import Circumstance, Failure, Refusal
from orapp.ui.kit.a11y import announce
from orapp.ui.kit.cards import Card, Pairs, button, empty_hint
from orapp.ui.kit.flow_row import FlowRow
from orapp.ui.kit.forms import Form
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.wizard import WizardPage
from orapp.ui.kit.workplace import capital
from orapp.ui.screens.council.style_pages import StyleView
from orapp.ui.screens.council.style_words import choice_words, found_words, removal_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from orapp.services.desk import Desk
    from orapp.services.house_styles import StyleGround, StylePictures, StylePreview
    from orapp.services.style_rows import StyleSurvey
    from orapp.ui.kit.workplace import Workplace

MOST_BYTES = 25 * 1024 * 1024
TABLE = "table"


def read_word_file(path: Path) -> bytes:
    """The bytes of a file. Raises Refusal("documents.style.too_large") and Circumstance("council.file_unreadable")."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Refusal("documents.style.too_large", place="file", what=str(MOST_BYTES // 1024 // 1024))
        return path.read_bytes()
    except OSError as error:
        raise Circumstance("council.file_unreadable", path=str(path)) from error


class FilePage(WizardPage):
    """Which file, what was found in it, and what will not come along. `surveyed` tells that a file can serve."""

    surveyed = Signal(object)

    def __init__(self, desk: Desk, place: Workplace) -> None:
        super().__init__()
        self.title = self.tr("Bestand")
        self._desk = desk
        self._place = place
        self.survey: StyleSurvey | None = None
        self.data = b""
        self.file_name = ""
        self.asked = True
        look = place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        words = self.tr(
            "Kies een Word-bestand met het briefpapier van uw raad: een sjabloon of een brief. Het programma leest de stijlen, "
            "het papier, de kop en de voet. Het bestand zelf verandert niet."
        )
        column.addWidget(text_label(words, wrap=True))
        self.choose = button(self.tr("Word-bestand &kiezen…"), "huisstijl-bestand")
        acts = FlowRow(look)
        acts.fill((self.choose,))
        column.addWidget(acts)
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("huisstijl-geweigerd")
        self.refusal.hide()
        column.addWidget(self.refusal)
        self._found = QVBoxLayout()
        self._found.setSpacing(look.px(10))
        column.addLayout(self._found)
        column.addStretch(1)
        self.choose.clicked.connect(self._ask)

    def offered(self) -> bool:
        """A style that is kept already has its file."""
        return self.asked

    def shown(self) -> None:
        """Puts the keyboard on the first act."""
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def complete(self) -> bool:
        """Whether a file was chosen that can serve."""
        if self.survey is None and self.refusal.isHidden():
            self._say(self.tr("Kies eerst een Word-bestand."))
        return self.survey is not None

    def _ask(self) -> None:
        kinds = self.tr("Word-bestanden (*.docx *.dotx *.docm *.dotm *.doc *.dot);;Alle bestanden (*)")
        folder = self._desk.archive.path.parent
        self._place.asker.choose_file(self, self.tr("Huisstijl kiezen"), folder, kinds, self.read)

    def read(self, path: Path) -> None:
        """Reads a file beside the window and looks at it."""
        self.refusal.hide()
        self.choose.setEnabled(False)
        styles = self._desk.house_styles

        def look(_progress: object) -> tuple[bytes, StyleSurvey]:
            data = read_word_file(path)
            return data, styles.survey(data)

        self._place.tasks.work(self, look, lambda found: self._take(path.name, *found), self._refuse)

    def _take(self, name: str, data: bytes, survey: StyleSurvey) -> None:
        self.choose.setEnabled(True)
        self.survey, self.data, self.file_name = survey, data, name
        self._clear()
        look = self._place.look
        card = Card(look, name)
        card.body.addWidget(Pairs(look, [(label, said, None) for label, said in found_words(survey)], 130))
        self._found.addWidget(card)
        for heading, rows, tone in (
            (self.tr("Let op"), survey.notes, Tone.ATTENTION),
            (self.tr("Komt niet mee"), survey.removed, None),
        ):
            if said := removal_words(self._place, rows):
                more = Card(look, heading)
                for sentence in said:
                    more.body.addWidget(text_label(sentence, wrap=True, tone=tone or Tone.PLAIN))
                self._found.addWidget(more)
        self.surveyed.emit(survey)
        announce(self, self.tr("{name} kan een huisstijl worden.").format(name=name))

    def _clear(self) -> None:
        while (item := self._found.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()

    def _refuse(self, failure: Failure) -> None:
        self.choose.setEnabled(True)
        self.survey, self.data = None, b""
        self._clear()
        self._say(self._place.said(failure))

    def _say(self, words: str) -> None:
        self.refusal.setText(words)
        self.refusal.show()
        announce(self, words, urgent=True)


class RolesPage(WizardPage):
    """For each job in a letter the style that does it; what the file lacks is made from its body text."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self.title = self.tr("Stijlen")
        self._place = place
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(place.look.px(10))
        words = self.tr(
            "Welke stijl uit uw bestand hoort bij welk onderdeel van een brief? Wat het programma herkende, staat al ingevuld. "
            "Bij “zelf maken” maakt het een stijl die past bij uw gewone tekst."
        )
        self._column.addWidget(text_label(words, wrap=True))
        self._form: QWidget = empty_hint("")
        self._column.addWidget(self._form)
        self._column.addStretch(1)
        self._fields: dict[StyleRole, QComboBox] = {}

    def show_survey(self, survey: StyleSurvey, chosen: tuple[RoleStyle, ...]) -> None:
        """Offers the styles of a file, these chosen."""
        self._form.hide()
        self._form.setParent(None)
        self._form.deleteLater()
        form = Form(self._place.look, label_pixels=190)
        picked = {one.role: one.style for one in chosen}
        self._fields = {}
        for role in StyleRole:
            kind = TABLE if role is StyleRole.TABLE else "paragraph"
            options = [(style.id, choice_words(style)) for style in survey.styles if style.kind == kind]
            if role is not StyleRole.BODY:
                options = [("", self.tr("zelf maken")), *options]
            field = form.choice(f"rol-{role.value}", capital(self._place.texts.label(role)), options)
            field.setCurrentIndex(max(0, field.findData(picked.get(role, ""))))
            self._fields[role] = field
        self._form = form
        self._column.insertWidget(1, form)

    def shown(self) -> None:
        """Puts the keyboard on the first choice."""
        if self._fields:
            self._fields[StyleRole.BODY].setFocus(Qt.FocusReason.OtherFocusReason)

    def assignment(self) -> tuple[RoleStyle, ...]:
        """What was chosen."""
        rows = ((role, str(field.currentData() or "")) for role, field in self._fields.items())
        return tuple(RoleStyle(role=role, style=style) for role, style in rows if style)


class LookPage(WizardPage):
    """Three letters at once in the style as it would be."""

    def __init__(self, desk: Desk, place: Workplace, file: FilePage, roles: RolesPage) -> None:
        super().__init__()
        self.title = self.tr("Drie brieven")
        self._desk = desk
        self._place = place
        self._file = file
        self._roles = roles
        self._asked: tuple[bytes, tuple[RoleStyle, ...]] | None = None
        self._usable = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(place.look.px(8))
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("huisstijl-onbruikbaar")
        self.refusal.hide()
        column.addWidget(self.refusal)
        self.view = StyleView(place.look)
        column.addWidget(self.view, 1)

    def shown(self) -> None:
        """Makes the letters, where something changed since the last time."""
        wanted = (self._file.data, self._roles.assignment())
        self.view.pages.setFocus(Qt.FocusReason.OtherFocusReason)
        if wanted == self._asked:
            return
        self._asked, self._usable = wanted, False
        self.refusal.hide()
        self.view.clear()
        self.view.wait(self.tr("De brieven worden gemaakt…"))
        styles = self._desk.house_styles

        def made(ground: StyleGround) -> None:
            if wanted == self._asked:
                self._place.tasks.work(
                    self,
                    lambda _progress: styles.try_out(ground, *wanted),
                    lambda found: self._take(wanted, found),
                    self._refuse,
                )

        self._place.tasks.read(self, "huisstijl", styles.ground, made)

    def complete(self) -> bool:
        """Whether letters can be made with it."""
        return self._usable

    def _take(self, wanted: tuple[bytes, tuple[RoleStyle, ...]], preview: StylePreview) -> None:
        if wanted != self._asked:
            return
        self._usable = True
        styles, tasks = self._desk.house_styles, self._place.tasks

        def go_on(step: Callable[[], None]) -> None:
            if wanted == self._asked:
                step()

        def set_pages() -> None:
            tasks.work(self, lambda _progress: styles.pictures(preview), show)

        def show(pictures: StylePictures) -> None:
            if wanted == self._asked:
                self.view.show_pictures(pictures, preview)

        steps = (*self.view.sketching(preview, waits=True), set_pages)
        tasks.in_turn(self, "schets", *(partial(go_on, step) for step in steps))

    def _refuse(self, failure: Failure) -> None:
        words = self._place.said(failure)
        self.view.clear()
        self.refusal.setText(words)
        self.refusal.show()
        announce(self, words, urgent=True)


class NamePage(WizardPage):
    """How it is called, and for what it is used."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self.title = self.tr("Naam en gebruik")
        self.asked = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.form = Form(place.look, label_pixels=130)
        self.name = self.form.line("name", self.tr("&Naam"), self.tr("Zoals u hem kiest bij een brief."))
        uses = [(use.value, capital(place.texts.label(use))) for use in StyleUse]
        self.use = self.form.choice("use", self.tr("&Voor"), uses)
        self.usual = self.form.check("usual", self.tr("&Gebruik deze huisstijl voortaan, als een brief geen andere kiest"))
        self.usual.setChecked(True)
        column.addWidget(self.form)
        column.addStretch(1)

    def offered(self) -> bool:
        """A style that is kept already has its name."""
        return self.asked

    def propose(self, file_name: str) -> None:
        """Fills in a name where none was typed."""
        if not self.name.isModified():
            self.name.setText(Path(file_name).stem[:60])

    def shown(self) -> None:
        """Puts the keyboard on the name."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()
