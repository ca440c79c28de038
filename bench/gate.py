"""`python -m bench.gate`: measure what can be measured here and compare it with the floors in floors.toml.

A floor belongs to data, named by the digest of its files: other data has no floor. A figure under its floor fails the gate; a
commit that lowers a floor says so and why. Data that is not here is named and passed over.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from dateline import read
from dateline.engine import local
from dateline.store import Desk
from dateline.tell.exports.account import export

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "story" / "score.py"
STORIES = {
    "shared": SHARED / "story",
    "jerusalem-1977": ROOT / "examples" / "jerusalem-1977",
    **{path.name: path for path in sorted((ROOT / "tests" / "stories").iterdir()) if path.is_dir()},
}


def digest(folder: Path) -> str:
    """Digest of a story's reports and gold."""
    found = hashlib.blake2b(digest_size=8)
    for path in [folder / "gold.json", *sorted((folder / "reports").iterdir())]:
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()


def score_story(folder: Path) -> dict[str, float]:
    """The scorer's figures for the account of a story's reports."""
    with tempfile.TemporaryDirectory() as scratch:
        with Desk(Path(scratch) / "story.desk") as desk:
            local.add(desk, read.sources(str(folder / "reports")))
            export(local.account(desk), Path(scratch) / "account.json")
        command = [sys.executable, str(SCORER), str(Path(scratch) / "account.json"), "--story", str(folder), "--json"]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def shortfalls(name: str, figures: dict[str, float], floors: dict[str, float]) -> list[str]:
    """What lies under its floor, in words."""
    return [
        f"{name}: {key} {figures[key]:.3f} is under its floor {floor:.3f}" for key, floor in floors.items() if figures[key] < floor
    ]


def floors() -> dict[str, dict[str, object]]:
    return tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))


def main() -> int:
    failed = []
    if not SCORER.is_file():
        print("The scorer is not beside this checkout; nothing was measured.")
        return 0
    table = {}
    for name, folder in STORIES.items():
        known = floors().get(name, {})
        table[name] = score_story(folder)
        if known.get("digest") != digest(folder):
            print(f"{name}: other data than its floors were set on ({digest(folder)}); not checked")
            continue
        failed += shortfalls(name, table[name], known["floor"])  # type: ignore[arg-type]
    keys = list(next(iter(table.values())))
    print("| figure | " + " | ".join(table) + " |")
    print("|---" * (len(table) + 1) + "|")
    for key in keys:
        print(f"| {key} | " + " | ".join(f"{figures[key]:.3f}" for figures in table.values()) + " |")
    print("\n".join(failed) or "All floors hold.")
    return bool(failed)


if __name__ == "__main__":
    raise SystemExit(main())
