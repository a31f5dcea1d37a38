"""What a letter says: from outline and dossier to content and findings."""
