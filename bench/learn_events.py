"""`python -m bench.learn_events [--set]`: learn which candidates are events, from the texts and sentences in `training/`.

labels.tsv says of words in whole reports what types of event they tell of, by a reader; sentences.jsonl all that short texts
tell; in marked/ and marked-sentences.txt the words that tell of events were marked as the texts were written ("Gunmen
[[freed|CONCEDE]] eleven hostages"), and all others tell of none. Printed is how well the words of each folder are told apart
by weights learned without it. --set writes `events.toml`.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from bench.sources import body_report
from dateline import read
from dateline.mark import events, mentions, statements, times
from dateline.mark.datelines import mark_datelines
from dateline.mark.events_candidate import Candidate
from dateline.mark.events_features import features
from dateline.mark.events_finder import Finder
from dateline.mark.events_frames import Modals
from dateline.mark.events_judge import Model, probability
from dateline.mark.events_needs import enough
from dateline.mark.parse import parse
from dateline.records import Report, Source

ROOT = Path(__file__).parents[1]
DATA = ROOT / "training" / "en"
OUT = ROOT / "src" / "dateline" / "languages" / "en" / "events.toml"
MARK = re.compile(r"\[\[(?P<word>[^|\]]+)\|(?P<types>[A-Z,]+)\]\]")
HEAD = "# Log-odds that each feature adds to a word telling of an event; written by `python -m bench.learn_events --set`.\n"
STRENGTH = 0.1  # of the data against the belief that no feature matters
THRESHOLD = 0.5
SENTENCES = 2.0  # weight of a short text, which says all that it tells, against a word of a report
KEPT = {"strict": 2.0, "needs": 1.0, "loose": 1.0}  # weight by what the sample of words was drawn from: some were drawn more rarely
MARKED, SHORT = 1.0, 0.5  # weights of a word of a marked text, and of a marked short one
SMALL = 0.02  # weights nearer to nothing are left out
COMMON = ("type=", "lemma=", "frame=")  # what names a type already is not weighed for each type again


@dataclass(frozen=True)
class Example:
    """A word, one type of event that it may tell of, what is seen of it, and whether it does."""

    folder: str
    word: tuple[str, int]  # report and start
    kind: str
    seen: Mapping[str, float]
    right: bool
    told: bool  # whether the word tells of an event of any type
    weight: float


def candidates(report: Report) -> list[tuple[int, str, Mapping[str, float], bool]]:
    """Each candidate's start, type and features, and whether the frame fits and has what it needs, which decides what follows."""
    found: list[tuple[int, str, Mapping[str, float], bool]] = []

    def judge(one: Candidate, fits: bool, finder: Finder, words: Modals, earlier: Sequence[Candidate]) -> float:
        met = fits and enough(one, finder, words, one.trigger.pos_ in ("NOUN", "PROPN"), list(earlier))
        seen = features(one, fits, finder, words, earlier)
        found.append((one.piece.offset + one.trigger.idx, one.frame.type, seen, met))
        return float(met)

    parsed = parse(report)
    named = mark_datelines(parsed, mentions.mark(parsed))
    when = times.mark(parsed, named)
    events.mark(parsed, named, when, statements.mark(parsed, named, when), judge)
    return found


def reports(folder: str) -> Iterator[tuple[str, Report]]:
    """The reports of a story by their ids, or bare texts by their files."""
    if folder.startswith("training"):
        for file in sorted((ROOT / folder).glob("*.txt")):
            yield file.name, whole(file.read_text("utf-8"))
    else:
        for source in read.sources(str(ROOT / folder)):
            if isinstance(source, Source):
                yield from ((found.id, found) for found in read.read(source) if isinstance(found, Report))


def whole(text: str) -> Report:
    """A text of which every line is body."""
    ends = [0]
    for line in text.splitlines(keepends=True):
        ends.append(ends[-1] + len(line))
    lines = ((a, a + len(text[a:b].rstrip("\n"))) for a, b in pairwise(ends))
    return body_report(text, [(a, b) for a, b in lines if text[a:b].strip()])


