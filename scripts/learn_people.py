"""Learn graph/resolve/prose/weights.json from entries in which the people are marked.

    python scripts/learn_people.py MARKED.jsonl VAULT [--write] [--wrong]

MARKED.jsonl holds an object for each entry: `{"file": path in VAULT, "people": [{"name",
"mentions"}]}`. The vignettes of tests/people/vignettes.txt and the sample vault are learned from
too, but no figure is taken on them.
Prints the figures of a cross-validation by entries, and of entries that were held out.
Needs scikit-learn. Only numbers are written.
"""

import argparse
import json
import random
import re
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from graph.config import MEBIBYTE, Config
from graph.model import Entry, NameForm, SourceFile
from graph.parse import parse
from graph.resolve.columns import Floats
from graph.resolve.prose.decide import Judge
from graph.resolve.prose.evidence import Vault, looks
from graph.resolve.prose.sightings import Sighting, Sightings, key_of
from graph.resolve.prose.weights import BIAS, Table, Weights
from graph.resolve.words import Words
from graph.vault import read, scan

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "vault"
SAMPLE_PEOPLE = ROOT / "tests/sample/people.json"
VIGNETTES = ROOT / "tests/people/vignettes.txt"
TARGET = ROOT / "graph/resolve/prose/weights.json"
FOLDS, INNER_FOLDS, HELD_OUT, SEED = 6, 4, 40, 42
SIGN_PENALTY, EVIDENCE_PENALTY = 0.5, 0.3
"""Inverse strengths of the L2 penalty, chosen by the cross-validation."""
SMALL, SMALL_WEIGHT = 3, 0.5
"""The marked vault is learned from once more, as many vaults of so few entries."""
LEAST = 0.02
"""Smaller weights are left out."""

Marked = dict[str, list[set[str]]]
"""Path of an entry → its people, each with all names that the entry gives."""
Example = tuple[NameForm, dict[str, float], bool, float]
"""Form, evidence, whether it is a person, and how much the example counts."""
OWN_WEIGHT = 1.5
"""How much an example of ours counts beside one of the marked vault, of which there are many."""
SAMPLE_WEIGHT = 4.0
"""Likewise of the sample vault, in which everybody should be found."""


class Corpus(NamedTuple):
    """A vault and what is marked in it."""

    entries: list[Entry]
    marked: Marked
    weight: float = 1.0


def main() -> None:
    """Cross-validate, report, and write the weights if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("marked", type=Path)
    parser.add_argument("vault", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    journal = Corpus(read_vault(options.vault), read_marked(options.marked))
    extra = [read_sample(), *read_vignettes(VIGNETTES)]
    held, rest = split(journal.marked)
    results: dict[str, dict[Sighting, float]] = {}
    for fold in range(FOLDS):
        test = set(rest[fold::FOLDS])
        learned = learn(journal, set(rest) - test, extra)
        for sighting, odds in judge_corpus(journal, learned, test):
            results.setdefault(sighting.path, {})[sighting] = odds
    report("cross-validated", results, {path: journal.marked[path] for path in rest}, options.wrong)
    learned = learn(journal, set(rest), extra)
    results = {}
    for sighting, odds in judge_corpus(journal, learned, set(held)):
        results.setdefault(sighting.path, {})[sighting] = odds
    report("held out", results, {path: journal.marked[path] for path in held}, False)
    if options.write:
        write(learn(journal, set(journal.marked), extra))


# ---------------------------------------------------------------------------------- input


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


def read_sample() -> Corpus:
    """The sample vault with the people it names."""
    entries = read_vault(SAMPLE)
    marked: Marked = {entry.path: [] for entry in entries}
    for person in json.loads(SAMPLE_PEOPLE.read_text(encoding="utf-8")):
        for path in person["entries"]:
            marked[path].append({norm(name) for name in (person["name"], *person["aliases"])})
    return Corpus(entries, marked, SAMPLE_WEIGHT)


def read_vignettes(path: Path) -> list[Corpus]:
    """Small vaults: blank lines part them, each line is an entry, braces mark the people."""
    vaults = []
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        entries, marked = [], {}
        for number, line in enumerate(lines):
            name = f"{number}.md"
            text = line.replace("\\n", "\n")
            marked[name] = [{norm(person)} for person in set(re.findall(r"\{(.*?)\}", text))]
            plain = re.sub(r"[{}]", "", text)
            entries.append(parse(SourceFile(name, plain.encode()), Config()))
        if entries:
            vaults.append(Corpus(entries, marked, OWN_WEIGHT))
    return vaults


def norm(name: str) -> str:
    """Names as they are compared here."""
    return key_of(re.sub(r"[^\w\s'-]", " ", name))


def split(marked: Marked) -> tuple[list[str], list[str]]:
    """Entries never learned from while figures are taken, and the others."""
    paths = sorted(marked)
    random.Random(SEED).shuffle(paths)  # noqa: S311 - folds are no secret
    return paths[:HELD_OUT], paths[HELD_OUT:]


# --------------------------------------------------------------------------------- learn


def learn(journal: Corpus, paths: Collection[str], extra: Sequence[Corpus]) -> Weights:
    """Learn from some entries of a vault, with all its entries in view, and from vignettes."""
    corpora = [(journal, set(paths)), *((corpus, set(corpus.marked)) for corpus in extra)]
    signs = fit(sign_examples(corpora), SIGN_PENALTY)
    examples: list[Example] = []
    for corpus, known in corpora:
        tables = signs_by_entry(corpus, known, signs, corpora)
        examples += evidence_examples(corpus, known, tables)
        if corpus is journal:
            for part in small_vaults(corpus, known):
                examples += evidence_examples(part, known, tables)
    return Weights(signs, fit(examples, EVIDENCE_PENALTY))


def sign_examples(corpora: Iterable[tuple[Corpus, Collection[str]]]) -> list[Example]:
    """The signs of each candidate, and whether it is a person."""
    return [
        (
            c.form,
            dict.fromkeys(c.signs, 1.0),
            is_person(c.name, corpus.marked[entry.path]),
            corpus.weight,
        )
        for corpus, paths in corpora
        for entry in corpus.entries
        if entry.path in paths
        for c in entry.candidates
    ]


def evidence_examples(
    corpus: Corpus, paths: Collection[str], tables: Mapping[str, Table]
) -> Iterator[Example]:
    """The vault's evidence on each candidate of some entries."""
    seen = Sightings(corpus.entries)
    look = looks_by_entry(seen, [tables[entry.path] for entry in corpus.entries])
    evidence = dict(Vault(seen, look, Words(corpus.entries).totals()).evidence(slice(None)))
    rows = zip(*(values.tolist() for values in evidence.values()), strict=True)
    for sighting, row in zip(seen.at(range(len(look))), rows, strict=True):
        if sighting.path in paths:
            values = {name: value for name, value in zip(evidence, row, strict=True) if value}
            person = is_person(sighting.candidate.name, corpus.marked[sighting.path])
            yield sighting.candidate.form, values, person, corpus.weight


