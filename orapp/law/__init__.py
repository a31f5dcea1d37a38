"""What the act says: articles, working days, terms, procedures, completeness; knows no dossier."""
