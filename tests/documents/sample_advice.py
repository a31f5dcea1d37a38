"""The advice of the housing dossier, with all sections and all kinds of blocks."""

from __future__ import annotations

from datetime import date

from orapp.letters.content import (
    Annex,
    BulletList,
    CodedItem,
    CodedList,
    LetterContent,
    LetterStatus,
    Operative,
    Paragraph,
    Quotation,
    Run,
    Section,
    Sender,
    Table,
)
from tests.documents.sample_letters import DIRECTOR, EIKENRODE, SIGNATURES, said, text


def _condition(number: int, words: str, *details: tuple[str, str]) -> CodedItem:
    return CodedItem(key=f"v{number}", code=f"V{number}", runs=text(words), details=details)


def _opening_sections() -> tuple[Section, ...]:
    decisions = Table(
        key="besluiten",
        header=("Code", "Voorgenomen besluit", "Grondslag", "Advies"),
        rows=(
            ("B1", "Verhuizing van beide locaties naar Het Kwadrant", "art. 25 lid 1 onder f", "ja"),
            ("B2", "Huur en inrichting van Het Kwadrant (156 werkplekken)", "art. 25 lid 1 onder h", "ja"),
            ("B3", "Uitvoering van de verhuizing", "art. 25 lid 5", "later"),
        ),
        widths=(1, 6, 4, 2),
        summary="De voorgenomen besluiten met hun grondslag en of de OR er nu over adviseert",
        caption="De voorgenomen besluiten",
    )
    return (
        Section(
            key="samenvatting",
            heading="Samenvatting",
            blocks=(
                Operative(
                    key="uitkomst",
                    runs=text(
                        "De OR adviseert u om de besluiten B1 en B2 te nemen, indien de voorwaarden V1 tot en met V5 in het "
                        "besluit zijn opgenomen."
                    ),
                ),
                said(
                    "redenen",
                    "Drie redenen wegen het zwaarst: de ligging en de staat van het nieuwe gebouw zijn beter, het aantal plekken "
                    "is op dinsdag en donderdag te krap, en geluid en concentratie zijn nog niet geborgd.",
                    numbered=False,
                ),
                said(
                    "gevraagd",
                    "Wij vragen u uiterlijk op 4 december 2025 schriftelijk te besluiten, per voorwaarde.",
                    numbered=False,
                ),
            ),
        ),
        Section(
            key="aanleiding",
            heading="Aanleiding, verzoek en afbakening",
            blocks=(
                said(
                    "verzoek",
                    "Op 11 september 2025 vroeg u ons advies over het voorgenomen besluit om beide locaties te verlaten.",
                ),
                said("knip", "De aanvraag bevat meer dan één besluit. Wij onderscheiden de volgende."),
                decisions,
                said("later", "Over B3 geven wij later advies, op grond van artikel 25 lid 5 WOR."),
            ),
        ),
    )


