"""A letter as others may see it on a shared screen: its own words, without the names of people and without the strategy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from orapp.letters.goals import tells_strategy
from orapp.ui.kit.look import Tone

if TYPE_CHECKING:
    from orapp.domain.council import Council
    from orapp.domain.dossier import Dossier
    from orapp.letters.content import LetterContent
    from orapp.services.letters import LetterDraft
    from orapp.ui.kit.notices import NoticeBar
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.screens.letter.composition import Composition


class SharedLetter(QObject):
    """What a letter screen shows while others look along; `changed` asks to show the letter anew."""

    changed = Signal()

    def __init__(self, place: Workplace, composition: Composition, pages: QWidget, notice: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._here = place.here
        self._composition = composition
        self._pages = pages
        self._notice = notice
        place.here.changed.connect(self.follow)
        composition.composed.connect(lambda _draft: self._hide_secret())

    def follow(self) -> None:
        """Others look along, or no more: names go, and a secret dossier goes whole."""
        self._hide_secret()
        self.changed.emit()

    def content(self, content: LetterContent) -> LetterContent:
        """The letter as it may be seen here."""
        ground = self._composition.ground
        if not self._here.shared or ground is None:
            return content
        return without_names(content, people_of(ground.council, ground.dossier))

    def draft(self, draft: LetterDraft) -> LetterDraft:
        """The draft with only the findings that may be seen here: some tell what the council wants to reach."""
        if not self._here.shared:
            return draft
        return replace(draft, findings=tuple(one for one in draft.findings if not tells_strategy(one)))

    def keeps_in(self) -> bool:
        """Says so where the letter as it is seen lacks its names: it may not leave like that."""
        if self._here.shared:
            words = self.tr("De namen zijn verborgen. Zet 'Scherm delen' uit om de brief af te drukken of als PDF te bewaren.")
            self._notice.tell(words, Tone.ATTENTION)
        return self._here.shared

    def _hide_secret(self) -> None:
        ground = self._composition.ground
        hidden = self._here.shared and ground is not None and ground.dossier.secret
        words = self.tr("Dit dossier is geheim en verborgen: het scherm wordt gedeeld.")
        if hidden:
            self._notice.tell(words, Tone.ATTENTION)
        elif self._notice.text() == words:
            self._notice.hide()
        self._pages.setVisible(not hidden)


def people_of(council: Council, dossier: Dossier) -> tuple[str, ...]:
    """Everybody whom the archive knows by name, the longest name first: a shorter one may be a part of it."""
    names = {member.name for member in council.members} | {contact.name for contact in council.contacts}
    # The director's side may stand in the address book by the name of the organisation: that is nobody's name.
    names -= {council.name, council.organisation, dossier.organisation} | {contact.organisation for contact in council.contacts}
    names |= {expert.name for expert in dossier.experts} | {dossier.owner, *dossier.team}
    return tuple(sorted((name.strip() for name in names if name.strip()), key=len, reverse=True))


def without_names(content: LetterContent, names: Iterable[str]) -> LetterContent:
    """The letter with "naam verborgen" wherever one of these names stands; it is only shown, never kept."""
    known = [re.escape(name) for name in names]
    if not known:
        return content
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(known)})(?!\w)")
    words = QCoreApplication.translate("letter", "[naam verborgen]")
    # Of a letter, the same kind of object is given back.
    return cast("LetterContent", _hidden(content, lambda text: pattern.sub(lambda _found: words, text)))


def _hidden(value: object, hide: Callable[[str], str]) -> object:
    if type(value) is str:
        return hide(value)
    if isinstance(value, tuple):
        return tuple(_hidden(part, hide) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        untyped: Callable[..., object] = replace
        return untyped(value, **{field.name: _hidden(getattr(value, field.name), hide) for field in fields(value) if field.init})
    return value
