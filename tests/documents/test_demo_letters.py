"""Every letter of the demo dossiers, and each kind that has none there, becomes a sound Word file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

import pytest

from orapp.documents.house_style import HouseStyle
from orapp.documents.letter_builder import build_letter
from orapp.domain.council import Council
from orapp.domain.dossier import Dossier
from orapp.exchange.council_json import read_council
from orapp.letters.compose import compose
from orapp.letters.content import LetterContent
from orapp.letters.order import LetterOrder
from tests.documents.conftest import Checker
from tests.unit.letters.other_kinds import FILLED, made
from tests.unit.letters.reading import book, law
from tests.unit.letters.test_demo_letters import DEMO, letters


def contents() -> Iterator[tuple[str, Callable[[], LetterContent]]]:
    """The letters of the demo as they are dated there, and an example of every kind beside A1, A9 and A10; each made when asked.

    Every process that runs tests goes through all of them to know their names.
    """
    for name, dossier, letter in letters():
        if letter.dated is not None:
            order = LetterOrder(
                kind=letter.kind,
                request_id=letter.request_id,
                dated=letter.dated,
                decision_ids=letter.decision_ids,
                letter=letter,
            )
            yield name, partial(composed, dossier, order)
    for kind in FILLED:
        yield f"example {kind}", partial(example, kind)


def composed(dossier: Dossier, order: LetterOrder) -> LetterContent:
    return compose(book(), law(), council(), dossier, order).content


def example(kind: str) -> LetterContent:
    return made(kind).content


@cache
def council() -> Council:
    return read_council((DEMO / "council.json").read_bytes())


@pytest.mark.parametrize("content", [pytest.param(content, id=name) for name, content in contents()])
def test_a_letter_is_a_sound_word_file(
    content: Callable[[], LetterContent], style: HouseStyle, tmp_path: Path, schema_findings: Checker
) -> None:
    path = tmp_path / "brief.docx"
    path.write_bytes(build_letter(content(), style))
    assert schema_findings(path) == []
