"""Adapter for name-matching benchmarks: how likely the two names of a pair are one person's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.languages import names


def predict_all(records: list[dict[str, Any]], gold: Path) -> Iterator[dict[str, Any]]:
    """For each row with schema Person: "id", its number in the file from 0, and "score" in 0..1."""
    for number, record in enumerate(records):
        if record["schema"] == "Person":
            yield {"id": number, "score": names.compare(record["name1"], record["name2"])}
