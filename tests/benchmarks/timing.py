"""Times two or more things in turn within one run, so that a busy machine slows them alike."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping


def in_turn(actions: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The median seconds of each action over so many rounds, each round running all of them once."""
    taken: dict[str, list[float]] = {name: [] for name in actions}
    for action in actions.values():
        action()  # what is made once (caches, imports) is not what is measured
    for _ in range(rounds):
        for name, action in actions.items():
            began = time.perf_counter()
            action()
            taken[name].append(time.perf_counter() - began)
    return {name: statistics.median(times) for name, times in taken.items()}


def line(what: str, ratio: float, against: str, aim: str, detail: str) -> str:
    """One line of the report."""
    return f"{what:<58} {ratio:6.2f} x   {against} ({aim}; {detail})"
