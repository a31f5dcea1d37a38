"""The council, its people and its agreements."""
