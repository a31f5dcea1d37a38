"""The window around the screens: navigation, menus, opening the archive."""
