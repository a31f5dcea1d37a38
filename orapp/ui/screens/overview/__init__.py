"""The overview: what the council must know today."""
