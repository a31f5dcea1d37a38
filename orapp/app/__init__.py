"""Start and stop of the program: arguments, wiring, window, crashes, self-check."""
