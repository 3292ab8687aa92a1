"""Extensions of Python-Markdown for the notation of the chapters: level 2."""
