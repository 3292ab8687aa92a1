"""Text, HTML tokens, placeholders, problems and the build cache: level 1, no word of the domain."""
