"""Who came once can read on without a connection, sees that it is so, and can undo it."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from annotated.exports import service_worker
from conftest import Open, change
from hosting import hosted
from searching import search

SAVED = "Saved for reading offline"
CACHES = "caches.keys()"
WORKERS = "navigator.serviceWorker.getRegistrations().then(all => all.length)"


def visit(open_page: Open, address: str) -> Page:
    """Open a page in a new browser, with a connection."""
    page = open_page("index.html")
    page.context.set_offline(False)
    page.goto(address)
    return page


def state(page: Page, words: str) -> None:
    """Wait until the foot of the page says so."""
    expect(page.locator(".at-hand")).to_contain_text(words, timeout=60_000)


def test_after_one_visit_all_can_be_read_without_a_connection(open_page: Open, site: Path) -> None:
    with hosted(site) as host:
        page = visit(open_page, f"{host}/places/mosul.html")
        state(page, SAVED)
    page.context.set_offline(True)

    for path in ("chapters/04-post-caliphate-strategy.html", "map/", "glossary/index.html?h=a"):
        page.goto(f"{host}/{path}")
        expect(page.locator("h1").first).to_be_visible()
        state(page, SAVED)
    page.locator(".md-tabs").get_by_role("link", name="Places").click()
    assert page.url.endswith("places/index.html")
    assert any(one.endswith("places/mayedin.html") for one in search(page, "Mayadin"))


def test_what_was_saved_is_removed_for_good_until_it_is_asked_for(
    open_page: Open, site: Path
) -> None:
    with hosted(site) as host:
        page = visit(open_page, f"{host}/about/index.html")
        state(page, SAVED)
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


@pytest.fixture
def changing(site: Path, tmp_path: Path) -> Path:
    """Return a copy of the built site, to change."""
    return Path(shutil.copytree(site, tmp_path / "site"))


def test_a_changed_site_takes_the_place_of_the_saved_one_whole(
    open_page: Open, changing: Path
) -> None:
    with hosted(changing) as host:
        page = visit(open_page, f"{host}/index.html")
        state(page, SAVED)
        context, before = page.context, page.evaluate(CACHES)
        for path in ("index.html", "about/index.html"):
            change(changing / path, "<h1", "<p>Newly written</p><h1")
        service_worker.write(changing)

        page.goto(f"{host}/about/index.html")
        expect(page.get_by_text("Newly written")).to_have_count(0)
        waiting = "navigator.serviceWorker.getRegistration().then(one => Boolean(one.waiting))"
        until(page, waiting)
        page.close()
        page = context.new_page()
        page.goto(f"{host}/index.html")
    page.goto(f"{host}/about/index.html")

    expect(page.get_by_text("Newly written")).to_be_visible()
    until(page, f"{CACHES}.then(names => names.length === 1)")
    assert page.evaluate(CACHES) != before


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

        state(page, "Could not be saved for reading offline")
        change(changing / "about" / "index.html", "<p>Of another build</p>", "")
        page.locator(".at-hand").get_by_role("button", name="Try again").click()
        state(page, SAVED)


def test_who_saves_data_is_asked_first(open_page: Open, served: str) -> None:
    page = open_page("index.html")
    page.context.set_offline(False)
    page.add_init_script(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    )
    page.goto(f"{served}/index.html")

    expect(page.get_by_role("button", name="Save for reading offline")).to_be_visible()
    assert page.evaluate(WORKERS) == 0


def test_read_from_a_disk_nothing_is_saved_and_nothing_said(open_page: Open) -> None:
    page = open_page("index.html")
    page.wait_for_load_state("networkidle")

    assert page.locator(".at-hand").inner_html().strip() == ""
