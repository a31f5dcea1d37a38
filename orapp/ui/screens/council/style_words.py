"""Dutch words for what a survey of a house style found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from orapp.domain.council_styles import KLASSIEK, MODERN, Removal, StyleUse

if TYPE_CHECKING:
    from orapp.domain.council import Council
    from orapp.services.style_rows import FoundStyle, StyleSurvey
    from orapp.ui.kit.workplace import Workplace


def shipped_words(style_id: str) -> str:
    """What a style that ships looks like, in a few words."""
    match style_id:
        case _ if style_id == KLASSIEK:
            return QCoreApplication.translate("huisstijl", "sober, nummers in de marge")
        case _ if style_id == MODERN:
            return QCoreApplication.translate("huisstijl", "onderwerp als titel, één kleur")
        case _:
            return ""


def usual_words(place: Workplace, council: Council, style_id: str) -> str:
    """For which uses a style is the usual one."""
    # What has no style of its own looks as letters do.
    chosen = {StyleUse.LETTER, *(usual.use for usual in council.usual_styles)}
    uses = [place.texts.label(use) for use in StyleUse if use in chosen and council.usual_style(use) == style_id]
    return ", ".join(uses)


def removal_words(place: Workplace, removals: tuple[Removal, ...]) -> list[str]:
    """What was taken out, or is worth a look, a sentence each."""
    return [place.texts.say(one.code, **dict(one.fields)) for one in removals if place.texts.knows(one.code)]


def found_words(survey: StyleSurvey) -> list[tuple[str, str]]:
    """What was found, as pairs of a label and what it says."""
    page = survey.page
    edges = [edge.text for edge in (*survey.headers, *survey.footers) if edge.text]
    top = edges[0] if edges else ""
    pairs = [
        (QCoreApplication.translate("huisstijl", "Gemaakt met"), survey.program),
        (
            QCoreApplication.translate("huisstijl", "Papier"),
            QCoreApplication.translate("huisstijl", "{width} x {height} mm").format(
                width=round(page.width), height=round(page.height)
            ),
        ),
        (
            QCoreApplication.translate("huisstijl", "Gewone tekst"),
            QCoreApplication.translate("huisstijl", "{family}, {points} punt").format(
                family=survey.family, points=f"{survey.points:g}".replace(".", ",")
            ),
        ),
        (
            QCoreApplication.translate("huisstijl", "Kop en voet"),
            top or QCoreApplication.translate("huisstijl", "geen tekst gevonden"),
        ),
        (
            QCoreApplication.translate("huisstijl", "Beeld in de kop"),
            QCoreApplication.translate("huisstijl", "gevonden")
            if survey.logo
            else QCoreApplication.translate("huisstijl", "niet gevonden"),
        ),
        (
            QCoreApplication.translate("huisstijl", "Paginanummer"),
            QCoreApplication.translate("huisstijl", "gevonden")
            if survey.page_numbers
            else QCoreApplication.translate("huisstijl", "niet gevonden; komt onderaan elke pagina"),
        ),
        (
            QCoreApplication.translate("huisstijl", "Stijlen"),
            QCoreApplication.translate("huisstijl", "{count} gevonden, {proposed} herkend").format(
                count=len(survey.styles), proposed=len(survey.proposal)
            ),
        ),
    ]
    return [(label, said) for label, said in pairs if said]


def choice_words(style: FoundStyle) -> str:
    """A style as it stands in a list: its name and its letters."""
    look = f"{style.family} {style.points:g}".replace(".", ",") if style.family else ""
    return f"{style.name}  ({look})" if look else style.name