def _facts() -> Section:
    events = (
        ("06-03-2025", "Aankondiging in de overlegvergadering (art. 24 WOR)", "D1"),
        ("13-03-2025", "Procedurebrief: route met vijf momenten", "D2"),
        ("03-04-2025", "De OR verneemt dat een adviseur is ingehuurd zonder advies (art. 25 lid 1 onder n)", "D3"),
        ("10-04-2025", "De bestuurder biedt excuses aan; toezegging T1", "D4"),
        ("15-05-2025", "Programma van eisen, concept v1", "D5"),
        ("22-05-2025", "Eerste vragenronde: 16 vragen", "D6"),
        ("05-06-2025", "Antwoorden op de eerste ronde", "D7"),
        ("24-06-2025", "Beroep op nietigheid wegens bezettingssensoren (art. 27 lid 5)", "D9"),
        ("26-06-2025", "Sensoren uitgezet, schriftelijk bevestigd", "D10"),
        ("10-07-2025", "Tijdelijke instemming met een bezettingsmeting, tot en met 31 oktober 2025", "D12"),
        ("11-09-2025", "Adviesaanvraag v1.0", "D13"),
        ("18-09-2025", "Ontvangstbevestiging", "D14"),
        ("25-09-2025", "Tweede vragenronde: 22 vragen", "D15"),
        ("06-10-2025", "Begin raadpleging achterban (tot en met 17 oktober): 171 van 260 reacties", "D16"),
        ("09-10-2025", "Antwoorden op 19 van de 22 vragen", "D17"),
        ("13-10-2025", "Inschakeling arbodeskundige aangekondigd (ten hoogste € 4.800, exclusief btw)", "D18"),
        ("23-10-2025", "Antwoorden op de laatste drie vragen", "D19"),
        ("30-10-2025", "Overlegvergadering", "D20"),
        ("06-11-2025", "Conceptadvies aan de bestuurder", "D21"),
        ("13-11-2025", "Gesprek over het concept; toezeggingen T2, T3 en T4", "D22"),
    )
    return Section(
        key="feiten",
        heading="Feiten en verloop",
        blocks=(
            said("inleiding", "Het verloop was als volgt."),
            Table(
                key="verloop",
                header=("Datum", "Gebeurtenis", "Stuk"),
                rows=events,
                widths=(2, 9, 1),
                summary="Verloop van de adviesprocedure met datum, gebeurtenis en stuk",
                caption="Verloop van de procedure",
            ),
            said("invloed", "Het advies is gevraagd op een tijdstip waarop het van wezenlijke invloed kan zijn op het besluit."),
        ),
    )


def _judgement() -> tuple[Section, ...]:
    return (
        Section(
            key="informatie",
            heading="Informatiebasis en aannames",
            blocks=(
                said(
                    "stukken", "Dit advies steunt op de adviesaanvraag (D13), de antwoorden (D17, D19) en het deskundigenrapport."
                ),
                said(
                    "aanname",
                    "De OR gaat ervan uit dat er geen andere of zwaardere gevolgen zijn dan in de aanvraag staan. Verandert dat, "
                    "dan is een nieuwe of aanvullende aanvraag nodig.",
                ),
            ),
        ),
        Section(
            key="begrip",
            heading="Het voorgenomen besluit zoals de OR het begrijpt",
            blocks=(
                said(
                    "kern",
                    "De medewerkers van het Raadhuisplein (148) en de Stationskade (112) verhuizen naar een gehuurd "
                    "gebouw met 156 werkplekken: 0,60 plek per medewerker en 0,71 per fte.",
                ),
            ),
        ),
        Section(
            key="beweegredenen",
            heading="Beoordeling van de beweegredenen",
            blocks=(
                said("motief", "Het doel, één toegankelijk en energiezuinig gebouw, is aannemelijk gemaakt."),
                Quotation(
                    key="citaat",
                    runs=text("De huidige panden voldoen na 2027 niet meer aan de eisen; renovatie kost meer dan vertrek."),
                    source="Adviesaanvraag v1.0 (D13), blz. 5",
                ),
                said("conclusie", "De OR acht deze beweegreden aannemelijk. De urgentie is voldoende onderbouwd."),
            ),
        ),
        Section(
            key="gevolgen",
            heading="Beoordeling van de gevolgen",
            blocks=(
                said(
                    "piek",
                    "Op dinsdag zijn 141 medewerkers tegelijk aanwezig en op donderdag 138. "
                    "Tien procent van de plekken is niet bruikbaar.",
                ),
                Table(
                    key="bezetting",
                    header=("Dag", "Aanwezig", "Bruikbare plekken", "Per aanwezige"),
                    rows=(
                        ("dinsdag", "141", "140", "0,99"),
                        ("donderdag", "138", "140", "1,01"),
                        ("overige dagen", "112", "140", "1,25"),
                    ),
                    widths=(3, 2, 3, 2),
                    summary="Aanwezigen en bruikbare werkplekken per weekdag",
                    caption="Piekbezetting en bruikbare plekken",
                ),
                said("spreiding", "Daarmee is er op de drukste dag voor niet iedere aanwezige een plek."),
            ),
        ),
        Section(
            key="maatregelen",
            heading="Beoordeling van de maatregelen",
            blocks=(
                said("toereikend", "Akoestische panelen en een tweede uitgang in twee spreekkamers zijn toegezegd (T2, T3)."),
                said("rest", "Een norm voor geluid en een budget voor aanpassingen ontbreken nog."),
            ),
        ),
        Section(
            key="alternatieven",
            heading="Alternatieven",
            blocks=(
                said("kop", "Wij hebben één alternatief onderzocht."),
                CodedList(
                    key="lijst",
                    items=(
                        CodedItem(
                            key="a1",
                            code="A1",
                            runs=text("174 werkplekken, door 18 bergplekken op te geven."),
                            details=(("Effect", "neemt bezwaar O1 weg"), ("Kosten", "€ 96.000, eenmalig")),
                        ),
                    ),
                ),
            ),
        ),
        Section(
            key="achterban",
            heading="Inbreng van de achterban",
            blocks=(
                said("vraag", "Van de 260 medewerkers vulden 171 de vragenlijst in (65,8 %). Meer antwoorden waren mogelijk."),
                BulletList(
                    key="uitkomsten",
                    items=(
                        text("68 % maakt zich zorgen over concentratie;"),
                        text("61 % maakt zich zorgen over een plek op dinsdag en donderdag;"),
                        text("57 % is positief over de locatie;"),
                        text("49 % wil een eigen teamzone."),
                    ),
                ),
            ),
        ),
    )


