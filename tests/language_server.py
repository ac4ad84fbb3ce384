"""A real YAML language server, spoken to as an editor speaks to it."""

from __future__ import annotations

import json
import os
import queue
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PATIENCE = 30.0
"""Seconds to wait for an answer."""


def command() -> list[str] | None:
    """Return how the server is started, or None where it is not installed; YAML_LANGUAGE_SERVER names another place."""
    named = os.environ.get("YAML_LANGUAGE_SERVER")
    here = Path(__file__).parents[1] / "node_modules/.bin/yaml-language-server"
    found = named or (str(here) if here.exists() else shutil.which("yaml-language-server"))
    return [found, "--stdio"] if found else None


class Editor:
    """An editor with one folder open."""

    def __init__(self, process: subprocess.Popen[bytes], folder: Path) -> None:
        self.process = process
        self.folder = folder
        self.number = 0
        self.answers: dict[int, Any] = {}
        self.news: queue.Queue[dict[str, Any]] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def start(self) -> None:
        settings = {"workspaceFolders": [{"uri": self.folder.as_uri(), "name": "map"}], "rootUri": self.folder.as_uri()}
        abilities = {"textDocument": {"completion": {"completionItem": {"documentationFormat": ["markdown"]}}, "hover": {}}}
        self.ask("initialize", {"processId": None, "capabilities": abilities, **settings})
        self._send({"method": "initialized", "params": {}})
        store = {"enable": False, "url": ""}
        yaml = {"validate": True, "completion": True, "hover": True, "schemaStore": store, "schemas": {}}
        self._send({"method": "workspace/didChangeConfiguration", "params": {"settings": {"yaml": yaml}}})

    def open(self, name: str, text: str) -> list[dict[str, Any]]:
        """Write and open a file, and return what the server marks in it."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return self.look(path, text)

    def look(self, path: Path, text: str) -> list[dict[str, Any]]:
        """Return what the server marks in a file, with this text in place of what is on disk."""
        item = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": item}})
        while True:
            news = self.news.get(timeout=PATIENCE)
            if news.get("method") == "textDocument/publishDiagnostics" and news["params"]["uri"] == path.as_uri():
                marked: list[dict[str, Any]] = news["params"]["diagnostics"]
                return marked

    def offers(self, name: str, text: str) -> dict[str, dict[str, Any]]:
        """Return what the server offers where the text has a `▮`, by the word it shows."""
        before, _, after = text.partition("▮")
        self.open(name, before + after)
        line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
        place = {
            "textDocument": {"uri": (self.folder / name).as_uri()},
            "position": {"line": line, "character": column},
        }
        found = self.ask("textDocument/completion", place)
        return {item["label"]: item for item in (found["items"] if isinstance(found, dict) else found)}

    def tells(self, name: str, text: str) -> str:
        """Return what the server tells about the word behind a `▮`."""
        before, _, after = text.partition("▮")
        self.open(name, before + after)
        line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
        uri = (self.folder / name).as_uri()
        found = self.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}})
        return str(found["contents"]["value"]) if found else ""

    def ask(self, method: str, params: dict[str, Any]) -> Any:  # noqa: ANN401 - an answer is whatever the server says
        self.number += 1
        number = self.number
        self._send({"id": number, "method": method, "params": params})
        waiting: list[dict[str, Any]] = []
        while True:
            news = self.news.get(timeout=PATIENCE)
            if news.get("id") == number and "method" not in news:
                for one in waiting:
                    self.news.put(one)
                return news.get("result")
            waiting.append(news)

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _listen(self) -> None:
        assert self.process.stdout
        stream = self.process.stdout
        while header := stream.readline():
            if not header.lower().startswith(b"content-length:"):
                continue
            length = int(header.split(b":")[1])
            while stream.readline().strip():
                pass
            message = json.loads(stream.read(length))
            if "id" in message and "method" in message:  # the server asks for settings: it has them already
                count = len(message.get("params", {}).get("items", [])) if message["method"] == "workspace/configuration" else 0
                self._send({"id": message["id"], "result": [self.settings_of(number) for number in range(count)] or None})
            else:
                self.news.put(message)

    @staticmethod
    def settings_of(number: int) -> dict[str, Any]:
        yaml = {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False, "url": ""}, "schemas": {}}
        return yaml if number == 0 else {}


@contextmanager
def editor(folder: Path) -> Iterator[Editor]:
    """Give an editor with a folder open, and close it."""
    started = command()
    assert started
    with subprocess.Popen(started, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            opened = Editor(process, folder)
            opened.start()
            yield opened
        finally:
            process.kill()
