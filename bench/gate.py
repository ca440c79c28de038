"""`python -m bench.gate [NAME ...] [--set]`: measure what can be measured here and compare it with the floors in floors.toml.

NAME: a story ("jerusalem-1977"), a stage ("time") or a gold of one ("time.timebank"); everything without. A floor belongs to
data, named by the digest of its files: other data has no floor. A figure under its floor fails the gate; a commit that lowers a
floor says so and why. Data that is not here is named and passed over. --set writes floors a little under what is measured now.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bench import golds
from dateline import read
from dateline.engine import local
from dateline.store import Desk
from dateline.tell.exports.account import export

ROOT = Path(__file__).parents[1]
FLOORS = Path(__file__).parent / "floors.toml"
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "story" / "score.py"
STORIES = {
    "shared": SHARED / "story",
    "jerusalem-1977": ROOT / "examples" / "jerusalem-1977",
    **{path.name: path for path in sorted((ROOT / "tests" / "stories").iterdir()) if path.is_dir()},
}
STORY_SLACK = 0.01  # of 1
STAGE_SLACK = 0.3  # points of 100

Figures = dict[str, float]


def digest(folder: Path) -> str:
    """Digest of a story's reports and gold."""
    found = hashlib.blake2b(digest_size=8)
    for path in [folder / "gold.json", *sorted((folder / "reports").iterdir())]:
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()


def score_story(folder: Path) -> Figures:
    """The scorer's figures for the account of a story's reports, each in 0..1."""
    with tempfile.TemporaryDirectory() as scratch:
        with Desk(Path(scratch) / "story.desk") as desk:
            local.add(desk, read.sources(str(folder / "reports")))
            export(local.account(desk), Path(scratch) / "account.json")
        command = [sys.executable, str(SCORER), str(Path(scratch) / "account.json"), "--story", str(folder), "--json"]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: Figures = json.loads(done.stdout)
    return figures


