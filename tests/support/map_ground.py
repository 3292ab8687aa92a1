"""The ground on which tests draw: a box of eight degrees by four."""

from annotated.geo.projection import Box

BOX = Box(38, 32, 46, 36)
