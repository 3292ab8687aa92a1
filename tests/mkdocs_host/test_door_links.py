"""Doors: what templates ask of the navigation; no page lists more of a guide than is near."""

from pathlib import Path
from string import ascii_lowercase

import jinja2
import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from annotated.mkdocs_host import template_urls
from annotated.mkdocs_host.doors import IN_ROW, NEARBY, ON_SHEET, Doors

LIST = "{% for door in doors.items %}{{ doors.listed(door) }}{% endfor %}"


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    (tmp_path / "docs").mkdir()
    path = tmp_path / "mkdocs.yml"
    path.write_text("site_name: Small\nuse_directory_urls: false\n", encoding="utf-8")
    return load_config(str(path))


def navigation(config: MkDocsConfig, paths: list[str]) -> Navigation:
    files = Files(
        [File(path, config.docs_dir, config.site_dir, use_directory_urls=False) for path in paths]
    )
    for file in files:
        file.content_string = f"# Page of {file.src_uri}\n"
    found = get_navigation(files, config)
    for page in found.pages:
        page.read_source(config)
    return found


def listed(doors: Doors, page: Page | None) -> str:
    environment = jinja2.Environment()  # noqa: S701 - as the theme has it
    environment.filters["url"] = jinja2.pass_context(
        lambda context, url: f"{context['page'].url}>{url}" if context["page"] else url
    )
    template_urls.keep(environment)
    return environment.from_string(LIST).render(doors=doors, page=page, base_url="")


def page_at(nav: Navigation, path: str) -> Page:
    return next(page for page in nav.pages if page.file.src_uri == path)


def test_the_front_page_is_no_door(config: MkDocsConfig) -> None:
    doors = Doors(navigation(config, ["index.md", "a/x.md", "b/y.md"]), ["B"])

    assert [door.title for door in doors.items] == ["A", "B"]
    assert [door.title for door in doors.at_head] == ["A"]
    assert [door.title for door in doors.below] == ["B"]


def test_a_page_stands_behind_the_doors_of_its_folder(config: MkDocsConfig) -> None:
    nav = navigation(config, ["index.md", "a/x.md", "b/y.md"])
    doors = Doors(nav, [])

    assert [door.title for door in doors.of(page_at(nav, "b/y.md"))] == ["B"]
    assert doors.of(page_at(nav, "index.md")) == []
    assert doors.of(None) == []


def test_each_page_of_a_folder_is_marked_on_its_own_list(config: MkDocsConfig) -> None:
    nav = navigation(config, ["a/x.md", "a/y.md"])
    doors = Doors(nav, [])

    for path in ("a/x.md", "a/y.md", "a/x.md"):
        page = page_at(nav, path)
        (line,) = (line for line in listed(doors, page).split("\n") if "aria-current" in line)
        assert page.url in line
    assert "aria-current" not in listed(doors, None)


def test_no_page_lists_a_large_guide(config: MkDocsConfig) -> None:
    paths = [f"{letter}/{number:03}.md" for letter in "ab" for number in range(ON_SHEET)]
    nav = navigation(config, paths)
    doors = Doors(nav, [])
    page = page_at(nav, "a/150.md")

    near = [
        child.file.src_uri for child, _ in doors.items[0].nearby(page) if isinstance(child, Page)
    ]
    assert len(near) == NEARBY
    assert "a/150.md" in near
    assert listed(doors, page).count("<li>") == len(doors.items)


def test_the_ends_of_a_door_have_as_many_near(config: MkDocsConfig) -> None:
    nav = navigation(config, [f"a/{number:03}.md" for number in range(200)])
    (door,) = Doors(nav, []).items

    for path in ("a/000.md", "a/199.md"):
        near = [child for child, _ in door.nearby(page_at(nav, path))]
        assert len(near) == NEARBY
        assert page_at(nav, path) in near


def test_of_more_doors_than_fit_the_head_has_the_one_behind_a_page(config: MkDocsConfig) -> None:
    few = [f"{letter}/x.md" for letter in ascii_lowercase[:IN_ROW]]
    nav = navigation(config, few)
    assert len(Doors(nav, []).in_row(page_at(nav, "b/x.md"))) == IN_ROW

    nav = navigation(config, [*few, "z/x.md"])
    doors = Doors(nav, [])

    assert [door.title for door in doors.in_row(page_at(nav, "b/x.md"))] == ["B"]
    assert doors.in_row(None) == []
    assert not doors.fit
