"""What is known of a dossier as a whole, edited where it stands: title, kind, people, tags, organisation, secrecy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QComboBox

from orapp.domain.council import ContactRole
from orapp.domain.dossier import DossierKind, DossierStatus
from orapp.domain.editing import change, set_head
from orapp.texts.dates import short_date
from orapp.ui.kit.cards import Card
from orapp.ui.kit.forms import Form
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.workplace import capital
from orapp.ui.screens.dossier.in_place import InPlaceText, Target

if TYPE_CHECKING:
    from orapp.domain.council import Council
    from orapp.domain.dossier import Dossier
    from orapp.domain.requests import Request
    from orapp.ui.kit.editor import DossierEditor
    from orapp.ui.kit.workplace import Workplace

E = TypeVar("E", bound=Enum)
LISTED = frozenset({"team", "tags"})


def listed(text: str) -> tuple[str, ...]:
    """Names or tags between commas, each once, in the order in which they were typed."""
    return tuple(dict.fromkeys(part for piece in text.replace("\n", ",").split(",") if (part := " ".join(piece.split()))))


def head_target(dossier: Dossier, name: str, words: str) -> Target:
    """How a text of the head of a dossier is edited."""
    value = getattr(dossier, name)
    many = name in LISTED
    return Target(
        dossier_id=dossier.id,
        item_id=dossier.id,
        field=name,
        text=", ".join(value) if many else value,
        edit=lambda text: set_head(dossier, **{name: listed(text) if many else text}),
        words=words,
        on=lambda later: head_target(later, name, words),
    )


def on_request(request: Request, target: Callable[[Dossier, Request], Target]) -> Callable[[Dossier], Target | None]:
    """What this edits in a dossier as it is later; nothing where the request is gone by then."""

    def on(later: Dossier) -> Target | None:
        found = next((one for one in later.requests if one.id == request.id), None)
        return target(later, found) if found is not None else None

    return on


def request_target(dossier: Dossier, request: Request, name: str, words: str) -> Target:
    """How a text of a request is edited."""
    changed: Callable[..., Request] = replace
    return Target(
        dossier_id=dossier.id,
        item_id=request.id,
        field=name,
        text=getattr(request, name),
        edit=lambda text: change("requests", request, changed(request, **{name: text})),
        words=words,
        on=on_request(request, lambda later, found: request_target(later, found, name, words)),
    )


class HeadCard(Card):
    """The fields of the dossier itself, each kept when it is left."""

    def __init__(self, place: Workplace, editor: DossierEditor) -> None:
        super().__init__(place.look)
        self._place = place
        self._editor = editor
        self._dossier: Dossier | None = None
        self.body.insertWidget(0, text_label(self.tr("Gegevens en mensen"), "heading"))
        self._form = Form(place.look, label_pixels=120)
        self.body.addWidget(self._form)
        commas = self.tr("namen, met komma's ertussen")
        self._texts = {
            "title": self._text("title", self.tr("Titel")),
            "owner": self._text("owner", self.tr("Trekker"), self.tr("wie dit dossier bijhoudt")),
            "team": self._text("team", self.tr("Dossierteam"), commas),
            "tags": self._text("tags", self.tr("Trefwoorden"), self.tr("met komma's ertussen")),
            "organisation": self._text("organisation", self.tr("Organisatie")),
        }
        self._kind = self._choice("kind", self.tr("Soort dossier"), DossierKind)
        self._status = self._choice("status", self.tr("Stand"), DossierStatus)
        self._people = self._form.add("people", self.tr("Contact"), text_label("", wrap=True))
        self._dates = self._form.add("dates", self.tr("Kerndatums"), text_label("", wrap=True))
        self._secret = QCheckBox(self.tr("Het hele dossier is geheim"))
        self._form.add(
            "secret", self.tr("Geheim"), self._secret, self.tr("Een geheim dossier staat in geen lijst als u uw scherm deelt.")
        )
        self._secret.clicked.connect(self._set_secret)

    def show_dossier(self, dossier: Dossier, council: Council | None, request: Request | None) -> None:
        """Shows the dossier as it stands; what is being typed stays."""
        self._dossier = dossier
        said = {
            "title": self.tr("titel gewijzigd"),
            "owner": self.tr("trekker gewijzigd"),
            "team": self.tr("dossierteam gewijzigd"),
            "tags": self.tr("trefwoorden gewijzigd"),
            "organisation": self.tr("organisatie gewijzigd"),
        }
        shared = self._place.here.shared
        for name, field in self._texts.items():
            field.show_target(head_target(dossier, name, said[name]))
            if name in {"owner", "team"}:
                self._form.set_row_visible(name, not shared)
        for box, value in ((self._kind, dossier.kind), (self._status, dossier.status)):
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(value.value))
        with QSignalBlocker(self._secret):
            self._secret.setChecked(dossier.secret)
        self._people.setText(self.tr("verborgen: het scherm wordt gedeeld") if shared else self._contacts(dossier, council))
        self._dates.setText(self._key_dates(dossier, request))

    def offer_drafts(self, drafts: Mapping[tuple[str, str, str], str]) -> None:
        """Puts back what was typed and never kept."""
        for field in self._texts.values():
            field.offer_drafts(drafts)

    def _text(self, key: str, label: str, hint: str = "") -> InPlaceText:
        made = InPlaceText(self._place, self._editor, f"{key}-tekst", label, hint=hint)
        return self._form.add(key, label, made)

    def _choice(self, key: str, label: str, enumeration: type[E]) -> QComboBox:
        options = [(str(member.value), capital(self._place.texts.label(member))) for member in enumeration]
        box = self._form.choice(key, label, options)
        box.activated.connect(lambda _number: self._set_choice(key, enumeration, box))
        return box

    def _set_choice(self, key: str, enumeration: type[E], box: QComboBox) -> None:
        dossier = self._dossier
        value = enumeration(box.currentData())
        if dossier is not None and getattr(dossier, key) != value:
            values: dict[str, object] = {key: value}
            if value is DossierStatus.CLOSED:
                values["closed_on"] = dossier.closed_on or self._place.today()
            self._editor.submit(set_head(dossier, **values), self.tr("gegevens van het dossier gewijzigd"))

    def _set_secret(self, secret: bool) -> None:
        if self._dossier is not None:
            words = self.tr("dossier geheim gemaakt") if secret else self.tr("geheim van het dossier afgehaald")
            self._editor.submit(set_head(self._dossier, secret=secret), words)

    def _contacts(self, dossier: Dossier, council: Council | None) -> str:
        if council is None:
            return "–"
        found = [contact for contact in council.contacts if contact.role in {ContactRole.HR, ContactRole.LAWYER}]
        director = council.director(dossier.organisation)
        people = ([director] if director is not None else []) + found
        lines = [
            " · ".join(
                part for part in (contact.name, contact.function or self._place.texts.label(contact.role), contact.email) if part
            )
            for contact in people
        ]
        return "\n".join(lines) or self.tr("Nog geen bestuurder bekend: vul de mensen in bij de ondernemingsraad.")

    def _key_dates(self, dossier: Dossier, request: Request | None) -> str:
        year = self._place.today().year
        found = [(self.tr("geopend"), dossier.opened_on), (self.tr("gesloten"), dossier.closed_on)]
        if request is not None:
            found.insert(1, (self.tr("aanvraag ontvangen"), request.received_on))
            found.insert(2, (self.tr("procedure gesloten"), request.closed_on))
        return " · ".join(f"{words} {short_date(day, this_year=year)}" for words, day in found if day is not None)
