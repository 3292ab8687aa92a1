"""Files read into values, each with its line: level 3."""
