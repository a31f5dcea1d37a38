"""The commands and their arguments."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

from orapp.cli.dutch_parser import DutchParser

COUNCIL_KINDS = ("or", "cor", "gor", "bor", "pvt")
SAME_DOSSIER = ("refuse", "replace", "copy")

_PURPOSE = "Dossiers, termijnen en formele brieven van een ondernemingsraad."
_EPILOG = (
    "Zonder opdracht opent het venster. De wachtzin komt uit de sleutelbos, uit --passphrase-file of uit een vraag, nooit uit "
    "de opdracht zelf. Het einde is 0 (gedaan), 1 (geweigerd of verhinderd) of 2 (verkeerd gebruik)."
)
_EUROPEAN_DATE = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})", re.ASCII)
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

AddCommand = Callable[[str, str], DutchParser]


def parser() -> DutchParser:
    """The whole command line."""
    top = DutchParser(prog="orapp", description=_PURPOSE, epilog=_EPILOG)
    top.add_argument("--version", action="store_true", help="toon de versie")
    top.add_argument("--self-check", action="store_true", help="laat zien dat dit programma werkt")
    top.add_argument("--demo", action="store_true", help="open het venster op het demo-archief, dat zo nodig wordt gemaakt")
    commands = top.add_subparsers(dest="command", title="opdrachten", metavar="OPDRACHT", parser_class=DutchParser)

    def add(name: str, purpose: str) -> DutchParser:
        return commands.add_parser(name, prog=f"orapp {name}", help=purpose, description=f"{purpose[0].upper()}{purpose[1:]}.")

    _making(add)
    _looking(add)
    _carrying(add)
    _letters(add)
    _returning(add)
    _keeping(add)
    return top


def day(text: str) -> date:
    """A date as 2026-11-20 or 20-11-2026. Raises argparse.ArgumentTypeError."""
    written = text.strip()
    european = _EUROPEAN_DATE.fullmatch(written)
    try:
        if european:
            return date(int(european[3]), int(european[2]), int(european[1]))
        if _ISO_DATE.fullmatch(written):
            return date.fromisoformat(written)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{text!r} is geen datum; schrijf bijvoorbeeld 2026-11-20 of 20-11-2026")


def place(text: str) -> Path:
    """A path that a file system can have. Raises argparse.ArgumentTypeError."""
    if not text or "\0" in text:
        raise argparse.ArgumentTypeError("dit is geen bestandsnaam")
    return Path(text)


def _archive(command: DutchParser) -> None:
    command.add_argument("archive", metavar="ARCHIEF", type=place, help="het archiefbestand (*.orarchief)")
    _passphrase(command)


def _passphrase(command: DutchParser) -> None:
    command.add_argument(
        "--passphrase-file",
        metavar="BESTAND",
        type=place,
        help="bestand met alleen de wachtzin; - leest haar van de invoer",
    )


def _json(command: DutchParser) -> None:
    command.add_argument("--json", action="store_true", help="als JSON, voor andere programma's")


def _force(command: DutchParser) -> None:
    command.add_argument("--force", action="store_true", help="overschrijf het bestand als het er al is")


def _person(command: DutchParser) -> None:
    command.add_argument("--person", metavar="NAAM", default="opdrachtregel", help="wie dit doet, voor het logboek")


def _destroying(command: DutchParser, what: str) -> None:
    command.add_argument("--reason", metavar="TEKST", required=True, help="waarom; de reden blijft in het logboek staan")
    command.add_argument("--sure", metavar="NOGMAALS", required=True, help=f"{what} nog een keer, omdat dit niet terug kan")
    _person(command)


def _making(add: AddCommand) -> None:
    new = add("new", "maak een nieuw, leeg archief")
    _archive(new)
    new.add_argument("--name", metavar="NAAM", default="Ondernemingsraad", help="de naam van de raad")
    new.add_argument("--organisation", metavar="NAAM", default="", help="de onderneming waarvoor de raad is ingesteld")
    new.add_argument("--kind", metavar="SOORT", choices=COUNCIL_KINDS, default="or", help="or, cor, gor, bor of pvt")
    new.add_argument("--public-employer", action="store_true", help="een overheidswerkgever (art. 46d WOR)")
    _person(new)
    sheets = add("sheets", "toon de twee noodbladen met de wachtzin, om af te drukken")
    _archive(sheets)
    sheets.add_argument("-o", "--output", metavar="BESTAND.html", type=place, help="schrijf ze als pagina om af te drukken")
    _force(sheets)
    demo = add("demo", "maak een archief met vier verzonnen dossiers")
    _archive(demo)


def _looking(add: AddCommand) -> None:
    dossiers = add("dossiers", "toon de dossiers")
    _archive(dossiers)
    _json(dossiers)
    show = add("show", "toon één dossier: waar het staat, wat nu moet en wat er is gebeurd")
    _archive(show)
    _reference(show)
    _json(show)
    deadlines = add("deadlines", "toon de lopende termijnen van alle dossiers")
    _archive(deadlines)
    _json(deadlines)
    term = add("term", "reken één termijn uit")
    term.add_argument("rule", metavar="REGEL", help="de termijnregel, bijvoorbeeld wor-26-2-beroep")
    term.add_argument("date", metavar="DATUM", type=day, help="de dag van de gebeurtenis, bijvoorbeeld 2026-11-20")
    _json(term)


def _reference(command: DutchParser) -> None:
    command.add_argument("reference", metavar="KENMERK", help="het kenmerk van het dossier, bijvoorbeeld 2026-014")


def _carrying(add: AddCommand) -> None:
    bring = add("import", "haal een dossier binnen uit een bestand")
    _archive(bring)
    bring.add_argument("file", metavar="BESTAND.json", type=place)
    bring.add_argument(
        "--same",
        metavar="WAT",
        choices=SAME_DOSSIER,
        default="refuse",
        help="wat te doen als het dossier er al is: refuse (weigeren), replace (vervangen) of copy (als kopie)",
    )
    _person(bring)
    export = add("export", "schrijf een dossier naar een bestand")
    _archive(export)
    _reference(export)
    export.add_argument("file", metavar="BESTAND.json", type=place)
    export.add_argument("--strategy", action="store_true", help="neem ook de eigen strategie van de raad op")
    export.add_argument("--without-personal", action="store_true", help="laat gegevens over afzonderlijke personen weg")
    _force(export)


def _letters(add: AddCommand) -> None:
    letter = add("letter", "maak een formele brief in Word")
    letter.add_argument("--kinds", action="store_true", help="toon welke brieven er zijn")
    _json(letter)
    letter.add_argument("archive", metavar="ARCHIEF", type=place, nargs="?")
    letter.add_argument("reference", metavar="KENMERK", nargs="?")
    letter.add_argument("kind", metavar="SOORT", nargs="?", help="de soort brief, bijvoorbeeld A9")
    letter.add_argument("-o", "--output", metavar="BESTAND.docx", type=place)
    letter.add_argument("--request", metavar="AANVRAAG", default="", help="de code of id van het verzoek, bij meer dan één (R2)")
    _passphrase(letter)
    _person(letter)
    _force(letter)


def _returning(add: AddCommand) -> None:
    back = add("read-back", "lees een brief terug die in Word is bewerkt: wat er per onderdeel veranderde")
    _archive(back)
    _reference(back)
    back.add_argument("file", metavar="BESTAND.docx", type=place, help="de brief zoals die in Word of LibreOffice is bewaard")
    back.add_argument("--letter", metavar="SOORT", default="", help="de soort brief, als het bestand het niet zegt (A9)")
    back.add_argument(
        "--apply",
        action="store_true",
        help="neem over wat veilig kan en maak de volgende versie; een veranderde besluitzin en wat hier ook is gewijzigd, "
        "blijven liggen",
    )
    back.add_argument(
        "--section",
        metavar="ONDERDEEL",
        action="append",
        default=[],
        help="neem alleen dit onderdeel over, hoe dan ook (mag vaker); de namen staan in het overzicht tussen haken",
    )
    _json(back)
    _person(back)


def _keeping(add: AddCommand) -> None:
    backup = add("backup", "maak een reservekopie, die meteen wordt gecontroleerd")
    _archive(backup)
    backup.add_argument("file", metavar="BESTAND", type=place)
    backups = add("backups", "toon de reservekopieën, of regel waar ze staan en hoeveel ruimte ze innemen")
    _archive(backups)
    backups.add_argument("--folder", metavar="MAP", type=place, help="de map voor de dagelijkse reservekopieën")
    backups.add_argument("--most-mb", metavar="MB", type=int, help="hoeveel ze samen hoogstens innemen, in megabyte")
    _json(backups)
    _person(backups)
    council = add("council", "toon de raad, schrijf hem als bestand, of neem hem over uit een bestand")
    _archive(council)
    way = council.add_mutually_exclusive_group()
    way.add_argument("--take", metavar="BESTAND.json", type=place, help="neem mensen, adressen en afspraken over uit dit bestand")
    way.add_argument("-o", "--output", metavar="BESTAND.json", type=place, help="schrijf de raad in dit bestand")
    _force(council)
    _person(council)
    restore = add("restore", "zet een reservekopie terug; het archief dat er staat, wordt bewaard")
    _archive(restore)
    restore.add_argument("file", metavar="RESERVEKOPIE", type=place)
    passphrase = add("passphrase", "stel een andere wachtzin in")
    _archive(passphrase)
    passphrase.add_argument(
        "--new-passphrase-file",
        metavar="BESTAND",
        type=place,
        help="bestand met alleen de nieuwe wachtzin; anders wordt er een voorgesteld",
    )
    _person(passphrase)
    destroy = add("destroy", "vernietig een dossier voorgoed, ook in het logboek")
    _archive(destroy)
    destroy.add_argument("reference", metavar="KENMERK")
    _destroying(destroy, "het kenmerk")
    destroy_person = add("destroy-person", "vernietig wat van een persoon wordt bewaard, ook in het logboek")
    _archive(destroy_person)
    destroy_person.add_argument("name", metavar="NAAM", help="de naam zoals die in het archief staat")
    _destroying(destroy_person, "de naam")
    verify = add("verify", "controleer het archief: bestand, logboek en stukken")
    _archive(verify)
