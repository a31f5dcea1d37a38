"""Tests of the command line without an archive."""
