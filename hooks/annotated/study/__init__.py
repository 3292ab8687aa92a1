"""Study: pages on what the article argues, and its marks in the chapters: level 5."""
