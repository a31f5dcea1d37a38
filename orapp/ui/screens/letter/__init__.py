"""The screen on which a letter is made, its preview beside it."""
