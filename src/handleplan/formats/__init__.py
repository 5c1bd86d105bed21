"""Output formats: one file each, every one a pure function from a finished value to text."""
