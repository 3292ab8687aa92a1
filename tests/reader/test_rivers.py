"""The strips of the rivers: whole at every width, and leading to who says what of a town."""

import pytest
from playwright.sync_api import expect

from conftest import Open
from pages import MAP
from shared_pages import Look


@pytest.mark.parametrize("width", [360, 1280])
def test_every_dot_of_a_river_is_whole(look: Look, width: int) -> None:
    page = look(MAP, width=width)

    cut: list[str] = page.locator(".strip ol > li").evaluate_all(
        """towns => towns.filter(town => {
          const dot = getComputedStyle(town, "::before");
          const left = town.getBoundingClientRect().left + parseFloat(dot.insetInlineStart);
          const room = town.closest("section").getBoundingClientRect();
          return left < room.left || left + parseFloat(dot.inlineSize) > room.right;
        }).map(town => town.innerText)"""
    )
    wide: list[bool] = page.locator(".strip .voices > span").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect().right > innerWidth)"
    )

    assert cut == []
    assert wide
    assert not any(wide)


def test_the_marks_of_a_town_lead_to_its_statements(open_page: Open) -> None:
    page = open_page(MAP)

    page.locator(".strip a.voices[href*='/mayedin.']").click()

    expect(page.get_by_role("heading", name="Who says so")).to_be_in_viewport()
