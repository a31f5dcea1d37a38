"""Names are nouns of the work, and what a person reads is Dutch, literal and translatable."""

from __future__ import annotations

import ast
import re

import pytest

from tests.architecture.source import Module, called_name, last_name, modules

FORBIDDEN_NAMES = frozenset(
    {"utils", "util", "helpers", "helper", "common", "manager", "managers", "base", "misc", "stuff", "tools"}
)

# Words that do not exist in Dutch, or not in a window.
ENGLISH = re.compile(
    r"\b(the|and|file|files|save|saved|delete|cancel|please|error|errors|with|you|your|not|search|settings|close|edit|add|remove|"
    r"this|that|are|from|for|select|yes|show|hide|warning|failed|unknown|missing|invalid|loading|next|previous|back|copy|paste|undo)\b",
    re.IGNORECASE,
)

TEXT_SETTERS = frozenset(
    {
        "setText",
        "setTitle",
        "setWindowTitle",
        "setToolTip",
        "setStatusTip",
        "setWhatsThis",
        "setPlaceholderText",
        "setAccessibleName",
        "setAccessibleDescription",
        "setInformativeText",
        "setLabelText",
        "addAction",
        "addMenu",
        "addTab",
        "showMessage",
        "QLabel",
        "QPushButton",
        "QToolButton",
        "QCheckBox",
        "QRadioButton",
        "QGroupBox",
        "QAction",
        "QMenu",
    }
)
# Whose `translate` looks up words; a painter's moves the origin.
APPLICATIONS = frozenset(
    {"QCoreApplication", "QGuiApplication", "QApplication", "QTranslator", "app", "application", "translator"}
)
LETTERS = re.compile(r"[^\W\d_]{2,}")


def translated(module: Module) -> list[tuple[ast.Call, list[ast.expr]]]:
    """Each call that looks up a translation, with the arguments that must be literal."""
    found: list[tuple[ast.Call, list[ast.expr]]] = []
    for call in module.calls():
        match called_name(call):
            case "tr":
                found.append((call, call.args[:2]))
            case "translate" if isinstance(call.func, ast.Attribute) and last_name(call.func.value) in APPLICATIONS:
                found.append((call, call.args[:3]))
            case _:
                pass
    return found


def is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def loose_translations(module: Module) -> list[str]:
    """The places where `tr` gets something else than a literal: lupdate reads the source, and would miss it silently."""
    return [
        f"{module.at(call)}: {ast.unparse(call)}"
        for call, arguments in translated(module)
        if not arguments or not all(is_text(argument) for argument in arguments)
    ]


def bare_words(module: Module) -> list[str]:
    """The places where a widget gets words that did not pass through `tr` or `texts`."""
    return [
        f"{module.at(call)}: {ast.unparse(argument)}"
        for call in module.calls()
        if called_name(call) in TEXT_SETTERS
        for argument in call.args
        for part in (argument.values if isinstance(argument, ast.JoinedStr) else [argument])
        if is_text(part) and LETTERS.search(ast.unparse(part))
    ]


@pytest.mark.parametrize(
    "source",
    [
        'tr(f"Nog {n} dagen")',
        "self.tr(text)",
        'self.tr("Nog " + n)',
        'self.tr("Nog {}".format(n))',
        "self.tr()",
        'app.translate("kit", word)',
    ],
)
def test_a_loose_translation_is_seen(source: str) -> None:
    assert loose_translations(Module.of("x.py", source))


@pytest.mark.parametrize(
    "source", ['tr("Nog {n} dagen").format(n=n)', 'self.tr("%n dagen", "", n)', 'app.translate("kit", "Klaar")']
)
def test_a_literal_translation_passes(source: str) -> None:
    assert not loose_translations(Module.of("x.py", source))


def test_bare_words_are_seen() -> None:
    wrong = 'a.setText("Dossier")\na.setText(f"{n} dossiers")\n'
    right = 'a.setText("…")\na.setText(self.tr("Dossier"))\na.setText(f"{b} · {c}")'
    source = wrong + right
    assert len(bare_words(Module.of("x.py", source))) == 2


def test_translations_are_literal() -> None:
    assert not [place for module in modules("orapp") for place in loose_translations(module)]


def test_every_word_in_the_window_can_be_translated() -> None:
    assert not [place for module in modules("orapp/ui", "orapp/app") for place in bare_words(module)]


def test_translations_are_dutch() -> None:
    english = [
        f"{module.at(call)}: {argument.value}"
        for module in modules("orapp")
        for call, arguments in translated(module)
        for argument in arguments[:1]
        if called_name(call) == "tr" or arguments[1:2]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and ENGLISH.search(argument.value)
    ]
    assert not english


def test_modules_are_named_after_the_work() -> None:
    wrong = [
        module.path
        for module in modules("orapp", "tests", "installer")
        if FORBIDDEN_NAMES & set(module.path.removesuffix(".py").split("/"))
    ]
    assert not wrong


def test_every_module_says_what_it_is() -> None:
    silent = []
    for module in modules("orapp", "tests", "installer"):
        opening = (ast.get_docstring(module.tree) or "").split("\n\n")[0].strip()
        if not opening.endswith((".", "?", "!")) or not (opening[0].isupper() or opening.startswith(("`", "orapp", "("))):
            silent.append(f"{module.path}: {opening!r}")
    assert not silent, f"a module starts with one sentence: {silent}"


def test_every_module_postpones_its_annotations() -> None:
    """`from __future__ import annotations` stands in every module that defines something."""
    without = []
    for module in modules("orapp", "tests", "installer"):
        body = module.tree.body[1:] if ast.get_docstring(module.tree) else module.tree.body
        defines = any(isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AnnAssign) for node in body)
        if defines and not (isinstance(body[0], ast.ImportFrom) and body[0].module == "__future__"):
            without.append(module.path)
    assert not without
