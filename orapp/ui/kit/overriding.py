"""What the program overrides of Qt may fail without taking the program along: a failure is then a defect that is told.

Python 3.11 leaves an exception that C code raised (a word that is no number, a widget that is gone) in two halves until
somebody meets it. PySide 6.11 reads what an override raised as a whole, and the halves end the process. Met once in Python,
where the override ends, it is whole.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import ParamSpec, TypeVar

from PySide6.QtCore import QObject

P = ParamSpec("P")
R = TypeVar("R")

HOOK = "__init_subclass__"


def watch_overrides() -> None:
    """From now on every override (`@override`) of a class of Qt objects raises exceptions that are whole."""
    setattr(QObject, HOOK, classmethod(_begun))


def _begun(made: type[QObject], /, **named: object) -> None:
    super(QObject, made).__init_subclass__(**named)
    for name, function in list(vars(made).items()):
        if isinstance(function, FunctionType) and getattr(function, "__override__", False):
            setattr(made, name, _whole(function))


def _whole(function: Callable[P, R]) -> Callable[P, R]:
    @wraps(function)
    def call(*given: P.args, **named: P.kwargs) -> R:
        try:
            return function(*given, **named)
        finally:
            # On its way through here an exception is made whole; there is nothing else to do.
            pass

    return call
