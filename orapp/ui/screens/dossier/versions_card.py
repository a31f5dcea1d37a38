"""The versions of a request: when each was received, what is different, and whether that is essential, as the council says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from orapp.domain.dossier import code
from orapp.domain.items import Item, Judgement
from orapp.domain.recording import WITH_VERSIONS
from orapp.domain.request_versions import add_version, change_version, next_number
from orapp.domain.requests import RequestVersion
from orapp.texts.dates import short_date
from orapp.ui.kit.a11y import announce
from orapp.ui.kit.cards import Card, button, empty_hint
from orapp.ui.kit.fields import Field, FieldKind, ItemKind
from orapp.ui.kit.flow_row import FlowRow
from orapp.ui.kit.item_form import ItemDialog
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.workplace import capital
from orapp.ui.screens.dossier.item_kinds_options import items_in

if TYPE_CHECKING:
    from orapp.domain.dossier import Dossier
    from orapp.domain.editing import Edit
    from orapp.domain.requests import Request
    from orapp.ui.kit.editor import DossierEditor
    from orapp.ui.kit.workplace import Workplace

HEIGHT = 540
ADD = "versie-toevoegen"


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionText(Item):
    """A version while it is filled in. `answer` is empty where the council has not judged it."""

    received_on: date | None = None
    label: str = ""
    paper_id: str = ""
    difference: str = ""
    answer: str = ""
    reason: str = ""


def answers() -> list[tuple[str, str]]:
    """What the council can say of a version, as (value, words)."""
    return [
        ("", QCoreApplication.translate("versions", "nog niet beoordeeld")),
        ("yes", QCoreApplication.translate("versions", "ja, zegt de OR")),
        ("no", QCoreApplication.translate("versions", "nee, zegt de OR")),
    ]


def judged_words(place: Workplace, judged: Judgement | None) -> str:
    """Who gave the answer and when; without the name while others look along."""
    if judged is None:
        return ""
    day = short_date(judged.on, this_year=place.today().year) if judged.on is not None else ""
    return ", ".join(part for part in (judged.by if place.here.visibility.names else "", day) if part)


def version_kind(place: Workplace, version: RequestVersion) -> ItemKind[VersionText]:
    """The fields of a version; the first one differs from nothing."""
    tr = QCoreApplication.translate
    hint = tr("versions", "Ja: een nieuwe ontvangst, met eigen volledigheid, overleg en datum. De OR beoordeelt dit.")
    judged = judged_words(place, version.essentially_different)
    if judged:
        hint = f"{hint} {tr('versions', 'Beoordeeld: {who}.').format(who=judged)}"
    later = (
        Field(key="difference", label=tr("versions", "Wat is er anders"), kind=FieldKind.TEXT),
        Field(
            key="answer",
            label=tr("versions", "Wezenlijk anders?"),
            kind=FieldKind.CHOICE,
            options=lambda _dossier: answers(),
            hint=hint,
        ),
        Field(key="reason", label=tr("versions", "Waarom"), kind=FieldKind.TEXT),
    )
    told = bool(version.difference or version.essentially_different)
    return ItemKind(
        collection="request_versions",
        singular=tr("versions", "versie {number}").format(number=version.number),
        plural="",
        empty="",
        fields=(
            Field(key="received_on", label=tr("versions", "Ontvangen op"), kind=FieldKind.DATE),
            Field(
                key="label",
                label=tr("versions", "Aanduiding"),
                hint=tr("versions", "Zoals de ondernemer haar noemt, bijvoorbeeld: versie 2.1."),
            ),
            Field(key="paper_id", label=tr("versions", "Stuk"), kind=FieldKind.ITEM, options=items_in("papers")),
            *(later if version.number > 1 or told else ()),
        ),
        make=lambda _dossier, new_id, _request_id: VersionText(id=new_id),
    )


class VersionSheet(ItemDialog[VersionText]):
    """One version, new or not. An answer of the council is kept with who gave it today, and is not taken back but given anew."""

    def __init__(
        self, parent: QWidget, editor: DossierEditor, place: Workplace, request: Request, before: RequestVersion | None
    ) -> None:
        self._request_id = request.id
        self._before = before
        self._version = before or RequestVersion(number=next_number(request), received_on=place.today())
        judged, version = self._version.essentially_different, self._version
        text = VersionText(
            id=f"{request.id}-v{version.number}",
            received_on=version.received_on,
            label=version.label,
            paper_id=version.paper_id,
            difference=version.difference,
            answer=judged.answer if judged is not None else "",
            reason=judged.reason if judged is not None else "",
        )
        kind = version_kind(place, version)
        title = QCoreApplication.translate("versions", "{what} van de aanvraag").format(what=kind.singular)
        super().__init__(parent, editor, place, kind, text, new=True, title=title)
        self.take_size(self.width(), HEIGHT)

    @override
    def change_to(self, after: VersionText) -> tuple[Edit, str, bool]:
        judged = self._version.essentially_different
        reason = after.reason.strip()
        new_answer = after.answer != self._item.answer or (bool(after.answer) and reason != self._item.reason)
        if new_answer:
            by, today = self._place.here.person, self._place.today()
            judged = Judgement(answer=after.answer, by=by, on=today, reason=reason) if after.answer else None
        made = replace(
            self._version,
            received_on=after.received_on,
            label=after.label.strip(),
            paper_id=after.paper_id,
            difference=after.difference.strip(),
            essentially_different=judged,
        )
        if self._before is None:
            said = QCoreApplication.translate("versions", "{what} toegevoegd").format(what=self._kind.singular)
            return add_version(self._request_id, made), said, not new_answer
        said = QCoreApplication.translate("versions", "{what} gewijzigd").format(what=self._kind.singular)
        return change_version(self._request_id, self._before, made), said, not new_answer


class VersionsCard(Card):
    """The versions of the request that is shown, each to change or to take away, and adding another."""

    def __init__(self, place: Workplace, editor: DossierEditor) -> None:
        super().__init__(place.look)
        self._place = place
        self._editor = editor
        self._dossier: Dossier | None = None
        self._request: Request | None = None
        self._rows: list[QWidget] = []
        self._shown: object = None
        self.setObjectName("versies")
        self._add = button(self.tr("Nieuwe versie…"), ADD, "link")
        self._add.clicked.connect(self.add_new)
        head = FlowRow(place.look)
        head.fill([text_label(self.tr("Versies van de aanvraag"), "heading"), self._add])
        # Only inside the row: shown before, it would be a window of its own for a moment, and take the keyboard.
        self._add.setVisible(not editor.read_only)
        head.arrange()
        self.body.insertWidget(0, head)

    def show_request(self, dossier: Dossier, request: Request | None) -> None:
        """Shows the versions of a request, where its procedure has them."""
        self._dossier, self._request = dossier, request
        self.setVisible(request is not None and (request.legal in WITH_VERSIONS or bool(request.versions)))
        versions = request.versions if request is not None else ()
        papers = {version.paper_id: self._paper(version) for version in versions}
        shown = (request.id if request is not None else "", versions, papers, self._place.here.shared, self._place.today())
        if shown == self._shown:
            return
        self._shown = shown
        focused = QApplication.focusWidget()
        name = focused.objectName() if focused is not None and any(row.isAncestorOf(focused) for row in self._rows) else ""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(version) for version in versions]
        if not self._rows:
            hint = self.tr("Hier komen de versies van de aanvraag, met de dag waarop elk is ontvangen.")
            self._rows = [empty_hint(hint)]
        for row in self._rows:
            self.body.addWidget(row)
        if name:
            found = [one for row in self._rows for one in row.findChildren(QPushButton) if one.objectName() == name]
            (found[0] if found else self._add).setFocus()

    def add_new(self) -> None:
        """Opens the form for another version."""
        self._open(None)

    def _row(self, version: RequestVersion) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        said = text_label(self._said(version), wrap=True)
        said.setObjectName(f"versie-gezegd-{version.number}")
        line.addWidget(said, 1)
        if self._editor.read_only:
            return row
        alter = button(self.tr("Wijzigen"), f"versie-wijzigen-{version.number}", "link")
        alter.setAccessibleName(self.tr("Versie {number} wijzigen").format(number=version.number))
        alter.clicked.connect(lambda _checked=False: self._open(version))
        away = button(self.tr("Verwijderen"), f"versie-verwijderen-{version.number}", "link")
        away.setAccessibleName(self.tr("Versie {number} verwijderen").format(number=version.number))
        away.clicked.connect(lambda _checked=False: self._remove(version))
        line.addWidget(alter)
        line.addWidget(away)
        return row

    def _paper(self, version: RequestVersion) -> str:
        paper = self._dossier.paper(version.paper_id) if self._dossier is not None else None
        return code("papers", paper) if paper is not None else ""

    def _said(self, version: RequestVersion) -> str:
        parts = [self.tr("Versie {number}").format(number=version.number)]
        if version.received_on is not None:
            day = short_date(version.received_on, this_year=self._place.today().year)
            parts.append(self.tr("ontvangen {day}").format(day=day))
        else:
            parts.append(self.tr("dag van ontvangst ontbreekt"))
        parts += [version.label, self._paper(version), version.difference]
        judged = version.essentially_different
        if judged is not None or version.number > 1:
            answer = dict(answers()).get(judged.answer if judged is not None else "", "")
            words = self.tr("wezenlijk anders: {answer}").format(answer=answer)
            who = judged_words(self._place, judged)
            parts.append(f"{words} ({who})" if who else words)
        parts.append(judged.reason if judged is not None else "")
        return " · ".join(part for part in parts if part)

    def _open(self, version: RequestVersion | None) -> None:
        if self._request is not None and not self._editor.read_only:
            sheet = VersionSheet(self.window(), self._editor, self._place, self._request, version)
            sheet.open()

    def _remove(self, version: RequestVersion) -> None:
        if self._request is None:
            return
        words = self.tr("versie {number} verwijderd").format(number=version.number)
        self._editor.submit(
            change_version(self._request.id, version, None),
            words,
            owner=self,
            done=lambda _dossier: announce(self, capital(words)),
            failed=self._editor.refused.emit,
        )
