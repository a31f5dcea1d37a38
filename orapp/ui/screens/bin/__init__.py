"""The screen of the bin."""
