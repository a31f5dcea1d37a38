"""The data files: complete, sourced, careful in what they say, and refused with file and place when spoilt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from orapp.law.book import LawBook, LawDataError, load
from orapp.law.conditions import PREDICATES, Condition
from orapp.law.facts import FactKind, ProcedureKind
from orapp.law.reading import Reliability
from tests.unit.law.data import Files


def items(value: Any) -> Iterator[dict[str, Any]]:
    """Every table in a list of tables, at any depth."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from items(inner)
    elif isinstance(value, list):
        for inner in value:
            if isinstance(inner, dict):
                yield inner
                yield from items(inner)


def words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from words(inner)


def test_known_on_and_link(book: LawBook) -> None:
    assert book.known_on == date(2026, 4, 11)
    assert book.link == "wetten.overheid.nl/BWBR0002747"
    assert book.known_text() == "Wet zoals bekend op 11 april 2026; controleer de tekst op wetten.overheid.nl/BWBR0002747."


def test_the_law_goes_stale_after_twelve_months(book: LawBook) -> None:
    assert not book.stale_on(date(2026, 11, 21))
    assert not book.stale_on(date(2027, 4, 11))
    assert book.stale_on(date(2027, 4, 12))


def test_every_item_has_article_source_date_and_status(law_files: Files) -> None:
    bare = {"procedure", "band"}
    for stem, content in law_files.items():
        groups = {key: value for key, value in content.items() if isinstance(value, list) and key not in bare}
        if stem == "procedures":
            groups = {"step": [step for procedure in content["procedure"] for step in procedure["step"]]}
        for item in items(groups):
            assert {"article", "source", "date", "status"} <= set(item), (stem, item)


def test_nothing_says_that_acting_inside_the_suspension_is_punishable(law_files: Files) -> None:
    forbidden = ("strafbaar", "economisch delict", "misdrijf", "boete", "berust", "positief, mits")
    for content in law_files.values():
        for text in words(content):
            assert not any(word in text.casefold() for word in forbidden), text


def test_texts_are_clean(law_files: Files) -> None:
    for stem, content in law_files.items():
        for text in words(content):
            assert text == text.strip(), (stem, text)
            assert "  " not in text, (stem, text)
            assert not any(mark in text for mark in ("TODO", "§", "[W20]", "[D]")), (stem, text)


def test_every_condition_and_every_fact_has_its_step(book: LawBook) -> None:
    steps = [step for procedure in book.procedures.values() for step in procedure.steps]
    used = {condition for step in steps for condition in (*step.conditions, *step.again_if)}
    assert used == set(Condition) == set(PREDICATES)
    completing = {kind for step in steps for kind in step.kinds}
    assert set(FactKind) - completing == {FactKind.OTHER, FactKind.MEETING_REQUESTED}  # neither moves a procedure


def test_the_appointment_knows_no_suspension_and_no_appeal(book: LawBook) -> None:
    kinds = {kind for step in book.procedures[ProcedureKind.APPOINTMENT].steps for kind in step.kinds}
    assert not kinds & {FactKind.SUSPENSION_WAIVED, FactKind.APPEAL_RESOLVED, FactKind.APPEAL_FILED, FactKind.NULLITY_INVOKED}


def test_waiving_and_renouncing_are_two_steps(book: LawBook) -> None:
    steps = {step.key: step for step in book.procedures[ProcedureKind.ADVICE].steps}
    assert steps["suspension_waived"].kinds == (FactKind.SUSPENSION_WAIVED,)
    assert steps["appeal"].kinds == (FactKind.APPEAL_RESOLVED, FactKind.APPEAL_RENOUNCED)
    assert "een besluit van de OR" in steps["suspension_waived"].needs
    assert "acquiesce" not in steps


def test_each_status_has_its_words() -> None:
    assert len({status.label for status in Reliability}) == len(Reliability)


Spoil = Callable[[Files], object]


def _drop(stem: str) -> Spoil:
    return lambda files: files.pop(stem)


def _set(stem: str, group: str, key: str, value: object) -> Spoil:
    def spoil(files: Files) -> None:
        files[stem][group][0][key] = value

    return spoil


def _step(number: int, key: str, value: object) -> Spoil:
    def spoil(files: Files) -> None:
        files["procedures"]["procedure"][0]["step"][number][key] = value

    return spoil


