"""Where the answers lead: the terms of the new dossier with their reasons, what comes next, and what asks for attention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from orapp.domain.derived import DeadlineState
from orapp.texts.dates import long_date
from orapp.ui.kit.cards import Pairs, empty_hint, hairline
from orapp.ui.kit.labels import NatureLegend, text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.wizard import WizardPage
from orapp.ui.kit.workplace import capital

if TYPE_CHECKING:
    from collections.abc import Callable

    from orapp.domain.derived import Deadline
    from orapp.domain.dossier import Dossier
    from orapp.services.desk import Desk
    from orapp.services.dossiers import DossierView
    from orapp.ui.kit.workplace import Workplace


class OutcomePage(WizardPage):
    """Derives the dossier as it would be, with the real law, and shows it before anything is kept."""

    def __init__(self, desk: Desk, place: Workplace, made: Callable[[], Dossier]) -> None:
        super().__init__()
        self._desk = desk
        self._place = place
        self._made = made
        self.title = self.tr("Wat volgt daaruit?")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, place.look.px(8), 0)
        self._column.setSpacing(place.look.px(8))

    # -- the page ------------------------------------------------------------------------------------------------------

    @override
    def shown(self) -> None:
        """Derives on a lane, and shows what came out."""
        dossier = self._made()
        self._place.tasks.read(self, "gevolg", lambda: self._desk.dossiers.foresee(dossier), self._show)

    # -- show ----------------------------------------------------------------------------------------------------------

    def _show(self, view: DossierView) -> None:
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        look, dossier = self._place.look, view.dossier
        self._column.addWidget(text_label(dossier.title, "heading", wrap=True))
        kinds = [self._place.texts.label(request.legal) for request in dossier.requests]
        lines = [capital(self._place.texts.label(dossier.kind)), *kinds]
        if dossier.proposed_decisions:
            lines.append(", ".join(f"B{item.number} {item.title}" for item in dossier.proposed_decisions))
        self._column.addWidget(text_label(" · ".join(lines), "quiet", wrap=True))
        if view.derived.summary.next_step:
            step = self.tr("Volgende stap: {step}").format(step=view.derived.summary.next_step)
            self._column.addWidget(text_label(step, "strong", wrap=True, tone=Tone.ACCENT))
        self._column.addWidget(hairline())
        running = [item for item in view.derived.deadlines if item.state is not DeadlineState.CLOSED]
        if running:
            self._column.addWidget(NatureLegend(look))
            self._column.addWidget(Pairs(look, [row for item in running for row in self._rows(item)], 150))
        else:
            words = self.tr("Er loopt nog geen termijn. Spreek een datum af en leg die schriftelijk vast.")
            self._column.addWidget(empty_hint(words))
        for asked in view.derived.summary.attention:
            self._column.addWidget(text_label(asked.text, wrap=True, tone=Tone.ATTENTION))
        known = text_label(self._place.law().known_text(), "small", wrap=True)
        self._column.addWidget(known)
        self._column.addStretch(1)

    def _rows(self, deadline: Deadline) -> list[tuple[str, str, Tone | None]]:
        day = deadline.safe_day or deadline.plain_end
        said = long_date(day)
        if deadline.safe_day is not None and deadline.safe_day != deadline.last_day:
            said = self.tr("veilig t/m {safe}, uiterlijk {last}").format(safe=said, last=long_date(deadline.last_day))
        why = " · ".join(part for part in (deadline.ground or deadline.article, *deadline.steps[-1:]) if part)
        return [(f"{deadline.title} {deadline.subject}".strip(), f"{said}\n{why}", None)]
