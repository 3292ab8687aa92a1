"""Files of MkDocs, adjusted: entries share a page, styles and scripts are one file each."""

import re
from collections.abc import Callable, Iterable, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from annotated.core import packed_files
from annotated.core.long_text import LongText
from annotated.mkdocs_host import theme_icons
from annotated.mkdocs_host.theme_styles import END, SHEETS
from annotated.site.build import Build
from annotated.site.guide_index import DOCS, GuideIndex

# One style sheet in place of many, those of the theme among them, and one script: a browser asks
# for each on every first visit.
# URLs in a sheet count from its folder, so only sheets of that folder may have any.
JOINED_SHEET = "assets/guide.css"
JOINED_SCRIPT = "assets/guide.js"
# The same for what only some pages show: the front page, a map, and the page of the maps.
JOINED_PARTS = {
    "assets/front/front.css": ("head", "figure", "under", "below"),
    "assets/map/drawn.css": ("sheet", "sheet-ways", "marks"),
    "assets/map/page.css": ("room", "choice", "words"),
}
# Characters that are written at once.
PIECE = 1_000_000
UNUSED = ("assets/javascripts/*", "assets/stylesheets/*.map", "assets/images/favicon.png")
# A comment that has its lines for itself: it is for who works on the file, not for who reads.
COMMENT = re.compile(r"^[ \t]*(?:/\*.*?\*/|//[^\n]*)[ \t]*\n", re.MULTILINE | re.DOTALL)
AT_END = re.compile(r"(?<=[;{,]) // [^\n\"'`]*$", re.MULTILINE)
# No text of a script goes on over lines, so that white space at the head of a line means nothing.
INDENT = re.compile(r"^\s+", re.MULTILINE)
# A line, without a comment, that has ended a statement or opened a bracket, or that the next goes
# on with.
GOES_ON = re.compile(
    r"^((?:(?!//)[^\n])*)\n(?:(?<=[;{,(\[]\n)|(?<==>\n)|(?=[.)\]}?&|:]))", re.MULTILINE
)
# In a sheet neither the end of a line says anything, nor the space behind the name of a property,
# nor, outside of quotation marks, one at a comma or `>`, nor a nought before a point.
DECLARED = re.compile(r"^([\w-]+): ", re.MULTILINE)
ENDED = re.compile(r";\n(?=\})|(?<=[;{},])\n")
IDLE = re.compile(r"""("[^"\n]*"|'[^'\n]*')|(,) | ?(>) |(?<=[\s(,:-])0(?=\.\d)""")


class MadeFile(File):
    """A file whose text is made when it is copied, once all pages are linked; nothing keeps it."""

    text: Callable[[], str]

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - of MkDocs
        """Make the text and write it into the site."""
        place = Path(self.abs_dest_path)
        place.parent.mkdir(parents=True, exist_ok=True)
        with packed_files.opened(place) as file:
            file.writelines(_pieces(self.text))
        del self.text


def _pieces(text: Callable[[], str]) -> Iterable[str]:
    """Return a text in pieces: a file that gets it at once holds it a second time, as bytes."""
    if isinstance(text, LongText):
        return text.pieces()
    whole = text()
    return (whole[start : start + PIECE] for start in range(0, len(whole), PIECE))


def sent(text: str) -> str:
    """Return a style sheet or a script as readers get it: without comments and indentation."""
    return INDENT.sub("", AT_END.sub("", COMMENT.sub("", text)))


def sent_script(text: str) -> str:
    """Return a script as readers get it: as `sent` does, and on fewer lines."""
    return GOES_ON.sub(r"\1", sent(text))


def sent_sheet(text: str) -> str:
    """Return a style sheet as readers get it: as `sent` does, and on few lines."""
    lines = DECLARED.sub(r"\1:", sent(text)).replace(" {\n", "{\n")
    return ENDED.sub("", IDLE.sub(lambda found: found[1] or found[2] or found[3] or "", lines))


SHORTENED = {".css": sent_sheet, ".js": sent_script}


def adjust_pages(files: Files, index: GuideIndex, config: MkDocsConfig) -> None:
    """Remove the files of entries, add the pages that nobody types, and give every page its text.

    That is the one which `index` was read from.

    A page of which a contributor saves another version during the build stays as it was checked.
    """
    for path in index.entries:
        if file := files.get_file_from_path(path):
            files.remove(file)
    for path in index.made:
        if not files.get_file_from_path(path):
            aside = InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, path, content="", inclusion=aside))
    for file in files.documentation_pages():
        file.content_string = index.texts[f"{DOCS}{file.src_uri}"]