@pytest.mark.parametrize(
    ("spoil", "file", "place"),
    [
        (_drop("terms"), "terms", "het bestand"),
        (_drop("law"), "law", "het bestand"),
        (_set("terms", "rule", "actor", "nobody_known"), "terms", "rule wor-26-2-beroep"),
        (_set("terms", "rule", "amount", "een"), "terms", "rule wor-26-2-beroep"),
        (_set("terms", "rule", "amount", -1), "terms", "rule wor-26-2-beroep"),
        (_set("terms", "rule", "source", "S999"), "terms", "rule wor-26-2-beroep"),
        (_set("terms", "rule", "tittle", "x"), "terms", "rule wor-26-2-beroep"),
        (_set("terms", "rule", "missed", ""), "terms", "rule wor-26-2-beroep"),
        (_set("terms", "rule", "nature", "customary"), "terms", "rule wor-26-2-beroep"),
        (_set("terms", "rule", "backward", True), "terms", "rule wor-26-2-beroep"),
        (_set("terms", "rule", "disputed_when", "always"), "terms", "rule wor-26-2-beroep"),
        (_set("terms", "rule", "date", "2020-01-01"), "terms", "rule wor-26-2-beroep"),
        (_set("terms", "rule", "key", "own-date"), "terms", "rule own-date"),
        (_set("articles", "article", "key", "artikel 2"), "articles", "article artikel 2"),
        (_set("articles", "article", "cautions", ["99"]), "articles", "article 2.1"),
        (_set("articles", "article", "words", "or"), "articles", "article 2.1"),
        (_set("calendar", "decree", "days", [date(2026, 11, 21)]), "calendar", "decree 1"),
        (_set("calendar", "decree", "days", [date(2031, 1, 2)]), "calendar", "decree 1"),
        (_set("warnings", "warning", "text", "Op {nergens}."), "warnings", "warning no_request"),
        (lambda files: files["warnings"]["warning"].pop(), "warnings", "het bestand"),
        (lambda files: files["no_advice"]["row"].pop(), "no_advice", "het bestand"),
        (lambda files: files["procedures"]["procedure"].pop(), "procedures", "het bestand"),
        (lambda files: files["composition"]["band"].reverse(), "composition", "het bestand"),
        (_set("plan", "step", "day", -1), "plan", "step notice"),
        (_set("completeness", "item", "procedure", "dance"), "completeness", "item reasons"),
        (_step(1, "follows", ["nowhere"]), "procedures", "procedure advice"),
        (_step(1, "follows", []), "procedures", "procedure advice"),
        (_step(0, "follows", ["closed"]), "procedures", "procedure advice"),
        (_step(1, "kinds", []), "procedures", "procedure advice"),
        (_step(1, "kinds", ["danced"]), "procedures", "step received"),
        (_step(1, "phase", "nowhere"), "procedures", "step received"),
        (_step(1, "optional", "yes"), "procedures", "step received"),
        (_step(1, "needs", [""]), "procedures", "step received"),
        (_set("terms", "rule", "shown", 7), "terms", "rule wor-26-2-beroep"),
        (lambda files: files["terms"].update(rule="geen"), "terms", "het bestand"),
        (lambda files: files["terms"].update(rule=["geen"]), "terms", "het bestand"),
        (lambda files: files["terms"].update(extra=1), "terms", "het bestand"),
        (lambda files: files["terms"]["rule"][1].update(shown="{safe_day}"), "terms", "rule wor-25-6-opschorting"),
        (lambda files: files["completeness"]["item"].append(files["completeness"]["item"][0]), "completeness", "item reasons"),
        (lambda files: files["procedures"]["procedure"][0].update(step=[]), "procedures", "procedure advice"),
        (lambda files: files["calendar"]["decree"][0].update(days="3 mei"), "calendar", "decree 1"),
    ],
)
def test_spoilt_data_is_refused_with_file_and_place(own_files: Files, spoil: Spoil, file: str, place: str) -> None:
    spoil(own_files)
    with pytest.raises(LawDataError) as caught:
        load(own_files)
    assert (caught.value.file, caught.value.place) == (file, place)
    assert f"resources/law/{file}.toml" in str(caught.value)
