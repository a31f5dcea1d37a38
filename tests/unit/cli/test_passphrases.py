"""A passphrase comes from a file, the input or a question."""

from __future__ import annotations

import getpass
import io
import sys
from pathlib import Path

import pytest

from orapp.cli import passphrases
from orapp.services.failures import Circumstance
from orapp.texts.sentences import Texts

TEXTS = Texts.load({"cli": {"cli.passphrase_prompt": "Wachtzin van {archive}:"}})


class Terminal(io.StringIO):
    """An input behind which somebody sits."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    "content",
    [b"paard vijver lamp", b"paard vijver lamp\n", b"paard vijver lamp\r\n", b"\xef\xbb\xbfpaard vijver lamp\n\n"],
)
def test_a_file_holds_one_line(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "wachtzin"
    file.write_bytes(content)
    assert passphrases.from_file(file) == "paard vijver lamp"


def test_spaces_belong_to_the_passphrase(tmp_path: Path) -> None:
    file = tmp_path / "wachtzin"
    file.write_bytes(b" een  twee \n")
    assert passphrases.from_file(file) == " een  twee "


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "cli.passphrase_file_empty"),
        (b"  \n", "cli.passphrase_file_empty"),
        (b"een\ntwee\n", "cli.passphrase_file_lines"),
        (b"\xff\xfe\x00", "cli.passphrase_file_unreadable"),
        (None, "cli.passphrase_file_unreadable"),
    ],
)
def test_another_file_is_refused(tmp_path: Path, content: bytes | None, code: str) -> None:
    file = tmp_path / "wachtzin"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(Circumstance) as failure:
        passphrases.from_file(file)
    assert failure.value.code == code
    assert not {"een", "twee"} & set(failure.value.fields.values())


def test_a_dash_reads_the_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("paard vijver\n"))
    assert passphrases.from_file(Path("-")) == "paard vijver"


def test_nobody_to_ask_is_a_circumstance(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    with pytest.raises(Circumstance) as failure:
        passphrases.asked(Path("or.orarchief"), TEXTS)
    assert failure.value.code == "cli.passphrase_needed"


def test_a_person_is_asked_by_the_name_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return "paard"

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(getpass, "getpass", answer)
    assert passphrases.asked(Path("map/or.orarchief"), TEXTS) == "paard"
    assert asked == ["Wachtzin van or.orarchief: "]


def test_an_empty_answer_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(getpass, "getpass", lambda _: "")
    with pytest.raises(Circumstance) as failure:
        passphrases.asked(Path("or.orarchief"), TEXTS)
    assert failure.value.code == "cli.passphrase_stopped"


def test_the_words_of_the_demo_are_published(pytestconfig: pytest.Config) -> None:
    readme = (pytestconfig.rootpath / "README.md").read_text(encoding="utf-8")
    assert f"`{passphrases.PUBLISHED_FOR_DEMO}`" in readme
