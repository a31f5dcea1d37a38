"""The command line: the services of the program without a window."""
