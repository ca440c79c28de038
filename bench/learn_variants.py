"""`python -m bench.learn_variants [--set]`: learn how much each kind of evidence says of two statements being versions of one.

tests/golden/variants.jsonl has single pairs, put together a few at a time as if each few were one desk, and
training/en/statements.jsonl whole desks, where statements with one number are versions of one;
the stories of the gate say which of their statements are.
Printed is how well the pairs of each part are told apart by weights learned from the others (average precision). --set writes
`weave/same_words.toml`.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from bench.evidence import woven
from bench.gate import ROOT, STORIES
from dateline.intervals import Interval
from dateline.pipeline import versions_of
from dateline.records import Account, Marks, Statement, StatementRef
from dateline.spans import Span
from dateline.weave import same_words
from dateline.weave.actors import weave_actors
from dateline.weave.versions import Version, one_voice, rarity, versions

GOLDEN = ROOT / "tests" / "golden" / "variants.jsonl"
DESKS = ROOT / "training" / "en" / "statements.jsonl"
HEAD = (
    "# Log-odds that each kind of evidence adds to two statements being one; written by `python -m bench.learn_variants --set`.\n"
)
TOGETHER = 14  # golden pairs that make one desk
MIXED = 3  # times that they are mixed anew
PARTS = 5  # into which the golden pairs are cut to be told apart by the others
OWN, ACROSS = 1 / MIXED, 0.1  # weight of a golden pair, and of two statements that were put together by chance
WRITTEN, TOLD = 1.0, 2.0  # weight of a pair of a desk that was written as one, and of one of a story
OVERLAP = 0.35  # of a gold statement and the one found there
FIRST = date(2001, 5, 1)


@dataclass(frozen=True)
class Pair:
    """What speaks for two statements being one, whether they are, and the part of the data that says so."""

    part: str
    seen: Mapping[str, float]
    same: bool
    weight: float


@dataclass(frozen=True)
class Said:
    """One written statement; its speaker "" where nobody knows who it was."""

    report: str
    speaker: str
    kind: str
    text: str
    day: date


def compared(said: Sequence[Said]) -> list[Version]:
    """These statements as those of one desk, each in the order of its report."""
    place: dict[StatementRef, Said] = {}
    texts: dict[str, str] = defaultdict(str)
    marks: dict[str, list[Statement]] = defaultdict(list)
    for one in said:
        start = len(texts[one.report])
        place[StatementRef(one.report, len(marks[one.report]))] = one
        marks[one.report].append(Statement(Span(one.report, start, start + len(one.text)), one.kind, None, None))  # type: ignore[arg-type]
        texts[one.report] += one.text + "\n"
    listed = [Marks(report, (), (), (), tuple(found), (), ()) for report, found in marks.items()]
    return versions(
        listed, texts, lambda ref: place[ref].speaker or None,
        lambda ref: Interval(place[ref].day, place[ref].day), lambda speaker: (speaker, True),
    )  # fmt: skip


def alike(listed: Sequence[Version]) -> Iterator[tuple[Version, Version]]:
    """Pairs of two reports that share a word and may have one speaker."""
    for a, b in combinations(listed, 2):
        if a.ref.report != b.ref.report and one_voice(a, b) and set(a.content) & set(b.content):
            yield a, b


def golden() -> Iterator[Pair]:
    cases: list[dict[str, Any]] = [json.loads(line) for line in GOLDEN.read_text("utf-8").splitlines()]
    for seed in range(MIXED):
        mixed = random.Random(seed).sample(cases, len(cases))
        for start in range(0, len(mixed), TOGETHER):
            yield from _golden(mixed[start : start + TOGETHER])


def _golden(few: Sequence[dict[str, Any]]) -> Iterator[Pair]:
    """The pairs that belong together, and those that meet by chance: all of them have one speaker unless a case names two."""
    by_id = {case["id"]: case for case in few}
    said = []
    for case in few:
        kinds, speakers = case.get("kinds", ("direct", "direct")), case.get("speakers", ("x", "x"))
        for side, kind, who, late in zip("ab", kinds, speakers, (0, case.get("days", 0)), strict=True):
            speaker = who if who in ("x", None) else case["id"] + who
            said.append(Said(case["id"] + side, speaker or "", kind, case[side], FIRST + timedelta(late)))
    listed = compared(said)
    telling = rarity(listed)
    for a, b in alike(listed):
        case = by_id[a.ref.report[:-1]]
        own = b.ref.report[:-1] == case["id"]
        part = f"golden {int(case['id'][1:]) % PARTS}"
        yield Pair(part, same_words.evidence(a, b, telling, False), own and case["same"], OWN if own else ACROSS)


def desks() -> Iterator[Pair]:
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in DESKS.read_text("utf-8").splitlines():
        row = json.loads(line)
        rows[row["desk"]].append(row)
    for name, found in rows.items():
        listed = compared(
            [Said(r["report"], r["speaker"], r["kind"], r["text"], FIRST + timedelta(r.get("day", 0))) for r in found]
        )
        number = {(r["report"], r["text"]): r["statement"] for r in found}
        texts: dict[str, list[str]] = defaultdict(list)
        for r in found:
            texts[r["report"]].append(r["text"])
        telling = rarity(listed)
        for a, b in alike(listed):
            one, other = (number[v.ref.report, texts[v.ref.report][v.ref.index]] for v in (a, b))
            yield Pair(name, same_words.evidence(a, b, telling, False), one is not None and one == other, WRITTEN)


def story(folder: Path) -> Iterator[Pair]:
    """The pairs of statements that a story's gold knows."""
    account = woven(folder)
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    known = answers(account, gold)
    same = {frozenset(pair) for pair in gold["variants"]}
    listed = versions_of(
        account.reports, {m.report: m for m in account.marks}, weave_actors(account.marks).weaving, account.published
    )
    telling = rarity(listed)
    origin = account.origins
    for a, b in alike(listed):
        if a.ref in known and b.ref in known:
            copied = origin.get(a.ref.report, a.ref.report) == origin.get(b.ref.report, b.ref.report)
            seen = same_words.evidence(a, b, telling, copied)
            yield Pair(folder.name, seen, frozenset((known[a.ref], known[b.ref])) in same, TOLD)


