"""What is typed before there is a dossier for it: kept in no journal, gone when it is used, destroyed with who is named in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from orapp.domain.council import Member
from orapp.services.failures import Refusal
from orapp.services.ports import TYPED
from orapp.storage.archive import SqlArchive

HERE, THERE = f"{TYPED}new-dossier/venster-1", f"{TYPED}new-dossier/venster-2"


def typed(archive: SqlArchive) -> dict[str, str]:
    with archive.read() as reader:
        return dict(reader.settings())


def put(archive: SqlArchive, key: str, text: str) -> None:
    with archive.write("S") as work:
        work.put_typed(key, text)


def test_it_is_kept_by_window_and_replaced_and_forgotten_without_a_word_in_the_journal(archive: SqlArchive) -> None:
    with archive.read() as reader:
        head = reader.journal_head()
    put(archive, HERE, "eerst")
    put(archive, HERE, "dan")
    put(archive, THERE, "elders")
    assert typed(archive) == {HERE: "dan", THERE: "elders"}
    put(archive, HERE, "")
    put(archive, HERE, "")
    assert typed(archive) == {THERE: "elders"}
    with archive.read() as reader:
        assert reader.journal_head() == head
    assert archive.verify().findings == ()


def test_half_characters_are_refused(archive: SqlArchive) -> None:
    with pytest.raises(Refusal) as refusal:
        put(archive, HERE, "half \ud83d")
    assert refusal.value.code == "text.not_storable"
    assert not typed(archive)


def test_it_goes_with_the_person_who_is_named_in_it_and_settings_stay(archive: SqlArchive) -> None:
    with archive.write("S") as work:
        council = work.council()
        work.save_council(council, replace(council, members=(Member(id="lid-2", name="Zoë Zonnebloem"),)))
        work.put_setting("backup.folder", "Zoë Zonnebloem")
    put(archive, HERE, '{"received_by": "Zoë Zonnebloem"}')
    put(archive, THERE, '{"received_by": "een ander"}')
    with archive.write("S") as work:
        work.destroy_person("lid-2", "op verzoek")
    assert typed(archive) == {"backup.folder": "Zoë Zonnebloem", THERE: '{"received_by": "een ander"}'}
