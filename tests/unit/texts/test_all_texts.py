"""The texts of the program are whole: every failure has its sentence, every member of an enumeration its label."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import tomllib
from enum import Enum
from functools import cache
from types import ModuleType

import pytest

import orapp.domain
import orapp.law
import orapp.letters.completeness
import orapp.letters.content
import orapp.letters.differences
import orapp.letters.letter_kinds
import orapp.letters.parts
import orapp.services.keys
import orapp.services.paper_ports
from orapp.texts.sentences import Texts
from tests.architecture.source import PROJECT, Module, called_name, modules

# Enumerations that no person sees by themselves, and why.
WITHOUT_LABEL = {
    ("orapp.domain.beginning", "Answer"): "the new dossier asks it in words of its own",
    ("orapp.domain.beginning", "Start"): "the new dossier asks it in words of its own",
    ("orapp.domain.bodies", "Claim"): "how far a month holds; beside the term it is said in a sentence",
    ("orapp.domain.council_standing", "ConcernKind"): "a kind of warning; the council's screen says it in a sentence",
    ("orapp.domain.needs", "Asked"): "a name of what a step asks; its form has the label of the field",
    ("orapp.domain.points", "PointKind"): "a kind of point; the overview says it in the heading of its card",
    ("orapp.domain.points", "PromiseState"): "counted only; the overview says how many were kept, run and are late",
    ("orapp.letters.letter_kinds", "Addressed"): "how a kind of letter finds its addressee; the letter shows the name",
    ("orapp.letters.letter_kinds", "Reply"): "whether an answer is asked; the checks say it in a sentence",
    ("orapp.law.conditions", "Condition"): "a name in the data of the procedures; a step says in words what it needs",
    ("orapp.letters.letter_fields", "LetterFieldKind"): "how a field is typed; its label says what it is",
    ("orapp.letters.outlines", "BlockKind"): "a name in the data of the letters",
    ("orapp.letters.read_letter", "Role"): "what a paragraph of a Word file is; the letter shows it",
    ("orapp.letters.read_letter", "TraceKind"): "a kind of trace in a Word file; the sheet says it in a sentence",
    ("orapp.letters.typed_lines", "LineKind"): "what a typed line is; the editor shows it",
    ("orapp.letters.word_differences", "PieceKind"): "how a word changed; the colours and the words around it say it",
    ("orapp.services.lists", "ListFormat"): "a kind of file; the menu names its program",
    ("orapp.services.rows", "DossierGroup"): "the list asks for it in words of its own",
    ("orapp.services.rows", "DossierOrder"): "a column whose heading says it",
    ("orapp.services.rows", "FoundKind"): "what was found; the palette heads it in words of its own",
    ("orapp.law.warning_codes", "WarningCode"): "a code of resources/law/warnings.toml, where its sentence stands",
}
CODE = re.compile(r"[a-z]+(?:\.[a-z][a-z0-9_]*)+")
FAILURES = frozenset({"Refusal", "Circumstance", "LetterRefused"})
ENGLISH = re.compile(r"\b(the|and|file|please|error|cannot|with|your|not|missing|invalid|archive)\b", re.IGNORECASE)


@cache
def texts() -> Texts:
    folder = PROJECT / "resources" / "texts"
    return Texts.load({path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.toml"))})


def enumerations() -> list[type[Enum]]:
    """Every enumeration that law, domain, letters and services define."""
    found: set[type[Enum]] = set()
    for name in module_names():
        module = importlib.import_module(name)
        for _, member in inspect.getmembers(module, inspect.isclass):
            if issubclass(member, Enum) and member.__module__ == name:
                found.add(member)
    return sorted(found, key=lambda member: (member.__module__, member.__name__))


def module_names() -> list[str]:
    packages: tuple[ModuleType, ...] = (orapp.domain, orapp.law, orapp.letters, orapp.services)
    return [f"{package.__name__}.{info.name}" for package in packages for info in pkgutil.iter_modules(package.__path__)]


def shown() -> list[type[Enum]]:
    return [member for member in enumerations() if (member.__module__, member.__name__) not in WITHOUT_LABEL]


def raised() -> list[tuple[str, str, frozenset[str] | None]]:
    """Place, code and given fields of every failure whose code is literal; fields None where they are passed on whole."""
    return [failure for module in modules("orapp") for failure in raised_in(module)]


def raised_in(module: Module) -> list[tuple[str, str, frozenset[str] | None]]:
    found = []
    for call in module.calls():
        if called_name(call) not in FAILURES or not call.args:
            continue
        first = call.args[0]
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            names = [keyword.arg for keyword in call.keywords]
            fields = None if None in names else frozenset(name for name in names if name is not None)
            found.append((module.at(call), first.value, fields))
    return found


def codes_in_tables() -> list[tuple[str, str]]:
    """Place and value of every literal that looks like a code: its first word is that of a known code."""
    families = {code.partition(".")[0] for code in texts().codes()}
    return [
        (module.at(constant), str(constant.value))
        for module in modules("orapp")
        if not module.within("orapp/storage/migrations")
        for constant in module.strings()
        if not str(constant.value).endswith((".id", ".key", ".json", ".toml", ".xml", "_"))
        if CODE.fullmatch(str(constant.value)) and str(constant.value).partition(".")[0] in families
    ]


def test_every_member_has_its_label() -> None:
    labelled = texts().labelled()
    missing = [
        f"{kind.__name__}.{member.value}"
        for kind in shown()
        for member in kind
        if (kind.__name__, str(member.value)) not in labelled
    ]
    assert not missing


def test_every_label_has_its_member() -> None:
    members = {(kind.__name__, str(member.value)) for kind in enumerations() for member in kind}
    assert not sorted(texts().labelled() - members)


def test_no_two_enumerations_share_a_name() -> None:
    names = [kind.__name__ for kind in shown()]
    assert len(names) == len(set(names))


def test_members_of_one_enumeration_have_different_labels() -> None:
    for kind in shown():
        labels = [texts().label(member) for member in kind]
        assert len(labels) == len(set(labels)), kind


def test_failures_are_found_in_the_source() -> None:
    source = 'raise Refusal("a.b", path=p)\nraise Circumstance(code, **fields)\nraise Circumstance("c", **fields)'
    assert raised_in(Module.of("x.py", source)) == [("x.py:1", "a.b", frozenset({"path"})), ("x.py:3", "c", None)]


def test_codes_in_tables_have_their_sentence() -> None:
    """Codes also stand in tables, findings and warnings."""
    assert not [f"{place}: {code}" for place, code in codes_in_tables() if not texts().knows(code)]


def test_every_failure_has_its_sentence() -> None:
    assert not [f"{place}: {code}" for place, code, _ in raised() if not texts().knows(code)]


def test_every_failure_gives_the_fields_of_its_sentence() -> None:
    wrong = [
        f"{place}: {code} needs {sorted(texts().fields(code))}, gets {sorted(fields)}"
        for place, code, fields in raised()
        if fields is not None and texts().knows(code) and not texts().fields(code) <= fields
    ]
    assert not wrong


@pytest.mark.parametrize("name", ["cli.toml", "labels.toml"])
def test_texts_are_dutch(name: str) -> None:
    content = (PROJECT / "resources" / "texts" / name).read_text(encoding="utf-8")
    sentences = re.findall(r'= "(.*)"', content)
    assert not [sentence for sentence in sentences if ENGLISH.search(re.sub(r"\{\w+\}|--[\w-]+|orapp \w+", "", sentence))]


def test_a_failure_of_the_command_line_is_one_line() -> None:
    for code in texts().codes():
        assert code.startswith("letters.") or "\n" not in texts().say(code, **dict.fromkeys(texts().fields(code), "x"))
