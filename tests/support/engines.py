"""The engines that are tried besides the one of the suite: how each is found and started."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from browser import find
from engine_page import EnginePage
from web_driver import Http, Marionette

# As a reader has them, but for what asks hosts of its own.
FIREFOX_SETTINGS = """
user_pref("marionette.port", 0);
user_pref("app.update.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("browser.region.update.enabled", false);
user_pref("browser.search.update", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("extensions.update.enabled", false);
user_pref("extensions.getAddons.cache.enabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("services.settings.server", "data:,#remote-settings-dummy/v1");
user_pref("toolkit.telemetry.server", "");
"""
BROWSERS_OF_WEBKIT = "/usr/lib/*/webkit2gtk-4.1/MiniBrowser"
START = 60


def missing(engine: str) -> str:
    """Return what is not installed of an engine, or an empty string."""
    needed: dict[str, list[object]] = {
        "firefox": [
            shutil.which("firefox-esr") or shutil.which("firefox"),
            shutil.which("pdftotext"),
        ],
        "webkit": [
            shutil.which("WebKitWebDriver"),
            shutil.which("Xvfb"),
            next(Path("/").glob(BROWSERS_OF_WEBKIT[1:]), None),
        ],
        "chromium": [shutil.which("chromedriver"), find(), shutil.which("pdftotext")],
    }
    packages = {
        "firefox": "firefox-esr poppler-utils",
        "webkit": "webkit2gtk-driver xvfb",
        "chromium": "chromium chromium-driver poppler-utils",
    }
    return "" if all(needed[engine]) else packages[engine]


@contextmanager
def running(engine: str) -> Iterator[EnginePage]:
    """Run an engine with an empty profile; yield its window."""
    start = {"firefox": _firefox, "webkit": _webkit, "chromium": _chromium}[engine]
    with tempfile.TemporaryDirectory() as profile, start(Path(profile)) as page:
        yield page


@contextmanager
def _firefox(profile: Path) -> Iterator[EnginePage]:
    (profile / "user.js").write_text(FIREFOX_SETTINGS, encoding="utf-8")
    program = shutil.which("firefox-esr") or shutil.which("firefox") or ""
    command = [
        program,
        "--headless",
        "--marionette",
        "--remote-allow-system-access",
        "--no-remote",
        "--profile",
        str(profile),
    ]
    with _process(command, HOME=str(profile)):
        written = profile / "MarionetteActivePort"
        _wait_for(lambda: written.exists() and bool(written.read_text("utf-8")))
        with closing(Marionette(int(written.read_text("utf-8")))) as wire:
            yield EnginePage("firefox", wire, wire.in_browser)


@contextmanager
def _webkit(profile: Path) -> Iterator[EnginePage]:
    port, display = _free_port(), f":{90 + os.getpid() % 900}"
    program = next(Path("/").glob(BROWSERS_OF_WEBKIT[1:]))
    options = {"binary": str(program), "args": ["--automation"]}
    screen = ["Xvfb", display, "-screen", "0", "2400x1600x24", "-nolisten", "tcp"]
    home = {"DISPLAY": display, "HOME": str(profile), "XDG_RUNTIME_DIR": str(profile)}
    # The window of a process that runs as root is drawn without the processor for pictures.
    plain = {"WEBKIT_DISABLE_COMPOSITING_MODE": "1", "LIBGL_ALWAYS_SOFTWARE": "1"}
    with _process(screen), _process(["WebKitWebDriver", f"--port={port}"], **home, **plain):
        _wait_for(lambda: _listens(port))
        yield EnginePage("webkit", Http(port, {"webkitgtk:browserOptions": options}))


@contextmanager
def _chromium(profile: Path) -> Iterator[EnginePage]:
    port = _free_port()
    flags = ["--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
    options = {"binary": find(), "args": flags}
    with _process(["chromedriver", f"--port={port}"]):
        _wait_for(lambda: _listens(port))
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "WARNING"}}
        yield EnginePage("chromium", Http(port, wanted))


@contextmanager
def _process(command: list[str], **environment: str) -> Iterator[None]:
    quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, env=os.environ | environment, **quiet) as process:
        try:
            yield
        finally:
            process.terminate()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _listens(port: int) -> bool:
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) == 0


def _wait_for(is_ready: Any) -> None:  # noqa: ANN401
    end = time.monotonic() + START
    while not is_ready():
        assert time.monotonic() < end, "the engine did not start"
        time.sleep(0.1)
