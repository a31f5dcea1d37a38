"""The screen with all terms over the dossiers."""
