"""The one exception that stops a run: something the user can put right, told in one line (exit code 2)."""


class Failure(Exception):  # noqa: N818 - it is the user's word for it, and no bug of ours
    """A command cannot run; ``key`` names a message ``failure.<key>`` of the locale, ``values`` fill it in."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values
