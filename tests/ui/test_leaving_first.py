"""In every dialog the way out stands left of the act, so that a hand that knows one knows them all."""

from __future__ import annotations

import ast
from pathlib import Path

import orapp.ui

FOLDER = Path(orapp.ui.__file__).parent
LEAVES = ("Annuleren",)


def added_in_order(function: ast.FunctionDef) -> list[str]:
    """The names of what a function puts in layouts, in the order in which it does."""
    calls = [
        node
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "addWidget" and node.args
    ]
    return [ast.unparse(node.args[0]) for node in sorted(calls, key=lambda node: (node.lineno, node.col_offset))]


def buttons_of(function: ast.FunctionDef) -> dict[str, str]:
    """Each button that a function makes, with its words."""
    found = {}
    for node in ast.walk(function):
        if (
            isinstance(node, ast.Assign)
            and isinstance(node.value, ast.Call)
            and ast.unparse(node.value.func) == "button"
            and node.value.args
        ):
            found[ast.unparse(node.targets[0])] = ast.unparse(node.value.args[0])
    return found


def test_the_way_out_stands_before_the_act() -> None:
    seen, wrong = 0, []
    for path in sorted(FOLDER.rglob("*.py")):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(function, ast.FunctionDef):
                continue
            buttons, order = buttons_of(function), added_in_order(function)
            ways = [name for name, words in buttons.items() if any(one in words.replace("&", "") for one in LEAVES)]
            for way in ways:
                if way not in order:
                    continue
                seen += 1
                at = order.index(way)
                # A button that only helps to fill in (to propose, to search) may stand before it, further to the left.
                if at > 0 and order[-1] == way and order[at - 1] in buttons:
                    wrong.append(f"{path.name}: {function.name}")
    assert seen > 10
    assert wrong == []
