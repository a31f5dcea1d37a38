"""The council's work: dossiers, requests, decisions, conditions, commitments. No input or output at all."""
