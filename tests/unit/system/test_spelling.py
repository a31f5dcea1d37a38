"""Hunspell in its own process, with the dictionary that ships; and without one."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from orapp.services.failures import Circumstance
from orapp.system.spelling import HunspellSpeller

SHIPPED = Path(__file__).resolve().parents[3] / "resources" / "spelling"


def test_the_dictionary_knows_the_words_of_the_work() -> None:
    speller = HunspellSpeller(SHIPPED)
    right = ["ondernemingsraad", "adviesaanvraag", "instemmingsverzoek", "achterbanraadpleging", "beëindiging", "zo'n", "Overleg"]
    assert speller.misspelled([*right, "onderniming", "instemmingsverzoeck"]) == {"onderniming", "instemmingsverzoeck"}
    assert speller.suggestions("onderniming")[0] == "onderneming"
    assert (SHIPPED / "LICENSE.txt").read_text(encoding="utf-8").count("OpenTaal") > 2


def test_without_a_dictionary_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(Circumstance, match=r"spelling\.absent"):
        HunspellSpeller(tmp_path).misspelled(["advies"])


def test_a_process_that_ends_is_begun_again() -> None:
    before = set(multiprocessing.active_children())
    speller = HunspellSpeller(SHIPPED)
    assert not speller.misspelled(["advies"])
    (process,) = set(multiprocessing.active_children()) - before
    process.kill()
    process.join()
    with pytest.raises(Circumstance):
        speller.misspelled(["advies"])
    assert not speller.misspelled(["advies"])
