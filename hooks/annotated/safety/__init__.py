"""Safety: the check of what contributors type, and the sanitizer behind it: level 4."""
