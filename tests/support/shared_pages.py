"""Pages that tests share: each is loaded once, looked at by many, and left as it was."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from by_hand import at_rest
from conftest import watch
from pages import KINDS_OF_PAGE

Look = Callable[..., Page]
AT_ONCE = 6
# A page may do at its load what depends on its width, so each is loaded at both.
PHONE, DESK = 360, 1280
NARROW = 960
PLAIN = {
    "media": "null", "color_scheme": "light", "contrast": "no-preference",
    "forced_colors": "none", "reduced_motion": "no-preference",
}  # fmt: skip
# The width, and what is asked of the media, in the same order and words.
SHOWN = """() => {
  const asked = (query, yes, no) => (matchMedia(query).matches ? yes : no);
  return [
    innerWidth,
    asked("print", "print", "null"),
    asked("(prefers-color-scheme: dark)", "dark", "light"),
    asked("(prefers-contrast: more)", "more", "no-preference"),
    asked("(forced-colors: active)", "active", "none"),
    asked("(prefers-reduced-motion: reduce)", "reduce", "no-preference"),
  ];
}"""
HAS_SCHEME = """async () => {
  const { matches } = matchMedia("(prefers-color-scheme: dark)");
  const isThere = () =>
    document.documentElement.dataset.mdColorScheme === (matches ? "slate" : "default");
  for (const end = performance.now() + 20000; !isThere() && performance.now() < end; )
    await new Promise(requestAnimationFrame);
  return isThere();
}"""
# What a test could have changed: the others would see it.
STATE = """() => {
  const all = (which) => [...document.querySelectorAll(which)];
  const { tagName, id } = document.activeElement;
  const { mdColorScheme, ...chosen } = document.documentElement.dataset;
  return {
    address: location.href,
    place: [scrollX, scrollY],
    focus: [tagName, id],
    kept: { ...localStorage },
    choices: [document.documentElement.className, chosen],
    fields: all("input, select, textarea").map((one) => [one.value, one.checked]),
    open: all("[open], :popover-open").length,
    text: all("article :is(p, li, tr, h2, h3, summary)").length,
  };
}"""


class SharedPage:
    """A page that is loaded, with what it has complained about since."""

    def __init__(
        self, site: Path, chromium: Browser, path: str, width: int, *, scripts: bool
    ) -> None:
        self.path = path
        self.complaints: list[str] = []
        self.context = chromium.new_context(
            viewport={"width": width, "height": 800}, offline=True, java_script_enabled=scripts
        )
        self.page = self.context.new_page()
        watch(self.page, site, self.complaints)
        self.page.goto((site / path).as_uri())
        self.state = self.page.evaluate(STATE)

    def faults(self) -> list[str]:
        """Return what the page complains of, and which parts of its state were changed."""
        now = self.page.evaluate(STATE)
        changed = [name for name, was in self.state.items() if now[name] != was]
        told = f"{self.path}: {', '.join(changed)} changed, where others look on: use open_page"
        return [*self.complaints, *([told] if changed else [])]


def show(page: Page, width: int, **media: str) -> None:
    """Show a page at a width, in a scheme or with what else a reader asks of the media."""
    asked = PLAIN | media
    if page.evaluate(SHOWN) != [width, *asked.values()]:
        page.emulate_media(**asked)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 800})
        # A script brings the scheme, and colours fade into others.
        assert page.evaluate(HAS_SCHEME), "the page has not followed the scheme of the machine"
    at_rest(page)


@pytest.fixture(scope="session")
def shared() -> dict[object, SharedPage]:
    """Return the pages that are loaded, those looked at last at the end."""
    return {}


@pytest.fixture
def look(site: Path, chromium: Browser, shared: dict[object, SharedPage]) -> Iterator[Look]:
    """Return a function that shows a page of the site which others look at too.

    A test may change its width and its media, such as the scheme, and nothing else: what it has
    changed fails it, as do what the console reports and every request that leaves the folder.
    """
    seen: dict[object, SharedPage] = {}

    def look_at(path: str, width: int = DESK, *, scripts: bool = True, **media: str) -> Page:
        at = PHONE if width < NARROW else DESK
        key = (path, at, scripts)
        if key not in seen:
            found = shared.pop(key) if key in shared else None
            seen[key] = found or SharedPage(site, chromium, path, at, scripts=scripts)
        page = seen[key].page
        if scripts:
            show(page, width, **media)
        else:
            page.set_viewport_size({"width": width, "height": 800})
        return page

    yield look_at
    faults = {key: kept.faults() for key, kept in seen.items()}
    shared |= {key: kept for key, kept in seen.items() if not faults[key]}
    spoilt = [kept for key, kept in seen.items() if faults[key]]
    for kept in [*spoilt, *[shared.pop(key) for key in [*shared][:-AT_ONCE]]]:
        kept.context.close()
    assert [fault for found in faults.values() for fault in found] == []


@pytest.fixture(scope="session", params=KINDS_OF_PAGE)
def kind(request: pytest.FixtureRequest) -> str:
    """Return a page of each kind; whatever looks at it comes one after the other."""
    return str(request.param)
