"""The timeline page and its overview strip: level 5."""
