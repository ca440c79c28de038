"""Adapter for text already extracted: which of its lines belong to the report. `python -m bench.lines GOLD PRED` scores it."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from dateline.read.blocks import roles

_KEPT = frozenset({"body", "subhead", "turn", "dateline"})


def predict(record: dict[str, Any]) -> dict[str, Any]:
    """`record` has "id" and "lines" with "text" each; the answer has "id" and a bool a line: whether to keep it."""
    return {"id": record["id"], "lines": keep([line["text"] for line in record["lines"]])}


def keep(lines: list[str]) -> list[bool]:
    """Whether each line is text of the report; blank lines never are."""
    filled = [number for number, line in enumerate(lines) if line.strip()]
    kept = [False] * len(lines)
    for number, (role, _) in zip(filled, roles([lines[n] for n in filled]), strict=True):
        kept[number] = role in _KEPT
    return kept


def score(gold: Iterable[Mapping[str, Any]], predicted: Mapping[str, list[bool]]) -> dict[str, float]:
    """Precision, recall and F1 of kept characters, all lines of all records together. A missing record keeps nothing."""
    both = said = wanted = 0
    for record in gold:
        answers = predicted.get(record["id"], [False] * len(record["lines"]))
        for line, kept in zip(record["lines"], answers, strict=True):
            size = len(line["text"].strip())
            both += size * (kept and line["keep"])
            said += size * kept
            wanted += size * line["keep"]
    precision, recall = both / said if said else 0.0, both / wanted if wanted else 0.0
    return {"precision": precision, "recall": recall, "f1": 2 * both / (said + wanted) if said + wanted else 0.0}


def articles(gold: Iterable[Mapping[str, Any]], predicted: Mapping[str, list[bool]]) -> dict[str, list[dict[str, str]]]:
    """For each extractor (what an id has before its slash) the kept lines of every page: {"id": the page's, "text"}."""
    found: dict[str, list[dict[str, str]]] = {}
    for record in gold:
        answers = predicted.get(record["id"], [])
        text = "\n".join(line["text"] for line, kept in zip(record["lines"], answers, strict=False) if kept)
        found.setdefault(record["id"].rpartition("/")[0], []).append({"id": record["doc"], "text": text})
    return found


def main(gold: Path, predicted: Path) -> int:
    """Print the figures of the characters, and the mean document F1 of the extractors where the articles' gold lies beside."""
    answers = {row["id"]: row["lines"] for row in _rows(predicted)}
    for name, figure in score(_rows(gold), answers).items():
        print(f"{name:10}{figure:.4f}")
    scorer, whole = gold.parent / "score.py", gold.parent / "aeb_gold.jsonl"
    if scorer.is_file() and whole.is_file():
        figures = [_document_f1(scorer, whole, rows) for rows in articles(_rows(gold), answers).values()]
        print(f"documents {sum(figures) / len(figures):.4f}")
    return 0


def _document_f1(scorer: Path, gold: Path, rows: list[dict[str, str]]) -> float:
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "articles.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        done = subprocess.run([sys.executable, str(scorer), str(gold), str(path)], check=True, capture_output=True, text=True)
    return float(next(line.split()[1] for line in done.stdout.splitlines() if line.startswith("f1 ")))


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit("usage: python -m bench.lines GOLD.jsonl PRED.jsonl")
    raise SystemExit(main(Path(sys.argv[1]), Path(sys.argv[2])))
