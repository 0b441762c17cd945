"""Resolve: what names, links, dates and phrases mean, with the whole vault in view.

Each step adds to the findings and stands in one file; none reads what a later one finds.
"""

from collections.abc import Collection, Sequence

from graph.config import Config
from graph.model import Entry, Knowledge
from graph.resolve.dates import decide_dates
from graph.resolve.dialects import detect, other_names
from graph.resolve.entries import add_entries
from graph.resolve.findings import Findings
from graph.resolve.ideas import add_ideas
from graph.resolve.link_edges import add_links
from graph.resolve.links import resolve_links
from graph.resolve.notes import Notes
from graph.resolve.people import add_people
from graph.resolve.tags import add_tags
from graph.resolve.urls import add_urls
from graph.resolve.words import Words


def resolve(
    entries: Sequence[Entry], config: Config, attachments: Collection[str] = ()
) -> Knowledge:
    """Decide what every fact of the vault refers to.

    The order of the entries does not matter. Time and memory are linear in the facts.

    Args:
        entries: Every entry, each path once.
        config: Corrections in it win over every inference.
        attachments: Vault-relative paths of the files that are no entries.

    Returns:
        Nodes, edges, terms and the diagnostics of parsing and resolving, all sorted.
    """
    entries = sorted(entries, key=lambda entry: entry.path)
    found = Findings()
    days = decide_dates(entries, config.dates, found)
    add_entries(entries, days, found)
    dialect = detect(entries, config.links, attachments)
    notes = Notes(entries, attachments, other_names(entries, dialect))
    links = list(resolve_links(entries, notes, dialect))
    add_links(links, entries, found)
    add_tags(entries, found)
    vague = add_urls(entries, found)
    words = Words(entries)
    totals = words.totals()
    people = add_people(entries, links, totals, config.people, found)
    add_ideas(entries, links, people, words, totals, vague, config.ideas, found)
    return found.knowledge(entries, words)