def examples() -> Iterator[Example]:
    labels: dict[str, dict[tuple[str, int], tuple[frozenset[str], str]]] = defaultdict(dict)
    for line in (DATA / "labels.tsv").read_text("utf-8").splitlines()[1:]:
        folder, report, at, _, drawn, types = line.split("\t")
        labels[folder][report, int(at)] = (frozenset(types.split(",")) - {"-"}, drawn)
    for folder, known in labels.items():
        for name, found in reports(folder):
            for start, kind, features_, _ in candidates(found):
                if (name, start) in known:
                    right, tier = known[name, start]
                    yield Example(folder, (name, start), kind, features_, kind in right, bool(right), KEPT[tier])
    for number, line in enumerate((DATA / "sentences.jsonl").read_text("utf-8").splitlines()):
        said = json.loads(line)
        told: dict[int, str] = dict(said["events"])
        for start, kind, features_, met in candidates(whole(said["text"])):
            loose = features_.keys().isdisjoint(("verb fits", "noun fits"))
            if loose and start not in told:
                continue  # these texts say all that frames find in them, and no more
            right_ = (met or loose) and told.get(start) == kind
            yield Example("sentences", (str(number), start), kind, features_, right_, start in told, SENTENCES)
    for folder, name, marked in marked_texts():
        text, told_at = unmarked(marked)
        for start, kind, features_, _ in candidates(whole(text)):
            right = told_at.get(start, frozenset())
            weight = MARKED if folder == "marked" else SHORT
            yield Example(folder, (name, start), kind, features_, kind in right, bool(right), weight)


def marked_texts() -> Iterator[tuple[str, str, str]]:
    """Folder, name and text of what was marked as it was written: whole texts, and short ones that stand a line each."""
    for file in sorted((DATA / "marked").glob("*.txt")):
        yield "marked", file.name, file.read_text("utf-8")
    short = DATA / "marked-sentences.txt"
    for number, line in enumerate(short.read_text("utf-8").splitlines() if short.exists() else ()):
        if line.strip() and not line.startswith("#"):
            yield f"marked sentences {number % 3}", f"sentence {number}", line


def unmarked(marked: str) -> tuple[str, dict[int, frozenset[str]]]:
    """The bare text, and the types of event that the words at these places tell of."""
    bare, types, at = "", {}, 0
    for found in MARK.finditer(marked):
        bare += marked[at : found.start()]
        types[len(bare)] = frozenset(found["types"].split(","))
        bare += found["word"]
        at = found.end()
    return bare + marked[at:], types


def learned(known: Sequence[Example]) -> Model:
    vectors = DictVectorizer(sort=True)
    rows = vectors.fit_transform([for_each_type(e) for e in known])
    rows.indices, rows.indptr = rows.indices.astype("int32"), rows.indptr.astype("int32")  # liblinear takes no others
    fitted = LogisticRegression(C=STRENGTH, max_iter=3000, solver="liblinear")
    fitted.fit(rows, [e.right for e in known], sample_weight=[e.weight for e in known])
    weights: dict[str, dict[str, float]] = defaultdict(dict)
    for name, w in zip(vectors.get_feature_names_out(), fitted.coef_[0], strict=True):
        if abs(w) >= SMALL:
            kind, _, feature = name.partition(": ")
            weights[kind][feature] = round(float(w), 3)
    general = weights.pop("", {})
    return Model(THRESHOLD, round(float(fitted.intercept_[0]), 3), general, dict(weights))


def for_each_type(e: Example) -> dict[str, float]:
    """Features as they count for every type, ": passive", and for the one in question, "COERCE: passive"."""
    general = {f": {name}": value for name, value in e.seen.items()}
    return general | {f"{e.kind}: {name}": value for name, value in e.seen.items() if not name.startswith(COMMON)}


def told_apart(model: Model, held: Sequence[Example]) -> tuple[float, float]:
    """Precision and recall over words: the likeliest type of each, where it is likely enough."""
    by_word: dict[tuple[str, int], list[Example]] = defaultdict(list)
    for e in held:
        by_word[e.word].append(e)
    right = taken = wanted = 0.0
    for many in by_word.values():
        best = max(many, key=lambda e: probability(e.kind, e.seen, model))
        wanted += best.weight * best.told
        if probability(best.kind, best.seen, model) >= model.threshold:
            taken += best.weight
            right += best.weight * best.right
    return right / taken if taken else 0.0, right / wanted if wanted else 0.0


def written(model: Model) -> str:
    tables = {"weights": model.weights} | {f"types.{kind}": own for kind, own in sorted(model.types.items())}
    lines = [HEAD + f"threshold = {model.threshold}\nbias = {model.bias}"]
    for table, weights in tables.items():
        lines += ["", f"[{table}]", *(f"{json.dumps(name, ensure_ascii=False)} = {w}" for name, w in sorted(weights.items()))]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.learn_events", description=__doc__)
    parser.add_argument("--set", action="store_true", help="write events.toml")
    wanted = parser.parse_args()
    known = list(examples())
    print(f"{len(known)} candidates, {sum(e.right for e in known)} events")
    if wanted.set:
        OUT.write_text(written(learned(known)), "utf-8")
        return
    for folder in sorted({e.folder for e in known}):
        model = learned([e for e in known if e.folder != folder])
        precision, recall = told_apart(model, [e for e in known if e.folder == folder])
        print(f"{folder:40s} precision {precision:.3f}  recall {recall:.3f}")


if __name__ == "__main__":
    main()
