"""The rules: the modules of a family share the first digit of their codes; importing this package registers them all."""

from importlib import import_module

# The family's digit by module. Named, not discovered: looking into the package's folder would cost more than importing
# it, and not work in zip files.
MODULES = {
    "file": 0,
    "indentation": 0,
    "quoting": 0,
    "pasted": 0,
    "structure": 0,
    "white_space": 0,
    "characters": 0,
    "schema": 1,
    "values": 1,
    "calendar": 1,
    "identity": 2,
    "references": 2,
    "continuation": 2,
    "entries": 2,
    "planning": 3,
    "agreed": 3,
    "work": 3,
    "parties": 3,
    "handover": 3,
    "progress": 4,
    "rounds": 4,
    "meetings": 4,
    "abbreviations": 5,
    "wording": 5,
    "markup": 5,
    "links": 5,
    "workspace": 6,
    "lists": 6,
    "house": 6,
    "suppression": 6,
}

for module in MODULES:
    import_module(f"{__name__}.{module}")
