"""What the house does not do: ask the clock, swallow errors, block the window, name colours, silence checks."""

from __future__ import annotations

import ast
import re

import pytest

from tests.architecture.source import Module, called_name, dotted, last_name, modules

# Time, identity and place are arguments everywhere else.
MACHINE = ("orapp/system", "orapp/app")
CLOCKS = frozenset(
    {
        "date.today",
        "datetime.now",
        "datetime.today",
        "datetime.utcnow",
        "time.time",
        "time.localtime",
        "uuid.uuid1",
        "uuid.uuid4",
        "uuid6.uuid7",
        "Path.home",
        "Path.cwd",
        "os.getcwd",
        "os.getlogin",
        "getpass.getuser",
        "QDate.currentDate",
        "QTime.currentTime",
        "QDateTime.currentDateTime",
        "QDateTime.currentDateTimeUtc",
        "QDir.homePath",
        "QUuid.createUuid",
    }
)
BARE_CLOCKS = frozenset({"uuid1", "uuid4", "uuid6", "uuid7"})

CATCH_ALL = ("orapp/ui/kit/tasks.py", "orapp/app/crash.py")
BROAD = frozenset({"Exception", "BaseException"})
ITEM_WIDGETS = frozenset({"QTableWidget", "QTreeWidget", "QListWidget"})
WAITING = frozenset({"processEvents", "sleep", "msleep", "usleep", "qWait", "waitForFinished", "QEventLoop"})
HEX_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b|\brgba?\(")
LOOK = "orapp/ui/kit/look.py"

SILENCED = re.compile(r"#\s*(noqa|type:\s*ignore|pragma:\s*no cover|ruff:\s*noqa|mypy:)")
# path -> why a check is silenced there
SILENCED_FOR: dict[str, str] = {
    "orapp/documents/pdf_parts.py": "pypdf adds an object to a file only by a name with an underscore, as its manual does",
}


def asks_the_machine(module: Module) -> list[str]:
    """The places that ask for today, a new identity or a place on this machine."""
    found = []
    for call in module.calls():
        parts = dotted(call.func).split(".")
        if ".".join(parts[-2:]) in CLOCKS or (len(parts) == 1 and parts[0] in BARE_CLOCKS) or parts[-1] == "expanduser":
            found.append(f"{module.at(call)}: {ast.unparse(call)}")
    return found


def catches_everything(module: Module) -> list[str]:
    """The places that catch more than they can name."""
    found = []
    for node in module.nodes:
        if isinstance(node, ast.ExceptHandler):
            caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
            if any(kind is None or last_name(kind) in BROAD for kind in caught):
                found.append(module.at(node))
        elif isinstance(node, ast.Call) and called_name(node) == "suppress" and BROAD & {last_name(kind) for kind in node.args}:
            found.append(module.at(node))
    return found


def waits(module: Module) -> list[str]:
    """The places where the window would stand still, or turn a loop inside a loop; a drag inside the kit is the exception."""
    found = []
    for call in module.calls():
        name = called_name(call)
        drag = (
            module.within("orapp/ui/kit") and isinstance(call.func, ast.Attribute) and "drag" in dotted(call.func.value).lower()
        )
        if name in WAITING or (name in {"exec", "exec_"} and isinstance(call.func, ast.Attribute) and not drag):
            found.append(f"{module.at(call)}: {ast.unparse(call)}")
    return found


def names_a_colour(module: Module) -> list[str]:
    """The places where a colour is spelt out."""
    found = [module.at(text) for text in module.strings() if isinstance(text.value, str) and HEX_COLOUR.search(text.value)]
    found += [module.at(node) for node in module.nodes if isinstance(node, ast.Attribute) and node.attr == "GlobalColor"]
    found += [
        module.at(call)
        for call in module.calls()
        if called_name(call) in {"QColor", "QBrush", "QPen", "fromRgb", "fromString"}
        and call.args
        and isinstance(call.args[0], ast.Constant)
        and (called_name(call) == "QColor" or called_name(call) == "fromRgb")
    ]
    return found


def read(source: str, path: str = "orapp/ui/x.py") -> Module:
    return Module.of(path, source)


@pytest.mark.parametrize(
    "source",
    [
        "date.today()",
        "datetime.datetime.now(UTC)",
        "uuid4()",
        "uuid.uuid4()",
        "Path.home()",
        "QDate.currentDate()",
        "p.expanduser()",
    ],
)
def test_asking_the_machine_is_seen(source: str) -> None:
    assert asks_the_machine(read(source))


@pytest.mark.parametrize(
    "source",
    [
        "try:\n    f()\nexcept:\n    g()",
        "try:\n    f()\nexcept (OSError, Exception):\n    g()",
        "with contextlib.suppress(Exception):\n    f()",
    ],
)
def test_catching_everything_is_seen(source: str) -> None:
    assert catches_everything(read(source))


def test_waiting_is_seen() -> None:
    assert waits(read("dialog.exec()"))
    assert waits(read("time.sleep(1)"))
    assert waits(read("drag.exec()"))
    assert not waits(read("drag.exec()", "orapp/ui/kit/tables.py"))
    assert not waits(read("exec(code)"))


def test_a_colour_is_seen() -> None:
    assert names_a_colour(read('x = "color: #1f5fa8"'))
    assert names_a_colour(read('QColor("red")'))
    assert not names_a_colour(read('"""See #123abc."""\nQColor(look.accent)'))


def test_only_the_system_asks_the_machine() -> None:
    assert not [place for module in modules("orapp") if not module.within(*MACHINE) for place in asks_the_machine(module)]


def test_everything_is_caught_in_two_places_only() -> None:
    assert not [place for module in modules("orapp") if not module.within(*CATCH_ALL) for place in catches_everything(module)]


def test_the_window_never_waits() -> None:
    assert not [place for module in modules("orapp/ui") for place in waits(module)]


def test_no_item_widgets() -> None:
    assert not [
        module.at(node)
        for module in modules("orapp/ui", "orapp/app")
        for node in module.nodes
        if isinstance(node, ast.Name | ast.Attribute) and last_name(node) in ITEM_WIDGETS
    ]


def test_colours_live_in_one_place() -> None:
    assert not [place for module in modules("orapp/ui", "orapp/app") if module.path != LOOK for place in names_a_colour(module)]


def test_threads_are_lanes() -> None:
    """No thread but the lanes: only the kit's task runner, the crash handler and the system start one.

    The timer that ends another process runs nothing of the program: a pipe that nobody reads has no time limit of its own.
    """
    starters = {"Thread", "ThreadPoolExecutor", "ProcessPoolExecutor", "QThread", "QThreadPool", "Timer"}
    allowed = ("orapp/ui/kit/tasks.py", "orapp/services/other_process.py", *MACHINE)
    assert not [
        f"{module.at(call)}: {ast.unparse(call)}"
        for module in modules("orapp/ui", "orapp/services", "orapp/letters", "orapp/domain", "orapp/law", "orapp/texts")
        if not module.within(*allowed)
        for call in module.calls()
        if called_name(call) in starters
    ]


def test_loggers_are_named_after_their_module() -> None:
    assert not [
        module.at(call)
        for module in modules("orapp")
        if not module.within(*MACHINE)
        for call in module.calls()
        if called_name(call) == "getLogger" and [dotted(argument) for argument in call.args] != ["__name__"]
    ]


def test_log_lines_are_lazy() -> None:
    """A log line is a literal with its fields apart, so that nothing is put together that is not written."""
    levels = {"debug", "info", "warning", "error", "exception", "critical"}
    assert not [
        f"{module.at(call)}: {ast.unparse(call)}"
        for module in modules("orapp")
        for call in module.calls()
        if isinstance(call.func, ast.Attribute)
        and dotted(call.func.value) in {"log", "logger", "logging", "_log"}
        and call.func.attr in levels
        and not (call.args and isinstance(call.args[0], ast.Constant))
    ]


def test_no_check_is_silenced_without_a_reason() -> None:
    silenced = {module.path for module in modules("orapp", "tests", "installer") if SILENCED.search(module.text)}
    assert silenced == set(SILENCED_FOR), "mend it, or give a reason in SILENCED_FOR (or take it out)"


def test_nothing_is_left_for_later() -> None:
    later = re.compile(r"#.*\b(?:[T]ODO|[F]IXME|[X]XX|[H]ACK)\b")
    assert not [module.path for module in modules("orapp", "tests", "installer") if later.search(module.text)]
