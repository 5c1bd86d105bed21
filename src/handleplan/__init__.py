"""Lint, follow and print public-sector action plans kept as plain text."""

__version__ = "0.1.0"
