"""The problems of a project given as texts, with the extensions of Markdown of the real site."""

import re
from collections.abc import Mapping

from annotated.authoring import unfilled_settings
from annotated.content.site_config import PATH
from annotated.core.build_cache import BuildCache
from annotated.core.problems import Problem
from annotated.site import check
from conftest import ROOT

CONFIG = (ROOT / PATH).read_text(encoding="utf-8")
# What a case leaves as it is, is read and linked once for all cases.
CACHE = BuildCache()
EXTENSIONS = re.search(r"^markdown_extensions:\n(?:[ #].*\n)*", CONFIG, re.MULTILINE)


def problems(texts: Mapping[str, str]) -> list[Problem]:
    """Return all problems; a project without a configuration has no navigation."""
    assert EXTENSIONS
    config = texts.get(PATH, EXTENSIONS[0])
    content = {
        path: text
        for path, text in texts.items()
        if path != PATH and path not in unfilled_settings.SHIPPED
    }
    return [*check.problems(content, config, build_cache=CACHE), *unfilled_settings.check(texts)]
