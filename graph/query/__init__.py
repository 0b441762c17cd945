"""Questions to a graph: data in, data out. The command line only formats what these return.

Every answer is a frozen `msgspec.Struct`, so `msgspec.json.encode` writes it as it is.
"""

from graph.query.check import BrokenLink, Check, Problem, check
from graph.query.connection import Connection, Step, connection
from graph.query.doubts import Doubt, doubtful_people
from graph.query.evidence import Evidence, Ref, Why, why
from graph.query.info import Group, Info, node_info
from graph.query.listing import Listed, ideas, people
from graph.query.names import KIND_ORDER, Match, find_node
from graph.query.themes import ThemeEntry, ThemeInfo, find_theme, theme_info
from graph.query.together import Companion, companions

__all__ = [
    "KIND_ORDER",
    "BrokenLink",
    "Check",
    "Companion",
    "Connection",
    "Doubt",
    "Evidence",
    "Group",
    "Info",
    "Listed",
    "Match",
    "Problem",
    "Ref",
    "Step",
    "ThemeEntry",
    "ThemeInfo",
    "Why",
    "check",
    "companions",
    "connection",
    "doubtful_people",
    "find_node",
    "find_theme",
    "ideas",
    "node_info",
    "people",
    "theme_info",
    "why",
]
