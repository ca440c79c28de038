"""`python -m bench.evidence [--set]`: learn how much each kind of evidence says of two event mentions being one.

Every story of the gate gives its pairs of mentions whose events the gold knows, and a logistic regression the weights. Printed is
how well each story's pairs are told apart by weights learned from the others (average precision). --set writes evidence.toml.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from bench.gate import STORIES
from dateline import read
from dateline.engine import local
from dateline.records import Account
from dateline.store import Desk
from dateline.weave import evidence
from dateline.weave.actors import weave_actors
from dateline.weave.coreference import family
from dateline.weave.events import resolve
from dateline.weave.items import Item
from dateline.weave.places import Places
from dateline.weave.reckoned import counts_of

Pairs = tuple[list[dict[str, float]], list[bool]]
"""The evidence of each pair, and whether it is one event."""

HEAD = "# Log-odds that each kind of evidence adds to two mentions being one event; written by `python -m bench.evidence --set`.\n"


def woven(folder: Path) -> Account:
    """The account of a story's reports."""
    with tempfile.TemporaryDirectory() as scratch, Desk(Path(scratch) / "story.desk") as desk:
        local.add(desk, read.sources(str(folder / "reports")))
        return local.account(desk)


def answers(items: list[Item], account: Account, gold: dict[str, Any]) -> list[tuple[Item, str]]:
    """The gold event of each mention that the gold has: that with which it shares most."""
    reports = {Path(r.source).name: r for r in account.reports}
    found: dict[int, str] = {}
    for event in gold["events"]:
        for told in event["mentions"]:
            report = reports[told["report"]]
            start = report.text.find(told["text"])
            shared = {
                n: (min(i.mention.span.end, start + len(told["text"])) - max(i.mention.span.start, start)) / len(i.mention.span)
                for n, i in enumerate(items)
                if i.ref.report == report.id and i.mention.type in event["types"]
            }
            best = max(shared, key=lambda n: shared[n], default=None)
            if best is not None and shared[best] > 0:
                found.setdefault(best, event["id"])
    return [(items[n], event) for n, event in sorted(found.items())]


def pairs(folder: Path) -> Pairs:
    """All pairs of a story's known mentions that can be compared. A visit and its own meeting may be one or two: left out."""
    account = woven(folder)
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    marks = {m.report: m for m in account.marks}
    places = Places(marks)
    weaving, counts = weave_actors(account.marks).weaving, counts_of(account.reports, marks)
    items = [i for i in resolve(account.reports, marks, weaving, places, account.published, counts) if i.sure]
    rarity = evidence.Rarity(items)
    either = {frozenset(e) for e in gold.get("episodes", [])}
    known = answers(items, account, gold)
    found: Pairs = [], []
    for (a, left), (b, right) in combinations(known, 2):
        if family(a) == family(b) and frozenset((left, right)) not in either:
            found[0].append(evidence.evidence(a, b, places, rarity))
            found[1].append(left == right)
    return found


def learn(stories: list[Pairs]) -> dict[str, float]:
    """Weights by the name of the evidence; a story with many pairs counts more, but less than in proportion."""
    names = DictVectorizer()
    table = names.fit_transform([one for story in stories for one in story[0]])
    same = [one for story in stories for one in story[1]]
    share = np.concatenate([np.full(len(story[1]), len(story[1]) ** -0.5) for story in stories])
    model = LogisticRegression(C=0.2, max_iter=5000, fit_intercept=False).fit(table, same, share / share.mean())
    return dict(zip(names.feature_names_, (float(w) for w in model.coef_[0]), strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", action="store_true", help="write the weights")
    options = parser.parse_args()
    known = {name: pairs(folder) for name, folder in STORIES.items() if (folder / "gold.json").is_file()}
    for name, (table, same) in known.items():
        weights = learn([p for other, p in known.items() if other != name])
        scores = [evidence.probability(one, weights) for one in table]
        print(f"{name:20s} {len(same):5d} pairs, {sum(same):4d} of one event, {100 * average_precision_score(same, scores):.1f}")
    weights = learn(list(known.values()))
    if options.set:
        lines = [f'"{name}" = {weight:.2f}\n' for name, weight in sorted(weights.items(), key=lambda w: (-w[1], w[0]))]
        (Path(evidence.__file__).parent / "evidence.toml").write_text(f"{HEAD}[weights]\n{''.join(lines)}", "utf-8")


if __name__ == "__main__":
    main()
