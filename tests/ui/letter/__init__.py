"""The composer of letters."""
