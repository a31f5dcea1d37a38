"""Tests of Word files: made, opened, read back."""
