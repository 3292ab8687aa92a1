"""The page of a place answers who says so: marks by month, contradictions first, what was said."""

from itertools import combinations

import pytest
from playwright.sync_api import Page, expect

from annotated.site.guide_index import GuideIndex
from conftest import Open
from shared_pages import Look

IDS = "all => all.map((one) => one.id)"
PLACE, ID = "places/mayedin.html", "mayedin"


def headings(page: Page) -> list[str]:
    """Return the headings of the sections of a page."""
    return [str(heading) for heading in page.locator(".md-content h2").evaluate_all(IDS)]


def test_every_statement_that_names_a_place_has_one_mark(look: Look, index: GuideIndex) -> None:
    page = look(PLACE)
    hrefs = page.locator(".lane a").evaluate_all("all => all.map((one) => one.hash.slice(1))")

    assert sorted(hrefs) == sorted(part.id for part in index.attestations[ID])
    assert len(hrefs) > 10


def test_the_months_of_a_lane_are_in_order_and_those_without_one_last(look: Look) -> None:
    rows = look(PLACE).locator(".lane .when").all_text_contents()

    assert rows[-1] == "no month told"
    assert "October 2017" in rows
    assert rows.index("September 2017") < rows.index("October 2017")
    assert len(rows) == len({*rows})


def test_a_mark_tells_who_speaks_and_leads_there_with_the_lens_on(open_page: Open) -> None:
    page = open_page(PLACE)
    mark = page.locator(".lane .official, .lane .other").first
    name = mark.get_attribute("aria-label") or ""
    assert "said by" in name
    id_ = mark.evaluate("one => one.hash")

    mark.click()

    expect(page.locator(id_)).to_be_in_viewport()
    expect(page.locator("html")).to_have_attribute("data-lens", "who")


def test_what_does_not_fit_stands_before_the_text(look: Look) -> None:
    ids = headings(look(PLACE))

    assert ids.index("remarks") < ids.index("in-words") < ids.index("who-says-so")


def test_interviews_and_reports_are_no_happenings(look: Look, index: GuideIndex) -> None:
    page = look(PLACE)
    lists = page.locator(".md-content h2#events ~ ul")
    happened, said = (
        lists.nth(number).locator("a").evaluate_all("all => all.map(one => one.dataset.entity)")
        for number in range(2)
    )
    kinds = {event.id: event.kind for event in index.events_of[ID]}

    assert happened
    assert said
    assert not {"interview", "report"} & {kinds[id_] for id_ in happened}
    assert {*happened, *said} == kinds.keys()


NAMES = """texts => texts.map(text => {
  const line = text.getBoundingClientRect(); // which has room above and below its letters
  const [top, bottom] = [line.top + line.height / 6, line.bottom - line.height / 6];
  const box = { left: line.left, right: line.right, top, bottom };
  const map = text.closest(".locator").getBoundingClientRect();
  const isWithin = box.left >= map.left && box.right <= map.right
    && box.top >= map.top && box.bottom <= map.bottom;
  return [text.textContent, box.left, box.top, box.right, box.bottom, line.height, isWithin];
})"""


def overlap(one: list[float], other: list[float]) -> bool:
    """Tell whether two boxes, each left, top, right and bottom, share a part."""
    return all(max(one[n], other[n]) < min(one[n + 2], other[n + 2]) for n in (0, 1))


@pytest.mark.parametrize("width", [360, 1280])
def test_a_locator_names_its_place_a_neighbour_and_the_country(look: Look, width: int) -> None:
    names = {"mayedin": "Mayedin", "rutbah": "Rutbah", "al-qaim": "al-Qa’im", "mosul": "Mosul"}
    for id_, name in names.items():
        drawn = (
            look(f"places/{id_}.html", width).locator(".lead > .locator text").evaluate_all(NAMES)
        )

        assert drawn[0][0] == name
        assert {text for text, *_ in drawn} & {"IRAQ", "SYRIA"}
        assert 3 <= len(drawn) <= 5
        assert all(height >= 10 and within for *_, height, within in drawn)
        boxes = [box for _, *box, _, _ in drawn]
        assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)], id_


@pytest.mark.parametrize("width", [360, 1280])
def test_marks_can_be_pressed_with_a_finger(look: Look, width: int) -> None:
    boxes = (
        look(PLACE, width=width)
        .locator(".lane a")
        .evaluate_all(
            "all => all.map(one => one.getBoundingClientRect()).map(box => [box.width, box.height])"
        )
    )

    assert boxes
    assert all(min(box) >= 23.9 for box in boxes)
