"""yaml-language-server driven as an editor drives it: over its standard streams, in the Language Server Protocol.

https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
"""

import itertools
import json
import os
import shutil
import subprocess
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

import pytest

FOLDER = Path(__file__).parent / "language_server"
PROGRAM = FOLDER / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
# A server that takes longer for all it is asked is not going to answer.
_SECONDS = 120
_COMPLETION = {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}}


def require_server() -> str:
    """Return node's path; without node or the package skip the test, except where everything has to be there."""
    node = shutil.which("node")
    if node and PROGRAM.is_file():
        return node
    reason = "yaml-language-server is not installed: make server (needs node and npm)"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


class Server:
    """One running server that has opened a folder, with the settings of the editor."""

    def __init__(self, node: str, folder: Path, settings: Mapping[str, Any]) -> None:
        self.folder = folder
        self._settings = settings
        self._ids = itertools.count(1)
        self._found: dict[str, list[dict[str, Any]]] = {}
        self._process = subprocess.Popen(
            [node, str(PROGRAM), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder
        )

        self._end = threading.Timer(_SECONDS, self._process.kill)

    def __enter__(self) -> Self:
        capabilities = {
            "textDocument": {"completion": _COMPLETION, "hover": {"contentFormat": ["markdown"]}, "publishDiagnostics": {}},
            "workspace": {"configuration": True, "didChangeConfiguration": {"dynamicRegistration": True}},
        }  # fmt: skip
        self._end.start()
        folders = [{"uri": self.folder.as_uri(), "name": "folder"}]
        self._request(
            "initialize", processId=None, rootUri=self.folder.as_uri(), workspaceFolders=folders, capabilities=capabilities,
        )  # fmt: skip
        self._notify("initialized")
        self._notify("workspace/didChangeConfiguration", settings=None)
        return self

    def __exit__(self, *_: object) -> None:
        self._end.cancel()
        self._process.kill()
        self._process.communicate()

    def open(self, name: str, text: str) -> list[dict[str, Any]]:
        """Open a file, which need not be on disk, under a name not used before; return what is wrong with it."""
        uri = (self.folder / name).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._notify("textDocument/didOpen", textDocument=document)
        while uri not in self._found:
            self._read()
        return self._found[uri]

    def complete(self, name: str, line: int, column: int) -> dict[str, dict[str, Any]]:
        """Return what is offered at a place (both from 0), by label."""
        found = self._ask("completion", name, line, column)
        return {item["label"]: item for item in found["items"]}

    def hover(self, name: str, line: int, column: int) -> str:
        """Return what is shown at a place (both from 0), as Markdown."""
        found = self._ask("hover", name, line, column)
        return str(found["contents"]["value"])

    def _ask(self, what: str, name: str, line: int, column: int) -> Any:
        document = {"uri": (self.folder / name).as_uri()}
        position = {"line": line, "character": column}
        return self._request(f"textDocument/{what}", textDocument=document, position=position)

    def _request(self, method: str, **parameters: object) -> Any:
        number = next(self._ids)
        self._send({"id": number, "method": method, "params": parameters})
        while True:
            message = self._read()
            if message.get("id") == number and "method" not in message:
                return message["result"]

    def _notify(self, method: str, **parameters: object) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: Mapping[str, object]) -> None:
        assert self._process.stdin
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(content), content))
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        """Read one message, and answer it where the server waits for an answer."""
        assert self._process.stdout
        length = 0
        while header := self._process.stdout.readline().strip():
            name, _, value = header.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the server has ended"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        if message.get("method") == "workspace/configuration":
            sections = [item["section"] for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": [self._section(section) for section in sections]})
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": None})
        elif message.get("method") == "textDocument/publishDiagnostics":
            self._found[message["params"]["uri"]] = message["params"]["diagnostics"]
        return message

    def _section(self, section: str) -> Any:
        """Return a section as an editor puts it together: ``yaml.format.enable`` is ``format.enable`` of ``yaml``."""
        if section in self._settings:
            return self._settings[section]
        found: dict[str, Any] = {}
        for name, value in self._settings.items():
            first, *rest = name.split(".")
            if first == section and rest:
                inner = found
                for part in rest[:-1]:
                    inner = inner.setdefault(part, {})
                inner[rest[-1]] = value
        return found
