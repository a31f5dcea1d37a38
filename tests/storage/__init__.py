"""Tests of the archive on a real file."""
