"""Measurements, printed side by side by `make bench`."""
