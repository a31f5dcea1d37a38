"""Tests of one part each, with fakes and without files."""
