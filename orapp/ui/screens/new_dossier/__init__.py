"""A new dossier: the questions of the first day, and the terms that follow from the answers."""
