"""The window of an engine in the hands of a reader: opened, looked at, pointed at, typed into."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine_tree import CONSOLE, OF_CHROMIUM, SILENCE, TREE
from web_driver import DriverError, Wire

KEYS = {"Escape": "\ue00c", "Enter": "\ue007", "Tab": "\ue004", "Control": "\ue009"}
KEYS |= {"Shift": "\ue008", "ArrowDown": "\ue015", "PageDown": "\ue00f", "End": "\ue010"}
# What a reader would call at once, on a machine that is busy.
PATIENCE = 20.0
SIZE = """
const browser = gBrowser.selectedBrowser;
browser.style.cssText = `flex: none; width: ${arguments[0]}px; height: ${arguments[1]}px`;
"""


@dataclass
class EnginePage:
    """A window; `in_browser` runs a script as a part of the browser, where an engine lets us."""

    engine: str
    wire: Wire
    in_browser: Callable[..., Any] | None = None

    def open(self, address: str, width: int = 1280, height: int = 800) -> None:
        """Open an address in a window of this size; wait until it is as it stays."""
        self.wire.send("Navigate", {"url": "about:blank"})
        self.resize(width, height)
        if self.in_browser:
            self.in_browser(SILENCE)
        self.wire.send("Navigate", {"url": address})
        self.settle()

    def open_file(self, site: Path, path: str, width: int = 1280, height: int = 800) -> None:
        """Open a page of the built site from the disk."""
        file, mark, rest = path.partition("#")
        file, asks, query = file.partition("?")
        address = (site / file).as_uri()
        self.open(f"{address}{asks}{query}{mark}{rest}", width, height)

    def settle(self) -> None:
        """Wait for what loads: scripts, letters, and two pictures of the page."""
        self.wait(
            "return document.readyState === 'complete' && document.fonts.status === 'loaded'"
            " && !document.querySelector('#cards[data-shelves]')"
        )
        self.run_later(
            "requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))"
        )

    def resize(self, width: int, height: int) -> None:
        """Give the page, not the window around it, a size."""
        rect = {"x": 0, "y": 0, "width": max(width, 500), "height": height + 200}
        self.wire.send("SetWindowRect", rect)
        if self.in_browser:
            self.in_browser(SIZE, width, height)
        else:
            self._resize_by_frame(width, height)
        self.wait("return Math.abs(innerWidth - arguments[0]) < 2", width)

    def _resize_by_frame(self, width: int, height: int) -> None:
        # What stands around the page is known only once the window has the size asked for.
        for _ in range(5):
            around = self.run("return [outerWidth - innerWidth, outerHeight - innerHeight]")
            size = {"width": width + around[0], "height": height + around[1]}
            self.wire.send("SetWindowRect", {"x": 0, "y": 0, **size})
            time.sleep(0.3)
            if abs(self.run("return innerWidth") - width) < 2:
                return

    def run(self, script: str, *arguments: object) -> Any:  # noqa: ANN401
        """Return what a script of the page returns."""
        return self.wire.send("ExecuteScript", {"script": script, "args": list(arguments)})

    def run_later(self, script: str, *arguments: object) -> Any:  # noqa: ANN401
        """Return what a script gives to `done`."""
        whole = f"const done = arguments[arguments.length - 1]; {script}"
        return self.wire.send("ExecuteAsyncScript", {"script": whole, "args": list(arguments)})

    def wait(self, script: str, *arguments: object) -> None:
        """Wait until a script returns what is true."""
        end = time.monotonic() + PATIENCE
        while not self._try(script, *arguments):
            assert time.monotonic() < end, f"{self.engine}: waited in vain for {script}"
            time.sleep(0.05)

    def _try(self, script: str, *arguments: object) -> Any:  # noqa: ANN401
        try:
            return self.run(script, *arguments)
        except DriverError:  # between two pages
            return False

    def reload(self) -> None:
        """Load the page anew."""
        self.run("window.isOld = true; location.reload()")
        self.wait("return !window.isOld && document.readyState === 'complete'")
        self.settle()

    def back(self) -> None:
        """Go to the page before."""
        self.wire.send("Back", {})
        self.settle()

    def press(self, *keys: str) -> None:
        """Press keys together: the last with the others held."""
        names = [KEYS.get(key, key) for key in keys]
        down = [{"type": "keyDown", "value": name} for name in names]
        up = [{"type": "keyUp", "value": name} for name in reversed(names)]
        self._act({"type": "key", "id": "keys", "actions": down + up})

    def type(self, text: str) -> None:
        """Type a text, letter by letter."""
        for letter in text:
            self.press(letter)

    def middle(self, selector: str, nth: int = 0) -> tuple[int, int]:
        """Return the middle of the first line of an element, which is brought into view."""
        return tuple(
            self.run_later(
                "const at = document.querySelectorAll(arguments[0])[arguments[1]];"
                "at.scrollIntoView({ block: 'center', behavior: 'instant' });"
                # What the page does about a scroll, it does before the next picture.
                "requestAnimationFrame(() => requestAnimationFrame(() => {"
                "  const box = at.getClientRects()[0];"
                "  done([box.left + box.width / 2, box.top + box.height / 2].map(Math.round));"
                "}));",
                selector,
                nth,
            )
        )

    def point(self, x: int, y: int) -> None:
        """Move the pointer to a place of the window."""
        self._pointer("mouse", x, y)

    def point_at(self, selector: str, nth: int = 0) -> None:
        """Move the pointer onto an element."""
        x, y = self.middle(selector, nth)
        self.point(x, y - 3)
        self.point(x, y)

    def click(self, selector: str, nth: int = 0) -> None:
        """Press an element with the pointer."""
        self._pointer("mouse", *self.middle(selector, nth), press=True)

    def tap(self, selector: str, nth: int = 0) -> None:
        """Tap an element with a finger."""
        self._pointer("touch", *self.middle(selector, nth), press=True)

    def _pointer(self, kind: str, x: int, y: int, *, press: bool = False) -> None:
        move: dict[str, Any] = {"type": "pointerMove", "duration": 0, "x": x, "y": y}
        pressed = [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        actions = [move, *(pressed if press else [])]
        how = {"type": "pointer", "id": kind, "parameters": {"pointerType": kind}}
        self._act({**how, "actions": actions})

    def _act(self, source: dict[str, Any]) -> None:
        self.wire.send("PerformActions", {"actions": [source]})

    def print(self, **options: object) -> str:
        """Return the page as a PDF, in Base64."""
        return str(self.wire.send("Print", options))

    def complaints(self) -> list[str]:
        """Return what the console has been told of errors and warnings on this page."""
        if self.in_browser:
            return list(self.in_browser(CONSOLE))
        told = self.wire.send("Log", {"type": "browser"})
        return [line["message"] for line in told]

    def counted_in_tree(self, roles: tuple[str, ...]) -> dict[str, int]:
        """Return how many of each role the tree for screen readers holds."""
        return {role: len(names) for role, names in self._in_tree(roles).items()}

    def names_in_tree(self, role: str) -> list[str]:
        """Return the names of all that have a role in the tree for screen readers."""
        return self._in_tree((role,))[role]

    def _in_tree(self, roles: tuple[str, ...]) -> dict[str, list[str]]:
        if self.in_browser:
            self.in_browser(TREE, "ready")
            self.settle()
            return dict(self.in_browser(TREE, *roles))
        self.wire.send("Cdp", {"cmd": "Accessibility.enable", "params": {}})
        answer = self.wire.send("Cdp", {"cmd": "Accessibility.getFullAXTree", "params": {}})
        found: dict[str, list[str]] = {role: [] for role in roles}
        for node in answer["nodes"]:
            role = node["role"]["value"]
            if not node["ignored"] and (role := OF_CHROMIUM.get(role, role)) in found:
                found[role].append(node.get("name", {}).get("value", ""))
        return found

    def forget(self) -> None:
        """Let nothing of a reader stay behind: what is kept, and what is held down."""
        self.wire.send("ReleaseActions", {})
        self.run("try { localStorage.clear(); sessionStorage.clear(); } catch {}")
