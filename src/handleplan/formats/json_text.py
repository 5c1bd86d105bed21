"""JSON as the formats print it: letters as they are, two spaces a level, and harmless wherever it is shown."""

import json
from collections.abc import Callable
from typing import Any

from handleplan.formats.terminal import escape_json


def render_json(document: object, default: Callable[[Any], Any] | None = None) -> str:
    """Return a document as JSON with a last newline; ``default`` says what becomes of what JSON does not know."""
    return escape_json(json.dumps(document, ensure_ascii=False, indent=2, default=default)) + "\n"
