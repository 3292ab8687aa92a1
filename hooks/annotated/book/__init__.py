"""The book of the guide, its EPUB, and its PDF from text in the markup of Typst: level 7."""
