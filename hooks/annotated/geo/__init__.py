"""Cartography without the domain, from projection to label placement: level 2."""
