"""Word out and in: letters built, house styles, reading back."""
