"""The screen with the list of dossiers."""
