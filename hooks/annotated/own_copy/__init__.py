"""The import of a reader's own copy of the article: level 4."""
