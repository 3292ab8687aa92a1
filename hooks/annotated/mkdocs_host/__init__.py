"""Adapter to MkDocs, its themes and its plugins: level 8, the only package that knows them.

`session` holds the events, `hooks/mkdocs_hook.py` hands them to MkDocs. What MkDocs offers no event
for is patched; all patches are listed here. Each was written for MkDocs 1.6.1, Material 9.7 and
mkdocs-bibtex 4.4, and holds for ProperDocs 1.6.7 and MaterialX 10.2, which keep their interfaces.

What is patched                     why                                        by
Page.read_source                    no field but ours reaches the theme        page_source
Page.render                         our extensions for this page; render once  page_cache
Theme.get_env, Environment          templates are found and compiled once      page_cache
  .list_templates
Environment.get_template, as the    finish a page once, or when it is asked    page_rendering
  build calls it
filter on the log of the build      no word of each page that is deferred      dev_server
LiveReloadServer.builder, its app,  outlive a failed build, render on request, dev_server
  its observer and build_delay        look for changes ten times a second
BibTexPlugin.registry and           our text for each source, read once        bibtex_registry
  .last_configured
SearchPlugin.search_index, or that  stays empty, as the search is ours         search_index
  of its provider, and .provider
Environment.loader.get_source       what checkers of pages refuse              theme_fixes
Environment.filters, "url"          the way from a folder is computed once     template_urls
<meta name="description">           the first paragraph of the page itself     meta_description

When the other side changes, a test fails: for the first eight one of
`tests/mkdocs_host/test_patches.py`, for the last two one of `tests/project/test_audit_of_site.py`.
"""
