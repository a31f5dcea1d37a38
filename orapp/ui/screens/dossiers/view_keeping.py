"""Saves, shows and forgets views of the list: what the filters, the order, the groups and the columns are, under a name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from orapp.services.failures import Failure
from orapp.services.list_views import ListView, ListViewService
from orapp.ui.kit.look import Tone
from orapp.ui.screens.dossiers.word_sheet import WordSheet

if TYPE_CHECKING:
    from orapp.ui.kit.list_actions import ListActions
    from orapp.ui.kit.notices import NoticeBar
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.screens.dossiers.filters import Filters
    from orapp.ui.screens.dossiers.views import Views


class ViewKeeping(QObject):
    """Goes between the buttons of the views, the filters and the archive. `shown` says that the filters show another view."""

    shown = Signal()

    def __init__(
        self,
        service: ListViewService,
        place: Workplace,
        views: Views,
        filters: Filters,
        acts: ListActions,
        notice: NoticeBar,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._place = place
        self._views = views
        self._filters = filters
        self._acts = acts
        self._notice = notice
        self._window = parent
        self.own: tuple[ListView, ...] = ()
        views.keep_asked.connect(self.ask_name)
        views.remove_asked.connect(self._remove)

    def read(self) -> None:
        """Reads what people saved."""
        self._place.tasks.read(self, "weergaven", self._service.read, self._take)

    def show(self, view: ListView) -> None:
        """Puts a view in the filters; its columns too, where it has any."""
        self._filters.show_query(view.query)
        if view.columns:
            self._acts.arrangement.arrange(view.columns)
        self.shown.emit()

    def ask_name(self) -> None:
        """Asks under which name to save what is shown; the name of a view that is there replaces it."""
        WordSheet(
            self._window.window(),
            self._place.look,
            title=self.tr("Weergave bewaren"),
            label=self.tr("&Naam"),
            why=self.tr("Filter, volgorde, groepen en kolommen komen onder deze naam boven de lijst te staan, voor iedereen."),
            act=self.tr("&Bewaren"),
            known=[view.name for view in self.own],
            given=self._keep,
        ).open()

    def _keep(self, name: str) -> str:
        if any(name.casefold() == view.name.casefold() for view in self._views.standard()):
            return self.tr("“{name}” is een vaste weergave. Kies een andere naam.").format(name=name)
        if not name:
            return self.tr("Geef de weergave een naam.")
        view = ListView(
            name=name, query=replace(self._filters.query(), asks_until=None), columns=self._acts.arrangement.arranged()
        )
        person = self._place.here.person

        def kept(views: tuple[ListView, ...]) -> None:
            self._take(views)
            self._notice.tell(self.tr("Weergave “{name}” is bewaard.").format(name=name), Tone.GOOD)

        self._place.tasks.write(self, lambda: self._service.keep(view, person), kept, self._failed)
        return ""

    def _remove(self, name: str) -> None:
        person = self._place.here.person
        gone = next((view for view in self.own if view.name == name), None)
        if gone is None:
            return

        def removed(views: tuple[ListView, ...]) -> None:
            self._take(views)
            self._notice.tell(
                self.tr("Weergave “{name}” is verwijderd.").format(name=name),
                Tone.GOOD,
                self.tr("&Ongedaan maken"),
                lambda: self._place.tasks.write(self, lambda: self._service.keep(gone, person), self._take, self._failed),
            )

        self._place.tasks.write(self, lambda: self._service.remove(name, person), removed, self._failed)

    def _take(self, views: tuple[ListView, ...]) -> None:
        self.own = views
        self._views.show_own(views)

    def _failed(self, failure: Failure) -> None:
        self._notice.tell(self._place.said(failure), Tone.DANGER)
