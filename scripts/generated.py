"""How generated files are kept: written anew, or with `--check` compared with what they would become."""

import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CHECKING = sys.argv[1:] == ["--check"]


def keep(files: Mapping[Path, str | bytes], target: str) -> int:
    """Write the files; with `--check` write nothing and name those that are not current.

    Args:
        files: what each file becomes.
        target: what `make` calls their making.

    Returns:
        The exit code: 1 when a file was checked and is not current, else 0.
    """
    contents = {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}
    if not CHECKING:
        for path, content in contents.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return 0
    old = [path for path, content in contents.items() if not path.is_file() or path.read_bytes() != content]
    for path in old:
        print(f"{path.relative_to(ROOT).as_posix()} is not current: run `make {target}`")
    return int(bool(old))
