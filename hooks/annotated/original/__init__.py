"""A reader's own copy of the article: read, cut into its paragraphs, woven in, on one machine."""
