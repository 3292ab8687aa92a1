"""Check of the content: the steps of a build up to every generated page, without a template.

What it accepts can be built. Whatever fails is a problem that names a file and a line.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePosixPath
from posixpath import normpath

import yaml

from annotated.authoring.cross_checks import ENTITY_LINK
from annotated.content import (
    catalogue,
    conflict_markers,
    front_matter,
    search_words,
    site_config,
    source_files,
    unread_names,
)
from annotated.content.site_config import PATH as CONFIG
from annotated.content.site_config import SiteConfig
from annotated.core import consequences, packed_files
from annotated.core.build_cache import BuildCache
from annotated.core.disk_cache import DiskCache
from annotated.core.problems import Problem, did_you_mean
from annotated.evidence import citations
from annotated.model.kinds import KINDS
from annotated.safety import input_check
from annotated.site import reading
from annotated.site.build import Build
from annotated.site.guide_index import DOCS, GuideIndex
from annotated.site.rendering import RenderedPage, Renderer, render
from annotated.site.site_settings import SiteSettings
from annotated.site.urls import url_of_page

# Results of steps, from one check to the next.
CACHE = ".build/cache"


def run(root: Path) -> list[Problem]:
    """Return all problems of the project in the folder `root`, sorted."""
    docs = root / DOCS
    assets = [path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file()]
    cache = DiskCache(root / CACHE, "check")
    config = (root / CONFIG).read_text(encoding="utf-8")
    found = problems(source_files.texts(root), config, assets, cache)
    cache.save()
    return found


def problems(
    texts: Mapping[str, str],
    config: str,
    assets: Collection[str] = (),
    build_cache: BuildCache | None = None,
) -> list[Problem]:
    """Return all problems of a project given as path to text, the causes first.

    `config` is the text of `mkdocs.yml`, `assets` are the paths of all files below `docs/`. A file
    that is not safe, or of two versions, is not read: its own problems are told, with the number of
    those that follow from its absence, and all problems of the other files.
    """
    cache = build_cache or BuildCache()
    unreadable = unreadable_files(texts, cache)
    unread = {problem.path for problem in unreadable}
    texts = {path: text for path, text in texts.items() if path not in unread}
    try:
        settings = site_config.read(config)
        index, found = reading.read(texts, {}, cache, unread)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        failure = _failure(CONFIG, line, "reading the configuration", ValueError(error.problem))
        return [*unreadable, failure]
    except Exception as error:  # noqa: BLE001 - whatever it is, some file brings it about
        path = _first_failing(texts, lambda some: reading.read(some, {}, BuildCache(), unread))
        return [*unreadable, _failure(path, 1, "reading the files up to this", error)]
    check = Check(index, settings, {*assets, *(path.removeprefix(DOCS) for path in unread)})
    check.run()
    faulty = {problem.path for problem in found if not problem.for_editor}
    return consequences.fold(
        [*unreadable, *found]
        + [problem for problem in check.problems if not _follows(problem, faulty)]
    )


def _follows(problem: Problem, faulty: Collection[str]) -> bool:
    """Tell whether a problem of the HTML, which has no line, follows from one of `faulty` files."""
    of_html = problem.code == "markup-not-allowed" or "'#fnref:" in problem.message
    return of_html and problem.path in faulty


def unreadable_files(
    texts: Mapping[str, str], build_cache: BuildCache | None = None
) -> list[Problem]:
    """Return the problems for which a file must not be read, sorted; `texts` is path to text."""
    conflicts = [found for file in texts.items() for found in conflict_markers.check(*file)]
    return [
        replace(problem, hides=unread_names.hidden_names(problem.path, texts[problem.path]))
        for problem in sorted({*conflicts, *input_check.check(texts, build_cache)})
    ]


def _failure(path: str, line: int, step: str, error: Exception) -> Problem:
    """Return the problem that a step failed on a file."""
    reason = " ".join(f"{type(error).__name__}: {error}".split())
    message = f"{step} fails: {reason}. Undo the last change, or tell a maintainer."
    return Problem(path, line, message, "step-failed", misses="step")


def _first_failing(texts: Mapping[str, str], attempt: Callable[[Mapping[str, str]], object]) -> str:
    """Return the path of the file with which `attempt` begins to fail, by bisection.

    It is called with ever more files, in order, and fails with all of them.
    """
    paths = sorted(texts)
    passes, fails = 0, len(paths)
    while fails - passes > 1:
        count = (passes + fails) // 2
        try:
            attempt({path: texts[path] for path in paths[:count]})
        except Exception:  # noqa: BLE001 - see above
            fails = count
        else:
            passes = count
    return paths[fails - 1]


def _call(text: Callable[[], str], _path: str) -> str:
    return text()


@dataclass
class Check:
    """A build of all pages without their templates; `problems` are those found in it."""

    index: GuideIndex
    config: SiteConfig
    assets: Collection[str]
    problems: list[Problem] = field(default_factory=list)
    rendered: dict[str, RenderedPage] = field(default_factory=dict)

    def __post_init__(self) -> None:
        paths = [path.removeprefix(DOCS) for path in self.index.texts if path.startswith(DOCS)]
        self.pages = [
            path for path in paths if path.endswith(".md") and path not in self.index.entries
        ]
        urls = {path: url_of_page(path) for path in self.pages}
        self.build = Build(self.index, SiteSettings("", "", urls))
        generated = [path for path, _ in self.build.generated_files()]
        self.renderer = Renderer(
            self.config,
            self.index.entries,
            {path.removesuffix(packed_files.SUFFIX): path for path in (*self.assets, *generated)}
            | urls,
        )

    def run(self) -> None:
        """Take every step of a build, and collect the problems."""
        for path in self.pages:
            self._attempt(path, "generating and linking this page", self._link)
        for path in self.rendered:
            self._attempt(path, "filling in this page", self.build.fill)
        for path, text in self.build.generated_files():
            self._attempt(path, "generating this file", partial(_call, text))
        self.problems += [*self.build.problems, *self._missing_lists()]
        self.problems += [*self._broken_links(), *self._navigation()]
        ids = {path: page.ids for path, page in self.rendered.items()}
        words = self.index.guide.search_words
        self.problems += search_words.unknown_pages(words, self.pages, ids)

    def _attempt(self, path: str, step: str, take: Callable[[str], object]) -> None:
        try:
            take(path)
        except Exception as error:  # noqa: BLE001 - each is a problem of its page
            self.problems.append(_failure(f"{DOCS}{path}", 1, step, error))

    def _link(self, path: str) -> None:
        markdown = citations.replace(self.build.generate(path), self.index.guide.sources.keys())
        page = self.index.build_cache.run(render, markdown, path, self.renderer)
        self.build.link(path, page.html, self._title(path, page))
        self.rendered[path] = page

    def _title(self, path: str, page: RenderedPage) -> str:
        """Return the title as the generator finds it: in the navigation, the file, its heading."""
        head, _ = front_matter.read(path, self.index.texts[f"{DOCS}{path}"])
        own = head.fields.get("name" if catalogue.is_entity(f"{DOCS}{path}") else "title")
        typed = self.config.nav.get(path) or str(own or "") or page.heading
        return typed or PurePosixPath(path).stem.replace("-", " ").capitalize()

    def _broken_links(self) -> Iterator[Problem]:
        for path, page in self.rendered.items():
            # A link to the file of an unknown entity is reported by the cross-checks.
            for link in [link for link in page.broken if not ENTITY_LINK.match(f"]({link})")]:
                target = link.partition("#")[0]
                near = did_you_mean(target, [f"../{name}" for name in self.renderer.urls])
                message = f"the link to '{link}' leads to no file.{near}"
                missed = normpath(PurePosixPath(path).parent / target)
                yield replace(self._at_link(path, link, message), misses=f"page {missed}")
            for link, (target, fragment) in page.targets.items():
                ids = self.rendered[target].ids if target in self.rendered else {fragment}
                if fragment not in ids:
                    message = f"the link to '{link}' leads to no heading or paragraph."
                    yield self._at_link(path, link, message + did_you_mean(fragment, ids))

    def _at_link(self, page: str, link: str, message: str) -> Problem:
        """Return a problem where a link of a page is typed: there, in an entry, in a note."""
        own = f"{DOCS}{page}"
        for path in (own, *self.index.texts):
            at = self.index.texts[path].find(f"({link}")
            if at >= 0:
                line = self.index.texts[path].count("\n", 0, at) + 1
                return Problem(path, line, message, "link-broken")
        return Problem(own, 1, message, "link-broken")

    def _missing_lists(self) -> Iterator[Problem]:
        """Yield a problem for each kind that has entries, and no page that lists them."""
        for kind in KINDS:
            path = f"{kind.folder}/index.md"
            entries = (name for name in self.index.texts if catalogue.is_entity(name))
            has_entries = any(name.startswith(f"{DOCS}{kind.folder}/") for name in entries)
            if has_entries and path not in {*self.pages, *self.assets}:
                message = (
                    f"this page is missing, on which each {kind.word} is listed. Bring it back, or "
                    f"begin it anew with a heading, such as '# {kind.folder.capitalize()}'."
                )
                yield Problem(f"{DOCS}{path}", 1, message, "list-missing", hides=(f"page {path}",))

    def _navigation(self) -> Iterator[Problem]:
        nav = self.config.nav
        for path in self.pages if nav else ():
            if path in self.index.made:
                continue
            if path not in nav and not self.config.needs_no_place(path):
                message = f"the page is not in the navigation. Add it under 'nav' in {CONFIG}."
                yield Problem(f"{DOCS}{path}", 1, message, "page-not-in-navigation")
        for path in nav.keys() - {*self.pages, *self.assets}:
            if not path.startswith(("http://", "https://")):
                code = "page-not-in-navigation"
                message = f"the navigation names '{path}', which is no page. Correct or remove it."
                line = self.config.lines.get(path, 1)
                yield Problem(CONFIG, line, message, code, misses=f"page {path}")
