"""Names found in HTML, linked, and remembered as mentions: level 2."""
