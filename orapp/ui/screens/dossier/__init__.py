"""The screen of one dossier: its procedure, what comes next, its terms, its course and its letters."""
