"""What a reader can ask of all statements: filters, questions, addresses, a copy."""

import csv
import io
import json
import re
from collections import Counter
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from conftest import ROOT, Open
from shared_pages import Look

STATEMENTS = "claims/statements.html"
CASUALTIES = {"p25-s6", "p33-s3", "p43-s4", "p49-s6", "p49-s7", "p51-s2"}


def rows(page: Page) -> Locator:
    return page.locator(".statements tbody tr:not(.chapter):visible")


def asked(open_page: Open, query: str) -> Page:
    return open_page(f"{STATEMENTS}?{query}")


def ids(page: Page) -> list[str]:
    found = rows(page).locator("th a").evaluate_all("all => all.map(a => a.title)")
    return [str(id_) for id_ in found]


def test_the_casualties_on_the_word_of_the_group_are_two_clicks_away(open_page: Open) -> None:
    page = open_page("index.html")

    page.goto(page.url.replace("index.html", STATEMENTS))
    page.get_by_role("link", name="Which casualties rest only on the word").click()

    expect(page.locator("#hits")).to_have_text(re.compile(r"^6 of \d+ statements$"))
    assert set(ids(page)) == CASUALTIES
    assert "?theme=casualties&alone=group" in page.url


def test_filters_are_combined_counted_and_kept_in_the_address(open_page: Open) -> None:
    page = open_page(STATEMENTS)
    every = rows(page).count()

    page.get_by_label("Who says it").select_option("group")
    alone = rows(page).count()
    page.get_by_label("Notes", exact=True).select_option("none")
    both = ids(page)

    assert 0 < len(both) < alone < every
    assert page.locator("#hits").inner_text() == f"{len(both)} of {every} statements"
    assert page.url.endswith("?speaker=group&support=none")
    page.reload()
    assert ids(page) == both
    page.get_by_role("button", name="Show all").click()
    expect(rows(page)).to_have_count(every)
    assert page.url.endswith(STATEMENTS)


def test_names_are_found_in_every_spelling(open_page: Open) -> None:
    page = open_page(STATEMENTS)
    found = []
    for name in ("Mayedin", "Mayadin", "mayadeen"):
        page.get_by_label("Words or names in it").fill(name)
        found.append(ids(page))

    assert "p20-s1" in found[0]
    assert found[1] == found[2] == found[0]


def test_a_place_is_found_where_the_text_says_the_town(open_page: Open) -> None:
    page = asked(open_page, "place=rutbah")

    found = ids(page)
    assert found == sorted(found, key=lambda id_: [*map(int, re.findall(r"\d+", id_))])
    assert {f"p49-s{number}" for number in range(3, 10)} <= {*found}
    assert {"p50-s1", "p50-s2", "p50-s3", "p51-s1", "p51-s2", "p51-s4"} <= {*found}
    assert "p45-s4" not in found
    row = rows(page).filter(has=page.locator("a[title='p49-s6']"))
    expect(row.locator(".about")).to_contain_text("tells of: The raid on Rutbah")
    named = rows(page).filter(has=page.locator("a[title='p50-s1']"))
    expect(named.locator(".about:visible")).to_have_count(0)
    option = page.get_by_label("Place", exact=True).locator("option:checked").inner_text()
    assert option == f"Rutbah ({len(found)})"


def test_a_day_leaves_what_could_be_known_by_then(open_page: Open) -> None:
    page = asked(open_page, "known=2016-12-31")

    shown = ids(page)

    assert "p49-s6" in shown
    assert "p8-s1" not in shown
    assert "without a dated source are left out" in page.locator("#hits").inner_text()


def test_a_part_of_a_sentence_stands_in_the_whole_of_it(look: Look) -> None:
    page = look(STATEMENTS)
    part = page.locator("tr", has=page.locator("a[title='p9-s7']")).locator(".text")

    assert part.locator("b").inner_text().startswith("apparently to forestall")
    assert part.inner_text().startswith("Russia also announced")


def test_what_is_shown_can_be_copied_as_a_table(open_page: Open) -> None:
    page = asked(open_page, "theme=casualties&alone=group")
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")

    page.get_by_role("button", name="Copy as CSV").click()

    expect(page.locator("#hits")).to_have_text("Copied")
    table = list(csv.DictReader(io.StringIO(page.evaluate("window.copied"))))
    assert {row["id"] for row in table} == CASUALTIES
    assert {row["Who says it"] for row in table} == {"said by the Islamic State"}


def test_without_a_script_the_whole_list_is_there_by_chapter(open_page: Open) -> None:
    page = open_page(f"{STATEMENTS}?speaker=group", java_script_enabled=False)

    expect(page.locator(".asking")).to_be_hidden()
    assert page.locator(".statements tbody").count() == len(list(ROOT.glob("docs/chapters/0*.md")))
    assert rows(page).count() == len(records(ROOT))


def test_rows_are_rows_also_on_a_phone(look: Look) -> None:
    page = look(STATEMENTS)
    page.set_viewport_size({"width": 360, "height": 700})

    assert page.get_by_role("row").count() > rows(page).count()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def records(root: Path) -> list[str]:
    spans = re.compile(r"\]\{:? ?#([pn]\w+-s\d+) ")
    chapters = sorted(root.glob("docs/chapters/0*.md"))
    return [id_ for path in chapters for id_ in spans.findall(path.read_text(encoding="utf-8"))]


def test_counts_agree_on_all_pages_and_in_all_data(open_page: Open, site: Path) -> None:
    data = json.loads((site / "data" / "statements.json").read_text(encoding="utf-8"))["records"]
    page = open_page(STATEMENTS)

    assert sorted(record["id"] for record in data) == sorted(records(ROOT)) == sorted(ids(page))
    speakers = Counter(record["speaker"] for record in data)
    for speaker, count in speakers.items():
        page.get_by_label("Who says it").select_option(speaker)
        assert rows(page).count() == count
    page.goto(page.url.split("claims/")[0] + "claims/profile.html")
    for speaker in speakers:
        links = page.locator(f"a[href*='speaker={speaker}&']")
        expect(links.first).to_be_visible()
        assert sum(map(int, links.all_inner_texts())) == speakers[speaker]
        by_chapter = Counter(record["chapter"] for record in data if record["speaker"] == speaker)
        for link in links.all():
            number = re.findall(r"chapter=(\d+)", link.get_attribute("href") or "")[0]
            assert int(link.inner_text()) == by_chapter[int(number)]
