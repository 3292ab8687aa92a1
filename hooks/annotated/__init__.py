"""The core of an annotated reader: strings and mappings in, values and problems out."""
