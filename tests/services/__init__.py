"""The services on a real archive."""