def looks_by_entry(seen: Sightings, tables: Sequence[Table]) -> Floats:
    """The look of each candidate by the table of signs of its entry."""
    found = np.zeros(len(seen.entry))
    for table in {id(table): table for table in tables}.values():
        rows = np.array([one is table for one in tables])[seen.entry]
        found[rows] = looks(seen, table)[rows]
    return found


def small_vaults(corpus: Corpus, paths: Collection[str]) -> Iterator[Corpus]:
    """Some entries of a vault as vaults of their own, in which little evidence has to do."""
    entries = [entry for entry in corpus.entries if entry.path in paths]
    random.Random(SEED).shuffle(entries)  # noqa: S311 - no secret
    for start in range(0, len(entries), SMALL):
        yield Corpus(entries[start : start + SMALL], corpus.marked, SMALL_WEIGHT)


def signs_by_entry(
    corpus: Corpus, paths: Collection[str], signs: Table, corpora: Sequence[Any]
) -> dict[str, Table]:
    """Entry → weights of the signs, to which its own marks added nothing where they are known."""
    tables = dict.fromkeys((entry.path for entry in corpus.entries), signs)
    if len(paths) > INNER_FOLDS:
        tables |= unbiased(corpus, sorted(paths), corpora)
    return tables


def unbiased(corpus: Corpus, paths: list[str], corpora: Sequence[Any]) -> dict[str, Table]:
    """Entry → weights of signs that were learned from other entries."""
    random.Random(SEED).shuffle(paths)  # noqa: S311 - folds are no secret
    tables: dict[str, Table] = {}
    for fold in range(INNER_FOLDS):
        test = set(paths[fold::INNER_FOLDS])
        others = [(c, set(known) - test if c is corpus else known) for c, known in corpora]
        tables |= dict.fromkeys(test, fit(sign_examples(others), SIGN_PENALTY))
    return tables


def fit(examples: Iterable[Example], penalty: float) -> Table:
    """Logistic regression with weights that all forms share and weights of each form."""
    rows, answers, counts = [], [], []
    for form, values, answer, count in examples:
        row = {f"*:{name}": value for name, value in values.items()}
        row |= {f"{form}:{name}": value for name, value in values.items()}
        rows.append({**row, f"{form}:{BIAS}": 1.0})
        answers.append(answer)
        counts.append(count)
    vectorizer = DictVectorizer(sparse=False)
    model = LogisticRegression(C=penalty, solver="liblinear")
    model.fit(vectorizer.fit_transform(rows), answers, counts)
    found = dict(zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True))
    table: Table = {}
    for form in NameForm:
        own = {name.partition(":")[2] for name in found if name.startswith(f"{form}:")}
        table[form] = {
            name: float(found[f"{form}:{name}"] + found.get(f"*:{name}", 0.0)) for name in own
        }
        table[form][BIAS] = table[form].get(BIAS, 0.0) + float(model.intercept_[0])
    return table


def judge_corpus(
    corpus: Corpus, learned: Weights, paths: Collection[str]
) -> Iterator[tuple[Sighting, float]]:
    """Log-odds of each candidate in some entries."""
    seen = Sightings(corpus.entries)
    judge = Judge(seen, learned, Words(corpus.entries).totals())
    for sighting in seen.at(range(len(judge.odds))):
        if sighting.path in paths:
            yield sighting, judge.odds.item(sighting.row)


def is_person(name: str, people: Iterable[Collection[str]]) -> bool:
    """Whether a name is that of somebody marked."""
    return any(norm(name) in names for names in people)


# -------------------------------------------------------------------------------- report


def report(
    title: str, results: Mapping[str, Mapping[Sighting, float]], marked: Marked, wrong: bool
) -> None:
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
            listed += [("wrong", path, g) for g in groups if g not in right]
            listed += [("missed", path, p) for p in people if p not in hit]
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


def write(learned: Weights) -> None:
    """Write the weights, rounded, in a fixed order."""
    tables = {
        part: {
            form.value: {
                name: round(value, 2)
                for name, value in sorted(table[form].items())
                if abs(value) >= LEAST
            }
            for form in NameForm
        }
        for part, table in learned._asdict().items()
    }
    TARGET.write_text(json.dumps(tables, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
