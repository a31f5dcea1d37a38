"""What a person sees."""

from __future__ import annotations

from orapp.ui.kit.overriding import watch_overrides

watch_overrides()
