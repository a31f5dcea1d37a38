"""The program's own source, read once for all architecture tests."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).resolve().parents[2]

# What a checkout holds beside its files.
_NOT_OURS = frozenset(
    {
        ".git",
        ".venv",
        "build",
        "dist",
        "pictures",
        "__pycache__",
        ".mypy_cache",
        ".ruff_cache",
        ".pytest_cache",
        ".hypothesis",
        ".import_linter_cache",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One Python file: its path from the top of the checkout (with slashes), its text, its syntax tree and all nodes of that."""

    path: str
    text: str
    tree: ast.Module
    nodes: tuple[ast.AST, ...]

    @classmethod
    def of(cls, path: str, text: str) -> Module:
        """The module with this source."""
        tree = ast.parse(text)
        return cls(path=path, text=text, tree=tree, nodes=tuple(ast.walk(tree)))

    def within(self, *folders: str) -> bool:
        """Whether the file is, or lies in, one of these."""
        return any(self.path == folder or self.path.startswith(f"{folder}/") for folder in folders)

    def at(self, node: ast.stmt | ast.expr | ast.excepthandler) -> str:
        """The place of a node, as an editor wants it."""
        return f"{self.path}:{node.lineno}"

    def calls(self) -> Iterator[ast.Call]:
        """Every call in the file."""
        return (node for node in self.nodes if isinstance(node, ast.Call))

    def docstrings(self) -> frozenset[int]:
        """The identities of the constants that are docstrings."""
        found = set()
        for node in self.nodes:
            if (
                isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
                and node.body
                and isinstance(node.body[0], ast.Expr)
                and isinstance(node.body[0].value, ast.Constant)
            ):
                found.add(id(node.body[0].value))
        return frozenset(found)

    def strings(self) -> Iterator[ast.Constant]:
        """Every text constant that is no docstring."""
        docstrings = self.docstrings()
        for node in self.nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
                yield node


def called_name(call: ast.Call) -> str:
    """The last name of what is called: `tr` for `self.tr(...)` and for `tr(...)`; empty for anything else."""
    return last_name(call.func)


def last_name(node: ast.expr) -> str:
    """The last name of a dotted name."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def dotted(node: ast.expr) -> str:
    """A dotted name as it is written, `?` for the parts that are no name."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=attr):
            return f"{dotted(value)}.{attr}"
        case _:
            return "?"


def files() -> Iterator[Path]:
    """Every file of the checkout, what tools leave behind excepted."""
    pending = [PROJECT]
    while pending:
        for path in sorted(pending.pop().iterdir()):
            if path.name in _NOT_OURS or path.name.endswith(".egg-info"):
                continue
            if path.is_dir():
                pending.append(path)
            else:
                yield path


@cache
def _module(path: Path) -> Module:
    return Module.of(path.relative_to(PROJECT).as_posix(), path.read_text(encoding="utf-8"))


def modules(*folders: str) -> tuple[Module, ...]:
    """The Python files in these folders (of the top of the checkout), in order."""
    return tuple(_module(path) for folder in folders for path in sorted((PROJECT / folder).rglob("*.py")))
