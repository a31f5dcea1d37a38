"""The clock: the day it is in the Netherlands, and the instant in UTC."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

FIXED_DAY = "ORAPP_TODAY"
"""The environment variable that fixes today (YYYY-MM-DD), for demonstrations and tests."""


class SystemClock:
    """The clock of this machine. Dates of the law are dates in Europe/Amsterdam, whatever the machine's own zone."""

    def __init__(self, *, fixed: date | None = None) -> None:
        self._fixed = fixed
        self._zone = ZoneInfo("Europe/Amsterdam")

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> SystemClock:
        """The clock, with today fixed where `ORAPP_TODAY` holds a date; anything else in it counts as not set."""
        written = (os.environ if environment is None else environment).get(FIXED_DAY, "").strip()
        try:
            return cls(fixed=date.fromisoformat(written) if written else None)
        except ValueError:
            return cls()

    def today(self) -> date:
        """The day it is now in the Netherlands, or the fixed day."""
        return self._fixed or datetime.now(self._zone).date()

    def now(self) -> datetime:
        """The instant, in UTC. On a fixed day it is that day with the real time, so that what is made on it bears its date."""
        moment = datetime.now(UTC)
        if self._fixed is None:
            return moment
        local = moment.astimezone(self._zone)
        return datetime.combine(self._fixed, local.timetz()).astimezone(UTC)
