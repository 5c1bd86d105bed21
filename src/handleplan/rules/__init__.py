"""The rules, one module per family; importing this package registers them all."""

from importlib import import_module

# Named, not discovered: looking into the package's folder would cost more than importing it, and not work in zip files.
FAMILIES = ("file", "schema", "identity", "planning", "text", "workspace")

for family in FAMILIES:
    import_module(f"{__name__}.{family}")
