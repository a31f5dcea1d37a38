"""Which ink the style sheet puts on which ground: read from the sheet itself, with the names of the colours in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from orapp.ui.kit.look import Tokens, contrast
from orapp.ui.kit.style_sheet import style_sheet

NAMES = tuple(field.name for field in fields(Tokens))
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
TOKEN = re.compile(r"@([a-z_]+)")
# A line that only divides carries no meaning (WCAG 2.2, 1.4.11 asks nothing of it).
DIVIDING = "line"
# Of what is switched off nothing is asked (1.4.3, 1.4.11); it is told apart by its ground or border as well.
OFF = ":disabled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One selector with what it says of colours; an empty name says nothing, "transparent" lets through what is below."""

    selector: str
    ink: str = ""
    ground: str = ""
    edge: str = ""
    chosen_ink: str = ""
    chosen_ground: str = ""

    @property
    def off(self) -> bool:
        """Whether it is of something that is switched off."""
        return OFF in self.selector


def named_sheet() -> str:
    """The sheet with @names where the colours stand."""
    tokens = Tokens(**{name: f"@{name}" for name in NAMES})
    return style_sheet(tokens, round, Path("icons"), dark=False)


def _colour(said: str) -> str:
    found = TOKEN.search(said)
    return found[1] if found else "transparent" if "transparent" in said else ""


def rules() -> Iterator[Rule]:
    """Every selector of the sheet by itself."""
    for selectors, body in RULE.findall(named_sheet()):
        said: dict[str, str] = {}
        for line in body.split(";"):
            key, _, value = line.partition(":")
            said[key.strip()] = value.strip()
        edge = [_colour(value) for key, value in said.items() if key.startswith("border") and _colour(value)]
        strong = [one for one in edge if one not in {DIVIDING, "transparent"}]
        for selector in selectors.split(","):
            yield Rule(
                selector=" ".join(selector.split()),
                ink=_colour(said.get("color", "")),
                ground=_colour(said.get("background", "")),
                edge=(strong or edge or [""])[0],
                chosen_ink=_colour(said.get("selection-color", "")),
                chosen_ground=_colour(said.get("selection-background-color", "")),
            )


def grounds() -> set[str]:
    """Every ground that words stand on somewhere, without those that have an ink of their own on them."""
    found = {rule.ground for rule in rules()} | {rule.chosen_ground for rule in rules()}
    return found - {"", "transparent"} - filled()


def filled() -> set[str]:
    """Grounds that are full of colour: what stands on them has an ink of its own, and so has what is drawn of it alone."""
    return {rule.ground for rule in rules() if rule.ink == "on_accent"} | {"accent_strong", "line", "field", "quiet"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A colour that must be told from the one beside it, with the least contrast (WCAG 2.2, 1.4.3 and 1.4.11)."""

    on: str
    below: str
    least: float
    where: str


TEXT, SHAPE = 4.5, 3.0


def pairs() -> Iterator[Pair]:
    """Every pair the sheet makes: ink on its own ground or, without one, on every ground; and edges on every ground.

    What is painted by hand in a list or picture takes the same inks, on rows that are chosen, pointed at or plain: so every ink
    is held against every ground, also where the sheet itself does not bring the two together.
    """
    everywhere = sorted(grounds())
    for rule in rules():
        if rule.ink and rule.ink != "transparent":
            below = (
                [rule.ground] if rule.ink == "on_accent" else sorted({*everywhere, rule.ground} - filled() - {"", "transparent"})
            )
            for ground in below:
                yield Pair(on=rule.ink, below=ground, least=TEXT, where=rule.selector)
        if rule.chosen_ink:
            yield Pair(on=rule.chosen_ink, below=rule.chosen_ground, least=TEXT, where=f"{rule.selector}, gekozen")
        if rule.edge not in {"", "transparent", DIVIDING}:
            for ground in everywhere:
                yield Pair(on=rule.edge, below=ground, least=SHAPE, where=f"{rule.selector}, rand")


def faint_pairs(tokens: Tokens) -> list[str]:
    """The pairs that have too little contrast in a palette, each once."""
    found = {
        f"{pair.on} op {pair.below}: {value:.2f} < {pair.least}": pair.where
        for pair in pairs()
        if (value := contrast(getattr(tokens, pair.on), getattr(tokens, pair.below))) < pair.least
    }
    return [f"{said} ({where})" for said, where in found.items()]
