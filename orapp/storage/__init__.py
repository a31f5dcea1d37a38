"""The archive: keeps domain objects in one encrypted file, and finds them."""
