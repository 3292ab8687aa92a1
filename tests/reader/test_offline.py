"""Who asks for it can read on without a connection, sees that it is so, and can undo it."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from annotated.exports import service_worker
from conftest import ROOT, Open, change
from hosting import hosted
from searching import search

SAVE = "Save for reading offline"
SAVED = "Saved for reading offline"
NEWER = "A newer version of this guide is here"
CACHES = "caches.keys()"
WORKERS = "navigator.serviceWorker.getRegistrations().then(all => all.length)"


def visit(open_page: Open, address: str) -> Page:
    """Open a page in a new browser, with a connection."""
    page = open_page("")
    page.goto(address)
    return page


def state(page: Page, words: str) -> None:
    """Wait until the foot of the page says so."""
    expect(page.locator(".at-hand")).to_contain_text(words, timeout=60_000)


def save(page: Page) -> None:
    """Ask for the guide to be saved, and wait until it is."""
    page.locator(".at-hand").get_by_role("button", name=SAVE).click()
    state(page, SAVED)


# Those that are read here; one test saves the whole site.
PAGES = ("index.html", "about/index.html", "chapters/index.html")


@pytest.fixture(scope="module")
def small(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the built site with a few of its pages, which is saved soon."""
    folder = Path(shutil.copytree(site, tmp_path_factory.mktemp("small") / "site"))
    for page in folder.rglob("*.html"):
        if page.relative_to(folder).as_posix() not in PAGES:
            page.unlink()
    service_worker.write(folder)
    return folder


@pytest.fixture
def changing(small: Path, tmp_path: Path) -> Path:
    """Return a copy of the few pages, to change."""
    return Path(shutil.copytree(small, tmp_path / "site"))


def test_nothing_is_saved_before_a_reader_asks(open_page: Open, site: Path) -> None:
    with hosted(site) as host:
        page = visit(open_page, f"{host}/about/index.html")
        for path in ("index.html", "places/index.html", "index.html"):
            page.goto(f"{host}/{path}")
            expect(page.get_by_role("button", name=SAVE)).to_be_visible()

        assert page.evaluate(WORKERS) == 0
        assert page.evaluate(CACHES) == []


def test_once_saved_all_can_be_read_without_a_connection(open_page: Open, site: Path) -> None:
    with hosted(site) as host:
        page = visit(open_page, f"{host}/places/mosul.html")
        save(page)
    page.context.set_offline(True)

    for path in ("chapters/04-post-caliphate-strategy.html", "map/", "glossary/index.html?h=a"):
        page.goto(f"{host}/{path}")
        expect(page.locator("h1").first).to_be_visible()
        state(page, SAVED)
    page.locator(".doors").get_by_role("link", name="Look up").click()
    assert page.url.endswith("glossary/index.html")
    assert any(url.endswith("places/mayedin.html") for url in search(page, "Mayadin"))


def test_what_was_saved_is_removed_for_good_until_it_is_asked_for(
    open_page: Open, small: Path
) -> None:
    with hosted(small) as host:
        page = visit(open_page, f"{host}/about/index.html")
        save(page)
        foot = page.locator(".at-hand")
        foot.get_by_role("button", name="Remove").focus()
        page.keyboard.press("Enter")
        state(page, "Removed from this browser")
        assert page.evaluate(CACHES) == []
        assert page.evaluate(WORKERS) == 0

        page.goto(f"{host}/index.html")
        button = foot.get_by_role("button", name="Save for reading offline")
        expect(button).to_be_visible()
        assert foot.get_by_role("status").inner_text() == ""
        assert page.evaluate(WORKERS) == 0

        button.click()
        state(page, SAVED)
        page.goto(f"{host}/about/index.html")
        foot.get_by_role("button", name="Remove").click()
        button.click()
        state(page, SAVED)
    page.goto(f"{host}/chapters/index.html")
    expect(page.locator("h1").first).to_be_visible()


def release(site: Path, words: str) -> None:
    """Publish another version of a site, in which two pages begin with `words`."""
    for path in ("index.html", "about/index.html"):
        change(site / path, "<h1", f"<p>{words}</p><h1")
    service_worker.write(site)


