"""What the act says: articles, working days, terms, procedures and completeness; knows no dossier and no clock."""
