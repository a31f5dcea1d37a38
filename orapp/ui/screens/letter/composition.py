"""A letter while it is composed in one window: what is typed, what of it became an edit, and how it reads now."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from orapp.domain.items import LetterChoice
from orapp.domain.letter_edits import (
    at_once,
    choose_item,
    compose_letter,
    find_choosable,
    letter_of,
    text_of,
    with_field,
    with_text,
)
from orapp.domain.letters import Letter
from orapp.services.failures import Circumstance, Refusal
from orapp.services.letter_drafts import newest_letter, read_only_draft

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from orapp.domain.dossier import Dossier
    from orapp.domain.editing import Edit
    from orapp.letters.beginnings import Beginning
    from orapp.services.dossiers import Edited
    from orapp.services.failures import Failure
    from orapp.services.letters import LetterDraft, LetterGround, LetterService
    from orapp.services.rows import Changes
    from orapp.ui.kit.editor import DossierEditor
    from orapp.ui.kit.workplace import Workplace

DRAFT_AFTER = 700
EDIT_AFTER = 4000
_MARK = "brief"
_FIELD = "field/"


class Composition(QObject):
    """One letter of one dossier. Nothing is kept by looking: the letter is put in the dossier with the first change.

    `composed` is emitted with the letter as it reads now (LetterDraft), `refused` with why it cannot be, `failed` with what
    stood in the way of keeping it, `recovered` with the number of places where typed text was found back.
    """

    composed = Signal(object)
    drafts_found = Signal(object)  # what was kept of a letter that is taken up again, by (item id, field, window)
    refused = Signal(object)
    failed = Signal(object)
    recovered = Signal(int)

    def __init__(self, letters: LetterService, place: Workplace, editor: DossierEditor, parent: QObject) -> None:
        super().__init__(parent)
        self._letters = letters
        self._place = place
        self._editor = editor
        self._ground: LetterGround | None = None
        self._letter: Letter | None = None
        self._submitted: Letter | None = None
        self._begun: Letter | None = None
        self._typed: dict[str, str] = {}
        self._waiting = 0
        self._own = False
        self.kind = ""
        self.request_id = ""
        self._draft_timer = QTimer(self, singleShot=True, interval=DRAFT_AFTER)
        self._draft_timer.timeout.connect(self._put_drafts)
        self._edit_timer = QTimer(self, singleShot=True, interval=EDIT_AFTER)
        self._edit_timer.timeout.connect(self.settle)
        editor.kept.connect(self._on_kept)
        place.changes.changed.connect(self._on_changes)
        place.changes.new_day.connect(self.compose)

    # -- what stands ---------------------------------------------------------------------------------------------------

    @property
    def editor(self) -> DossierEditor:
        """What keeps the edits and drafts of the dossier."""
        return self._editor

    @property
    def letter(self) -> Letter | None:
        """The letter as it stands here, typing included; None while nothing was opened."""
        return self._letter

    @property
    def ground(self) -> LetterGround | None:
        """What the letter is composed from."""
        return self._ground

    @property
    def dossier(self) -> Dossier | None:
        """The dossier as it stands here."""
        return self._ground.dossier if self._ground is not None else None

    @property
    def is_kept(self) -> bool:
        """Whether the letter is in the dossier."""
        return self.dossier is not None and self._letter is not None and letter_of(self.dossier, self._letter.id) is not None

    # -- open and leave ------------------------------------------------------------------------------------------------

    def open(self, ground: LetterGround, kind: str, request_id: str, letter_id: str) -> None:
        """Takes up a letter: the one that is named, else the newest of its kind for the request, else a new one."""
        self.leave()
        self._ground = ground
        self.kind, self.request_id = kind, request_id
        self._editor.take(ground.dossier)
        found = letter_of(ground.dossier, letter_id) or newest_letter(ground.dossier, kind, request_id)
        self._begun = Letter(id=self._editor.new_id(), kind=kind, request_id=request_id)
        self._take(found or self._begun)
        self.compose()
        if found is not None:
            self._editor.find_drafts(self._recover)

    def begin_anew(self, ground: LetterGround, kind: str, request_id: str) -> None:
        """Begins another letter of a kind of which one was adopted already."""
        self.begin_from(ground, Letter(id=self._editor.new_id(), kind=kind, request_id=request_id))

    def begin_from(self, ground: LetterGround, letter: Letter) -> None:
        """Begins a letter as it is given, or takes up the same one where it is kept already."""
        self.leave()
        self._ground = ground
        self._editor.take(ground.dossier)
        self._begun = letter
        found = letter_of(ground.dossier, letter.id)
        self._take(found or letter)
        self.compose()
        if found is not None:
            self._editor.find_drafts(self._recover)

    def new_id(self) -> str:
        """An identity for a letter that is to be begun."""
        return self._editor.new_id()

    def leave(self) -> None:
        """What was typed becomes an edit; then the letter is put down."""
        self.settle()
        self._draft_timer.stop()
        self._ground = self._letter = self._submitted = None

    def _take(self, letter: Letter) -> None:
        self._letter = self._submitted = letter
        self.kind, self.request_id = letter.kind, letter.request_id
        if letter.adopted_on is not None:
            self._editor.forget_steps_of(letter.id)

    # -- change --------------------------------------------------------------------------------------------------------

    def type_text(self, section: str, text: str, *, replaces: bool) -> None:
        """Takes what is being typed under a key: seen at once, a draft within a second, an edit when typing rests."""
        letter = self._letter
        if letter is None or letter.adopted_on is not None:
            return
        present = text_of(letter, section)
        stands = (present.text, present.replaces) if present is not None else ("", replaces)
        if stands == (text, replaces):
            return
        self._take_typing(with_text(letter, section, text, replaces=replaces), section, text)

    def type_field(self, key: str, value: str, rows: tuple[tuple[str, ...], ...] = ()) -> None:
        """Takes what is being typed in a field of the letter, as its own words are taken."""
        letter = self._letter
        if letter is None or letter.adopted_on is not None:
            return
        after = with_field(letter, key, value, rows)
        if after != letter:
            self._take_typing(after, f"{_FIELD}{key}", json.dumps([value, rows], ensure_ascii=False))

    def _take_typing(self, after: Letter, place: str, text: str) -> None:
        self._letter = after
        self._typed[place] = text
        if not self._draft_timer.isActive():
            self._draft_timer.start()
        self._edit_timer.start()
        self.compose()

    def change(self, after: Letter, words: str) -> None:
        """Changes the letter by one edit that can be undone; what was typed before goes first."""
        self.settle()
        if self._letter is None or after == self._letter or self._letter.adopted_on is not None:
            return
        self._letter = after
        self._submit(words)
        self.compose()

    def choose(self, item_id: str, *, included: bool, reason: str, words: str) -> None:
        """Says whether an item stands in this kind of letter."""
        self.settle()
        ground, letter = self._ground, self._letter
        found = find_choosable(ground.dossier, item_id) if ground is not None else None
        if ground is None or letter is None or found is None:
            return
        here = self._place
        choice = LetterChoice(letter=letter.kind, included=included, reason=reason, by=here.here.person, on=here.today())
        edit = at_once(letter, choose_item(found[0], found[1], choice))
        self._ground = replace(ground, dossier=edit(ground.dossier))
        self._send(edit, words)
        self.compose()

    def settle(self) -> None:
        """What was typed becomes an edit."""
        self._edit_timer.stop()
        if not self._typed or self._letter is None:
            return
        only_fields = all(place.startswith(_FIELD) for place in self._typed)
        self._submit(self.tr("gegevens van de brief") if only_fields else self.tr("tekst van de brief"))

    def edited(self, edited: Edited) -> None:
        """Takes over what an act made of the dossier, and tells every screen."""
        self._editor.take(edited.dossier)
        self._own = True
        self._follow(edited.dossier)
        self._place.changes.publish(edited.changes)

    def named(self, letter_id: str) -> None:
        """The letter was put in the dossier under this identity by the version that was made of it."""
        if self._letter is not None and self._letter.id != letter_id and not self.is_kept:
            self._letter = replace(self._letter, id=letter_id)
            self._submitted = replace(self._submitted or self._letter, id=letter_id)

    def _submit(self, words: str) -> None:
        before, after = self._submitted, self._letter
        if before is None or after is None:
            return
        self._submitted = after
        typed, self._typed = self._typed, {}
        self._draft_timer.stop()
        self._send(at_once(before, compose_letter(before, after)), words, after.id, typed)

    def _send(self, edit: Edit, words: str, letter_id: str = "", typed: Mapping[str, str] | None = None) -> None:
        self._waiting += 1

        def done(_dossier: Dossier) -> None:
            for section in typed or ():
                self._editor.clear_draft(letter_id, f"{_MARK}/{section}")

        def failed(failure: Failure) -> None:
            self._waiting -= 1
            here = self._letter is not None and self._letter.id == letter_id
            if typed and here and (isinstance(failure, Circumstance) or failure.code == "text.not_storable"):
                # It stays as it was typed, and goes along with what is typed next.
                self._typed = {**typed, **self._typed}
            self.failed.emit(failure)
            self._reload()

        self._editor.submit(edit, words, done=done, failed=failed)

    def _put_drafts(self) -> None:
        letter = self._letter
        if letter is None or self._ground is None:
            return
        self.begin_letter()
        for place, text in self._typed.items():
            present = text_of(letter, place)
            mode = "1" if present is not None and present.replaces else "0"
            self._editor.put_draft(letter.id, f"{_MARK}/{place}", text if place.startswith(_FIELD) else f"{mode}{text}")

    def begin_letter(self) -> None:
        """The first letter typed puts the letter in the dossier, so that a draft of it is found back."""
        empty = self._submitted
        if self._ground is not None and empty is not None and not self.is_kept:
            begun = at_once(empty)
            self._ground = replace(self._ground, dossier=begun(self._ground.dossier))
            self._send(begun, self.tr("brief begonnen"))

    def _recover(self, drafts: Mapping[tuple[str, str, str], str]) -> None:
        """Puts back what was typed in this window and never became an edit, because the program ended."""
        letter = self._letter
        if letter is None or letter.adopted_on is not None:
            return
        found = {
            field.partition("/")[2]: text
            for (item_id, field, window), text in drafts.items()
            if item_id == letter.id and field.startswith(f"{_MARK}/") and window == self._place.here.window and text
        }
        for place, text in found.items():
            if place.startswith(_FIELD):
                value, rows = json.loads(text)
                self.type_field(place.removeprefix(_FIELD), value, tuple(tuple(row) for row in rows))
            else:
                self.type_text(place, text[1:], replaces=text[0] == "1")
        if found:
            self.recovered.emit(len(found))
        self.drafts_found.emit(drafts)

    # -- compose and follow --------------------------------------------------------------------------------------------

    def compose(self) -> None:
        """Composes the letter beside the window; only the newest state is shown."""
        ground, letter = self._ground, self._letter
        if ground is None or letter is None:
            return
        kind, request_id, letters = self.kind, self.request_id, self._letters
        if letter.adopted_on is not None:
            reference = ground.dossier.reference
            self._place.tasks.read(
                self, "brief", lambda: letters.prepare(reference, kind, request_id, letter.id), self._show, self.refused.emit
            )
            return
        self._place.tasks.read(
            self, "brief", lambda: letters.compose_with(ground, kind, request_id, letter), self._show, self.refused.emit
        )

    def _show(self, draft: LetterDraft) -> None:
        adopted = self._letter is not None and self._letter.adopted_on is not None
        self.composed.emit(read_only_draft(draft) if adopted and not draft.frozen else draft)

    def _on_kept(self, dossier: Dossier) -> None:
        # Also what belonged to a letter that was put down meanwhile is no longer on its way.
        self._waiting = max(0, self._waiting - 1)
        if self._ground is None or dossier.id != self._ground.dossier.id:
            return
        self._own = True
        self._follow(dossier)

    def _follow(self, dossier: Dossier) -> None:
        """Takes the dossier as it was kept; what is on its way or was typed since stays as it stands here."""
        if self._ground is None or self._letter is None or self._waiting:
            return
        self._ground = replace(self._ground, dossier=dossier)
        kept = letter_of(dossier, self._letter.id)
        if kept is not None and not self._typed:
            self._take(kept)
        elif kept is not None:
            self._submitted = kept
            self._letter = _with_typing(kept, self._letter, tuple(self._typed))
        elif not self._typed:
            self._take(replace(self._begun or Letter(id="", kind=self.kind, request_id=self.request_id), id=self._letter.id))
        self.compose()

    def _on_changes(self, changes: Changes) -> None:
        if self._own:
            self._own = False
            return
        if self._ground is not None and (changes.council or self._ground.dossier.id in changes.dossier_ids):
            self._reload()

    def _reload(self) -> None:
        if self._ground is not None:
            reference = self._ground.dossier.reference
            self._place.tasks.read(self, "grond", lambda: self._letters.ground(reference), self._take_ground)

    def _take_ground(self, ground: LetterGround) -> None:
        if self._ground is None or ground.dossier.id != self._ground.dossier.id:
            return
        self._ground = replace(ground, dossier=self._ground.dossier)
        self._editor.take(ground.dossier)
        self._follow(ground.dossier)

    def plain_section(self, section: str) -> str:
        """What the dossier gives in a section, to go on writing from."""
        if self._ground is None:
            return ""
        return self._letters.plain_section(self._ground, self.kind, self.request_id, self._letter, section)


def _with_typing(kept: Letter, typed: Letter, sections: tuple[str, ...]) -> Letter:
    for section in sections:
        if section.startswith(_FIELD):
            key = section.removeprefix(_FIELD)
            here = next((one for one in typed.fields if one.key == key), None)
            kept = with_field(kept, key, here.value if here else "", here.rows if here else ())
            continue
        present = text_of(typed, section)
        text, replaces = (present.text, present.replaces) if present is not None else ("", False)
        kept = with_text(kept, section, text, replaces=replaces)
    return kept


def request_for(prepare: Callable[[str, str], LetterDraft], reference: str, kind: str) -> str:
    """The request that a kind of letter answers in this dossier; empty where none is named or none fits."""
    try:
        return prepare(reference, kind).request_id
    except Refusal:
        return ""


def concept_like(dossier: Dossier, beginning: Beginning) -> Letter | None:
    """The concept that was begun from the same, so that nobody writes one letter twice."""
    same = [
        letter
        for letter in dossier.letters
        if (letter.kind, letter.request_id) == (beginning.kind, beginning.request_id)
        and set(letter.about_ids) == set(beginning.about_ids)
        and letter.adopted_on is None
    ]
    return same[-1] if same else None
