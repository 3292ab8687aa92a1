"""Elements of TEI as text: escaped, without what XML cannot hold."""

import re
from html import escape

NAMESPACE = "http://www.tei-c.org/ns/1.0"
# Characters that no XML file may hold, not even as references (XML 1.0, 2.2).
FORBIDDEN = re.compile("[\0-\b\v\f\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def element(name: str, content: str = "", **attributes: str) -> str:
    """Return an element with content that is markup already; attributes without value are left out.

    `id` and `lang` are those of XML; a name that is also one of Python ends in an underscore.
    """
    given = {_attribute(key): value for key, value in attributes.items() if value}
    written = "".join(f' {key}="{escape(_possible(value))}"' for key, value in given.items())
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def text_of(words: str) -> str:
    """Return words as the content of an element."""
    return escape(_possible(words), quote=False)


def _possible(words: str) -> str:
    return FORBIDDEN.sub("\ufffd", words)


def _attribute(key: str) -> str:
    return f"xml:{key}" if key in {"id", "lang"} else key.rstrip("_")
