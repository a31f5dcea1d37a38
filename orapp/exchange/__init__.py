"""Files that travel: a dossier or a council as JSON, with the schema that guards what comes in."""
