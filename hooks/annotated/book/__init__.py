"""The book of the guide, for paper: its text in the markup of Typst, and the PDF: level 7."""
