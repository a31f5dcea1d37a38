"""Every place of the walk: screens, parts, sections, dialogs, menus and windows."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QMenu, QPushButton

from orapp.ui.screens.dossier.sections import Sections
from tests.ui.walk import CONSENT, HOUSING, MERGER, Spot, Walk
from tests.ui.walk_leads import (
    asks_key,
    bulk,
    calendar_in,
    chosen_question,
    closed,
    council_part,
    destroy,
    emergency,
    house_style,
    in_menu,
    item_form,
    judging,
    list_acts,
    page_of_wizard,
    pressing,
    preview,
    recorded,
    restore,
    screen,
    second_window,
    secrecy,
    section,
    settings_part,
    tab,
    then,
    unkept,
)
from tests.ui.walk_letters import (
    begins,
    begun,
    concept,
    letter,
    letter_act,
    letter_paper,
    look_back,
    made,
    misspelled,
    own_words,
    put_in,
    returned,
    text_block,
)

TABS = ("samenvatting", "verloop", "stukken", "vragen en beoordeling", "advies en besluit", "toezeggingen en acties")


def spots(walk: Walk) -> Iterator[Spot]:
    """Every place there is. Parts and sections are asked of the screens themselves: a new one is walked to at once."""
    for key in ("overzicht", "dossiers", "termijnen", "prullenbak"):
        yield Spot(name=key, lead=screen(key))
    yield Spot(name="tijdlijn", lead=then(screen("termijnen"), lambda here: here.inside.deadlines.show_timeline(True)))
    yield from _parts(walk)
    for number, name in enumerate(TABS):
        yield Spot(name=name, lead=tab(number))
    yield from _sections(walk)
    yield Spot(name="samenvatting instemming", lead=tab(0, CONSENT))
    yield Spot(name="besluit instemming", lead=tab(4, CONSENT))
    yield Spot(name="brief", lead=letter)
    yield Spot(name="brief in concept", lead=concept)
    yield Spot(name="eigen tekst in de brief", lead=own_words)
    yield Spot(name="brief met versies", lead=made)
    # Between them every kind of field: a line, a text, a date, an amount, a choice and a table.
    for kind in ("A12b", "A16", "A19f"):
        yield Spot(name=f"gegevens van {kind}", lead=begun(kind))
    yield Spot(name="briefkeuze", lead=then(letter, lambda here: here.inside.letter.choose()))
    yield from _dialogs()
    yield from _dossier_dialogs()
    yield from _popups()
    yield Spot(name="tweede venster", lead=second_window, over=True)
    yield Spot(name="handleiding", lead=lambda here: here.window.shelf.open("overzicht"), over=True)
    yield Spot(name="openen", lead=closed)
    yield Spot(name="wachtzin", lead=asks_key)


def section_keys(sections: Sections) -> list[str]:
    """The parts of a tab, as their buttons name them."""
    names = [found.objectName() for found in sections.row.findChildren(QPushButton)]
    return [name.removeprefix("onderdeel-") for name in names if name.startswith("onderdeel-")]


def _parts(walk: Walk) -> Iterator[Spot]:
    walk.open()
    for key in walk.inside.council.parts.part_keys():
        yield Spot(name=f"raad: {key}", lead=council_part(key))
    for key in walk.inside.settings.parts.part_keys():
        yield Spot(name=f"instellingen: {key}", lead=settings_part(key))


def _sections(walk: Walk) -> Iterator[Spot]:
    for number, name in enumerate(TABS):
        tab(number)(walk)
        walk.settle()
        for shown in walk.inside.dossier.findChildren(Sections):
            if shown.isVisible():
                for key in section_keys(shown):
                    yield Spot(name=f"{name}: {key}", lead=section(number, key))


def _dialogs() -> Iterator[Spot]:
    def new_dossier(walk: Walk) -> None:
        walk.inside.ask_new_dossier()

    def new_archive(walk: Walk) -> None:
        walk.window.ask_new()

    for number in range(5):
        yield Spot(name=f"nieuw dossier {number + 1}", lead=then(new_dossier, page_of_wizard(number)), over=True)
    for number in range(4):
        yield Spot(name=f"nieuw archief {number + 1}", lead=then(new_archive, page_of_wizard(number)), over=True)
    yield Spot(name="zoekvenster", lead=lambda here: here.window.open_palette(), over=True)
    yield Spot(name="over", lead=lambda here: here.window.show_about(), over=True)
    yield Spot(name="sneltoetsen", lead=lambda here: here.window.menus.show_shortcuts(), over=True)
    yield Spot(name="wie werkt hier", lead=lambda here: here.window.ask_who(), over=True)
    yield Spot(name="defect", lead=lambda here: here.window.tell_defect("Verslag\nvan wat er misging", None), over=True)
    yield Spot(name="noodbladen", lead=emergency, over=True)
    yield Spot(name="afdrukvoorbeeld", lead=preview, over=True)
    yield Spot(
        name="kolommen", lead=then(screen("dossiers"), lambda here: list_acts(here, "dossierlijst").arrange_columns()), over=True
    )
    yield Spot(name="vernietigen", lead=destroy, over=True)
    yield Spot(name="proefherstel", lead=restore(really=False), over=True)
    yield Spot(name="terugzetten", lead=restore(really=True), over=True)
    yield Spot(name="wachtzin wijzigen", lead=pressing(settings_part("sleutel"), "wachtzin-wijzigen"), over=True)
    yield Spot(name="noodbladen vragen", lead=pressing(settings_part("sleutel"), "noodbladen-tonen"), over=True)
    yield Spot(
        name="weergave bewaren", lead=then(screen("dossiers"), lambda here: here.inside.dossiers.keeping.ask_name()), over=True
    )
    for act in ("ask_tag", "ask_tag_away", "ask_owner"):
        yield Spot(name=f"lijst: {act}", lead=bulk(act), over=True)
    yield Spot(name="lid", lead=pressing(council_part("leden"), "leden-toevoegen"), over=True)
    yield Spot(name="contact", lead=pressing(council_part("contacten"), "contacten-toevoegen"), over=True)
    yield Spot(name="ondertekenaar", lead=pressing(council_part("ondertekening"), "ondertekenaars-toevoegen"), over=True)
    yield Spot(name="reces", lead=pressing(council_part("afspraken"), "recessen-toevoegen"), over=True)
    yield Spot(name="niet opgeslagen", lead=unkept, over=True)
    adding, assigning = (
        pressing(council_part("huisstijlen"), "huisstijl-toevoegen"),
        pressing(house_style, "huisstijl-stijlen"),
    )
    yield Spot(name="huisstijl toevoegen", lead=adding, over=True)
    yield Spot(name="huisstijl: naam bij toevoegen", lead=then(adding, page_of_wizard(3)), over=True)
    for number in (1, 2):
        yield Spot(name=f"huisstijl: stijlen {number}", lead=then(assigning, page_of_wizard(number)), over=True)
    yield Spot(name="huisstijl: andere naam", lead=pressing(house_style, "huisstijl-hernoemen"), over=True)
    yield Spot(name="gegevens vernietigen", lead=pressing(council_part("bestand"), "persoon-vernietigen"), over=True)


def _dossier_dialogs() -> Iterator[Spot]:
    yield Spot(name="bewijsblad", lead=pressing(tab(0), "band-bewijsblad"), over=True)
    yield Spot(name="inhoud van een tabel", lead=pressing(tab(2), "tabel-bewerken"), over=True)
    yield Spot(name="vraag", lead=item_form(MERGER), over=True)
    yield Spot(name="stappenlijst", lead=then(tab(1), lambda here: here.inside.dossier.acts.choose()), over=True)
    yield Spot(name="stap vastgelegd", lead=recorded, over=True)
    yield Spot(name="volgende stap", lead=pressing(tab(0, HOUSING), "band-tweede"), over=True)
    yield Spot(name="geheimhouding", lead=secrecy, over=True)
    yield Spot(name="voorwaarde beoordelen", lead=judging, over=True)
    yield Spot(name="regeling", lead=pressing(tab(4, CONSENT), "regeling-g1-b5"), over=True)
    yield Spot(name="versie van de aanvraag", lead=pressing(tab(0), "versie-toevoegen"), over=True)
    yield Spot(name="antwoorden plakken", lead=pressing(section(3, "questions"), "antwoorden-plakken-knop"), over=True)
    for act in ("hand_over", "adopt", "sign", "send", "arrive", "answer", "put_away"):
        yield Spot(name=f"brief: {act}", lead=letter_act(act), over=True)
    for what in ("print", "bundle", "staff", "mail", "compare", "check"):
        yield Spot(name=f"brief: {what}", lead=letter_paper(what), over=True)
    yield Spot(name="brief: teruggekomen uit Word", lead=returned, over=True)
    for what in ("insert", "quote"):
        yield Spot(name=f"brief: {what}", lead=put_in(what), over=True)
    yield Spot(name="brief: eerdere brieven", lead=look_back, over=True)
    yield Spot(name="brief: tekstblok", lead=text_block, over=True)
    for what in ("tekstblokken", "eigen-woorden"):
        yield Spot(name=what, lead=pressing(council_part("teksten"), f"{what}-toevoegen"), over=True)


def _popups() -> Iterator[Spot]:
    yield Spot(name="kalender", lead=calendar_in(pressing(tab(0, HOUSING), "band-tweede")), over=True)
    menu = in_menu(lambda here: list_acts(here, "dossierlijst").menu())
    yield Spot(name="menu van de lijst", lead=then(screen("dossiers"), menu), over=True)
    columns = in_menu(lambda here: list_acts(here, "dossierlijst").column_menu())
    yield Spot(name="menu van de kolommen", lead=then(screen("dossiers"), columns), over=True)
    yield Spot(name="brief beginnen: termijn", lead=begins(screen("termijnen"), "termijn-brief"), over=True)
    yield Spot(name="brief beginnen: vragen", lead=begins(chosen_question, "vragen-brief"), over=True)
    more = in_menu(lambda here: here.inside.letter.bar.more)
    yield Spot(name="menu van de brief", lead=then(concept, more), over=True)
    yield Spot(name="menu bij een spelfout", lead=misspelled, over=True)
    for number in range(7):

        def open_menu(walk: Walk, number: int = number) -> None:
            menus = [act.menu() for act in walk.window.menuBar().actions()]
            if number < len(menus):
                shown = menus[number]
                if isinstance(shown, QMenu):
                    shown.popup(walk.window.mapToGlobal(walk.window.rect().topLeft()))

        yield Spot(name=f"menu {number + 1}", lead=then(tab(0), open_menu), over=True)
