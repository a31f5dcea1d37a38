"""The machine: clock, identities, folders, keyring, settings, log, and the data that comes with the program."""
