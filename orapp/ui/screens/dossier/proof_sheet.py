"""The proof sheet of a term: it stands in the kit, because the list of all terms shows it too."""

from __future__ import annotations

from orapp.ui.kit.proof_sheet import ProofDialog, proof_document

__all__ = ["ProofDialog", "proof_document"]
