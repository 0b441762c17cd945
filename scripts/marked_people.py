"""Entries in which the people are marked: where they are read, and how many of them are found."""

import json
import random
import re
import sys
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from graph.config import MEBIBYTE, Config
from graph.model import Entry, SourceFile
from graph.parse import parse
from graph.resolve.prose.sightings import Sighting, key_of
from graph.vault import read, scan

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "vault"
SAMPLE_PEOPLE = ROOT / "tests/sample/people.json"
VIGNETTES = ROOT / "tests/people/vignettes.txt"
DIARIES = ROOT / "tests/people/diaries"
HELD_OUT, SEED = 40, 42
OWN_WEIGHT = 1.5
"""How much an example of ours counts beside one of the marked vault, of which there are many."""
DIARY_WEIGHT = 0.8
"""Likewise of the longer vaults of ours; so much made precision best in vaults unseen."""
SAMPLE_WEIGHT = 4.0
"""Likewise of the sample vault, in which everybody should be found."""

Marked = dict[str, list[set[str]]]
"""Path of an entry → its people, each with all names that the entry gives."""
Odds = dict[Sighting, float]
"""Candidate → log-odds that it is a person."""


class Corpus(NamedTuple):
    """A vault and what is marked in it."""

    entries: list[Entry]
    marked: Marked
    weight: float = 1.0
    real: bool = False
    """Whether somebody wrote it as a diary, and not we as an example."""


def read_vault(root: Path) -> list[Entry]:
    """Parse every entry of a folder."""
    found = (read(root, ref, MEBIBYTE) for ref in scan(root, Config().vault).entries)
    return [parse(source, Config()) for source in found if isinstance(source, SourceFile)]


def read_marked(path: Path) -> Marked:
    """The people of each marked entry, by all names it gives them."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {
        row["file"]: [{norm(name) for name in (p["name"], *p["mentions"])} for p in row["people"]]
        for row in rows
    }


def read_real(marked: Path, vault: Path) -> Corpus:
    """A vault of somebody's; entries that are not marked are in view only."""
    return Corpus(read_vault(vault), read_marked(marked), real=True)


def read_sample() -> Corpus:
    """The sample vault with the people it names."""
    entries = read_vault(SAMPLE)
    marked: Marked = {entry.path: [] for entry in entries}
    for person in json.loads(SAMPLE_PEOPLE.read_text(encoding="utf-8")):
        for path in person["entries"]:
            marked[path].append({norm(name) for name in (person["name"], *person["aliases"])})
    return Corpus(entries, marked, SAMPLE_WEIGHT)


def read_vignettes() -> list[Corpus]:
    """Small vaults: blank lines part them, each line is an entry, braces mark the people."""
    vaults = []
    for block in re.split(r"\n\s*\n", VIGNETTES.read_text(encoding="utf-8")):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        entries: list[Entry] = []
        marked: Marked = {}
        for number, line in enumerate(lines):
            add_marked(f"{number}.md", line.replace("\\n", "\n"), entries, marked)
        if entries:
            vaults.append(Corpus(entries, marked, OWN_WEIGHT))
    return vaults


def read_diaries() -> list[Corpus]:
    """Longer vaults, a file each: `=== name` begins an entry, braces mark the people."""
    vaults = []
    for path in sorted(DIARIES.glob("*.txt")):
        entries: list[Entry] = []
        marked: Marked = {}
        for part in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            name, _, text = part.partition("\n")
            add_marked(name, text, entries, marked)
        vaults.append(Corpus(entries, marked, DIARY_WEIGHT))
    return vaults


def add_marked(name: str, text: str, entries: list[Entry], marked: Marked) -> None:
    """Add an entry whose people stand in braces."""
    marked[name] = [{norm(person)} for person in set(re.findall(r"\{(.*?)\}", text))]
    plain = re.sub(r"[{}]", "", text)
    entries.append(parse(SourceFile(name, plain.encode()), Config()))


def norm(name: str) -> str:
    """Names as they are compared here."""
    return key_of(re.sub(r"[^\w\s'-]", " ", name))


def split(marked: Marked) -> tuple[list[str], list[str]]:
    """Entries never learned from while figures are taken, and the others."""
    paths = sorted(marked)
    random.Random(SEED).shuffle(paths)  # noqa: S311 - folds are no secret
    return paths[:HELD_OUT], paths[HELD_OUT:]


def is_person(name: str, people: Iterable[Collection[str]]) -> bool:
    """Whether a name is that of somebody marked."""
    return any(norm(name) in names for names in people)


def report(title: str, results: Mapping[str, Odds], marked: Marked, wrong: bool) -> None:
    """Print precision, recall and F1 at several thresholds."""
    for threshold in (-1.0, -0.5, 0.0, 0.5, 1.0):
        hits = false = 0
        listed = []
        for path, people in sorted(marked.items()):
            found = {
                norm(s.candidate.name)
                for s, odds in results.get(path, {}).items()
                if odds > threshold
            }
            groups = joined(found)
            right = [group for group in groups if any(group & person for person in people)]
            hit = [person for person in people if any(group & person for group in groups)]
            hits += len(hit)
            false += len(groups) - len(right)
            listed += [("wrong", path, sorted(g)) for g in groups if g not in right]
            listed += [("missed", path, sorted(p)) for p in people if p not in hit]
        total = sum(map(len, marked.values()))
        precision, recall = hits / max(1, hits + false), hits / max(1, total)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{title} > {threshold:+.1f}: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")  # noqa: T201 - the report
        if wrong and threshold == 0:
            for row in listed:
                print(*row, file=sys.stderr)  # noqa: T201 - as above


def joined(names: Collection[str]) -> list[set[str]]:
    """Names of one entry that are one person, as far as one holds the words of the other."""
    groups: list[set[str]] = []
    for name in sorted(names, key=lambda name: (-len(name.split()), name)):
        words = set(name.split())
        for group in groups:
            if any(words <= set(other.split()) for other in group):
                group.add(name)
                break
        else:
            groups.append({name})
    return groups
