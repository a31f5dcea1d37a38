"""Passphrases: proposed from a long list of plain words, and printed on two emergency sheets."""

from __future__ import annotations

import math
import re
import tomllib
from pathlib import Path

import pytest

from orapp.services.failures import Circumstance
from orapp.storage import passphrases
from orapp.storage.archive import SqlArchive
from orapp.storage.archives import SqlArchives
from orapp.storage.keys import SHORTEST_PASSPHRASE, derived_key
from orapp.texts.sentences import Texts
from tests.storage.material import PASSPHRASE


@pytest.fixture
def words(project: Path) -> list[str]:
    return (project / "resources" / "texts" / "words.txt").read_text(encoding="utf-8").split()


def test_the_list_is_long_plain_and_without_doubles(words: list[str]) -> None:
    assert len(words) >= passphrases.LEAST_WORDS
    assert len(set(words)) == len(words)
    assert words == sorted(words)
    assert [word for word in words if not re.fullmatch(r"[a-z]{3,14}", word)] == []


def test_a_proposal_is_six_words_of_the_list(words: list[str]) -> None:
    proposals = [passphrases.propose(words) for _ in range(50)]
    assert len(set(proposals)) == 50
    for proposal in proposals:
        assert len(proposal.split()) == passphrases.WORDS
        assert set(proposal.split()) <= set(words)
        assert len(proposal) >= SHORTEST_PASSPHRASE
    assert passphrases.WORDS * math.log2(len(set(words))) >= 66


def test_a_list_that_is_too_short_is_refused() -> None:
    with pytest.raises(Circumstance) as refused:
        passphrases.propose(["een", "twee"] * 5000)
    assert refused.value.code == "archive.no_words"


def test_spelling_of_characters_and_blanks_around_do_not_matter() -> None:
    salt = "ab" * 16
    assert derived_key(" ge\u00efnd  ", salt).same_as(derived_key("gei\u0308nd", salt))
    assert not derived_key("Geind", salt).same_as(derived_key("geind", salt))


def test_the_emergency_sheets_say_all_that_is_needed(archive: SqlArchive, archives: SqlArchives, project: Path) -> None:
    texts = Texts.load({"archive": tomllib.loads((project / "resources" / "texts" / "archive.toml").read_text("utf-8"))})
    with pytest.raises(Circumstance) as refused:
        archives.emergency_sheets(archive, "niet de wachtzin")
    assert refused.value.code == "archive.wrong_key"
    printed = []
    for sheet in archives.emergency_sheets(archive, PASSPHRASE):
        lines = [texts.say(code, **fields) for code, fields in (sheet.title, *sheet.lines)]
        printed.append("\n".join(lines))
    assert printed[0] != printed[1]
    for page in printed:
        assert PASSPHRASE in page
        assert archive.path.name in page
        assert archive.salt in page
        assert "21-11-2026" in page
    assert "kluis" in printed[0]
    assert "envelop" in printed[1]
