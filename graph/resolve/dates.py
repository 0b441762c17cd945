"""When each entry was written, with the order of day and month decided for the whole vault."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.config import DatesConfig
from graph.model import DateClue, DateOrder, DateSource, Entry, Severity
from graph.resolve.findings import Findings

Votes = Mapping[DateSource, Counter[DateOrder]]


@dataclass(frozen=True, slots=True)
class Habit:
    """How this vault writes dates whose order is open."""

    by_source: Mapping[DateSource, DateOrder]
    """Only sources where more than half of the votes agree."""
    overall: DateOrder
    """For the other sources; `CERTAIN` where nothing is decided."""

    def order(self, source: DateSource) -> DateOrder:
        """The order to read a clue of this source by."""
        return self.by_source.get(source, self.overall)


def decide_dates(entries: Sequence[Entry], config: DatesConfig, found: Findings) -> dict[str, str]:
    """The day of each entry that has one: front matter before title before name.

    A clue with several readings counts only if the vault's habit picks one of them; else the
    next clue is asked. An entry that no clue decides has no date and a diagnostic.

    Args:
        entries: All entries.
        config: `order` other than `auto` replaces the vote.
        found: Takes the diagnostics.

    Returns:
        Path → ISO date.
    """
    habit = _habit(entries, config)
    days: dict[str, str] = {}
    for entry in entries:
        _report_unreadable(entry, found)
        day = next(filter(None, (_day(clue, habit) for clue in entry.dates)), "")
        if day:
            days[entry.path] = day
        else:
            _report_ambiguous(entry, found)
    return days


def _habit(entries: Iterable[Entry], config: DatesConfig) -> Habit:
    if config.order in set(DateOrder):
        return Habit({}, DateOrder(config.order))
    votes = _vote(entries)
    decided = {source: order for source in sorted(votes) if (order := _majority(votes[source]))}
    return Habit(decided, _majority(sum(votes.values(), Counter())))


def _vote(entries: Iterable[Entry]) -> Votes:
    """What each source's clues say about their order.

    A clue votes where one order alone makes sense of it: because the entry's date is certain
    from elsewhere and one reading agrees, or because the other readings are no days.
    """
    votes: dict[DateSource, Counter[DateOrder]] = {source: Counter() for source in DateSource}
    for entry in entries:
        known = {_certain(clue) for clue in entry.dates} - {""}
        for clue in entry.dates:
            fitting = {
                reading.order
                for reading in clue.readings
                if reading.order and (not known or reading.iso in known)
            }
            if len(fitting) == 1:
                votes[clue.source][fitting.pop()] += 1
    return votes


def _majority(votes: Counter[DateOrder]) -> DateOrder:
    """The order that more than half of the votes name, else `CERTAIN`."""
    half = votes.total() / 2
    return next((order for order in DateOrder if votes[order] > half), DateOrder.CERTAIN)


def _certain(clue: DateClue) -> str:
    return next((r.iso for r in clue.readings if r.order is DateOrder.CERTAIN), "")


def _day(clue: DateClue, habit: Habit) -> str:
    """The day that a clue means, or nothing where that is open."""
    if certain := _certain(clue):
        return certain
    if len({reading.iso for reading in clue.readings}) == 1:
        return clue.readings[0].iso
    order = habit.order(clue.source)
    return next((r.iso for r in clue.readings if order and r.order is order), "")


def _report_unreadable(entry: Entry, found: Findings) -> None:
    for clue in entry.dates:
        if clue.source is DateSource.FRONT_MATTER and not clue.readings:
            found.report(
                "date-unreadable",
                Severity.WARNING,
                entry.path,
                clue.line,
                f"'{clue.text}' names no day",
                "write the date as YYYY-MM-DD",
            )


def _report_ambiguous(entry: Entry, found: Findings) -> None:
    """Say which clue was left open; without any clue there is nothing to say."""
    clue = next((clue for clue in entry.dates if clue.readings), None)
    if clue:
        days = " or ".join(sorted({reading.iso for reading in clue.readings}))
        found.report(
            "date-ambiguous",
            Severity.INFO,
            entry.path,
            clue.line,
            f"'{clue.text}' can mean {days}",
            "set dates.order in inkthread.toml, or write the date as YYYY-MM-DD",
        )
