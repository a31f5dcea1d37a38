"""Dossiers, terms and formal letters of a Dutch works council."""
