"""Files of MkDocs, adjusted: entries share a page, style sheets are one, data is generated."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from annotated.site.build import Build
from annotated.site.guide_index import DOCS, GuideIndex

# One style sheet in place of many: a browser waits for each before it shows a page. URLs in a
# sheet count from its folder, so only sheets of that folder may have any.
JOINED_SHEET = "assets/guide.css"


def adjust_pages(files: Files, index: GuideIndex) -> None:
    """Remove the files of entries, and give every page the text that `index` was read from.

    A page of which a contributor saves another version during the build stays as it was checked.
    """
    for path in index.entries:
        if file := files.get_file_from_path(path):
            files.remove(file)
    for file in files.documentation_pages():
        file.content_string = index.texts[f"{DOCS}{file.src_uri}"]


def add_generated(files: Files, build: Build, config: MkDocsConfig, *, lazy: bool) -> None:
    """Add the generated files, and join the style sheets of the configuration.

    Where `lazy`, files of data stay empty: their text is computed when it is asked for.
    """
    for path, text in build.generated_files():
        content = "" if lazy and path not in config.extra_css else text()
        files.append(File.generated(config, path, content=content))
    _join_sheets(files, config)


def _join_sheets(files: Files, config: MkDocsConfig) -> None:
    """Replace the sheets of the configuration by one, but for those that are no files here."""
    sheets = {path: files.get_file_from_path(path) for path in config.extra_css}
    found = {path: sheet for path, sheet in sheets.items() if sheet}
    if not found:
        return
    text = "\n".join(sheet.content_string for sheet in found.values())
    for sheet in found.values():
        files.remove(sheet)
    files.append(File.generated(config, JOINED_SHEET, content=text))
    config.extra_css[:] = [JOINED_SHEET, *(path for path in sheets if path not in found)]
