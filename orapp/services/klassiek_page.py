"""How "Klassiek" looks on paper: what a letter is shown in until its own style was read, and what the program draws by itself.

It is what is read from the template that ships; a test holds them alike.
"""

from __future__ import annotations

from typing import Final

from orapp.services.page_look import FrameLine, FrameRow, NumberLook, PageLook, RuleLook, TableLook, TextLook

_FOOT: Final = FrameRow(
    cells=(
        (
            0,
            (
                FrameLine(
                    look=TextLook(
                        points=8.5,
                        colour="55616F",
                        line=1.121,
                        tabs=((442.2, "right"),),
                        rules=(RuleLook(side="top", width=0.5, colour="BAC4CF", space=5),),
                    ),
                    parts=("{sender.short}", "\tPagina ", "{page}", " van ", "{pages}"),
                ),
            ),
        ),
    )
)

KLASSIEK_PAGE: Final = PageLook(
    styles=(
        ("Alinea", TextLook(colour="1B2430", after=6, line=1.121)),
        (
            "AlineaGenummerd",
            TextLook(
                colour="1B2430",
                after=6,
                first=-39.7,
                line=1.121,
                number=NumberLook(pattern="%1.%2", points=9.5, bold=False, colour="55616F"),
            ),
        ),
        ("Besluit", TextLook(bold=True, colour="1B2430", before=2, after=7, line=1.121)),
        (
            "BesluitGenummerd",
            TextLook(
                bold=True,
                colour="1B2430",
                before=2,
                after=7,
                first=-39.7,
                line=1.121,
                number=NumberLook(pattern="%1.%2", points=9.5, bold=False, colour="55616F"),
            ),
        ),
        ("Bijlagenkop", TextLook(points=10, bold=True, colour="1F3A5F", before=14, after=3, line=1.121)),
        (
            "Bijlagenlijst",
            TextLook(points=9.5, colour="1B2430", after=2, left=22.7, first=-22.7, line=1.121, tabs=((22.7, "left"),)),
        ),
        ("Bijschrift", TextLook(points=9.5, bold=True, colour="1F3A5F", before=6, after=4, line=1.121)),
        (
            "Citaat",
            TextLook(
                italic=True,
                colour="1B2430",
                before=2,
                after=2,
                left=22.7,
                right=22.7,
                line=1.121,
                rules=(RuleLook(side="left", width=1.5, colour="BAC4CF", space=10),),
            ),
        ),
        (
            "Citaatbron",
            TextLook(
                points=9,
                colour="55616F",
                after=9,
                left=22.7,
                right=22.7,
                line=1.121,
                rules=(RuleLook(side="left", width=1.5, colour="BAC4CF", space=10),),
            ),
        ),
        ("GecodeerdDetail", TextLook(points=9.5, colour="1B2430", after=1.5, left=45.35, first=-11.35, line=1.121)),
        ("GecodeerdItem", TextLook(colour="1B2430", after=6, left=34, first=-34, line=1.121, tabs=((34, "left"),))),
        ("GecodeerdSlot", TextLook(points=9.5, colour="1B2430", after=7, left=45.35, first=-11.35, line=1.121)),
        (
            "Kop1",
            TextLook(
                points=11.5,
                bold=True,
                colour="1F3A5F",
                before=13,
                after=4,
                first=-39.7,
                line=1.121,
                number=NumberLook(pattern="%1"),
            ),
        ),
        ("KopZonderNummer", TextLook(points=11.5, bold=True, colour="1F3A5F", before=13, after=4, line=1.121)),
        ("Kopielijst", TextLook(points=9.5, colour="1B2430", after=2, line=1.121)),
        ("Ondertekening", TextLook(colour="1B2430", line=1.121)),
        ("OndertekeningNaam", TextLook(colour="1B2430", before=42, line=1.121)),
        ("OndertekeningRol", TextLook(points=10, colour="55616F", line=1.121)),
        (
            "Opsomming",
            TextLook(colour="1B2430", after=6, left=17, first=-17, line=1.121, close=True, number=NumberLook(pattern="–")),
        ),
        ("Slotregel", TextLook(points=4, colour="1B2430", exact=1)),
        ("Tabelkop", TextLook(points=9, bold=True, colour="1F3A5F", before=0.5, after=0.5, line=1.05)),
        ("Tabeltekst", TextLook(points=9, colour="1B2430", before=0.5, after=0.5, line=1.05)),
        ("Tussenruimte", TextLook(points=5, colour="1B2430", exact=10)),
        ("GecodeerdTweede", TextLook(colour="1B2430", after=6, left=53.85, first=-19.85, line=1.121, tabs=((53.85, "left"),))),
    ),
    table=TableLook(
        rules=(
            RuleLook(side="top", width=1, colour="1F3A5F"),
            RuleLook(side="bottom", width=1, colour="1F3A5F"),
            RuleLook(side="insideH", width=0.5, colour="BAC4CF"),
        ),
        head_rules=(RuleLook(side="bottom", width=0.75, colour="1F3A5F"),),
        head_fill="EEF2F7",
        white=(1.4, 4.25, 1.4, 4.25),
    ),
    first_head=(
        FrameRow(
            cells=(
                (
                    0,
                    (
                        FrameLine(
                            look=TextLook(points=9.5, bold=True, colour="9A3412", after=6, line=1.121, align="center"),
                            parts=("{concept}",),
                        ),
                    ),
                ),
            )
        ),
        FrameRow(
            cells=(
                (
                    297.2,
                    (
                        FrameLine(look=TextLook(colour="1B2430", after=6, line=1.121), parts=("{logo}",)),
                        FrameLine(
                            look=TextLook(points=14, bold=True, colour="1F3A5F", after=2, line=1.121), parts=("{sender.name}",)
                        ),
                        FrameLine(look=TextLook(colour="55616F", after=10, line=1.121), parts=("{sender.organisation}",)),
                    ),
                ),
                (145, (FrameLine(look=TextLook(points=8.5, colour="55616F", before=3, line=1.1), parts=("{sender.lines}",)),)),
            ),
            height=75,
            white=(0, 5.65),
        ),
        FrameRow(cells=((0, (FrameLine(look=TextLook(points=4, colour="1B2430", before=7, exact=1)),)),)),
    ),
    later_head=(
        FrameRow(
            cells=(
                (
                    0,
                    (
                        FrameLine(
                            look=TextLook(points=9.5, bold=True, colour="9A3412", after=6, line=1.121, align="center"),
                            parts=("{concept}",),
                        ),
                    ),
                ),
            )
        ),
        FrameRow(
            cells=(
                (
                    0,
                    (
                        FrameLine(
                            look=TextLook(points=8.5, colour="55616F", after=1, line=1.121, tabs=((442.2, "right"),)),
                            parts=("{confidentiality.short}",),
                        ),
                    ),
                ),
            )
        ),
        FrameRow(
            cells=(
                (
                    0,
                    (
                        FrameLine(
                            look=TextLook(points=8.5, colour="55616F", after=1, line=1.121, tabs=((442.2, "right"),)),
                            parts=("{sender.short}", "\t", "{stamp}"),
                        ),
                    ),
                ),
            )
        ),
        FrameRow(
            cells=(
                (
                    0,
                    (
                        FrameLine(
                            look=TextLook(
                                points=8.5,
                                colour="55616F",
                                after=8,
                                line=1.121,
                                tabs=((442.2, "right"),),
                                rules=(RuleLook(side="bottom", width=0.5, colour="BAC4CF", space=4),),
                            ),
                            parts=("{subject.short}",),
                        ),
                    ),
                ),
            )
        ),
    ),
    first_foot=(_FOOT,),
    later_foot=(_FOOT,),
    opening=(
        FrameRow(
            cells=(
                (
                    0,
                    (
                        FrameLine(
                            look=TextLook(points=9.5, bold=True, colour="1B2430", after=6, line=1.121),
                            parts=("{confidentiality}",),
                        ),
                    ),
                ),
            )
        ),
        FrameRow(cells=((0, (FrameLine(look=TextLook(colour="1B2430", after=20, line=1.1), parts=("{addressee}",)),)),)),
        FrameRow(
            cells=(
                (
                    82.2,
                    (
                        FrameLine(
                            look=TextLook(points=9, colour="55616F", before=1.8, after=3, line=1.121),
                            parts=("{reference.label}",),
                        ),
                    ),
                ),
                (360, (FrameLine(look=TextLook(colour="1B2430", after=3, line=1.121), parts=("{reference.value}",)),)),
            ),
            repeated=True,
            white=(0, 5.65),
        ),
        FrameRow(
            cells=(
                (82.2, (FrameLine(look=TextLook(points=9, colour="55616F", before=9.8, line=1.121), parts=("Betreft",)),)),
                (
                    360,
                    (
                        FrameLine(
                            look=TextLook(points=11, bold=True, colour="1B2430", before=8, line=1.121), parts=("{subject}",)
                        ),
                    ),
                ),
            ),
            white=(0, 5.65),
        ),
        FrameRow(
            cells=((0, (FrameLine(look=TextLook(colour="1B2430", before=16, after=7, line=1.121), parts=("{salutation}",)),)),)
        ),
    ),
    ending=(
        FrameRow(cells=((0, (FrameLine(look=TextLook(colour="1B2430", before=14, line=1.121), parts=("{closing}",)),)),)),
        FrameRow(cells=((0, (FrameLine(look=TextLook(colour="1B2430", line=1.121), parts=("{signatures}",)),)),)),
        FrameRow(
            cells=(
                (
                    0,
                    (
                        FrameLine(
                            look=TextLook(
                                points=9.5, colour="1B2430", after=2, left=22.7, first=-22.7, line=1.121, tabs=((22.7, "left"),)
                            ),
                            parts=("{annexes}",),
                        ),
                    ),
                ),
            )
        ),
        FrameRow(
            cells=((0, (FrameLine(look=TextLook(points=9.5, colour="1B2430", after=2, line=1.121), parts=("{copies}",)),)),)
        ),
    ),
)
