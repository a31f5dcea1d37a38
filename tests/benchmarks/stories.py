"""The day of a secretary by keyboard alone, step by step, with the longest time each step kept the window's thread."""

from __future__ import annotations

from tests.benchmarks.player import ALT, CTRL, SHIFT, Key, Player

HOUSING = "2025-003"
TABS = ("Samenvatting", "Verloop", "Stukken", "Vragen en beoordeling", "Advies en besluit", "Toezeggingen en acties")
SENTENCE = "De ondernemingsraad vraagt u de gevolgen voor de teams op de Stationskade alsnog in kaart te brengen, per team."


def overview(player: Player) -> None:
    """From the overview to a dossier, and back."""
    with player.step("overzicht: opnieuw tonen"):
        player.press(Key.Key_1, CTRL)
    with player.step("overzicht: Enter op wat het eerst komt"):
        player.press(Key.Key_Return)
    player.close_over()
    with player.step("terug naar het overzicht"):
        player.press(Key.Key_Left, ALT)


def palette(player: Player) -> None:
    """Anything by a few letters, rightly and wrongly spelled."""
    with player.step("zoeken openen"):
        player.press(Key.Key_K, CTRL)
    with player.step("zoeken: een woord dat veel dossiers hebben"):
        player.type("verhuizing")
    with player.step("zoeken: verschreven"):
        player.press(Key.Key_A, CTRL)
        player.type("thuiswrekregleing")
    with player.step("zoeken: een kenmerk"):
        player.press(Key.Key_A, CTRL)
        player.type(HOUSING)
    with player.step("zoeken: Enter opent het dossier (het eerste van deze keer)"):
        player.press(Key.Key_Return)


def dossier(player: Player) -> None:
    """Each tab for the first time and again, a cell edited in place, undo and redo."""
    for turn in ("eerste keer", "opnieuw"):
        for number, name in enumerate(TABS, start=1):
            with player.step(f"tabblad {name} ({turn})"):
                player.press(Key(Key.Key_0 + number), ALT)
    player.press(Key.Key_4, ALT)
    player.stage.settle()
    with player.step("in een cel typen"):
        player.press(Key.Key_F2)
        player.type(" Per team?")
    with player.step("de cel verlaten (bewaren)"):
        player.press(Key.Key_Return, CTRL)
    with player.step("een nieuwe regel typen en bewaren"):
        player.press(Key.Key_Insert)
        player.type("Wie beslist hierover?")
        player.press(Key.Key_Return, CTRL)
    with player.step("ongedaan maken"):
        player.press(Key.Key_Z, CTRL)
    with player.step("opnieuw doen"):
        player.press(Key.Key_Y, CTRL)
    with player.step("regel in een formulier openen"):
        player.press(Key.Key_Return, ALT)
    player.close_over()


def recording(player: Player) -> None:
    """Something that happened is recorded."""
    with player.step("vastleggen: kiezen openen"):
        player.press(Key.Key_L, CTRL)
    with player.step("vastleggen: typen wat er is gebeurd"):
        player.type("advocaat")
    with player.step("vastleggen: venster openen"):
        player.press(Key.Key_Return)
    with player.step("vastleggen: bewaren"):
        player.press(Key.Key_Return, CTRL)
    player.close_over()


def letter(player: Player) -> None:
    """A long letter: opened, a hundred letters typed in a section, the next section."""
    with player.step("brief: keuze openen"):
        player.press(Key.Key_B, CTRL)
    player.at_first("kies-")
    with player.step("brief: openen"):
        player.press(Key.Key_Return)
    player.at_first("onderdeel-")
    with player.step("brief: eerste onderdeel openen"):
        player.press(Key.Key_Return)
    with player.step("brief: tweede onderdeel"):
        player.press(Key.Key_Down, CTRL)
    with player.step("brief: honderd letters typen"):
        player.type(SENTENCE[:100])
    with player.step("brief: volgende onderdeel"):
        player.press(Key.Key_Down, CTRL)
    with player.step("brief: ongedaan maken"):
        player.press(Key.Key_Z, CTRL)
    with player.step("brief: terug naar het dossier"):
        player.press(Key.Key_Left, ALT)


