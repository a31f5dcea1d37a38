"""How conditions, commitments, action items and resolutions are edited: as data, in Dutch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from orapp.domain.actions import ActionItem
from orapp.domain.decisions import Resolution, ResolutionKind
from orapp.domain.promises import Commitment, CommitmentState, Condition, ConditionState
from orapp.ui.kit.fields import Field, FieldKind, ItemKind
from orapp.ui.kit.look import Tone
from orapp.ui.kit.tables import DATE_PIXELS
from orapp.ui.screens.dossier.item_kinds_options import SOURCES, STATE_PIXELS, items_in, members, of_request

if TYPE_CHECKING:
    from orapp.domain.dossier import Dossier
    from orapp.ui.kit.workplace import Workplace


def condition_tone(state: object) -> Tone:
    """The colour of where a condition stands."""
    match state:
        case ConditionState.MET | ConditionState.COMMITTED:
            return Tone.GOOD
        case ConditionState.REFUSED:
            return Tone.DANGER
        case ConditionState.IN_ADVICE:
            return Tone.ACCENT
        case _:
            return Tone.PLAIN


def commitment_tone(state: object) -> Tone:
    """The colour of where a commitment stands."""
    match state:
        case CommitmentState.KEPT:
            return Tone.GOOD
        case CommitmentState.BROKEN:
            return Tone.DANGER
        case CommitmentState.REPLACED:
            return Tone.PLAIN
        case _:
            return Tone.ATTENTION


class PromiseKinds(QObject):
    """What was promised, set as a condition, resolved, or is still to be done."""

    def __init__(self, place: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = place

    def conditions(self) -> ItemKind[Condition]:
        """Conditions: who does what, by when, how it shows, and what if not."""
        return ItemKind(
            collection="conditions",
            singular=self.tr("voorwaarde"),
            plural=self.tr("voorwaarden"),
            empty=self.tr("Hier komen de voorwaarden van de OR: wie doet wat, voor wanneer, waaruit blijkt het."),
            fields=(
                Field(key="text", label=self.tr("Voorwaarde"), kind=FieldKind.TEXT, column=True, weight=6, required=True),
                Field(
                    key="norm",
                    label=self.tr("Meetbaar aan"),
                    kind=FieldKind.TEXT,
                    hint=self.tr("Waaraan is te zien dat het is gebeurd? Een getal of een norm."),
                ),
                Field(key="due", label=self.tr("Uiterlijk"), kind=FieldKind.DATE, column=True, pixels=DATE_PIXELS),
                Field(key="due_text", label=self.tr("Of: wanneer, in woorden")),
                Field(key="evidence", label=self.tr("Waaruit het blijkt"), kind=FieldKind.TEXT),
                Field(key="otherwise", label=self.tr("Als het niet gebeurt"), kind=FieldKind.TEXT),
                Field(
                    key="decision_ids",
                    label=self.tr("Over besluit"),
                    kind=FieldKind.ITEMS,
                    options=items_in("proposed_decisions"),
                ),
                Field(
                    key="state",
                    label=self.tr("Stand"),
                    kind=FieldKind.CHOICE,
                    options=members(ConditionState, self._place.texts),
                    convert=ConditionState,
                    tone=condition_tone,
                    column=True,
                    pixels=STATE_PIXELS,
                ),
                Field(key="who", label=self.tr("Wie"), column=True, pixels=94, quiet=True),
                Field(key="commitment_id", label=self.tr("Toegezegd in"), kind=FieldKind.ITEM, options=items_in("commitments")),
            ),
            make=lambda _dossier, new_id, request_id: Condition(id=new_id, text="", request_id=request_id),
            shown=of_request("conditions", Condition),
        )

    def commitments(self) -> ItemKind[Commitment]:
        """Commitments in their literal words; those of the whole dossier, for they outlive a procedure."""
        return ItemKind(
            collection="commitments",
            singular=self.tr("toezegging"),
            plural=self.tr("toezeggingen"),
            empty=self.tr(
                "Hier komen de toezeggingen van de bestuurder, letterlijk, met waar ze staan en wanneer ze af moeten zijn."
            ),
            fields=(
                Field(
                    key="text",
                    label=self.tr("Letterlijke woorden"),
                    heading=self.tr("Toezegging"),
                    kind=FieldKind.TEXT,
                    column=True,
                    weight=6,
                    required=True,
                ),
                Field(key="said_on", label=self.tr("Gedaan op"), kind=FieldKind.DATE),
                Field(
                    key="recorded_in_id",
                    label=self.tr("Vastgelegd in"),
                    kind=FieldKind.ITEM,
                    options=items_in(*SOURCES),
                ),
                Field(key="recorded_in", label=self.tr("Of: waar, in woorden")),
                Field(key="due", label=self.tr("Uiterlijk"), kind=FieldKind.DATE, column=True, pixels=DATE_PIXELS),
                Field(key="due_text", label=self.tr("Of: wanneer, in woorden")),
                Field(
                    key="state",
                    label=self.tr("Stand"),
                    kind=FieldKind.CHOICE,
                    options=members(CommitmentState, self._place.texts),
                    convert=CommitmentState,
                    tone=commitment_tone,
                    column=True,
                    pixels=STATE_PIXELS - 20,
                ),
                Field(key="by", label=self.tr("Door wie"), column=True, weight=4, quiet=True),
                Field(key="kept_on", label=self.tr("Nagekomen op"), kind=FieldKind.DATE),
                Field(key="proof", label=self.tr("Waaruit dat blijkt"), kind=FieldKind.TEXT),
                Field(key="note", label=self.tr("Opmerking"), kind=FieldKind.TEXT),
            ),
            make=lambda _dossier, new_id, request_id: Commitment(id=new_id, text="", request_id=request_id),
        )

    def actions(self) -> ItemKind[ActionItem]:
        """Action items of the council: who, what, when, and done."""
        return ItemKind(
            collection="actions",
            singular=self.tr("actiepunt"),
            plural=self.tr("actiepunten"),
            empty=self.tr("Hier komt wat de OR zelf nog doet: wie, wat, wanneer. Noteer het eerste actiepunt."),
            fields=(
                Field(key="text", label=self.tr("Wat"), kind=FieldKind.TEXT, column=True, weight=6, required=True),
                Field(key="owner", label=self.tr("Wie"), column=True, weight=2),
                Field(key="due", label=self.tr("Wanneer"), kind=FieldKind.DATE, column=True, pixels=DATE_PIXELS),
                Field(
                    key="done_on",
                    label=self.tr("Gedaan op"),
                    kind=FieldKind.DATE,
                    column=True,
                    pixels=DATE_PIXELS,
                    quiet=True,
                ),
                Field(
                    key="source_id",
                    label=self.tr("Komt uit"),
                    kind=FieldKind.ITEM,
                    options=items_in("events", "letters", "papers", "commitments", "conditions"),
                ),
                Field(key="note", label=self.tr("Opmerking"), kind=FieldKind.TEXT),
            ),
            make=lambda _dossier, new_id, request_id: ActionItem(
                id=new_id, text="", owner=self._place.here.person, request_id=request_id
            ),
        )

    def resolutions(self) -> ItemKind[Resolution]:
        """Resolutions of the council, with votes and quorum, or the mandate that stands in for one."""
        return ItemKind(
            collection="resolutions",
            singular=self.tr("OR-besluit"),
            plural=self.tr("OR-besluiten"),
            empty=self.tr("Hier komen de besluiten van de OR zelf: datum, stemmen, en waarover."),
            fields=(
                Field(key="on", label=self.tr("Datum"), kind=FieldKind.DATE, column=True, pixels=DATE_PIXELS, required=True),
                Field(key="text", label=self.tr("Besluit"), kind=FieldKind.TEXT, column=True, weight=6, required=True),
                Field(
                    key="kind",
                    label=self.tr("Soort"),
                    kind=FieldKind.CHOICE,
                    options=members(ResolutionKind, self._place.texts),
                    convert=ResolutionKind,
                    column=True,
                    weight=3,
                    quiet=True,
                ),
                Field(
                    key="decision_ids",
                    label=self.tr("Over besluit"),
                    kind=FieldKind.ITEMS,
                    options=items_in("proposed_decisions"),
                ),
                Field(key="letter_id", label=self.tr("Brief"), kind=FieldKind.ITEM, options=items_in("letters")),
                Field(key="meeting", label=self.tr("Vergadering")),
                Field(key="votes_for", label=self.tr("Voor"), kind=FieldKind.NUMBER, column=True, pixels=56),
                Field(key="votes_against", label=self.tr("Tegen"), kind=FieldKind.NUMBER, column=True, pixels=60),
                Field(key="abstentions", label=self.tr("Onthoudingen"), kind=FieldKind.NUMBER),
                Field(key="quorum_met", label=self.tr("Quorum gehaald"), kind=FieldKind.MAYBE),
                Field(
                    key="mandate",
                    label=self.tr("Mandaat"),
                    hint=self.tr("Alleen als een mandaat in de plaats komt van een besluit."),
                ),
                Field(key="note", label=self.tr("Opmerking"), kind=FieldKind.TEXT),
            ),
            make=self._resolution,
            shown=of_request("resolutions", Resolution),
        )

    def _resolution(self, _dossier: Dossier, new_id: str, request_id: str) -> Resolution:
        return Resolution(id=new_id, kind=ResolutionKind.OTHER, on=self._place.today(), text="", request_id=request_id)
