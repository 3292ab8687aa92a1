"""Text, HTML tokens, placeholders, problems and the build cache: level 0, no word of the domain."""
