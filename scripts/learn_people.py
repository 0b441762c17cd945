"""Learn graph/resolve/prose/weights.json from entries in which the people are marked.

    python scripts/learn_people.py MARKED.jsonl VAULT [--also MARKED.jsonl VAULT ...]
        [--write] [--forms FORM ...] [--wrong]

MARKED.jsonl holds an object for each entry: `{"file": path in VAULT, "people": [{"name",
"mentions"}]}`. The vignettes of tests/people/vignettes.txt, the vaults of tests/people/diaries and
the sample vault are learned from too, but no figure is taken on them.
Prints the figures of a cross-validation by entries, and of entries that were held out.
Needs scikit-learn. Only numbers are written.
"""

import argparse
import json
import random
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from marked_people import (
    SEED,
    Corpus,
    Odds,
    is_person,
    read_diaries,
    read_real,
    read_sample,
    read_vignettes,
    report,
    split,
)
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from graph.model import NameForm
from graph.resolve.columns import Floats
from graph.resolve.prose.decide import Judge
from graph.resolve.prose.evidence import Vault, looks
from graph.resolve.prose.sightings import Sightings
from graph.resolve.prose.weights import BIAS, Table, Weights
from graph.resolve.words import Words

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "graph/resolve/prose/weights.json"
FOLDS, INNER_FOLDS, VAULT_FOLDS = 6, 4, 4
SIGN_PENALTY, EVIDENCE_PENALTY = 0.5, 0.3
"""Inverse strengths of the L2 penalty, chosen by the cross-validation."""
SMALL, SMALL_WEIGHT = 3, 0.5
"""A real vault is learned from once more, as many vaults of so few entries."""
LEAST = 0.02
"""Smaller weights are left out."""

Example = tuple[NameForm, dict[str, float], bool, float]
"""Form, evidence, whether it is a person, and how much the example counts."""


def main() -> None:
    """Cross-validate, report, and write the weights if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("marked", type=Path)
    parser.add_argument("vault", type=Path)
    parser.add_argument("--also", nargs=2, type=Path, action="append", default=[])
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--forms", nargs="+", type=NameForm, default=list(NameForm))
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    journal = read_real(options.marked, options.vault)
    ours = [read_sample(), *read_vignettes(), *read_diaries()]
    others = [read_real(*pair) for pair in options.also]
    for fold in range(VAULT_FOLDS if others else 0):
        learned = learn(journal, set(journal.marked), [*ours, *without(others, fold)])
        for vault in others[fold::VAULT_FOLDS]:
            found = judge_corpus(vault, learned, set(vault.marked))
            report(f"unseen vault {others.index(vault)}", found, vault.marked, options.wrong)
    extra = [*ours, *others]
    held, rest = split(journal.marked)
    results: dict[str, Odds] = {}
    for fold in range(FOLDS):
        test = set(rest[fold::FOLDS])
        results |= judge_corpus(journal, learn(journal, set(rest) - test, extra), test)
    report("cross-validated", results, {path: journal.marked[path] for path in rest}, options.wrong)
    results = judge_corpus(journal, learn(journal, set(rest), extra), set(held))
    report("held out", results, {path: journal.marked[path] for path in held}, False)
    if options.write:
        write(learn(journal, set(journal.marked), extra), options.forms)


def without(vaults: Sequence[Corpus], fold: int) -> list[Corpus]:
    """The vaults that are learned from while some others are judged."""
    return [vault for number, vault in enumerate(vaults) if number % VAULT_FOLDS != fold]


def learn(journal: Corpus, paths: Collection[str], extra: Sequence[Corpus]) -> Weights:
    """Learn from some entries of a vault, with all its entries in view, and from other vaults."""
    corpora = [(journal, set(paths)), *((corpus, set(corpus.marked)) for corpus in extra)]
    signs = fit(sign_examples(corpora), SIGN_PENALTY)
    examples: list[Example] = []
    for (corpus, known), tables in zip(corpora, signs_by_entry(signs, corpora), strict=True):
        examples += evidence_examples(corpus, known, tables)
        if corpus.real:
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
    signs: Table, corpora: Sequence[tuple[Corpus, Collection[str]]]
) -> list[dict[str, Table]]:
    """Of each vault, entry → weights of the signs, to which its own marks added nothing."""
    tables = [dict.fromkeys((entry.path for entry in c.entries), signs) for c, _ in corpora]
    shuffled = [sorted(known) if len(known) > INNER_FOLDS else [] for _, known in corpora]
    for paths in shuffled:
        random.Random(SEED).shuffle(paths)  # noqa: S311 - folds are no secret
    for fold in range(INNER_FOLDS):
        tests = [set(paths[fold::INNER_FOLDS]) for paths in shuffled]
        rest = [(c, set(known) - test) for (c, known), test in zip(corpora, tests, strict=True)]
        learned = fit(sign_examples(rest), SIGN_PENALTY)
        for table, test in zip(tables, tests, strict=True):
            table |= dict.fromkeys(test, learned)
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
    vectorizer = DictVectorizer()
    model = LogisticRegression(C=penalty, solver="liblinear")
    seen = vectorizer.fit_transform(rows)
    seen.indices, seen.indptr = seen.indices.astype(np.int32), seen.indptr.astype(np.int32)
    model.fit(seen, answers, counts)
    found = dict(zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True))
    table: Table = {}
    for form in NameForm:
        own = {name.partition(":")[2] for name in found if name.startswith(f"{form}:")}
        table[form] = {
            name: float(found[f"{form}:{name}"] + found.get(f"*:{name}", 0.0)) for name in own
        }
        table[form][BIAS] = table[form].get(BIAS, 0.0) + float(model.intercept_[0])
    return table


def judge_corpus(corpus: Corpus, learned: Weights, paths: Collection[str]) -> dict[str, Odds]:
    """Each of some entries → what is thought of its candidates."""
    seen = Sightings(corpus.entries)
    judge = Judge(seen, learned, Words(corpus.entries).totals())
    found: dict[str, Odds] = {}
    for sighting in seen.at(range(len(judge.odds))):
        if sighting.path in paths:
            found.setdefault(sighting.path, {})[sighting] = judge.odds.item(sighting.row)
    return found


def write(learned: Weights, forms: Collection[NameForm]) -> None:
    """Write the weights of some forms, rounded, in a fixed order; those of others stay."""
    tables = json.loads(TARGET.read_text(encoding="utf-8"))
    for part, table in learned._asdict().items():
        for form in forms:
            tables[part][form.value] = {
                name: round(value, 2)
                for name, value in sorted(table[form].items())
                if abs(value) >= LEAST
            }
    TARGET.write_text(json.dumps(tables, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
