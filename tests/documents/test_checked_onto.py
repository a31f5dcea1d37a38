"""The own check of a letter passes over what the house style brought along only where that is the very same."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest

from orapp.documents.checks import UnsoundPackage, require_sound
from orapp.documents.house_style import DOCUMENT, HouseStyle
from orapp.documents.letter_builder import build_letter
from orapp.documents.package_writer import write_package
from tests.documents.sample_advice import advice


def test_a_letter_on_its_house_style_is_sound(style: HouseStyle) -> None:
    require_sound(build_letter(advice(), style), onto=style.fixed)


def test_damage_is_seen_in_what_the_style_brought_and_in_what_was_written(style: HouseStyle) -> None:
    letter = build_letter(advice(), style)
    with zipfile.ZipFile(io.BytesIO(letter)) as package:
        entry = package.getinfo(DOCUMENT)
    for at in (len(style.fixed) // 3, entry.header_offset + entry.compress_size // 2):
        with pytest.raises(UnsoundPackage):
            require_sound(letter[:at] + b"\x00\xff\x00" + letter[at + 3 :], onto=style.fixed)


def test_a_part_of_the_style_that_is_no_xml_makes_each_letter_unsound(style: HouseStyle) -> None:
    broken = replace(style, fixed=write_package({"word/afwijkend.xml": b"<niet af"}, onto=style.fixed))
    letter = build_letter(advice(), broken)
    for _ in range(2):
        with pytest.raises(UnsoundPackage):
            require_sound(letter, onto=broken.fixed)


def test_a_part_that_was_written_and_is_no_xml_is_seen(style: HouseStyle) -> None:
    letter = write_package({"word/erbij.xml": b"<niet af"}, onto=build_letter(advice(), style))
    with pytest.raises(UnsoundPackage):
        require_sound(letter, onto=style.fixed)
