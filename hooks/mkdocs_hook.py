"""Hook of MkDocs: the events of one session, which MkDocs finds by their names."""

from annotated.mkdocs_host.session import Session

_session = Session()

on_startup = _session.on_startup
on_config = _session.on_config
on_files = _session.on_files
on_nav = _session.on_nav
on_page_markdown = _session.on_page_markdown
on_page_content = _session.on_page_content
on_env = _session.on_env
on_template_context = _session.on_template_context
on_post_template = _session.on_post_template
on_post_build = _session.on_post_build
on_serve = _session.on_serve
