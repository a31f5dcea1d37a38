"""What the program says in Dutch: sentences by code, labels of enumerations, dates."""
