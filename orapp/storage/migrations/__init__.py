"""The migrations of the archive: forward only, run from Python."""
