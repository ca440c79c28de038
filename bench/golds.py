"""The stage golds of golds.toml: predict, have the scorer beside the gold score, read its figures. Points of 100."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = ROOT.parent / "shared" / "bench"


@dataclass(frozen=True)
class Gold:
    """One gold file of one stage, and how it is scored."""

    stage: str
    name: str
    gold: Path
    score: tuple[str, ...]
    figures: Mapping[str, str]
    scale: float = 1
    bar: str = ""
    here: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "here", self.gold.is_file())


def golds() -> dict[str, Gold]:
    """Every gold by its section's name, "time.timebank"."""
    known = tomllib.loads((Path(__file__).parent / "golds.toml").read_text("utf-8"))
    return {
        f"{stage}.{name}": Gold(
            stage, name, FOLDER / one["gold"], tuple(one["score"]), one["figures"], one.get("scale", 1), one.get("bar", "")
        )
        for stage, files in known.items()
        for name, one in files.items()
    }


def digest(gold: Gold) -> str:
    """Digest of a gold file."""
    return hashlib.blake2b(gold.gold.read_bytes(), digest_size=8).hexdigest()


def measure(gold: Gold) -> dict[str, float]:
    """The scorer's figures for what the stage predicts, in points of 100."""
    with tempfile.TemporaryDirectory() as scratch:
        predicted = Path(scratch) / "predicted.jsonl"
        _run("-m", "bench", gold.stage, str(gold.gold), "--out", str(predicted))
        given = {"GOLD": str(gold.gold), "PRED": str(predicted)}
        printed = _run(*(given.get(part) or _beside(part) for part in gold.score))
    return {name: _figure(pattern, printed) * gold.scale for name, pattern in gold.figures.items()}


def _beside(part: str) -> str:
    return str(FOLDER / part) if part.endswith(".py") else part


def _figure(pattern: str, printed: str) -> float:
    found = re.search(pattern, printed, re.MULTILINE)
    if found is None:
        raise ValueError(f"the scorer printed nothing like {pattern!r}:\n{printed}")
    return float(found[1])


def _run(*arguments: str) -> str:
    done = subprocess.run([sys.executable, *arguments], check=True, capture_output=True, text=True, cwd=ROOT)
    return done.stdout