def drop_unused(files: Files, config: MkDocsConfig) -> None:
    """Remove what the theme brings and no page asks for.

    That is its scripts, whose work those of the guide do, with what its search knows of other
    languages; the maps of its sources; and its own sign.
    """
    for file in [*files]:
        is_unused = any(fnmatchcase(file.src_uri, pattern) for pattern in UNUSED)
        if is_unused and file.src_dir != config.docs_dir:
            files.remove(file)


def add_generated(files: Files, build: Build, config: MkDocsConfig, *, lazy: bool) -> None:
    """Add the generated files, and join the style sheets and the scripts of the configuration.

    Where `lazy`, files of data stay empty: their text is computed when it is asked for.
    """
    texts = dict(build.generated_files())
    joined = [*config.extra_css, *map(str, config.extra_javascript)]
    at_once = {path: texts.pop(path) for path in joined if path in texts}
    for path, text in at_once.items():
        files.append(File.generated(config, path, content=text()))
    add_texts(files, texts, config, lazy=lazy)
    config.extra_css[:] = _joined(JOINED_SHEET, config.extra_css, files, config)
    _put_theme_first(JOINED_SHEET, files, config)
    for sheet, names in JOINED_PARTS.items():
        _joined(sheet, parts_of(sheet, names), files, config)
    given = {str(script): script for script in config.extra_javascript}
    config.extra_javascript[:] = [
        given.get(path) or deferred(path) for path in _joined(JOINED_SCRIPT, given, files, config)
    ]
    _shorten(files, config)


def _shorten(files: Files, config: MkDocsConfig) -> None:
    """Let the sheets and scripts that are typed, and loaded by themselves, be sent short."""
    for file in files:
        shortened = SHORTENED.get(Path(file.src_uri).suffix)
        if shortened and file.src_dir == config.docs_dir:
            file.content_string = shortened(file.content_string)


def _put_theme_first(joined: str, files: Files, config: MkDocsConfig) -> None:
    """Put the sheets of the theme and its icons at the head of ours, and remove the files."""
    if joined not in config.extra_css:
        files.append(File.generated(config, joined, content=""))
        config.extra_css.insert(0, joined)
    own = files.src_uris[joined]
    sheets = [file for sheet in SHEETS for file in files if fnmatchcase(file.src_uri, sheet)]
    for sheet in sheets:
        files.remove(sheet)
    texts = [*(sheet.content_string for sheet in sheets), theme_icons.css(config.theme)]
    own.content_string = "\n".join([*texts, END + own.content_string])


def deferred(path: str) -> ExtraScriptValue:
    """Return a script that waits for the page."""
    script = ExtraScriptValue(path)
    script.defer = True
    return script


def parts_of(sheet: str, names: Iterable[str]) -> list[str]:
    """Return the paths of the parts of a joined sheet, which stand beside it."""
    return [f"{sheet.rpartition('/')[0]}/{name}.css" for name in names]


def add_texts(
    files: Files, texts: Mapping[str, Callable[[], str]], config: MkDocsConfig, *, lazy: bool
) -> None:
    """Add a file for each path, with the text that its function returns, or none where `lazy`.

    One in Markdown would become a page, unless its source is called otherwise. One that is packed
    is linked by its name without the suffix for that.
    """
    for path, text in texts.items():
        source = f"{path}.txt" if path.endswith(".md") else path.removesuffix(packed_files.SUFFIX)
        made = File if lazy else MadeFile
        file = made.generated(config, source, content="")
        file.dest_uri = path
        if isinstance(file, MadeFile):
            file.text = text
        files.append(file)


def _joined(joined: str, paths: Iterable[str], files: Files, config: MkDocsConfig) -> list[str]:
    """Replace the files at `paths` by one file, as it is sent; return the paths to load.

    A path at which there is no file, such as one of another site, stays in the list.
    """
    parts = {path: files.get_file_from_path(path) for path in paths}
    found = {path: part for path, part in parts.items() if part}
    if not found:
        return list(parts)
    for part in found.values():
        files.remove(part)
    shortened = SHORTENED[Path(joined).suffix]
    text = "\n".join(shortened(part.content_string) for part in found.values())
    files.append(File.generated(config, joined, content=text))
    return [joined, *(path for path in parts if path not in found)]
