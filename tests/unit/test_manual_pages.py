"""The pages of the manual hold what they promise: real words, real keys, pictures and pages that are there, sane length."""

from __future__ import annotations

import ast
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from orapp.services.manual import Manual, read_manual
from tests.pictures.scenes import SCENES

ROOT = Path(__file__).resolve().parents[2]
HELP = ROOT / "resources" / "help"
MOST_BYTES = 2_500_000
SCREENS = {"openen", "overzicht", "dossiers", "termijnen", "raad", "instellingen", "prullenbak", "brief"}
TABS = {f"dossier/{tab}" for tab in ("summary", "course", "documents", "assessment", "decision", "commitments")}
SAYING = {"tr", "say", "translate"}
BOLD = re.compile(r"\*\*(?P<words>[^*]+)\*\*")
KEYS = re.compile(r"`(?P<keys>[^`]+)`")
PICTURE = re.compile(r"!\[(?P<words>[^\]]*)\]\((?P<file>[^)]+)\)")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\((?P<page>[^)]+)\)")


@cache
def manual() -> Manual:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(HELP.glob("*.md"))}
    return read_manual(texts, tomllib.loads((HELP / "places.toml").read_text(encoding="utf-8")), HELP)


PAGES = [page.key for page in manual().pages]


def markdown(key: str) -> str:
    page = manual().page(key)
    assert page is not None
    return page.markdown


def plain(words: str) -> str:
    without = re.sub(r"\{[^}]*\}", "", words.replace("&", ""))
    return " ".join(without.rstrip("… ").split()).casefold()


def literals(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def said(path: Path) -> list[str]:
    """The Dutch of a module: what is handed to tr and its like, which is never the name of an object."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _name(node.func) in SAYING]
    return [arg.value for call in calls for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


@cache
def screen_words() -> frozenset[str]:
    """Every text of the window and every label, as a person reads it."""
    written = [text for path in sorted((ROOT / "orapp" / "ui").rglob("*.py")) for text in said(path)]
    labels = tomllib.loads((ROOT / "resources" / "texts" / "labels.toml").read_text(encoding="utf-8"))
    named = [label for table in labels.values() for label in table.values()]
    return frozenset(plain(text) for text in (*written, *named))


@cache
def known_keys() -> frozenset[str]:
    """Every key that stands in the overview of shortcuts or in a menu."""
    files = ("shortcuts", "menus", "dossier_menus", "dossier_window")
    written = {text for name in files for text in literals(ROOT / "orapp" / "ui" / "shell" / f"{name}.py")}
    tabs = {f"Alt+{number}" for number in range(1, 7)}
    screens = {f"Ctrl+{number}" for number in range(1, 6)}
    return frozenset({*written, *tabs, *screens, "F1", "Shift", "Ctrl", "Alt+Pijl links"})


@pytest.mark.parametrize("key", PAGES)
def test_every_bold_word_stands_on_a_screen(key: str) -> None:
    missing = [words for words in BOLD.findall(markdown(key)) if plain(words) not in screen_words()]
    assert missing == []


@pytest.mark.parametrize("key", PAGES)
def test_every_key_is_a_real_shortcut(key: str) -> None:
    assert [keys for keys in KEYS.findall(markdown(key)) if keys not in known_keys()] == []


@pytest.mark.parametrize("key", PAGES)
def test_pictures_and_pages_that_are_named_are_there(key: str) -> None:
    for words, file in PICTURE.findall(markdown(key)):
        assert words
        assert (HELP / file).is_file(), file
    for target in LINK.findall(markdown(key)):
        assert manual().page(target.removesuffix(".md")) is not None, target


@pytest.mark.parametrize("key", PAGES)
def test_a_page_says_what_is_achieved_before_its_steps(key: str) -> None:
    lines = [line for line in markdown(key).splitlines() if line]
    assert lines[0].startswith("# ")
    assert lines[1].startswith("> ")
    assert "\n1. " in markdown(key)
    assert "## Goed om te weten" in markdown(key)


def test_every_scene_of_the_manual_is_used_and_every_picture_is_a_scene() -> None:
    named = {file for page in manual().pages for _, file in PICTURE.findall(page.markdown)}
    assert named == {f"{scene.name}.png" for scene in SCENES if scene.manual}
    assert {path.name for path in HELP.glob("*.png")} == named


def test_the_pictures_stay_small() -> None:
    assert sum(path.stat().st_size for path in HELP.glob("*.png")) < MOST_BYTES


def test_every_place_of_the_window_has_a_page() -> None:
    places = manual().places
    assert set(places) >= SCREENS | TABS
    assert [key for key in places.values() if manual().page(key) is None] == []
    assert set(places.values()) | {"03-instemmingsverzoek", "04-besluit-ontdekt", "11-maand-na-het-besluit"} <= set(PAGES)


def test_every_dialog_that_has_a_page_exists() -> None:
    names = {text for path in sorted((ROOT / "orapp" / "ui").rglob("*.py")) for text in literals(path)}
    dialogs = {place for place in manual().places if place not in SCREENS | TABS | {"dossier"}}
    assert dialogs <= names


def test_every_page_is_reached_from_a_place_or_from_another_page() -> None:
    reached = set(manual().places.values())
    for page in manual().pages:
        reached |= {target.removesuffix(".md") for target in LINK.findall(page.markdown)}
    assert reached >= set(PAGES)
