"""Maps: sheets, the locator map, the month filter and the river diagrams: level 4."""
