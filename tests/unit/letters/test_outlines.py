"""The data of the letters hold together, and say where they do not."""

from __future__ import annotations

import ast
import copy
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from orapp.domain.assessment import Destination
from orapp.domain.council import MemberRole
from orapp.domain.requests import Outcome, PartResult
from orapp.law.facts import ProcedureKind
from orapp.letters.compose import suggest_kind
from orapp.letters.outlines import load
from orapp.letters.sentences import LetterDataError
from orapp.texts.sentences import Texts
from tests.unit.letters.examples import REQUEST
from tests.unit.letters.reading import RESOURCES, book, files, finding_texts, own_places

SOURCE = Path(__file__).resolve().parents[3] / "orapp" / "letters"


def constants() -> Iterator[str]:
    """Every text in the source of the letters."""
    for path in sorted(SOURCE.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def broken(**changes: Any) -> dict[str, Any]:
    found: dict[str, Any] = copy.deepcopy({name: dict(content) for name, content in files().items()})
    found["acknowledgement"].update(changes)
    return found


def test_the_letters_are_complete() -> None:
    kinds = {kind.key: kind for kind in book().kinds()}
    assert set(kinds) >= {"A1", "A9", "A10", "A11"}
    assert all(kind.title and kind.purpose and kind.outline_version for kind in kinds.values())
    assert kinds["A9"].for_request(ProcedureKind.CONSENT)
    assert not kinds["A9"].for_request(ProcedureKind.INITIATIVE)


def test_the_advice_has_its_sixteen_sections_in_order() -> None:
    keys = [section.key for section in book().outlines["A9"].sections if section.key != "commitments_so_far"]
    assert keys == [
        "summary",
        "request",
        "course",
        "information",
        "understanding",
        "motives",
        "consequences",
        "measures",
        "alternatives",
        "staff",
        "weighing",
        "advice",
        "conditions",
        "commitments",
        "execution",
        "followup",
    ]


def test_the_decision_on_consent_has_its_nine_sections() -> None:
    assert len(book().outlines["A10"].sections) == 9


def test_every_word_that_is_asked_for_is_there() -> None:
    heads = ("head_", "label_", "wanting_", "capacity_", "step_", "answer_", "theme_", "treated_", "found_")
    words, sentences = book().words, book().sentences.all
    asked = {text for text in constants() if text.startswith(heads) and text not in heads and " " not in text}
    assert not {text for text in asked if text not in words and text not in sentences}


def test_every_member_has_its_words_and_sentences() -> None:
    words, sentences = book().words, book().sentences.all
    assert all(f"outcome_{outcome.value}" in words for outcome in Outcome)
    assert all(f"part_{result.value}" in words for result in PartResult)
    assert all(f"objection_{one.value}" in sentences for one in Destination if one is not Destination.OPEN)
    assert all(f"capacity_{role.value}" in words for role in (MemberRole.CHAIR, MemberRole.SECRETARY, MemberRole.VICE_CHAIR))
    assert all(f"found_{found}" in words for found in ("open", "found", "insufficient", "missing"))


def test_every_sentence_is_used() -> None:
    """A sentence that nothing names is one that a lawyer mends in vain."""
    named = {block.name for outline in book().outlines.values() for section in outline.sections for block in section.blocks}
    named |= set(constants())
    stems = ("a9_short_", "a9_subject_", "a9_", "a10_", "objection_", "track_")
    composed = {f"{stem}{outcome.value}" for stem in stems for outcome in Outcome}
    composed |= {f"objection_{one.value}" for one in Destination} | {"a9_conditions_absent", "a9_short_conditions_absent"}
    composed |= {"track_both", "track_unions", "a13_announced", "a13_budget"} | {
        f"a17_plain_{what}" for what in ("yes", "no", "conditions", "unless", "political", "none")
    }
    composed |= {f"a14_{what}" for what in ("positive", "points", "negative")}
    composed |= {f"a19a_{right}" for right in ("advice", "consent", "both")}
    composed |= {f"a14_{what}_{about}" for what in ("act", "against") for about in ("profile", "appointment", "dismissal")}
    composed |= {f"{kind.key.lower()}_subject" for kind in book().kinds()}
    assert not set(book().sentences.all) - named - composed


def test_places_for_own_words_have_a_name() -> None:
    places = own_places("A9")
    assert places.keys() >= {"influence", "evaluation", "advice", "not_yet"}
    assert all(places.values())


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"section": [{"key": "x", "heading": "X", "blocks": [{"sentence": "bestaat_niet"}]}]}, "bestaat_niet"),
        ({"section": [{"key": "x", "heading": "X", "blocks": [{"sentence": "a1_route", "source": "route"}]}]}, "precies één"),
        ({"section": [{"key": "x", "heading": "X", "blocks": []}, {"key": "x", "heading": "Y", "blocks": []}]}, "twee keer"),
        ({"section": [{"heading": "X"}]}, "key"),
        ({"section": "x"}, "lijst"),
        ({"vreemd": 1}, "vreemd"),
        ({"sentence": {"a1_x": {"text": ""}}}, "text"),
        ({"sentence": {"closing": {"text": "x"}}}, "staat ook in"),
        ({"letter": {"key": "A1"}}, "title"),
        ({"letter": {"key": "A77", "title": "x", "purpose": "x", "version": "1", "fits": ["advice"]}}, "A77"),
        ({"letter": {"key": "A9", "title": "x", "purpose": "x", "version": "1", "fits": ["advies"]}}, "advies"),
    ],
)
def test_broken_data_name_their_file_and_place(changes: dict[str, Any], why: str) -> None:
    with pytest.raises(LetterDataError, match=why) as caught:
        load(broken(**changes))
    assert caught.value.file
    assert caught.value.place


@pytest.mark.parametrize(
    "section",
    [
        {"key": "x", "heading": "X", "when": "zomaar"},
        {"key": "x", "heading": "X", "blocks": [{"source": "zomaar"}]},
        {"key": "x", "heading": "X", "blocks": [{"own": "zomaar"}]},
        {"key": "x", "heading": "X", "blocks": [{"sentence": "a1_route", "when": "zomaar"}]},
    ],
)
def test_an_unknown_condition_or_source_is_found(section: dict[str, Any]) -> None:
    with pytest.raises(LetterDataError, match="zomaar"):
        load(broken(section=[section]))


def test_every_finding_has_its_sentence() -> None:
    texts = finding_texts()
    services = tomllib.loads((RESOURCES / "texts" / "services.toml").read_text("utf-8"))
    codes = {text for text in constants() if text.startswith("letter.") and not text.endswith(".")}
    codes |= {f"letter.{kind}_not_in_letter" for kind in ("objection", "question", "condition", "commitment")}
    known = set(texts) | {code for code in services if code.startswith("letter.")}
    assert not codes - known
    assert not set(texts) - codes
    Texts.load({"letters": texts, "services": services})


def test_findings_are_plain_sentences() -> None:
    for code, text in finding_texts().items():
        assert text[0].isupper() or text[0] in "{“", code
        assert text.endswith((".", "?", "}")), code
        assert all(name is None or name.isidentifier() for _, name, _, _ in string.Formatter().parse(text)), code


def test_the_letter_to_begin_with() -> None:
    assert suggest_kind(book(), REQUEST, acknowledged=False) == "A1"
    assert suggest_kind(book(), REQUEST, acknowledged=True) == "A9"
