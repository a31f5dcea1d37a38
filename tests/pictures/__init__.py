"""Pictures of every screen and dialog, made from the demo: to look at, and for the manual."""
