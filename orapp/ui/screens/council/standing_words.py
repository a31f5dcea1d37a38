"""What asks for attention about the council's people, in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from orapp.domain.council_standing import Concern, ConcernKind
from orapp.texts.dates import plain_date, relative_days


def concern_words(concern: Concern, today: date) -> str:
    """One sentence for a concern."""
    fields = {
        "name": concern.name,
        "day": plain_date(concern.day) if concern.day else "",
        "when": relative_days(concern.day, today) if concern.day else "",
    }
    return _sentence(concern.kind).format(**fields)


def concerns_words(found: tuple[Concern, ...], today: date) -> list[str]:
    """A sentence for each concern; terms of office that end on the same day make one sentence together."""
    ending: dict[date, list[str]] = {}
    for one in found:
        if one.kind is ConcernKind.TERM_ENDS and one.day is not None:
            ending.setdefault(one.day, []).append(one.name)
    words = []
    told: set[date] = set()
    for one in found:
        if one.kind is not ConcernKind.TERM_ENDS or one.day is None or len(ending[one.day]) == 1:
            words.append(concern_words(one, today))
        elif one.day not in told:
            told.add(one.day)
            several = QCoreApplication.translate("council", "De zitting van {count} leden eindigt op {day} ({when}): {names}.")
            names = ", ".join(ending[one.day])
            words.append(
                several.format(
                    count=len(ending[one.day]), day=plain_date(one.day), when=relative_days(one.day, today), names=names
                )
            )
    return words


def _sentence(kind: ConcernKind) -> str:
    match kind:
        case ConcernKind.NO_CHAIR:
            return QCoreApplication.translate("council", "Niemand is nu voorzitter.")
        case ConcernKind.SEVERAL_CHAIRS:
            return QCoreApplication.translate("council", "Er is meer dan één voorzitter: {name}.")
        case ConcernKind.NO_SECRETARY:
            return QCoreApplication.translate("council", "Niemand is nu secretaris of ambtelijk secretaris.")
        case ConcernKind.TERM_ENDS:
            return QCoreApplication.translate("council", "De zitting van {name} eindigt op {day} ({when}).")
        case ConcernKind.TERM_NOT_BEGUN:
            return QCoreApplication.translate("council", "De zitting van {name} begint op {day} ({when}).")
        case ConcernKind.BOTH_SECRETARIES:
            return QCoreApplication.translate(
                "council", "{name} staat als lid én als ambtelijk secretaris; een ambtelijk secretaris is geen lid van de raad."
            )
        case ConcernKind.SIGNATORY_UNKNOWN:
            return QCoreApplication.translate("council", "Een van de ondertekenaars staat niet meer bij de leden.")
        case ConcernKind.SIGNATORY_PAST:
            return QCoreApplication.translate("council", "{name} ondertekent nog, maar de zitting eindigde op {day}.")
        case ConcernKind.MANDATE_MISSING:
            return QCoreApplication.translate(
                "council", "{name} is ambtelijk secretaris en ondertekent alleen onder een vastgelegd mandaat; dat ontbreekt."
            )
