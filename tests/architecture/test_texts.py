"""Every code finds its sentence with the fields it needs, and every labelled enumeration is labelled in full."""

from __future__ import annotations

import ast
import tomllib
from functools import cache

import pytest

from orapp.texts.sentences import Texts
from tests.architecture.source import PROJECT, Module, called_name, last_name, modules

FAILURES = frozenset({"Failure", "Refusal", "Circumstance"})


@cache
def texts() -> Texts:
    """The sentences and labels as the program loads them."""
    folder = PROJECT / "resources" / "texts"
    return Texts.load({path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.toml"))})


@cache
def enumerations() -> dict[str, list[set[str]]]:
    """The values of each enumeration of the program, by the name of its class."""
    found: dict[str, list[set[str]]] = {}
    for module in modules("orapp"):
        for node in module.nodes:
            if isinstance(node, ast.ClassDef) and {"Enum", "StrEnum"} & {last_name(parent) for parent in node.bases}:
                values = {
                    str(line.value.value)
                    for line in node.body
                    if isinstance(line, ast.Assign) and isinstance(line.value, ast.Constant)
                }
                found.setdefault(node.name, []).append(values)
    return found


def said(module: Module) -> list[tuple[ast.Call, str, frozenset[str] | None]]:
    """Each literal code that a call turns into a sentence or a failure, with the names of its fields (None: not known here)."""
    found = []
    for call in module.calls():
        speaks = called_name(call) in FAILURES or (called_name(call) == "say" and isinstance(call.func, ast.Attribute))
        if speaks and call.args and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str):
            names = [keyword.arg for keyword in call.keywords]
            given = None if None in names else frozenset(name for name in names if name is not None)
            found.append((call, call.args[0].value, given))
    return found


def test_every_code_has_a_sentence() -> None:
    unknown = [
        f"{module.at(call)}: {code}" for module in modules("orapp") for call, code, _ in said(module) if not texts().knows(code)
    ]
    assert not unknown


def test_every_sentence_gets_its_fields() -> None:
    short = [
        f"{module.at(call)}: {code} needs {sorted(missing)}"
        for module in modules("orapp")
        for call, code, given in said(module)
        if texts().knows(code) and given is not None and (missing := texts().fields(code) - given)
    ]
    assert not short


def test_the_program_says_something() -> None:
    """The two tests above look at real calls."""
    assert sum(len(said(module)) for module in modules("orapp")) > 20
    assert len(enumerations()) > 20


@pytest.mark.parametrize("name", sorted({name for name, _ in texts().labelled()}))
def test_labels_are_total(name: str) -> None:
    labelled = {value for enumeration, value in texts().labelled() if enumeration == name}
    assert labelled in enumerations().get(name, []), f"no enumeration {name} has exactly these values"