def dossiers(player: Player) -> None:
    """The list: filters, order, groups, pages, three chosen and tagged."""
    with player.step("dossiers: lijst (eerste keer)"):
        player.press(Key.Key_2, CTRL)
    with player.step("dossiers: filter typen"):
        player.press(Key.Key_F, CTRL)
        player.type("reorganisatie")
    with player.step("dossiers: filter leegmaken"):
        player.press(Key.Key_A, CTRL)
        player.press(Key.Key_Delete)
    player.at("volgorde")
    with player.step("dossiers: andere volgorde"):
        player.press(Key.Key_Down)
    player.at("groeperen")
    for number in range(1, 6):
        with player.step(f"dossiers: groeperen {number}"):
            player.press(Key.Key_Down)
    with player.step("dossiers: niet meer groeperen"):
        player.press(Key.Key_Home)
    player.at("dossierlijst")
    with player.step("dossiers: dertig bladzijden omlaag"):
        player.press(Key.Key_PageDown, times=30)
    player.press(Key.Key_Home)
    with player.step("dossiers: drie kiezen"):
        player.press(Key.Key_Down, SHIFT, times=2)
    player.at("gekozen-tag")
    with player.step("dossiers: tag vragen"):
        player.press(Key.Key_Space)
    with player.step("dossiers: tag geven aan drie"):
        player.type("spoed")
        player.press(Key.Key_Return)
    player.at("dossierlijst")
    with player.step("dossiers: naar het begin"):
        player.press(Key.Key_Home)
    with player.step("dossiers: Enter opent"):
        player.press(Key.Key_Return)


def deadlines(player: Player) -> None:
    """All terms: filtered, walked along, on a line of time."""
    with player.step("termijnen: lijst (eerste keer)"):
        player.press(Key.Key_3, CTRL)
    with player.step("termijnen: langs tien termijnen"):
        player.press(Key.Key_Down, times=10)
    with player.step("termijnen: bladzijden omlaag"):
        player.press(Key.Key_PageDown, times=20)
    with player.step("termijnen: filter typen"):
        player.at("termijnen-dossier")
        player.type("rooster")
    player.at("soort-termijn")
    with player.step("termijnen: soort kiezen"):
        player.press(Key.Key_Down)
    player.at("tijdlijn")
    with player.step("termijnen: tijdlijn"):
        player.press(Key.Key_Space)
    with player.step("termijnen: langs de tijdlijn"):
        player.press(Key.Key_Down, times=10)


def wizard(player: Player) -> None:
    """A new dossier from beginning to end."""
    with player.step("nieuw dossier: openen"):
        player.press(Key.Key_N, CTRL)
    with player.step("nieuw dossier: onderwerp typen"):
        player.type("Verhuizing van de balie")
    for page in ("gronden", "besluiten", "afspraken", "uitkomst"):
        player.at("verder")
        with player.step(f"nieuw dossier: verder naar {page}"):
            player.press(Key.Key_Space)
    player.at("verder")
    with player.step("nieuw dossier: maken"):
        player.press(Key.Key_Space)
    player.close_over()


def council(player: Player) -> None:
    """The council, edited in place, part by part."""
    with player.step("raad: openen (eerste keer)"):
        player.press(Key.Key_4, CTRL)
    for name in player.stage.workspace.council.parts.part_keys()[1:]:
        with player.step(f"raad: deel {name}"):
            player.press(Key.Key_Down)
    player.press(Key.Key_Home)
    player.at("deel-raad")
    player.press(Key.Key_Space)
    player.at("name")
    with player.step("raad: naam typen"):
        player.press(Key.Key_End)
        player.type(" Zuid")
    with player.step("raad: naam bewaren"):
        player.press(Key.Key_Tab)
    with player.step("raad: ongedaan maken"):
        player.press(Key.Key_Z, CTRL)


def settings(player: Player) -> None:
    """The settings, part by part."""
    with player.step("instellingen: openen (eerste keer)"):
        player.press(Key.Key_5, CTRL)
    for name in player.stage.workspace.settings.parts.part_keys()[1:]:
        with player.step(f"instellingen: deel {name}"):
            player.press(Key.Key_Down)


def beside(player: Player) -> None:
    """A second window, a shared screen, the size of text and the look, with a full dossier shown."""
    with player.step("naar een dossier uit de lijst"):
        player.press(Key.Key_K, CTRL)
        player.type(HOUSING)
        player.press(Key.Key_Return)
    with player.step("scherm delen aan"):
        player.press(Key.Key_D, CTRL | SHIFT)
    with player.step("scherm delen uit"):
        player.press(Key.Key_D, CTRL | SHIFT)
    with player.step("tekst groter"):
        player.press(Key.Key_Plus, CTRL)
    with player.step("tekst kleiner"):
        player.press(Key.Key_Minus, CTRL)
    for look, letter in (("donker", Key.Key_D), ("licht", Key.Key_L)):
        player.press(Key.Key_L, ALT)
        with player.step(f"beeld {look}"):
            player.press(letter)
    with player.step("tweede venster openen"):
        player.press(Key.Key_O, CTRL | SHIFT)
    with player.step("tweede venster: tabblad Vragen en beoordeling"):
        player.press(Key.Key_4, ALT)
    with player.step("tweede venster sluiten"):
        player.press(Key.Key_W, CTRL)


STORIES = (overview, palette, dossier, recording, letter, dossiers, deadlines, wizard, council, settings, beside)
