"""The ways of the walk: what leads to a screen, a part, a dialog or a menu, and how one way goes on from another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QComboBox, QMenu, QPushButton

from orapp.domain.council_styles import StyleUse
from orapp.services.lists import ListColumn, ListContent
from orapp.ui.kit.dates import DateField
from orapp.ui.kit.item_list import ItemList
from orapp.ui.kit.list_actions import ListActions
from orapp.ui.kit.steps import Progress
from orapp.ui.kit.tables import Table
from orapp.ui.kit.wizard import Wizard
from orapp.ui.screens.dossier.sections import Sections
from tests.documents import brought_files as brought
from tests.ui.conftest import DEMO_DAY, PASSPHRASE, sheets
from tests.ui.walk import HOUSING, MERGER, Lead, Lost, Walk


def screen(key: str) -> Lead:
    return lambda walk: walk.inside.go_to(key)


def tab(number: int, reference: str = MERGER) -> Lead:
    def lead(walk: Walk) -> None:
        walk.inside.open_dossier(reference)
        walk.settle()
        walk.inside.dossier.show_tab(number)

    return lead


def section(number: int, key: str, reference: str = MERGER) -> Lead:
    def lead(walk: Walk) -> None:
        tab(number, reference)(walk)
        walk.settle()
        for sections in walk.inside.dossier.findChildren(Sections):
            if sections.isVisible():
                sections.choose(key)

    return lead


def council_part(key: str) -> Lead:
    def lead(walk: Walk) -> None:
        walk.inside.go_to("raad")
        walk.settle()
        walk.inside.council.show_part(key)

    return lead


def settings_part(key: str) -> Lead:
    def lead(walk: Walk) -> None:
        walk.inside.go_to("instellingen")
        walk.settle()
        walk.inside.settings.show_part(key)

    return lead


def pressing(lead: Lead, *names: str) -> Lead:
    def go(walk: Walk) -> None:
        lead(walk)
        walk.settle()
        for name in names:
            walk.press(name)

    return go


def then(lead: Lead, act: Lead) -> Lead:
    def go(walk: Walk) -> None:
        lead(walk)
        walk.settle()
        act(walk)

    return go


def item_form(reference: str) -> Lead:
    """Opens the first question as a form."""

    def lead(walk: Walk) -> None:
        section(3, "questions", reference)(walk)
        walk.settle()
        shown: ItemList[Any] = walk.child(ItemList, "vragen")
        shown.open_item(walk.archive.kept[reference].questions[0])

    return lead


def chosen_question(walk: Walk) -> None:
    section(3, "questions")(walk)
    walk.settle()
    shown: ItemList[Any] = walk.child(ItemList, "vragen")
    shown.grid().selectRow(0)


def page_of_wizard(number: int) -> Lead:
    def lead(walk: Walk) -> None:
        found = [one for one in walk.over() if isinstance(one, Wizard)]
        if not found:
            raise Lost("no wizard")
        found[-1].show_page(number)

    return lead


def calendar_in(lead: Lead) -> Lead:
    def go(walk: Walk) -> None:
        lead(walk)
        walk.settle()
        for top in [*reversed(walk.over()), walk.window]:
            for field in top.findChildren(DateField):
                if field.isVisible():
                    field.open_calendar()
                    return
        raise Lost("no date field")

    return go


def table_of(walk: Walk, name: str) -> Table[object]:
    found: Table[object] = walk.child(Table, name)
    return found


def list_acts(walk: Walk, name: str) -> ListActions:
    equipped = table_of(walk, name).equipped
    if not isinstance(equipped, ListActions):
        raise Lost(name)
    return equipped


def preview(walk: Walk) -> None:
    from orapp.ui.kit.list_printing import ListPreview

    content = ListContent(
        heading="Dossiers", on=DEMO_DAY, columns=(ListColumn(title="Kenmerk"), ListColumn(title="Titel")), rows=(("1", "Proef"),)
    )
    ListPreview(walk.window, walk.place, content, QPrinter(QPrinter.PrinterMode.HighResolution)).open()


def destroy(walk: Walk) -> None:
    screen("prullenbak")(walk)
    walk.settle()
    walk.inside.bin.ask_destroy()


def restore(*, really: bool) -> Lead:
    def lead(walk: Walk) -> None:
        from orapp.ui.screens.settings.restore_sheet import RestoreSheet

        backup = walk.folder / "reservekopie.orarchief"
        upkeep = walk.doors.upkeep(walk.archive)
        RestoreSheet(walk.window, walk.place, upkeep, backup, restore=really).open()

    return lead


def emergency(walk: Walk) -> None:
    from orapp.ui.kit.emergency_sheets import EmergencySheetsDialog

    EmergencySheetsDialog(walk.window, walk.place, sheets(walk.archive.path, PASSPHRASE)).open()


def unkept(walk: Walk) -> None:
    from orapp.ui.shell.parting import UnkeptSheet

    UnkeptSheet(walk.window, walk.place, walk.folder).open()


def house_style(walk: Walk) -> None:
    """A house style of the council itself, added once and chosen."""
    styles = walk.inside.desk.house_styles
    if not walk.archive.the_council.styles:
        data = brought.saved(brought.letterhead())
        styles.add("Briefpapier", StyleUse.LETTER, data, styles.survey(data).proposal, "secretaris", usual=True)
    council_part("huisstijlen")(walk)
    walk.settle()
    table = table_of(walk, "huisstijlen")
    table.setCurrentIndex(table.model().index(0, 0))


def bulk(act: str) -> Lead:
    def lead(walk: Walk) -> None:
        screen("dossiers")(walk)
        walk.settle()
        walk.inside.dossiers.table.selectAll()
        getattr(walk.inside.dossiers.chosen, act)()

    return lead


def in_menu(make: Callable[[Walk], QMenu]) -> Lead:
    def lead(walk: Walk) -> None:
        menu = make(walk)
        menu.popup(walk.window.mapToGlobal(walk.window.rect().topLeft()))

    return lead


def secrecy(walk: Walk) -> None:
    from orapp.ui.screens.dossier.secrecy_card import SecrecyCard

    tab(0)(walk)
    walk.settle()
    for card in walk.inside.dossier.findChildren(SecrecyCard):
        card.add_new()


def recorded(walk: Walk) -> None:
    tab(1)(walk)
    walk.settle()
    dossier = walk.inside.dossier
    # What came earlier stands together in the first button, and leads to the course.
    done = [one for one in dossier.steps.buttons() if one.step.progress is Progress.DONE][1]
    done.click()


def judging(walk: Walk) -> None:
    tab(4)(walk)
    walk.settle()
    found = [one for one in walk.inside.dossier.findChildren(QPushButton) if one.objectName().startswith("beoordelen-")]
    if not found:
        raise Lost("judging")
    found[0].click()


def second_window(walk: Walk) -> None:
    walk.window.open_dossier_window(HOUSING)


def closed(walk: Walk) -> None:
    walk.window.close_archive()


def asks_key(walk: Walk) -> None:
    walk.window.close_archive()
    walk.settle()
    walk.window.opening.ask_passphrase(walk.archive.path)


def popup_of(name: str) -> Lead:
    def lead(walk: Walk) -> None:
        walk.child(QComboBox, name).showPopup()

    return lead
