"""Tests of the house itself: its sizes, its words and its directions."""