def _operative_sections() -> tuple[Section, ...]:
    objections = ("0,6 werkplek per medewerker is te laag voor dinsdag en donderdag.", "Er zijn te weinig concentratieplekken.")
    conditions = (
        _condition(
            1,
            "De bestuurder laat het geluid in de open ruimte meten en legt een plan van aanpak voor "
            "als het niveau hoger is dan 45 dB(A).",
            ("Uiterlijk", "1 december 2026"),
            ("Blijkt uit", "meetrapport en plan van aanpak, toegezonden aan de OR"),
            ("Zo niet", "dan geldt de inrichting van de open ruimte als voorlopig"),
        ),
        _condition(2, "Bij opening zijn ten minste 20 concentratieplekken beschikbaar.", ("Uiterlijk", "bij opening")),
        _condition(3, "Het gebouw krijgt 174 werkplekken (alternatief A1).", ("Uiterlijk", "bij opening")),
        _condition(
            4,
            "De bestuurder evalueert de huisvesting na 3, 6 en 12 maanden, met vijf indicatoren.",
            ("Blijkt uit", "drie schriftelijke evaluaties, besproken in de overlegvergadering"),
        ),
        _condition(5, "De bestuurder reserveert € 60.000 voor aanpassingen na opening.", ("Blijkt uit", "begroting")),
    )
    commitments = (
        ("t1", "T1", "Contracten met adviseurs gaan vooraf naar de OR.", "brief van 10 april 2025 (D4)"),
        ("t2", "T2", "Er komen akoestische panelen.", "verslag van 13 november 2025 (D22)"),
        ("t3", "T3", "Twee spreekkamers krijgen een tweede uitgang.", "verslag van 13 november 2025 (D22)"),
        ("t4", "T4", "Er komen geen sensoren op werkplekniveau.", "verslag van 13 november 2025 (D22)"),
    )
    return (
        Section(
            key="overwegingen",
            heading="Overwegingen",
            blocks=(
                said("voordelen", "De OR ziet de voordelen van één gebouw. Daar staan deze bezwaren tegenover."),
                CodedList(
                    key="bezwaren",
                    items=tuple(
                        CodedItem(key=f"o{n}", code=f"O{n}", runs=text(words)) for n, words in enumerate(objections, start=1)
                    ),
                ),
                said("weging", "Met de toezeggingen en de voorwaarden wegen de voordelen zwaarder."),
            ),
        ),
        Section(
            key="advies",
            heading="Advies",
            blocks=(
                Operative(
                    key="b1",
                    runs=text("De OR adviseert u om besluit B1 te nemen, indien V1 tot en met V5 in het besluit staan."),
                    numbered=True,
                ),
                Operative(
                    key="b2",
                    runs=text("De OR adviseert u om besluit B2 te nemen, indien V1 tot en met V5 in het besluit staan."),
                    numbered=True,
                ),
                said(
                    "afwijken",
                    "Neemt u een voorwaarde niet over, dan wijkt uw besluit in zoverre af van dit advies "
                    "(art. 25 lid 5 en 6 WOR).",
                ),
            ),
        ),
        Section(
            key="voorwaarden",
            heading="Voorwaarden",
            blocks=(said("kop", "De voorwaarden luiden als volgt."), CodedList(key="lijst", items=conditions)),
        ),
        Section(
            key="toezeggingen",
            heading="Toezeggingen waarop dit advies steunt",
            blocks=(
                said("kop", "Zonder deze toezeggingen was het advies anders geweest."),
                CodedList(
                    key="lijst",
                    items=tuple(
                        CodedItem(key=key, code=code, runs=text(words), details=(("Bron", source),))
                        for key, code, words, source in commitments
                    ),
                ),
            ),
        ),
        Section(
            key="uitvoering",
            heading="Aandachtspunten voor de uitvoering",
            blocks=(
                Paragraph(
                    key="bhv",
                    runs=(
                        Run(text="Let op de bezetting van de "),
                        Run(text="bedrijfshulpverlening", italic=True),
                        Run(text=" op "),
                        Run(text="vrijdag", bold=True),
                        Run(text="."),
                    ),
                    numbered=True,
                ),
            ),
        ),
        Section(
            key="vervolg",
            heading="Vervolg",
            blocks=(
                said(
                    "besluit",
                    "Wij ontvangen uw schriftelijke besluit graag uiterlijk op 4 december 2025, met een reactie per voorwaarde.",
                ),
                said(
                    "afwijking", "Wijkt het besluit af van dit advies, dan vragen wij u mee te delen waarom (art. 25 lid 5 WOR)."
                ),
                said(
                    "evaluatie", "De eerste evaluatie bespreken wij graag drie maanden na de verhuizing in de overlegvergadering."
                ),
            ),
        ),
    )


