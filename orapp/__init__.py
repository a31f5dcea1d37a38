"""Dossiers, terms and formal letters of a Dutch works council."""

__version__ = "0.2.0"
