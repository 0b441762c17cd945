"""Tags of HTML and of template engines that begin again and again and never end."""

import pytest
from support.calls import calls

from graph.config import LimitsConfig
from graph.model import SourceFile
from graph.parse.entry import parse_file

SIZE = 4_000
OPENERS = {
    "links": '<a href="x">y ',
    "links with many addresses": "<a" + " href='x'" * 100 + ">",
    "links whose tag is open": '<a href="x" ',
    "code": "<code>x ",
    "scripts": "<script>x ",
    "anchors": "<p id=",
    "comments": "<!-- ",
    "Liquid's tags": "{% x ",
    "Hugo's": "{{< x ",
    "Templater's": "<% x ",
    "attributes": "{: .x ",
    "Org's links": "[[https://example.com][x ",
    "code of Jekyll's": "{% highlight x %}\n",
    "drawers": ":PROPERTIES:\n:id: x\n",
}


def read(text: str):
    return parse_file(SourceFile("note.md", text.encode()), LimitsConfig())


@pytest.mark.parametrize("before", ["", "<div>\n"], ids=["in text", "in a block of HTML"])
@pytest.mark.parametrize("opener", OPENERS.values(), ids=OPENERS)
def test_four_times_as_many_take_no_ten_times_the_calls(opener: str, before: str) -> None:
    read("warm")
    few, many = (before + opener * size for size in (SIZE // 4, SIZE))
    assert calls(lambda: read(many)) < 10 * max(calls(lambda: read(few)), 5_000)


ENDED_BY_BLANK = OPENERS.keys() - {"comments", "scripts"}


@pytest.mark.parametrize("what", sorted(ENDED_BY_BLANK))
def test_however_many_there_are_the_next_paragraph_is_read(what: str) -> None:
    entry = read(f"{OPENERS[what] * SIZE}\n\n#after [[Harbour]]\n")
    assert [tag.name for tag in entry.tags] == ["after"]
    assert [link.target for link in entry.links] == ["Harbour"]
