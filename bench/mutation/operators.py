"""All ways of breaking: importing this module registers them."""

from importlib import import_module

from mutation.operator import OPERATORS

MODULES = ("keys", "shapes", "values", "agreement", "names", "lines", "quotes", "files", "harmless")

for _module in MODULES:
    import_module(f"mutation.{_module}")

__all__ = ["MODULES", "OPERATORS"]
