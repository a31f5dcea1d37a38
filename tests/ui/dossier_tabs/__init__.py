"""The tabs of a dossier, by keyboard only."""
