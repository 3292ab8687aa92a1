"""Sheets of a page stand in its head."""

from annotated.mkdocs_host import page_sheets

SHEET = '<link rel="stylesheet" href="assets/front.css">'
LATE = '<link rel="stylesheet" href="assets/late.css">'
PAGE = "<head>{head}</head><body><article><div hidden>{first}</div><h1>Title</h1>{later}</article>"


def test_what_is_named_before_the_title_goes_to_the_head() -> None:
    script = '<script src="assets/front.js" defer></script>'
    later = f"<div hidden>{LATE}</div>"

    moved = page_sheets.to_head(PAGE.format(head="", first=SHEET + script, later=later))

    assert moved == PAGE.format(head=SHEET, first=script, later=later)


def test_a_page_without_sheets_of_its_own_stays_as_it_is() -> None:
    page = PAGE.format(head="", first="", later=f"<div hidden>{LATE}</div>")

    assert page_sheets.to_head(page) == page
