"""How requests, proposed decisions, papers, events, agreed dates and tables are edited: as data, in Dutch."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from orapp.domain.papers import AgreedDate, Event, Paper, PaperKind, Sheet
from orapp.domain.requests import Outcome, ProposedDecision, Request, Track
from orapp.law.facts import FactKind, Party, ProcedureKind
from orapp.ui.kit.fields import Field, FieldKind, ItemKind
from orapp.ui.kit.look import Tone
from orapp.ui.kit.tables import DATE_PIXELS
from orapp.ui.kit.workplace import capital
from orapp.ui.screens.dossier.item_kinds_options import (
    SOURCES,
    STATE_PIXELS,
    articles,
    items_in,
    members,
    of_request,
    told_decisions,
)

if TYPE_CHECKING:
    from orapp.domain.dossier import Dossier
    from orapp.ui.kit.workplace import Workplace

OWN_DATE = "own-date"


def outcome_tone(outcome: object) -> Tone:
    """The colour of what the council answered."""
    match outcome:
        case Outcome.POSITIVE | Outcome.CONSENT | Outcome.CONSENT_CHANGED:
            return Tone.GOOD
        case Outcome.NEGATIVE | Outcome.NEGATIVE_UNLESS | Outcome.CONSENT_REFUSED:
            return Tone.DANGER
        case Outcome.UNDECIDED | Outcome.LATER | Outcome.POLITICAL | Outcome.WAIVED:
            return Tone.PLAIN
        case _:
            return Tone.ATTENTION


class CourseKinds(QObject):
    """What was asked, what came in, and what happened."""

    def __init__(self, place: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = place

    def requests(self) -> ItemKind[Request]:
        """Requests: each starts a procedure."""
        return ItemKind(
            collection="requests",
            singular=self.tr("aanvraag"),
            plural=self.tr("aanvragen"),
            empty=self.tr("Hier komt de aanvraag of het verzoek waarmee de procedure begint."),
            fields=(
                Field(key="title", label=self.tr("Onderwerp"), column=True, weight=6, required=True),
                Field(
                    key="legal",
                    label=self.tr("Procedure"),
                    kind=FieldKind.CHOICE,
                    options=members(ProcedureKind, self._place.texts),
                    convert=ProcedureKind,
                    column=True,
                    weight=4,
                    quiet=True,
                ),
                Field(key="started_on", label=self.tr("Begonnen op"), kind=FieldKind.DATE, column=True, pixels=DATE_PIXELS),
                Field(key="started_by", label=self.tr("Door")),
                Field(key="grounds", label=self.tr("Gronden"), kind=FieldKind.ITEMS, options=articles(self._place.law)),
                Field(key="their_reference", label=self.tr("Kenmerk van de ondernemer")),
                Field(key="article_named", label=self.tr("Artikel dat de ondernemer noemt")),
                Field(key="urgent_reason", label=self.tr("Reden van spoed"), kind=FieldKind.TEXT),
                Field(key="understanding", label=self.tr("Zoals de OR het voorstel begrijpt"), kind=FieldKind.TEXT),
                Field(key="summary", label=self.tr("Samenvatting"), kind=FieldKind.TEXT),
                Field(key="found_out_by", label=self.tr("Ontdekt door")),
                Field(key="found_out_how", label=self.tr("Hoe ontdekt"), kind=FieldKind.TEXT),
                Field(key="withdrawn_on", label=self.tr("Ingetrokken op"), kind=FieldKind.DATE),
                Field(
                    key="withdrawal_paper_id",
                    label=self.tr("Schriftelijke bevestiging van de intrekking"),
                    kind=FieldKind.ITEM,
                    options=items_in("papers"),
                ),
                Field(key="closed_on", label=self.tr("Gesloten op"), kind=FieldKind.DATE),
            ),
            make=lambda _dossier, new_id, _request_id: Request(id=new_id, title="", legal=ProcedureKind.ADVICE),
        )

    def decisions_of(self, legal: ProcedureKind | None) -> ItemKind[ProposedDecision]:
        """What is decided in a procedure: an initiative has parts without grounds, a decision that was found out no outcome."""
        usual = self.proposed_decisions()
        match legal:
            case ProcedureKind.INITIATIVE:
                shown = {"title", "outcome_text"}
                return replace(
                    usual,
                    singular=self.tr("onderdeel"),
                    plural=self.tr("onderdelen van het voorstel"),
                    empty=self.tr("Hier komen de onderdelen van het voorstel van de OR, elk met het antwoord van de bestuurder."),
                    fields=tuple(replace(field, column=field.key in shown, weight=field.weight or 4) for field in usual.fields),
                )
            case ProcedureKind.FOUND_OUT:
                return replace(
                    usual,
                    singular=self.tr("besluit"),
                    plural=self.tr("besluiten"),
                    empty=self.tr("Hier komt welk besluit of welke uitvoering aan het licht kwam."),
                    fields=tuple(replace(field, column=field.column and field.key != "outcome") for field in usual.fields),
                )
            case _:
                return usual

    def answer_to(self, legal: ProcedureKind | None) -> ItemKind[ProposedDecision]:
        """What the council answers to a proposed decision: only the answers that fit the procedure, with words and reason."""
        usual = self.proposed_decisions()
        consent = legal is ProcedureKind.CONSENT
        fitting = [one for one in Outcome if one is Outcome.UNDECIDED or one.value.startswith("consent") is consent]
        options = [(one.value, capital(self._place.texts.label(one))) for one in fitting]
        fields = [
            replace(field, options=lambda _dossier: options) if field.key == "outcome" else field
            for field in usual.fields
            if field.key in {"outcome", "outcome_text", "outcome_reason"}
        ]
        return replace(usual, singular=self.tr("antwoord op"), fields=tuple(fields))

    def proposed_decisions(self) -> ItemKind[ProposedDecision]:
        """Proposed decisions B1..Bn."""
        return ItemKind(
            collection="proposed_decisions",
            singular=self.tr("voorgenomen besluit"),
            plural=self.tr("voorgenomen besluiten"),
            empty=self.tr("Hier komen de voorgenomen besluiten, B1 en verder: elk met een eigen grond, kennisgeving en maand."),
            fields=(
                Field(key="title", label=self.tr("Besluit"), column=True, weight=6, required=True),
                Field(key="text", label=self.tr("Letterlijke tekst"), kind=FieldKind.TEXT),
                Field(
                    key="grounds",
                    label=self.tr("Gronden"),
                    heading=self.tr("Grond"),
                    kind=FieldKind.ITEMS,
                    options=articles(self._place.law),
                    column=True,
                    weight=4,
                    quiet=True,
                ),
                Field(
                    key="body",
                    label=self.tr("Bevoegd orgaan"),
                    hint=self.tr("OR, GOR, COR, commissie of BOR; met het stuk waaruit dat blijkt."),
                ),
                Field(key="body_paper_id", label=self.tr("Blijkt uit"), kind=FieldKind.ITEM, options=items_in("papers")),
                Field(key="may_litigate", label=self.tr("Wie kan procederen")),
                Field(
                    key="track",
                    label=self.tr("Hoort bij"),
                    kind=FieldKind.CHOICE,
                    options=members(Track, self._place.texts),
                    convert=Track,
                ),
                Field(
                    key="outcome",
                    label=self.tr("Uitkomst"),
                    kind=FieldKind.CHOICE,
                    options=members(Outcome, self._place.texts),
                    convert=Outcome,
                    tone=outcome_tone,
                    column=True,
                    pixels=STATE_PIXELS + 16,
                ),
                Field(key="outcome_text", label=self.tr("Uitkomst in woorden"), kind=FieldKind.TEXT),
                Field(key="outcome_reason", label=self.tr("Reden"), kind=FieldKind.TEXT),
            ),
            make=lambda _dossier, new_id, request_id: ProposedDecision(id=new_id, title="", request_id=request_id),
            shown=of_request("proposed_decisions", ProposedDecision),
        )

    def papers(self) -> ItemKind[Paper]:
        """Papers with their five dates."""
        return ItemKind(
            collection="papers",
            singular=self.tr("stuk"),
            plural=self.tr("stukken"),
            empty=self.tr("Hier komen de stukken. Sleep een bestand hierheen, plak het, of kies 'Bestand toevoegen'."),
            fields=(
                Field(key="title", label=self.tr("Titel"), column=True, weight=6, required=True),
                Field(
                    key="kind",
                    label=self.tr("Soort"),
                    kind=FieldKind.CHOICE,
                    options=members(PaperKind, self._place.texts),
                    convert=PaperKind,
                    column=True,
                    weight=3,
                    quiet=True,
                ),
                Field(key="version", label=self.tr("Versie"), column=True, pixels=72, quiet=True),
                Field(key="author", label=self.tr("Van wie")),
                Field(key="request_id", label=self.tr("Hoort bij aanvraag"), kind=FieldKind.ITEM, options=items_in("requests")),
                Field(key="dated_on", label=self.tr("Datum op het stuk"), heading=self.tr("Gedateerd"), kind=FieldKind.DATE),
                Field(key="sent_on", label=self.tr("Verzonden op"), kind=FieldKind.DATE),
                Field(
                    key="received_on",
                    label=self.tr("Ontvangen op"),
                    heading=self.tr("Ontvangen"),
                    kind=FieldKind.DATE,
                    column=True,
                    pixels=DATE_PIXELS,
                ),
                Field(key="received_by", label=self.tr("Ontvangen door")),
                Field(
                    key="first_known_on",
                    label=self.tr("Eerst bekend bij een OR-lid op"),
                    kind=FieldKind.DATE,
                    hint=self.tr("Ook mondeling. Bij een besluit begint hiermee de veilige klok (art. 26 lid 2, art. 27 lid 5)."),
                ),
                Field(key="first_known_by", label=self.tr("Eerst bekend bij")),
                Field(
                    key="registered_on",
                    label=self.tr("Geregistreerd op"),
                    heading=self.tr("Geregistreerd"),
                    kind=FieldKind.DATE,
                    hint=self.tr("Leeg: binnengekomen en nog niet geregistreerd."),
                    column=True,
                    pixels=DATE_PIXELS,
                ),
                Field(key="pages", label=self.tr("Pagina's"), kind=FieldKind.NUMBER),
                Field(key="personal", label=self.tr("Bevat persoonsgegevens"), kind=FieldKind.FLAG),
            ),
            make=lambda _dossier, new_id, request_id: Paper(id=new_id, title="", request_id=request_id),
        )

    def events(self) -> ItemKind[Event]:
        """What happened, with date and source; anything, in any order."""
        return ItemKind(
            collection="events",
            singular=self.tr("gebeurtenis"),
            plural=self.tr("gebeurtenissen"),
            empty=self.tr("Hier komt wat er gebeurt, met datum en bron."),
            fields=(
                Field(key="on", label=self.tr("Datum"), kind=FieldKind.DATE, column=True, pixels=DATE_PIXELS, required=True),
                Field(key="until", label=self.tr("Tot en met"), kind=FieldKind.DATE),
                Field(key="text", label=self.tr("Wat"), kind=FieldKind.TEXT, column=True, weight=6, required=True),
                Field(
                    key="kind",
                    label=self.tr("Soort"),
                    kind=FieldKind.CHOICE,
                    options=members(FactKind, self._place.texts),
                    convert=FactKind,
                    column=True,
                    weight=3,
                    quiet=True,
                    hint=self.tr("De soort bepaalt of de gebeurtenis een stap zet of een termijn begint."),
                ),
                Field(
                    key="decision_ids",
                    label=self.tr("Over besluit"),
                    kind=FieldKind.ITEMS,
                    options=items_in("proposed_decisions"),
                ),
                Field(
                    key="against_ids",
                    label=self.tr("Tegen welk besluit van de bestuurder"),
                    kind=FieldKind.ITEMS,
                    options=told_decisions,
                    hint=self.tr("Alleen bij beroep of nietigheid: elk besluit heeft een eigen maand."),
                ),
                Field(key="request_id", label=self.tr("Hoort bij aanvraag"), kind=FieldKind.ITEM, options=items_in("requests")),
                Field(
                    key="paper_id",
                    label=self.tr("Stuk waaruit het blijkt"),
                    heading=self.tr("Bron"),
                    kind=FieldKind.ITEM,
                    options=items_in("papers"),
                    column=True,
                    weight=2,
                    quiet=True,
                ),
                Field(key="source", label=self.tr("Of: bron, in woorden")),
                Field(key="place", label=self.tr("Plaats")),
                Field(
                    key="present",
                    label=self.tr("Aanwezig"),
                    kind=FieldKind.NAMES,
                    hint=self.tr("Namen, met een komma ertussen."),
                ),
                Field(key="minutes_approved", label=self.tr("Verslag vastgesteld"), kind=FieldKind.MAYBE),
            ),
            make=self._event,
            shown=lambda dossier, _request_id: tuple(
                sorted(dossier.events, key=lambda event: (event.on, event.position), reverse=True)
            ),
            ordered=False,
        )

    def agreed_dates(self) -> ItemKind[AgreedDate]:
        """Agreed and own dates: no terms of the law, and the old one stays until another is confirmed in writing."""
        return ItemKind(
            collection="agreed_dates",
            singular=self.tr("afgesproken datum"),
            plural=self.tr("afgesproken datums"),
            empty=self.tr("Hier komen datums die zijn afgesproken of gevraagd, met waar dat staat."),
            fields=(
                Field(key="due", label=self.tr("Datum"), kind=FieldKind.DATE, column=True, pixels=DATE_PIXELS, required=True),
                Field(key="subject", label=self.tr("Waarover"), column=True, weight=6, required=True),
                Field(
                    key="rule",
                    label=self.tr("Soort datum"),
                    heading=self.tr("Soort"),
                    kind=FieldKind.CHOICE,
                    options=self._rules,
                    column=True,
                    weight=4,
                    quiet=True,
                    required=True,
                ),
                Field(
                    key="actor",
                    label=self.tr("Wie moet iets doen"),
                    kind=FieldKind.CHOICE,
                    options=members(Party, self._place.texts),
                    convert=Party,
                ),
                Field(
                    key="asked_by",
                    label=self.tr("Gevraagd door"),
                    kind=FieldKind.CHOICE,
                    options=members(Party, self._place.texts),
                    convert=Party,
                ),
                Field(key="agreed_on", label=self.tr("Afgesproken op"), kind=FieldKind.DATE),
                Field(key="recorded_in_id", label=self.tr("Vastgelegd in"), kind=FieldKind.ITEM, options=items_in(*SOURCES)),
                Field(
                    key="replaced_by_id",
                    label=self.tr("Vervangen door"),
                    kind=FieldKind.ITEM,
                    options=items_in("agreed_dates"),
                    hint=self.tr("Zonder schriftelijke bevestiging blijft deze datum het alarm."),
                ),
                Field(
                    key="confirmed_in_id",
                    label=self.tr("Schriftelijk bevestigd in"),
                    kind=FieldKind.ITEM,
                    options=items_in(*SOURCES),
                ),
                Field(
                    key="met_on", label=self.tr("Gehaald op"), kind=FieldKind.DATE, column=True, pixels=DATE_PIXELS, quiet=True
                ),
            ),
            make=self._agreed_date,
            shown=of_request("agreed_dates", AgreedDate),
            ordered=False,
        )

    def sheets(self) -> ItemKind[Sheet]:
        """Tables that belong to the dossier; the cells are edited in the table itself."""
        return ItemKind(
            collection="sheets",
            singular=self.tr("tabel"),
            plural=self.tr("tabellen"),
            empty=self.tr("Hier komen tabellen bij het dossier: fte, risico's, metingen. Plak ze uit Excel."),
            fields=(
                Field(key="title", label=self.tr("Titel"), column=True, weight=5, required=True),
                Field(key="note", label=self.tr("Toelichting"), kind=FieldKind.TEXT, column=True, weight=4, quiet=True),
                Field(key="source", label=self.tr("Bron"), column=True, weight=3, quiet=True),
                Field(
                    key="personal",
                    label=self.tr("Gaat over afzonderlijke personen"),
                    kind=FieldKind.FLAG,
                    hint=self.tr("Komt dan nooit in een brief en kan buiten een export blijven."),
                ),
            ),
            make=lambda _dossier, new_id, request_id: Sheet(
                id=new_id, title="", columns=(self.tr("Omschrijving"), self.tr("Waarde")), request_id=request_id
            ),
            shown=of_request("sheets", Sheet),
        )

    def _event(self, _dossier: Dossier, new_id: str, request_id: str) -> Event:
        return Event(id=new_id, on=self._place.today(), kind=FactKind.OTHER, text="", request_id=request_id)

    def _agreed_date(self, _dossier: Dossier, new_id: str, request_id: str) -> AgreedDate:
        return AgreedDate(id=new_id, subject="", rule=OWN_DATE, due=self._place.today(), request_id=request_id)

    def _rules(self, _dossier: Dossier) -> list[tuple[str, str]]:
        """The dates that people make: agreed, asked or their own; terms of the law come from what happened."""
        kinds = {"agreed", "own"}
        own = [rule for rule in self._place.law().rules.values() if rule.nature.value in kinds]
        return [(rule.key, capital(rule.title)) for rule in own if not rule.key.endswith(("commitment-date", "condition-date"))]