def test_a_newer_version_is_told_and_one_press_brings_it_to_every_page(
    open_page: Open, changing: Path
) -> None:
    with hosted(changing) as host:
        page = visit(open_page, f"{host}/index.html")
        save(page)
        before = page.evaluate(CACHES)
        other = page.context.new_page()
        other.goto(f"{host}/about/index.html")
        release(changing, "Newly written")

        page.goto(f"{host}/index.html")
        state(page, NEWER)
        expect(page.get_by_text("Newly written")).to_have_count(0)
        page.get_by_role("button", name="Read it").click()

        expect(page.get_by_text("Newly written")).to_be_visible()
        expect(other.get_by_text("Newly written")).to_be_visible()
    page.goto(f"{host}/about/index.html")
    expect(page.get_by_text("Newly written")).to_be_visible()
    until(page, f"{CACHES}.then(names => names.length === 1)")
    assert page.evaluate(CACHES) != before


def test_a_file_that_was_changed_in_the_browser_is_not_shown(open_page: Open, small: Path) -> None:
    with hosted(small) as host:
        page = visit(open_page, f"{host}/index.html")
        save(page)
        page.evaluate(
            """async (address) => {
              const [name] = await caches.keys();
              const headers = {"Content-Type": "text/html"};
              const page = new Response("<h1>Poisoned</h1>", {headers});
              await (await caches.open(name)).put(address, page);
            }""",
            f"{host}/about/index.html",
        )

        page.goto(f"{host}/about/index.html")

        expect(page.locator("h1")).not_to_have_text("Poisoned")
        state(page, SAVED)
    page.reload()
    expect(page.locator("h1").first).to_be_visible()


def test_what_is_saved_is_given_up_where_it_is_no_longer_whole(
    open_page: Open, changing: Path
) -> None:
    with hosted(changing) as host:
        page = visit(open_page, f"{host}/index.html")
        save(page)
        page.evaluate(
            """async (address) => {
              const [name] = await caches.keys();
              await (await caches.open(name)).delete(address);
            }""",
            f"{host}/about/index.html",
        )
        change(changing / "about" / "index.html", "<h1", "<p>Of another build</p><h1")

        page.goto(f"{host}/about/index.html")
        page.goto(f"{host}/about/index.html")

        expect(page.get_by_text("Of another build")).to_be_visible()
        expect(page.get_by_role("button", name=SAVE)).to_be_visible()
        assert page.evaluate(CACHES) == []


def test_a_site_that_has_withdrawn_its_worker_is_read_as_it_is(
    open_page: Open, changing: Path
) -> None:
    with hosted(changing) as host:
        page = visit(open_page, f"{host}/index.html")
        save(page)
        release(changing, "Newly written")
        (changing / service_worker.WORKER).unlink()

        page.goto(f"{host}/index.html")
        state(page, "No longer saved")
        page.reload()

        expect(page.get_by_text("Newly written")).to_be_visible()
        assert page.evaluate(WORKERS) == 0


def documented_script() -> str:
    """Return the lines by which a site withdraws what readers have saved, for maintainers."""
    text = (ROOT / "docs" / "about" / "maintaining.md").read_text(encoding="utf-8")
    chapter = text.partition("\n## A site that moves, or is withdrawn\n")[2].partition("\n## ")[0]
    return chapter.split("\n```\n")[1]


def test_a_host_that_answers_everything_withdraws_by_the_documented_script(
    open_page: Open, changing: Path
) -> None:
    with hosted(changing) as host:
        page = visit(open_page, f"{host}/index.html")
        save(page)
        page.evaluate("caches.open('of another site')")
        release(changing, "Newly written")
        (changing / service_worker.WORKER).write_text(documented_script(), encoding="utf-8")

        page.goto(f"{host}/index.html")

        expect(page.get_by_text("Newly written")).to_be_visible(timeout=60_000)
        until(page, f"{WORKERS}.then(count => count === 0)")
        assert page.evaluate(CACHES) == ["of another site"]


def until(page: Page, question: str) -> None:
    """Wait until a promise within the page answers yes."""
    for _ in range(600):
        if page.evaluate(question):
            return
        page.wait_for_timeout(100)
    pytest.fail(question)


def test_files_of_two_builds_are_never_saved_together(open_page: Open, changing: Path) -> None:
    change(changing / "about" / "index.html", "<h1", "<p>Of another build</p><h1")
    with hosted(changing) as host:
        page = visit(open_page, f"{host}/index.html")
        page.get_by_role("button", name=SAVE).click()

        state(page, "Could not be saved for reading offline")
        change(changing / "about" / "index.html", "<p>Of another build</p>", "")
        page.locator(".at-hand").get_by_role("button", name="Try again").click()
        state(page, SAVED)


def test_read_from_a_disk_nothing_is_saved_and_nothing_said(open_page: Open) -> None:
    page = open_page("index.html")
    page.wait_for_load_state("networkidle")

    assert page.locator(".at-hand").inner_html().strip() == ""
