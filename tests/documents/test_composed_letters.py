"""Letters that the council composed its own way are sound Word files, in every outcome."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from orapp.documents.house_style import HouseStyle
from orapp.documents.letter_builder import build_letter
from orapp.domain.dossier import Dossier
from orapp.domain.letter_edits import with_section_out, with_text
from orapp.domain.letters import Letter, SectionChoice
from orapp.domain.requests import Outcome
from tests.documents.conftest import Checker
from tests.unit.letters.examples import ADVICE_DAY, CONSENT_LETTER, LETTER, consent_decision, consent_dossier, decision, dossier
from tests.unit.letters.reading import book, own_places, write

ADVICES = tuple(outcome for outcome in Outcome if not outcome.value.startswith(("consent", "undecided")))
CONSENTS = tuple(outcome for outcome in Outcome if outcome.value.startswith("consent"))
TYPED = "Eigen tekst met “aanhalingstekens”, € 1.250 & <haken>.\n\nEen tweede alinea over O1 en V1."


def own_way(letter: Letter) -> Letter:
    """Every place for words used, one section written oneself, one left out, the order turned round."""
    for key in own_places(letter.kind):
        letter = with_text(letter, key, TYPED)
    sections = [section.key for section in book().outlines[letter.kind].sections]
    letter = with_text(letter, sections[1], TYPED, replaces=True)
    letter = with_section_out(letter, SectionChoice(section=sections[2], reason="staat elders"))
    return replace(letter, section_order=tuple(reversed(sections)))


def cases() -> list[tuple[str, Dossier, Letter]]:
    """An acknowledgement, the advice and the decision on consent, in every outcome."""
    found = [("A1", dossier(decision(Outcome.UNDECIDED)), replace(LETTER, kind="A1"))]
    found += [("A9", dossier(decision(outcome)), LETTER) for outcome in ADVICES]
    found += [("A10", consent_dossier(consent_decision(outcome)), CONSENT_LETTER) for outcome in CONSENTS]
    return found


@pytest.mark.parametrize(("kind", "about", "letter"), cases())
def test_a_letter_composed_ones_own_way_is_sound(
    kind: str, about: Dossier, letter: Letter, style: HouseStyle, tmp_path: Path, schema_findings: Checker
) -> None:
    plain, own = (write(about, kind, ADVICE_DAY, letter=one) for one in (letter, own_way(letter)))
    for number, composed in enumerate((plain, own)):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(build_letter(composed.content, style))
        assert schema_findings(path) == []
    assert [section.key for section in plain.content.sections] != [section.key for section in own.content.sections]
    assert any("Eigen tekst met" in text for _, text in own.content.texts())
