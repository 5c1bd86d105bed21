"""Writing a text so that YAML reads it as that text."""


def quoted(text: str) -> str:
    """Write a text of one line as a quoted YAML scalar."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
