"""The audit: whole without a script, filtered with one, and each remark at its own address."""

from playwright.sync_api import expect

from conftest import Open
from pages import CHAPTER

AUDIT = "sources/audit.html"
SHOWN = "h3.entry:visible"


def test_without_a_script_every_remark_is_there_and_no_filter(open_page: Open) -> None:
    page = open_page(AUDIT, java_script_enabled=False)

    assert page.locator(SHOWN).count() == page.locator("h3.entry").count() > 0
    expect(page.locator(".audit-filters")).to_be_hidden()


def test_filters_leave_what_they_name_and_stand_in_the_address(open_page: Open) -> None:
    page = open_page(AUDIT)
    every = page.locator("h3.entry").count()

    page.get_by_label("Weight").select_option("argument")
    page.get_by_label("How sure").select_option("certain")

    heads = page.locator(SHOWN)
    assert 0 < heads.count() < every
    assert heads.count() == page.locator("h3.entry.argument.certain").count()
    expect(page.locator("#hits")).to_have_text(f"{heads.count()} remarks")
    assert page.url.endswith("audit.html?weight=argument&certainty=certain")
    assert page.locator("h2[id=weight-print]").is_hidden()
    page.reload()
    assert heads.count() == page.locator("h3.entry.argument.certain").count()
    page.get_by_role("button", name="Show all").click()
    expect(heads).to_have_count(every)
    assert page.url.endswith("audit.html")


def test_a_paragraph_a_source_and_a_subject_are_found(open_page: Open) -> None:
    page = open_page(AUDIT)

    page.get_by_label("Paragraph", exact=True).select_option("¶20")
    assert page.locator(SHOWN).count() == page.locator("h3.entry.p20").count() > 0
    page.get_by_label("Paragraph", exact=True).select_option("")
    page.get_by_label("Subject", exact=True).fill("MAYEDIN")
    for entry in page.locator(SHOWN).all():
        words = entry.evaluate(
            """head => {
              let [text, next] = [head.textContent, head.nextElementSibling];
              for (; next && !next.matches("h2, h3"); next = next.nextElementSibling)
                text += next.textContent;
              return text;
            }"""
        )
        assert "Mayedin" in words


def test_a_card_leads_to_the_remark_even_where_a_filter_hides_it(open_page: Open) -> None:
    page = open_page(CHAPTER)
    address = page.locator("#p20 + .beside .told a", has_text="In the audit").first
    href = (address.get_attribute("href") or "").removeprefix("../")
    file, _, anchor = href.partition("#")

    page = open_page(f"{file}#{anchor}")
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()
    page.goto(f"{page.url.partition('#')[0]}?subject=nothing-of-this#{anchor}")
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()
