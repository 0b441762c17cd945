"""Which URLs are one thing, and how it is shown."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.resolve.canonical import canonical
from graph.resolve.link_texts import points

CANONICAL = [
    ("HTTPS://Example.COM/A", "https://example.com/A"),
    ("https://example.com:443/a", "https://example.com/a"),
    ("https://example.com", "https://example.com/"),
    ("https://example.com/a/../b/./c", "https://example.com/b/c"),
    ("https://example.com/?", "https://example.com/"),
    ("https://example.com/d#part", "https://example.com/d"),
    ("https://example.com/d#:~:text=x", "https://example.com/d"),
    ("https://example.com/#/app/route", "https://example.com/#/app/route"),
    ("https://example.com/#!inbox", "https://example.com/#!inbox"),
    ("https://example.com/%7Euser", "https://example.com/~user"),
    ("https://example.com/caf%c3%a9", "https://example.com/caf%C3%A9"),
    ("https://example.com/café", "https://example.com/caf%C3%A9"),
    ("https://example.com/a%2fb", "https://example.com/a%2Fb"),
    ("https://example.com/%zz", "https://example.com/%zz"),
    ("https://пример.рф/", "https://xn--e1afmkfd.xn--p1ai/"),
    ("https://user:secret@example.com/x", "https://example.com/x"),
    ("https://example.com@evil.example/", "https://evil.example/"),
    ("https://example.com/p?utm_source=a&utm_medium=b", "https://example.com/p"),
    ("https://example.com/p?gclid=2&id=7", "https://example.com/p?id=7"),
    ("https://example.com/p?b=2&a=1&fbclid=x", "https://example.com/p?b=2&a=1"),
    ("http://localhost:8000/", "http://localhost:8000/"),
    ("https://youtu.be/abcdefghijk?si=share&t=42", "https://www.youtube.com/watch?v=abcdefghijk"),
    ("https://m.youtube.com/watch?t=1&v=abcdefghijk", "https://www.youtube.com/watch?v=abcdefghijk"),
    ("https://music.youtube.com/watch?v=abcdefghijk", "https://www.youtube.com/watch?v=abcdefghijk"),
    ("https://youtube.com/shorts/abcdefghijk", "https://www.youtube.com/watch?v=abcdefghijk"),
    (
        "https://www.youtube-nocookie.com/embed/abcdefghijk",
        "https://www.youtube.com/watch?v=abcdefghijk",
    ),
    ("https://youtube.com/@someone?feature=a&pp=b&list=c", "https://www.youtube.com/@someone?list=c"),
    ("https://youtube.com/@someone?si=x", "https://www.youtube.com/@someone"),
    ("https://twitter.com/finch/status/12?s=20&t=y", "https://x.com/finch/status/12"),
    ("https://mobile.twitter.com/finch/status/12/photo/1", "https://x.com/finch/status/12"),
    ("http://www.twitter.com/finch", "https://x.com/finch"),
    ("https://arxiv.org/pdf/2501.12948v2.pdf", "https://arxiv.org/abs/2501.12948"),
    ("http://www.arxiv.org/abs/2501.12948", "https://arxiv.org/abs/2501.12948"),
    ("https://arxiv.org/pdf/math.GT/0309136", "https://arxiv.org/abs/math.GT/0309136"),
    ("https://arxiv.org/list/cs.CL/recent", "https://arxiv.org/list/cs.CL/recent"),
    ("http://dx.doi.org/10.1000/182", "https://doi.org/10.1000/182"),
    ("https://en.m.wikipedia.org/wiki/Heron", "https://en.wikipedia.org/wiki/Heron"),
    ("https://www.google.com/amp/s/example.com/a", "https://example.com/a"),
    ("https://google.com/amp/s/me:secret@youtu.be/abcdefghijk", "https://www.youtube.com/watch?v=abcdefghijk"),
    ("https://google.com/amp/s/bad:port/a", "https://google.com/amp/s/bad:port/a"),
    ("https://youtu.be/", "https://youtu.be/"),
    ("https://youtube.com/watch?list=x", "https://www.youtube.com/watch?list=x"),
    ("https://www.amazon.com/gp/help?x=1", "https://www.amazon.com/gp/help?x=1"),
    ("https://www.amazon.com/Herons-Book/dp/0123456789/ref=x?th=1", "https://www.amazon.com/dp/0123456789"),
    ("https://open.spotify.com/track/7abc?si=q", "https://open.spotify.com/track/7abc"),
]  # fmt: skip

INVALID = [
    "http://[::1",
    "http://example.com:99999/",
    "http://]x[/",
    "https://",
    "",
    "ftp://example.com/f",
    "javascript:alert(1)",
    "http://example.com\u2100x/",
]

ONE = [
    ("http://example.com/a", "https://example.com/a"),
    ("https://www.example.com/a", "https://example.com/a"),
    ("https://example.com/a/", "https://example.com/a"),
    ("https://m.example.com/a", "https://example.com/a"),
    ("https://example.com./a", "https://example.com/a"),
    ("https://amp.example.com/a", "https://www.example.com/a"),
]

TWO = [
    ("https://example.com/A", "https://example.com/a"),
    ("https://example.com/a?id=7", "https://example.com/a"),
    ("https://example.com/a%2Fb", "https://example.com/a/b"),
    ("https://example.com:8080/a", "https://example.com/a"),
    ("https://m.me/a", "https://me/a"),
    ("https://music.example.com/", "https://example.com/"),
    ("https://team.example.com/", "https://teaexample.com/"),
    ("https://аррӏе.com/", "https://apple.com/"),
    ("https://youtu.be/abcdefghijk", "https://youtu.be/abcdefghijj"),
]


@pytest.mark.parametrize(("written", "expected"), CANONICAL)
def test_a_url_has_the_canonical_form(written, expected):
    assert canonical(written).url == expected


@pytest.mark.parametrize(
    "name",
    ["utm_campaign", "UTM_Source", "pk_kwd", "mtm_x", "hsa_acc", "_ga", "_gl", "_hsenc", "_hsmi",
     "amp", "dclid", "fbclid", "gad_source", "gbraid", "gclid", "gclsrc", "igsh", "igshid",
     "mc_cid", "mc_eid", "mkt_tok", "msclkid", "oly_anon_id", "oly_enc_id", "ref_src", "ref_url",
     "sr_share", "srsltid", "ttclid", "twclid", "vero_id", "wbraid", "wickedid", "yclid"],
)  # fmt: skip
def test_what_tells_only_where_a_reader_came_from_is_left_out(name):
    assert canonical(f"https://example.com/p?{name}=1&id=7").url == "https://example.com/p?id=7"
    assert canonical(f"https://example.com/p?x{name}=1").url == f"https://example.com/p?x{name}=1"


@pytest.mark.parametrize("written", INVALID)
def test_a_text_that_is_no_web_address_has_none(written):
    assert canonical(written) is None


@pytest.mark.parametrize(("first", "second"), ONE)
def test_two_addresses_are_one_thing(first, second):
    assert canonical(first).identity == canonical(second).identity


@pytest.mark.parametrize(("first", "second"), TWO)
def test_two_addresses_are_two_things(first, second):
    assert canonical(first).identity != canonical(second).identity


PIECES = (
    "example.com m.youtube.com youtu.be x.com google.com en.m.wikipedia.org arxiv.org amazon.com "
    "me:secret@ / // /amp/ /amp/s/ /pdf/2401.01234 /dp/0123456789 /status/12 /abcdefghijk ? & = "
    "?v=abcdefghijk ?utm_source=a &id=7 #/a #b :80 %7e %2f é . .. @"
)
TEXT = st.lists(st.sampled_from(PIECES.split()) | st.text(max_size=4), max_size=8).map("".join)


@settings(deadline=None)
@given(TEXT, st.sampled_from(["s", ""]))
def test_a_canonical_url_is_its_own_canonical_form(text, secure):
    form = canonical(f"http{secure}://{text}")
    assert form is None or canonical(form.url) == form


def test_a_thing_is_shown_by_the_best_address_that_was_written(write, know):
    urls = tuple(
        map(
            write.url,
            ("http://m.example.com/a", "http://example.com/a/", "https://example.com/a/"),
        )
    )
    known = know(write.entry("a.md", urls=urls))
    assert known.ids("url") == ["https://example.com/a/"]
    assert known.knowledge.edges[0].count == 3


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Herons of the north", "Herons of the north"),
        ("here", "example.com/herons"),
        ("this paper", "example.com/herons"),
        ("https://example.com and more", "example.com/herons"),
        ("", "example.com/herons"),
    ],
)
def test_a_url_is_labelled_by_a_telling_link_text_else_by_its_address(write, know, label, expected):
    known = know(write.entry("a.md", urls=(write.url("https://www.example.com/herons/", label),)))
    (node,) = (node for node in known.nodes.values() if node.kind == "url")
    assert (node.label, node.site) == (expected, "example.com")


@pytest.mark.parametrize(
    "text",
    ["here", "Read more", "writes", "this paper", "our reed book", "settled on", "puts it",
     "watch this film", "Last week", "Last 6 months", "May 3rd", "The book"],
)  # fmt: skip
def test_a_link_text_points(text):
    assert points(text)


@pytest.mark.parametrize(
    "text",
    ["Reeds", "The Reed Book", "This Old Pier", "herons of the north", "how to mend a reed roof",
     "My Years On", "audience of one", "苇 荡"],
)  # fmt: skip
def test_a_link_text_names(text):
    assert not points(text)


def labels(known):
    return [known.nodes[f"url:{key}"].label for key in known.ids("url")]


@pytest.mark.parametrize(
    ("text", "things", "shown"),
    [
        ("Reed Music", 2, True),
        ("Reed Music", 3, False),
        ("The Low Tides - Reed Music", 3, True),
    ],
)
def test_a_short_text_that_leads_to_several_things_names_none(write, know, text, things, shown):
    addresses = [f"example.com/{number}" for number in range(things)]
    urls = tuple(write.url(f"https://{address}", text) for address in addresses)
    known = know(write.entry("a.md", urls=urls))
    assert labels(known) == ([text] * things if shown else addresses)


def test_a_text_that_leads_to_one_thing_from_many_places_names_it(write, know):
    urls = tuple(write.url("https://example.com/reeds", "Reed Music", line) for line in range(9))
    assert labels(know(write.entry("a.md", urls=urls))) == ["Reed Music"]


def test_an_invalid_url_is_reported_without_its_password(write, know):
    known = know(write.entry("a.md", urls=(write.url("https://me:secret@bad:port/"),)))
    (diagnostic,) = known.knowledge.diagnostics
    assert diagnostic.code == "url-invalid"
    assert "secret" not in diagnostic.message


def test_a_password_shows_nowhere(write, know):
    known = know(write.entry("a.md", urls=(write.url("https://me:secret@example.com/x"),)))
    assert "secret" not in repr(known.knowledge)
