"""Bad days on the real window: hostile files, an archive that is moved, garbage in its memory, everything at once."""
