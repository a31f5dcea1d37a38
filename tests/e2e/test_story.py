"""The whole story in a real window, by keyboard alone: from a new archive to the appeal term, and a program that is killed."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from orapp.domain.assessment import AnswerState
from orapp.domain.decisions import TakenOver
from orapp.domain.derived import DeadlineState
from orapp.domain.dossier import Dossier
from orapp.domain.judging import compared
from orapp.domain.requests import Outcome
from orapp.law.facts import FactKind
from orapp.law.rule_keys import APPEAL
from tests.e2e.commands import PASSPHRASE, TODAY, command, surroundings
from tests.e2e.kept_archive import REFERENCE, Kept
from tests.e2e.virtual_screen import PATIENCE, VirtualScreen
from tests.read_once import program_on

TITLE = "Verhuizing naar de Havenkade"
CONDITIONS = ("Reiskosten worden vergoed tot 1 januari 2029.", "Geen gedwongen ontslagen door de verhuizing.")
DECISION = "De reiskosten worden vergoed tot 1 januari 2029. De directie verhuist per 1 maart 2027."
KEPT_WORDS = "De OR bevestigt de ontvangst van het besluit en wacht op de planning"
LEFTMOST = ("Left",) * 5
KILLED_AFTER = 2.5
"""Seconds between the last of the words that must survive and the kill: more than the two that the program promises."""


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[VirtualScreen]:
    made = VirtualScreen(tmp_path)
    yield made
    made.close()


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(program_on(date.fromisoformat(TODAY), tmp_path / "lezer"), tmp_path / "OR Lindewaard.orarchief")


Start = Callable[[], "subprocess.Popen[str]"]


@pytest.fixture
def start(screen: VirtualScreen, tmp_path: Path) -> Iterator[Start]:
    """Starts the program, as somebody who never did before; what still runs at the end is ended."""
    folder = tmp_path / "thuis"
    folder.mkdir()
    home = {"HOME": str(folder), "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}
    home |= {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("DATA", "CONFIG", "CACHE", "STATE")}
    running: list[subprocess.Popen[str]] = []

    def begin() -> subprocess.Popen[str]:
        process = subprocess.Popen(
            command([]), env=surroundings(home), stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
        )
        running.append(process)
        return process

    yield begin
    for process in running:
        if process.poll() is None:
            process.kill()
        process.communicate(timeout=PATIENCE)


class Story:
    """The chapters, one after the other, in one window."""

    def __init__(self, screen: VirtualScreen, kept: Kept) -> None:
        self.screen = screen
        self.kept = kept

    def holds(self, test: Callable[[Dossier], bool], what: str) -> None:
        """Waits until the archive itself holds it."""
        self.screen.until(lambda: test(self.kept.dossier()), what)

    def record(self, words: str, title: str) -> None:
        """Opens the form of what happened, by a few letters of it."""
        self.screen.key("ctrl+l")
        self.screen.window("Vastleggen")
        self.screen.type(words)
        self.screen.key("Return")
        self.screen.window(title)

    def back_in(self) -> None:
        self.screen.window(f"{REFERENCE} {TITLE}")

    def new_archive(self) -> None:
        screen = self.screen
        screen.window("orapp")
        screen.key("ctrl+shift+n")
        screen.window("Nieuw archief")
        screen.type("OR Lindewaard")
        screen.key("alt+o")
        screen.type("Lindewaard Wonen")
        screen.key("Return")
        screen.type("Anna de Vries")
        screen.key("Tab")
        screen.type("Bram Jansen")
        screen.key("alt+l")
        screen.type("Chris Bakker\nDina Smit")
        screen.key("alt+b")
        screen.type("Eva Kuiper")
        screen.key("Return", "alt+i", "Down", "Return")
        screen.rest()
        screen.key("alt+w", "ctrl+a")
        screen.type(PASSPHRASE)
        screen.key("alt+p")
        screen.window("Waar komt het archief te staan?")
        screen.key("ctrl+a")
        screen.type(str(self.kept.path))
        screen.key("Return")
        screen.window("Nieuw archief")
        screen.key("alt+m")
        screen.window("Noodbladen")
        screen.key("alt+k")
        screen.window("Overzicht – OR Lindewaard")

    def advice_request(self) -> None:
        screen = self.screen
        screen.key("ctrl+n")
        screen.window("Nieuw dossier")
        screen.type(TITLE)
        screen.key("alt+p")
        screen.type("1-10-2026")
        screen.key("Return")
        screen.type("verhuizing")
        screen.rest()
        screen.key("Tab", "space", "Return")
        screen.type("Verhuizing van de hoofdvestiging\nSluiting van de oude vestiging\n\n13-11-2026\n")
        screen.key("alt+m")
        self.back_in()
        self.holds(
            lambda dossier: (
                [item.title for item in dossier.proposed_decisions]
                == ["Verhuizing van de hoofdvestiging", "Sluiting van de oude vestiging"]
            ),
            "twee voorgenomen besluiten",
        )
        dossier = self.kept.dossier()
        assert dossier.requests[0].grounds == ("25.1.f",)
        assert dossier.requests[0].received_on == date(2026, 10, 1)
        agreed = [term for term in self.kept.view().derived.deadlines if term.nature == "agreed"]
        assert [term.last_day for term in agreed] == [date(2026, 11, 13)]

    def questions(self) -> None:
        screen = self.screen
        screen.rest()
        screen.key("alt+4", "Insert")
        screen.type("Waarom is de Havenkade gekozen?")
        screen.key("Tab", "Escape", "Insert")
        screen.type("Hoe lang is de reistijd?")
        screen.key("Tab", "Escape")
        self.holds(lambda dossier: len(dossier.questions) == 2, "twee vragen")
        self.record("vragen", "Gestelde vragen vastleggen")
        screen.type("5-10-2026")
        screen.key("ctrl+Return")
        self.back_in()
        self.holds(lambda dossier: all(one.asked_on == date(2026, 10, 5) for one in dossier.questions), "gestelde vragen")
        screen.key("alt+4", "Home", *LEFTMOST, "Right", "Right", "Right")
        screen.type("Om de ligging bij het station.")
        screen.key("Tab", "Tab", "Tab")
        screen.type("Gemiddeld veertig minuten.")
        screen.key("Tab", "alt+4", "Home")
        self.holds(lambda dossier: all(one.answer for one in dossier.questions), "twee antwoorden")
        self.record("antwoorden", "Antwoorden vastleggen")
        screen.type("15-10-2026")
        screen.key("ctrl+Return")
        self.back_in()
        screen.rest()
        screen.key("alt+4", "Home", "alt+v")
        self.holds(lambda dossier: dossier.questions[0].state is AnswerState.SUFFICIENT, "het oordeel over het eerste antwoord")
        screen.key("alt+4", "End", "alt+n")
        self.holds(lambda dossier: dossier.questions[1].state is AnswerState.INSUFFICIENT, "en over het tweede")

    def meeting(self) -> None:
        screen = self.screen
        self.record("overlegv", "Overlegvergadering vastleggen")
        screen.type("29-10-2026")
        screen.key("ctrl+Return")
        self.back_in()
        self.holds_fact(FactKind.CONSULTATION_MEETING, date(2026, 10, 29))

    def holds_fact(self, kind: FactKind, on: date) -> None:
        """Waits until the procedure knows it."""

        def known() -> bool:
            return any(fact.kind is kind and fact.on == on for course in self.kept.view().procedures for fact in course.facts)

        self.screen.until(known, f"{kind.value} op {on}")

    def view_on_conditions(self) -> None:
        screen = self.screen
        screen.key("alt+4", "alt+Prior", "Insert")
        screen.type(CONDITIONS[0])
        screen.key("Tab", "Escape", "Insert")
        screen.type(CONDITIONS[1])
        screen.key("Tab", "Escape")
        self.holds(lambda dossier: tuple(one.text for one in dossier.conditions) == CONDITIONS, "twee voorwaarden")
        self.record("oordeel vast", "Oordeel vastleggen")
        screen.type("5-11-2026")
        screen.key("ctrl+Return")
        self.back_in()
        self.holds_fact(FactKind.VIEW_FORMED, date(2026, 11, 5))
        screen.key("alt+1")
        screen.rest()
        for row, key in enumerate(("Home", "End")):
            screen.key(key, *LEFTMOST, "Right", "Right", "Right")
            screen.key("Return", "Home", "Down", "Down", "Return")
            self.screen.until(partial(self.conditional, row), f"de uitkomst van B{row + 1}")

    def conditional(self, row: int) -> bool:
        return self.kept.dossier().proposed_decisions[row].outcome is Outcome.POSITIVE_CONDITIONS

    def advice_letter(self) -> None:
        screen = self.screen
        screen.key("ctrl+b")
        screen.window(f"Brief {REFERENCE}")
        screen.rest()
        screen.type("a9\n")
        screen.key("alt+v")
        screen.window("Ter vaststelling geven")
        screen.key("Escape")
        screen.window(f"Brief {REFERENCE}")
        screen.key("Return")
        screen.type("De OR dankt u voor het overleg. ")
        self.holds(lambda dossier: any("dankt u" in text.text for one in dossier.letters for text in one.texts), "eigen tekst")
        screen.press_until("alt+v", "Ter vaststelling geven")
        screen.key("ctrl+Return")
        screen.window(f"Brief {REFERENCE}")
        screen.press_until("alt+v", "Brief vaststellen")
        screen.type("12-11-2026")
        screen.key("Tab", "Tab")
        screen.type("OR-vergadering van 12 november 2026\t4\t0\t0\tj")
        screen.key("alt+d")
        screen.type("12-11-2026")
        screen.key("ctrl+Return")
        screen.window(f"Brief {REFERENCE}")
        screen.press_until("alt+n", "Brief ondertekenen")
        screen.type("12-11-2026")
        screen.key("ctrl+Return")
        screen.window(f"Brief {REFERENCE}")
        screen.press_until("alt+v", "Brief verzenden")
        screen.type("12-11-2026")
        screen.key("ctrl+Return")
        screen.window(f"Brief {REFERENCE}")
        self.holds_fact(FactKind.ADVICE_SENT, date(2026, 11, 12))
        screen.key("Escape")
        self.back_in()

    def deviating_decision(self) -> None:
        screen = self.screen
        self.record("kennisgeving van", "Besluit vastleggen")
        screen.type("18-11-2026")
        screen.key("alt+k")
        screen.type(DECISION)
        screen.key("ctrl+Return")
        self.back_in()
        self.holds_fact(FactKind.DECISION_NOTIFIED, date(2026, 11, 18))
        screen.press_until("alt+v", "Voorwaarde naast het besluit")
        screen.rest()
        screen.key("Tab", "Tab", "Tab", "space", "ctrl+Return")
        self.holds(lambda dossier: self.verdicts(dossier)[0] is TakenOver.YES, "V1 is overgenomen")
        screen.rest()
        screen.key("Tab", "Tab", "Tab", "space", "Down", "Down", "ctrl+Return")
        self.holds(lambda dossier: self.verdicts(dossier)[1] is TakenOver.NO, "V2 is niet overgenomen")
        self.back_in()
        self.record("wijkt af", "OR-besluit vastleggen: wijkt af")
        screen.type("20-11-2026")
        screen.key("alt+v")
        screen.type("OR-vergadering van 20 november 2026")
        screen.key("ctrl+Return")
        self.back_in()
        self.holds_fact(FactKind.JUDGED_DEVIATES, date(2026, 11, 20))

    @staticmethod
    def verdicts(dossier: Dossier) -> list[TakenOver]:
        return [one.verdict for one in compared(dossier, dossier.decisions[0])]

    def appeal_term(self) -> None:
        """Art. 26 lid 2 WOR: a month from the notification, last day and safe day as the law part counts them."""
        counted = self.kept.program.terms.compute(APPEAL, date(2026, 11, 18))
        appeals = [term for term in self.kept.view().derived.deadlines if term.rule == APPEAL]
        assert [term.state for term in appeals] == [DeadlineState.RUNNING]
        assert (appeals[0].start, appeals[0].subject) == (date(2026, 11, 18), "B1, B2")
        assert (appeals[0].safe_day, appeals[0].last_day) == (counted.safe_day, counted.last_day)
        assert counted.last_day == date(2026, 12, 18)

    def next_letter(self) -> None:
        """Begins a letter and is killed while a person types in it."""
        screen = self.screen
        screen.key("ctrl+b")
        screen.window(f"Brief {REFERENCE}")
        screen.rest()
        screen.type("ontvangst\n")
        screen.key("alt+v")
        screen.window("Ter vaststelling geven")
        screen.key("Escape")
        screen.window(f"Brief {REFERENCE}")
        screen.key("Return")
        screen.type(KEPT_WORDS)
        typed = time.monotonic()
        screen.type(" en gaat verder")
        time.sleep(max(0.0, typed + KILLED_AFTER - time.monotonic()))
        screen.type(" met")

    def again(self) -> None:
        """Opens the archive and the letter as somebody does whose computer fell out."""
        screen = self.screen
        screen.window("Wachtzin van OR Lindewaard")
        screen.rest()
        screen.type(f"{PASSPHRASE}\n")
        screen.window("Overzicht – OR Lindewaard")
        screen.key("ctrl+k")
        screen.window("Zoeken en opdrachten")
        screen.type("havenkade")
        screen.rest()
        screen.key("Return")
        self.back_in()
        screen.key("ctrl+b")
        screen.window(f"Brief {REFERENCE}")
        screen.rest()
        screen.type("ontvangst\n")
        screen.key("alt+v")
        screen.window("Ter vaststelling geven")
        screen.key("Escape")
        screen.window(f"Brief {REFERENCE}")


def written(dossier: Dossier) -> list[str]:
    """What the council wrote itself in its letters."""
    return [text.text for letter in dossier.letters for text in letter.texts]


def test_from_a_new_archive_to_a_killed_program(screen: VirtualScreen, kept: Kept, start: Start) -> None:
    began = time.monotonic()
    program = start()
    story = Story(screen, kept)
    story.new_archive()
    story.advice_request()
    tell(f"tot het eerste dossier: {screen.keys} toetsen, {time.monotonic() - began:.0f} s")
    story.questions()
    story.meeting()
    story.view_on_conditions()
    story.advice_letter()
    story.deviating_decision()
    story.appeal_term()
    story.next_letter()
    program.send_signal(signal.SIGKILL)
    program.wait(timeout=PATIENCE)
    assert any(KEPT_WORDS in text for text in (*kept.drafts(), *written(kept.dossier()))), kept.drafts()

    program = start()
    story.again()
    story.holds(lambda dossier: any(KEPT_WORDS in text for text in written(dossier)), "wat getypt was, weer in de brief")
    screen.key("ctrl+q")
    out, err = program.communicate(timeout=PATIENCE)
    assert (program.returncode, out, err) == (0, "", "")
    assert kept.findings() == ()
    tell(f"het hele verhaal: {screen.keys} toetsen, {time.monotonic() - began:.0f} s")


def tell(measured: str) -> None:
    """Shows a measure with `-s` or beside a failure; it decides nothing."""
    sys.stdout.write(f"{measured}\n")
