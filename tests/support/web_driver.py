"""Commands of WebDriver, over the two ways by which engines take them: HTTP, and Firefox’s socket.

Firefox speaks Marionette, in which each command of WebDriver has a name; WebKitGTK and Chromium
come with a driver that listens on HTTP. So no engine needs more than its own packages bring.
"""

import json
import socket
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Protocol

# Each command: its name in Marionette, and its method and path in HTTP.
COMMANDS = {
    "Navigate": ("POST", "url"),
    "Back": ("POST", "back"),
    "ExecuteScript": ("POST", "execute/sync"),
    "ExecuteAsyncScript": ("POST", "execute/async"),
    "PerformActions": ("POST", "actions"),
    "ReleaseActions": ("DELETE", "actions"),
    "SetWindowRect": ("POST", "window/rect"),
    "SetTimeouts": ("POST", "timeouts"),
    "Print": ("POST", "print"),
    "TakeScreenshot": ("GET", "screenshot"),
    "DeleteSession": ("DELETE", ""),
    # Of Chromium alone.
    "Log": ("POST", "se/log"),
    "Cdp": ("POST", "goog/cdp/execute"),
}
WAIT = 120


class DriverError(Exception):
    """What an engine has answered instead of a result."""


class Wire(Protocol):
    """Carries commands to an engine."""

    def send(self, command: str, parameters: dict[str, Any]) -> Any:  # noqa: ANN401
        """Return what the engine answers to a command."""


@dataclass
class Http:
    """A driver that listens on a port of this machine."""

    port: int
    capabilities: dict[str, Any]
    session: str = ""

    def __post_init__(self) -> None:
        answer = self._ask("POST", "session", {"capabilities": {"alwaysMatch": self.capabilities}})
        self.session = answer["sessionId"]

    def send(self, command: str, parameters: dict[str, Any]) -> Any:  # noqa: ANN401
        """Return what the engine answers to a command."""
        method, path = COMMANDS[command]
        return self._ask(method, f"session/{self.session}/{path}".rstrip("/"), parameters)

    def _ask(self, method: str, path: str, body: dict[str, Any]) -> Any:  # noqa: ANN401
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/{path}",
            data=json.dumps(body).encode() if method == "POST" else None,
            headers={"Content-Type": "application/json"},
            method=method,
        )
        try:
            with urllib.request.urlopen(request, timeout=WAIT) as answer:  # noqa: S310
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise DriverError(error.read().decode()) from error


@dataclass
class Marionette:
    """The socket of a running Firefox."""

    port: int
    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        self._socket = socket.create_connection(("127.0.0.1", self.port), timeout=WAIT)
        self._read()
        self._call("WebDriver:NewSession", {})

    def send(self, command: str, parameters: dict[str, Any]) -> Any:  # noqa: ANN401
        """Return what the engine answers to a command."""
        answer = self._call(f"WebDriver:{command}", parameters)
        return answer["value"] if isinstance(answer, dict) and "value" in answer else answer

    def in_browser(self, script: str, *arguments: object) -> Any:  # noqa: ANN401
        """Run a script as a part of the browser, which sees more than a page does."""
        self._call("Marionette:SetContext", {"value": "chrome"})
        try:
            return self.send("ExecuteScript", {"script": script, "args": list(arguments)})
        finally:
            self._call("Marionette:SetContext", {"value": "content"})

    def close(self) -> None:
        """Close the socket."""
        self._socket.close()

    def _call(self, name: str, parameters: dict[str, Any]) -> Any:  # noqa: ANN401
        text = json.dumps([0, next(self._numbers), name, parameters]).encode()
        self._socket.sendall(b"%d:%b" % (len(text), text))
        _, _, error, result = self._read()
        if error:
            raise DriverError(f"{error['error']}: {error['message']}")
        return result

    def _read(self) -> Any:  # noqa: ANN401
        length = b""
        while not length.endswith(b":"):
            length += self._socket.recv(1) or b":"
        text = b""
        while len(text) < int(length[:-1]):
            text += self._socket.recv(65536)
        return json.loads(text)
