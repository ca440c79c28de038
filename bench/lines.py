"""Adapter for text that was already extracted: which of its lines belong to the report. `python -m bench.lines GOLD PRED` scores."""

from __future__ import annotations

import json
import sys
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


def main(gold: Path, predicted: Path) -> int:
    answers = {row["id"]: row["lines"] for row in _rows(predicted)}
    for name, figure in score(_rows(gold), answers).items():
        print(f"{name:10}{figure:.4f}")
    return 0


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit("usage: python -m bench.lines GOLD.jsonl PRED.jsonl")
    raise SystemExit(main(Path(sys.argv[1]), Path(sys.argv[2])))
