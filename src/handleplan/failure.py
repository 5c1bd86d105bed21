"""The exceptions that stop a run: something the user can put right first, told in a line or two (exit code 2)."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from handleplan.workspace import ReadFile


class Failure(Exception):  # noqa: N818 - it is the user's word for it, and no bug of ours
    """A command cannot run; ``key`` names a message ``failure.<key>`` of the locale, ``values`` fill it in."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values


class BrokenFilesError(Exception):
    """Files that a command needs have errors of the families file or schema."""

    def __init__(self, files: "tuple[ReadFile[Any], ...]") -> None:
        super().__init__(", ".join(file.place.path for file in files))
        self.files = files
