"""Hypothesis strategies: texts full of the signs that notes are written with."""

from hypothesis import strategies as st

FRAGMENTS = (
    *"\n\n\n   \t[]()<>*_`~#>-+=|!:^%$@&\\\"'.,;/",
    *("a", "b", "word", "Two Words", "é", "海", "🎉", "\u2028", "\x00", "\u00a0", "1.", "12)"),
    *("[[", "]]", "![[", "](", "[^1]", "[^1]: ", "[ref]: ", "%%", "$$", "==", "::", "key:: "),
    *("```\n", "~~~\n", "---\n", "===\n", "***\n", "> ", "- ", "  - ", "* ", "1. ", "    "),
    *("# ", "## ", "| a | b |\n|---|---|\n", "<div>\n", "<!-- ", " -->", "<b>", "&amp;"),
    *("https://example.com/a_(b)", "http://", "www.example.com", "#tag", "@name", "^block"),
    *(
        "[[note|label]]",
        "[page](https://example.com/a)",
        "[page](http://e.example)\n",
        "[text](note.md)",
        "**bold**",
        "$x$",
        "`code`",
        "- [ ] ",
        "id:: 1\n",
    ),
)
markdown = st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join)

_LINES = (
    *(
        "- a",
        "- b\n",
        "* c",
        "1. d",
        "2) e",
        "10. f",
        "f",
        "g\n",
        "> h",
        ">\n",
        "# i",
        "---",
        "```",
    ),
    *("- [ ] j", "- k | l", "|--|--|", "===", "%%", "$$", "<b>", "[r]: s", "[^1]: t", "***", "-"),
)
lists = st.lists(
    st.tuples(
        st.sampled_from(("", "", " ", "  ", "   ", "    ", "\t", "      ")), st.sampled_from(_LINES)
    ),
    max_size=14,
).map(lambda lines: "\n".join(indent + line for indent, line in lines))
"""Texts of lines that begin and end blocks, indented as it may be."""
