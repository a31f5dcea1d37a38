"""Opens the dialog of an act on a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from orapp.ui.screens.letter.acts import HandOver, LetterAct, Send, Sign
from orapp.ui.screens.letter.adopt_act import Adopt
from orapp.ui.screens.letter.after_acts import AfterAct, Answer, Arrive, PutAway
from orapp.ui.screens.letter.head_bar import ADOPT, ANSWER, ARRIVE, HAND_OVER, PUT_AWAY, SEND, SIGN
from orapp.ui.screens.letter.paper_compare import CompareSheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from orapp.domain.letters import Letter
    from orapp.services.desk import Desk
    from orapp.services.dossiers import Edited
    from orapp.services.letters import LetterDraft, LetterGround
    from orapp.ui.kit.workplace import Workplace


def open_act(
    act: str,
    parent: QWidget,
    place: Workplace,
    desk: Desk,
    ground: LetterGround,
    draft: LetterDraft,
    letter: Letter,
    done: Callable[[Edited], None],
) -> LetterAct:
    """Opens it over the window; `done` gets the dossier as the act left it."""
    say = QCoreApplication.translate
    kinds: dict[str, tuple[type[LetterAct], tuple[str, str, str]]] = {
        HAND_OVER: (HandOver, (say("acts", "Ter vaststelling geven"), "ter-vaststelling", say("acts", "&Ter vaststelling"))),
        ADOPT: (Adopt, (say("acts", "Brief vaststellen"), "vaststellen", say("acts", "&Vaststellen"))),
        SIGN: (Sign, (say("acts", "Brief ondertekenen"), "ondertekenen", say("acts", "&Ondertekend"))),
        SEND: (Send, (say("acts", "Brief verzenden"), "verzenden", say("acts", "&Verzonden"))),
    }
    later: dict[str, tuple[type[AfterAct], tuple[str, str, str]]] = {
        ARRIVE: (Arrive, (say("acts", "Ontvangst vastleggen"), "ontvangst", say("acts", "&Vastleggen"))),
        ANSWER: (Answer, (say("acts", "Antwoord vastleggen"), "antwoord", say("acts", "&Vastleggen"))),
        PUT_AWAY: (PutAway, (say("acts", "Brief archiveren"), "archiveren", say("acts", "&Archiveren"))),
    }
    sheet: LetterAct
    if act in later:
        after, words = later[act]
        sheet = after(parent, place, desk, ground, draft, letter, done, words)
    else:
        made, words = kinds[act]
        sheet = made(parent, place, desk.letters, ground, draft, letter, done, words)
    if isinstance(sheet, Adopt):
        sheet.compare_asked.connect(lambda: CompareSheet(sheet, place, desk.papers_out, letter, draft.content).open())
    sheet.open()
    return sheet
