"""What contributors may type, and the sanitizer behind that check: level 4."""