def advice(status: LetterStatus = LetterStatus.CONCEPT, logo: bytes = b"") -> LetterContent:
    """The advice of 20 November 2025 on the move to Het Kwadrant: all sections, all kinds of blocks."""
    sender = Sender(name=EIKENRODE.name, organisation=EIKENRODE.organisation, lines=EIKENRODE.lines, logo=logo)
    return LetterContent(
        kind="advice_conditional",
        title="Advies over het voorgenomen besluit Huisvesting Het Kwadrant",
        status=status,
        sender=sender,
        addressee=DIRECTOR,
        reference_lines=(
            ("Datum", "20 november 2025"),
            ("Ons kenmerk", "2025-014-11"),
            ("Uw kenmerk", "HV/2025/118"),
            ("Bijlagen", "4"),
        ),
        subject="advies op grond van artikel 25 lid 1 onder f en h WOR over het voorgenomen besluit "
        "tot verhuizing naar Het Kwadrant",
        salutation="Geachte bestuurder,",
        sections=(*_opening_sections(), _facts(), *_judgement(), *_operative_sections()),
        closing="Hoogachtend,\nnamens de ondernemingsraad van de gemeente Eikenrode",
        signatures=SIGNATURES,
        dated=date(2025, 11, 20),
        place="Eikenrode",
        confidentiality="Vertrouwelijk tot en met 4 december 2025 (artikel 20 WOR), behalve voor de leden van de directie",
        copies=("de leden van de ondernemingsraad", "de afdeling HR"),
        annexes=(
            Annex(number=1, title="Vragen en antwoorden", date=date(2025, 10, 23), version="2"),
            Annex(number=2, title="Lijst van toezeggingen", date=date(2025, 11, 20)),
            Annex(number=3, title="Samenvatting van de achterbanraadpleging", date=date(2025, 10, 24)),
            Annex(number=4, title="Rapport van de arbodeskundige", date=date(2025, 10, 27), version="1.0"),
        ),
        numbered=True,
        outline_version="1",
        law_known_on=date(2026, 11, 21),
        reference="2025-014-11",
    )