def answers(account: Account, gold: dict[str, Any]) -> dict[StatementRef, str]:
    """The gold statement that each of ours is."""
    reports = {Path(r.source).name: r for r in account.reports}
    marks = {m.report: m for m in account.marks}
    found: dict[StatementRef, str] = {}
    for said in gold["statements"]:
        report = reports[said["report"]]
        span = Span(report.id, start := report.text.find(said["text"]), start + len(said["text"]))
        best = (0.0, 0)
        for index, statement in enumerate(marks[report.id].statements):
            shared = span.overlap(statement.span)
            best = max(best, (shared / (len(span) + len(statement.span) - shared), index))
        if best[0] >= OVERLAP:
            found[StatementRef(report.id, best[1])] = said["id"]
    return found


def learn(pairs: Sequence[Pair]) -> dict[str, float]:
    """Weights by the name of the evidence; "any two" is where they start."""
    names = DictVectorizer()
    table = names.fit_transform([pair.seen for pair in pairs])
    model = LogisticRegression(max_iter=5000).fit(table, [p.same for p in pairs], [p.weight for p in pairs])
    found = dict(zip(names.feature_names_, (float(w) for w in model.coef_[0]), strict=True))
    return found | {"any two": float(model.intercept_[0])}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", action="store_true", help="write the weights")
    options = parser.parse_args()
    pairs = [*golden(), *desks()]
    for folder in STORIES.values():
        pairs += story(folder) if (folder / "gold.json").is_file() else ()
    for part in sorted({p.part for p in pairs}):
        weights = learn([p for p in pairs if p.part != part])
        here = [p for p in pairs if p.part == part and p.weight != ACROSS]
        if any(p.same for p in here):
            score = average_precision_score([p.same for p in here], [same_words.odds(p.seen, weights) for p in here])
            print(f"{part:20s} {len(here):5d} pairs, {sum(p.same for p in here):4d} of one statement, {100 * score:.1f}")
    if options.set:
        learnt = sorted(learn(pairs).items(), key=lambda w: (-w[1], w[0]))
        lines = [f'"{name}" = {weight:.2f}\n' for name, weight in learnt]
        (Path(same_words.__file__).parent / "same_words.toml").write_text(f"{HEAD}[weights]\n{''.join(lines)}", "utf-8")


if __name__ == "__main__":
    main()
