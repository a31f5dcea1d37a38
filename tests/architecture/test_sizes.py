"""Files and functions stay of a size that a person reads in one go, or say why not."""

from __future__ import annotations

import ast

from tests.architecture.source import Module, modules

FILE_LINES = 400
FUNCTION_STATEMENTS = 40

# path -> why it may be longer
LONG_FILES: dict[str, str] = {}
# path::function -> why it may be longer
LONG_FUNCTIONS: dict[str, str] = {}


def statements(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """How many statements a function has, those of functions and classes inside it excepted, its docstring not counted."""
    count = 0
    pending: list[ast.AST] = list(function.body)
    while pending:
        node = pending.pop()
        count += isinstance(node, ast.stmt)
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            pending.extend(ast.iter_child_nodes(node))
    return count - (ast.get_docstring(function, clean=False) is not None)


def functions(module: Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in module.nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def test_files_are_read_in_one_go() -> None:
    lengths = {module.path: module.text.count("\n") for module in modules("orapp", "tests", "installer")}
    too_long = {path: lines for path, lines in lengths.items() if lines > FILE_LINES}
    assert set(too_long) == set(LONG_FILES), f"split these, or give a reason in LONG_FILES (or take it out): {too_long}"


def test_functions_do_one_thing() -> None:
    too_long = {
        f"{module.path}::{function.name}": count
        for module in modules("orapp", "tests", "installer")
        for function in functions(module)
        if (count := statements(function)) > FUNCTION_STATEMENTS
    }
    assert set(too_long) == set(LONG_FUNCTIONS), f"split these, or give a reason in LONG_FUNCTIONS (or take it out): {too_long}"


def test_statements_are_counted_without_inner_functions() -> None:
    tree = ast.parse(
        'def outer():\n    """Doc."""\n    x = 1\n    if x:\n        x = 2\n    def inner():\n        y = 1\n        y = 2\n'
    )
    outer = tree.body[0]
    assert isinstance(outer, ast.FunctionDef)
    assert statements(outer) == 4
