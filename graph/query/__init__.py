"""Questions to a graph: data in, data out. The command line only formats what these return.

Every answer is a frozen `msgspec.Struct`, so `msgspec.json.encode` writes it as it is.
"""

from graph.query.check import BrokenLink, Check, Problem, check
from graph.query.comparing import Change, Comparison, Span, compare, log_likelihood
from graph.query.connection import Connection, Step, connection
from graph.query.doubts import Doubt, doubtful_people
from graph.query.evidence import Evidence, Ref, Why, why
from graph.query.info import Group, Info, node_info
from graph.query.listing import Listed, ideas, people
from graph.query.names import KIND_ORDER, Match, find_node
from graph.query.periods import Period, make_period, parse_period
from graph.query.themes import (
    Between,
    ThemeEntry,
    ThemeInfo,
    Touching,
    between,
    find_theme,
    theme_info,
    theme_within,
    themes_within,
    undated,
)
from graph.query.together import Companion, companions

__all__ = [
    "KIND_ORDER",
    "Between",
    "BrokenLink",
    "Change",
    "Check",
    "Companion",
    "Comparison",
    "Connection",
    "Doubt",
    "Evidence",
    "Group",
    "Info",
    "Listed",
    "Match",
    "Period",
    "Problem",
    "Ref",
    "Span",
    "Step",
    "ThemeEntry",
    "ThemeInfo",
    "Touching",
    "Why",
    "between",
    "check",
    "companions",
    "compare",
    "connection",
    "doubtful_people",
    "find_node",
    "find_theme",
    "ideas",
    "log_likelihood",
    "make_period",
    "node_info",
    "parse_period",
    "people",
    "theme_info",
    "theme_within",
    "themes_within",
    "undated",
    "why",
]
