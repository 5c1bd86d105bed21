"""The mutation benchmark's parts: offices to break, ways of breaking them, linters to compare, and the score."""
