"""A file's text and its data with positions; the only package that imports yaml."""

from handleplan.source.source import MAX_BYTES, Position, Scalar, Source, read_source

__all__ = ["MAX_BYTES", "Position", "Scalar", "Source", "read_source"]