def shortfalls(name: str, figures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """What lies under its floor, in words. A floor with no figure is a shortfall too."""
    found = []
    for key, floor in floors.items():
        if key not in figures:
            found.append(f"{name}: {key} has a floor and was not measured")
        elif figures[key] < floor:
            found.append(f"{name}: {key} {figures[key]:.3f} is under its floor {floor:.3f}")
    return found


def floors() -> dict[str, dict[str, Any]]:
    """The sections of floors.toml: a story's by its name, a gold's by "stage.gold"; each has `digest` and `floor`."""
    found: dict[str, dict[str, Any]] = {}
    for name, section in tomllib.loads(FLOORS.read_text("utf-8") if FLOORS.is_file() else "").items():
        found |= {name: section} if "digest" in section else {f"{name}.{inner}": one for inner, one in section.items()}
    return found


def write(known: Mapping[str, Mapping[str, Any]]) -> None:
    """Write floors.toml."""
    lines = ["# Floors of accuracy, by `python -m bench.gate --set`. A commit that lowers one says so and why."]
    for name, section in known.items():
        lines += ["", f"[{name}]", f'digest = "{section["digest"]}"']
        lines += [f"floor.{key if key.isidentifier() else json.dumps(key)} = {value}" for key, value in section["floor"].items()]
    FLOORS.write_text("\n".join(lines) + "\n", "utf-8")


def under(figures: Mapping[str, float], slack: float, digits: int) -> Figures:
    """Floors a little under the figures, rounded down."""
    return {key: max(0.0, math.floor((value - slack) * 10**digits + 1e-6) / 10**digits) for key, value in figures.items()}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m bench.gate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", metavar="NAME", nargs="*")
    parser.add_argument("--set", action="store_true", help="write the floors anew")
    options = parser.parse_args(arguments)
    wanted = frozenset(options.names)
    if unknown := wanted - STORIES.keys() - golds.golds().keys() - {one.stage for one in golds.golds().values()}:
        parser.error(f"nothing is called {', '.join(sorted(unknown))}")
    known = floors()
    stories, told = _stories(wanted, known)
    stages, more = _stages(wanted, known)
    if options.set:
        known |= fresh(stories, stages)
        write({name: known[name] for name in (*STORIES, *golds.golds()) if name in known})
    print("\n\n".join(part for part in (_story_table(stories), _stage_table(stages, known)) if part))
    if options.set:
        print(f"\nFloors of {len(stories) + len(stages)} sets written.")
        return 0
    print("", *told, *more, "" if told + more else "All floors that were checked hold.", sep="\n")
    return bool(told + more)


def fresh(stories: Mapping[str, Figures], stages: Mapping[str, Figures]) -> dict[str, dict[str, Any]]:
    """Sections of floors.toml for what was measured."""
    made = {name: {"digest": digest(STORIES[name]), "floor": under(found, STORY_SLACK, 3)} for name, found in stories.items()}
    for name, found in stages.items():
        made[name] = {"digest": golds.digest(golds.golds()[name]), "floor": under(found, STAGE_SLACK, 1)}
    return made


def _stories(wanted: frozenset[str], known: Mapping[str, Mapping[str, Any]]) -> tuple[dict[str, Figures], list[str]]:
    measured: dict[str, Figures] = {}
    failed: list[str] = []
    for name, folder in STORIES.items():
        if wanted and name not in wanted:
            continue
        if not SCORER.is_file() or not (folder / "gold.json").is_file():
            print(f"{name}: the story or its scorer is not beside this checkout; passed over", file=sys.stderr)
            continue
        measured[name] = score_story(folder)
        failed += _checked(name, measured[name], digest(folder), known)
    return measured, failed


def _stages(wanted: frozenset[str], known: Mapping[str, Mapping[str, Any]]) -> tuple[dict[str, Figures], list[str]]:
    measured: dict[str, Figures] = {}
    failed: list[str] = []
    for name, gold in golds.golds().items():
        if wanted and not wanted & {name, gold.stage}:
            continue
        if not gold.here:
            print(f"{name}: the gold is not beside this checkout; passed over", file=sys.stderr)
            continue
        measured[name] = golds.measure(gold)
        failed += _checked(name, measured[name], golds.digest(gold), known)
    return measured, failed


def _checked(name: str, figures: Figures, found: str, known: Mapping[str, Mapping[str, Any]]) -> list[str]:
    if known.get(name, {}).get("digest") != found:
        print(f"{name}: no floors for this data ({found}); not checked", file=sys.stderr)
        return []
    return shortfalls(name, figures, known[name]["floor"])


def _story_table(measured: Mapping[str, Figures]) -> str:
    if not measured:
        return ""
    keys = list(dict.fromkeys(key for figures in measured.values() for key in figures))
    rows = [f"| {key} | " + " | ".join(_cell(figures.get(key), 3) for figures in measured.values()) + " |" for key in keys]
    return "\n".join(["| figure | " + " | ".join(measured) + " |", "|---" + "|--:" * len(measured) + "|", *rows])


def _stage_table(measured: Mapping[str, Figures], known: Mapping[str, Mapping[str, Any]]) -> str:
    if not measured:
        return ""
    rows = ["| gold | figure | measured | floor | others |", "|---|---|--:|--:|---|"]
    for name, figures in measured.items():
        for number, (key, value) in enumerate(figures.items()):
            bar = golds.golds()[name].bar if number == 0 else ""
            floor = known.get(name, {}).get("floor", {}).get(key)
            rows.append(f"| {name if number == 0 else ''} | {key} | {_cell(value, 1)} | {_cell(floor, 1)} | {bar} |")
    return "\n".join(rows)


def _cell(value: float | None, digits: int) -> str:
    return "" if value is None else f"{value:.{digits}f}"


if __name__ == "__main__":
    raise SystemExit(main())
