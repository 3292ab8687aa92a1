"""Evidence: who says a statement, on which source, and how surely: level 4."""
