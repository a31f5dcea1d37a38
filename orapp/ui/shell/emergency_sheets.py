"""The two emergency sheets of a new archive, as the kit shows them."""

from __future__ import annotations

from orapp.ui.kit.emergency_sheets import EmergencySheetsDialog, sheets_document

__all__ = ["EmergencySheetsDialog", "sheets_document"]
