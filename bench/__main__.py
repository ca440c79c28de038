"""`python -m bench STAGE GOLD.jsonl --out PRED.jsonl`: predictions of one stage in the gold file's own form.

Each stage is a module of this package with `predict(record) -> record` for one line of gold, or `predict_all(records) -> records`
where lines must be seen together. None of them reads the gold answers.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from pathlib import Path

import bench


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("stage", choices=bench.stages())
    parser.add_argument("gold", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    stage = importlib.import_module(f"bench.{options.stage}")
    with options.gold.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    if hasattr(stage, "predict_all"):
        predicted = stage.predict_all(records, options.gold)
    else:
        predicted = (stage.predict(record) for record in records)
    with options.out.open("w", encoding="utf-8") as out:
        for number, record in enumerate(predicted, 1):
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
            if sys.stderr.isatty():
                print(f"\r{number}/{len(records)}", end="", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
