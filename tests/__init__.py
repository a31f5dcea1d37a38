"""The tests of orapp."""
