"""Tests of the law: terms, working days, articles, procedures and their data."""
