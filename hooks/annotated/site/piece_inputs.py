"""Inputs of what the files of a site are made of, by which a second build finds their pieces."""

from annotated.core.input_keys import Inputs
from annotated.exports.kept_inputs import KeptInputs
from annotated.site.guide_index import GuideIndex
from annotated.site.urls import SiteUrls


def of_site(index: GuideIndex, urls: SiteUrls) -> KeptInputs:
    """Return the keys of what is made of each chapter, and of all but the chapters."""
    chapters = {path: Inputs(known, urls.inputs) for path, known in index.known_of.items()}
    return KeptInputs(index.build_cache, Inputs(index.rest, urls.inputs), chapters)
