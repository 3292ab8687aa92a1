"""Of many mentions a page has the first in their sentences, and leads to the paragraphs of all."""

import re

import pytest

from annotated.core.placeholders import FOLDED_MENTIONS, MENTION_COUNT, MENTIONS
from annotated.linking import backlinks
from annotated.linking.backlinks import LocatedMention
from annotated.linking.linker import Mention

FEW = 3


def page(count: int, placeholder: str = MENTIONS.html("rawa")) -> str:
    mentions = [
        LocatedMention(Mention("rawa", f"p{number}", "At Rawa.", 3, 7), "c.html", "Chapter")
        for number in range(1, count + 1)
    ]
    return backlinks.fill(placeholder, {"rawa": mentions}, str, lambda _: ("", ""))


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backlinks, "IN_SENTENCES", FEW)


@pytest.mark.parametrize("count", [FEW - 1, FEW])
def test_a_few_mentions_all_have_their_sentence(count: int) -> None:
    assert page(count).count("<mark>") == count
    assert "more" not in page(count)


@pytest.mark.parametrize("placeholder", [MENTIONS.html("rawa"), FOLDED_MENTIONS.html("rawa")])
def test_of_more_none_is_lost(placeholder: str) -> None:
    html = page(FEW + 2, placeholder)
    assert html.count("<mark>") == FEW
    assert "2 more mentions: " in html
    assert re.findall(r'href="(.*?)"', html) == [f"c.html#p{number}" for number in range(1, 6)]
    assert "1 more mention: " in page(FEW + 1, placeholder)


def test_a_row_leads_to_the_first_and_counts_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backlinks, "IN_A_ROW", FEW)
    count = MENTION_COUNT.html("rawa")

    assert page(FEW, count).endswith("¶3</a></span>")
    row = page(FEW + 2, count)
    assert row.startswith("5: ")
    assert row.endswith("¶3</a></span> and 2 more, listed on its page")
    assert page(0, count) == "0"
