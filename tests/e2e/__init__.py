"""Stories from beginning to end, in the program as a user starts it."""
