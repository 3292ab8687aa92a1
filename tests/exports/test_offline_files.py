"""Which files a service worker keeps, and by what it knows them."""

import json
from hashlib import sha256
from pathlib import Path

from annotated.exports import service_worker
from conftest import files

SITE = {"index.html": b"one", "404.html": b"two", "data/a.csv": b"three", "assets/a.css": b"four"}


def listed(script: str) -> dict[str, str]:
    found: dict[str, str] = json.loads(script.partition("FILES = ")[2].partition(";")[0])
    return found


def test_a_file_is_listed_with_the_beginning_of_its_hash() -> None:
    found = listed(service_worker.worker(SITE))

    assert found == {
        "assets/a.css": sha256(b"four").hexdigest()[:32],
        "index.html": sha256(b"one").hexdigest()[:32],
    }


def test_only_what_is_kept_makes_another_build() -> None:
    same = service_worker.worker({**SITE, "404.html": b"other", "data/a.csv": b"other"})
    other = service_worker.worker({**SITE, "index.html": b"other"})
    code = service_worker.worker({**SITE, service_worker.CODE: b"other"})

    assert (
        service_worker.worker(dict(reversed(SITE.items()))) == service_worker.worker(SITE) == same
    )
    assert len({service_worker.worker(SITE).partition("\n")[0], *map(first, (other, code))}) == 3


def first(script: str) -> str:
    return script.partition("\n")[0]


def test_the_worker_of_the_built_site_keeps_all_that_is_read(site: Path) -> None:
    found = files(site)
    kept = listed(found[service_worker.WORKER].decode())

    pages = {path for path in found if path.endswith(".html")}
    assert pages - kept.keys() == {"404.html"}
    assert {path for path in found if path.endswith((".css", ".woff2"))} - kept.keys() == {
        "assets/original.css"
    }
    searched = {"search/names.js", "search/text.js", "search/rest.js", "assets/search/words.js"}
    assert searched <= kept.keys()
    assert found[service_worker.WORKER].decode() == service_worker.worker(found)
    assert service_worker.CODE in found
