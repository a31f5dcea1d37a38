"""Keeps and finds: one encrypted file per council."""
