"""The checkers of Word files find what is wrong, also in a file that resembles one in which all was well."""

from __future__ import annotations

import sys
from pathlib import Path

from orapp.documents.house_style import HouseStyle
from orapp.documents.letter_builder import build_letter
from tests.documents.brought_files import replaced
from tests.documents.conftest import Checker
from tests.documents.sample_advice import advice
from tests.unmeasured import unmeasured


def test_a_part_that_was_sound_before_is_found_when_it_no_longer_is(
    style: HouseStyle, tmp_path: Path, office_findings: Checker
) -> None:
    sound, broken = tmp_path / "goed.docx", tmp_path / "fout.docx"
    sound.write_bytes(build_letter(advice(), style))
    for name, ends in (("word/styles.xml", "</w:styles>"), ("word/document.xml", "</w:body>")):
        broken.write_bytes(replaced(sound.read_bytes(), name, ends, f"<w:jc/>{ends}"))
        for _ in range(2):
            assert office_findings(sound) == []
            assert [one for one in office_findings(broken) if name in one]


def test_measuring_goes_on_after_what_is_not_measured() -> None:
    before = sys.gettrace()
    with unmeasured():
        assert sys.gettrace() is None
    assert sys.gettrace() is before
