"""Map sheets, the locator map, the choice of months and the river diagram: level 4."""
