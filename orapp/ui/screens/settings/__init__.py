"""The archive, its key and backups, and how this computer shows it."""
