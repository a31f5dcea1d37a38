"""How the hearing of staff and the experts of the council are edited: as data, in Dutch."""

from __future__ import annotations

from PySide6.QtCore import QObject

from orapp.domain.assessment import Expert, StaffConsultation
from orapp.ui.kit.fields import Field, FieldKind, ItemKind
from orapp.ui.screens.dossier.item_kinds_options import items_in, of_request


class StaffKinds(QObject):
    """Who was heard, and who advised the council."""

    def consultations(self) -> ItemKind[StaffConsultation]:
        """How staff were heard; nothing that leads to a person."""
        private = self.tr("Zo geschreven dat niemand eraan te herkennen is.")
        return ItemKind(
            collection="consultations",
            singular=self.tr("raadpleging"),
            plural=self.tr("raadplegingen"),
            empty=self.tr(
                "Hier komt hoe de achterban is gehoord: op welke manier, wanneer, hoeveel mensen, en wat dat opleverde."
            ),
            fields=(
                Field(key="method", label=self.tr("Manier"), column=True, weight=4, required=True),
                Field(key="from_day", label=self.tr("Van"), kind=FieldKind.DATE, column=True, pixels=110),
                Field(key="until_day", label=self.tr("Tot en met"), kind=FieldKind.DATE, column=True, pixels=110),
                Field(key="invited", label=self.tr("Uitgenodigd"), kind=FieldKind.NUMBER),
                Field(key="responses", label=self.tr("Reacties"), kind=FieldKind.NUMBER, column=True, pixels=80),
                Field(
                    key="results",
                    label=self.tr("Uitkomsten"),
                    kind=FieldKind.TEXT,
                    hint=private,
                    column=True,
                    weight=5,
                    quiet=True,
                ),
                Field(key="weighing", label=self.tr("Hoe de OR het heeft meegewogen"), kind=FieldKind.TEXT, hint=private),
            ),
            make=lambda _dossier, new_id, request_id: StaffConsultation(id=new_id, method="", request_id=request_id),
            shown=of_request("consultations", StaffConsultation),
        )

    def experts(self) -> ItemKind[Expert]:
        """Experts of the council, with the costs announced beforehand (art. 22 lid 2)."""
        return ItemKind(
            collection="experts",
            singular=self.tr("deskundige"),
            plural=self.tr("deskundigen"),
            empty=self.tr(
                "Hier komt de deskundige van de OR (art. 16). Meld de kosten vooraf aan de ondernemer (art. 22 lid 2)."
            ),
            fields=(
                Field(key="name", label=self.tr("Naam"), column=True, weight=3, required=True),
                Field(key="assignment", label=self.tr("Opdracht"), kind=FieldKind.TEXT, column=True, weight=5, quiet=True),
                Field(
                    key="maximum_cents",
                    label=self.tr("Kosten, hoogstens (euro)"),
                    heading=self.tr("Hoogstens"),
                    kind=FieldKind.CENTS,
                    column=True,
                    pixels=92,
                ),
                Field(
                    key="announced_on",
                    label=self.tr("Kosten vooraf gemeld op"),
                    heading=self.tr("Kosten gemeld"),
                    kind=FieldKind.DATE,
                    hint=self.tr("Aan de ondernemer gemeld, vóór de kosten zijn gemaakt (art. 22 lid 2)."),
                    column=True,
                    pixels=118,
                ),
                Field(key="reported_on", label=self.tr("Rapport op"), kind=FieldKind.DATE, column=True, pixels=110),
                Field(key="report_paper_id", label=self.tr("Rapport"), kind=FieldKind.ITEM, options=items_in("papers")),
                Field(key="conclusions", label=self.tr("Conclusies"), kind=FieldKind.TEXT),
            ),
            make=lambda _dossier, new_id, request_id: Expert(id=new_id, name="", request_id=request_id),
            shown=of_request("experts", Expert),
        )
