"""Adapter for time expressions: TIMEX3 type and value of a bare text that came out on a known day."""

from __future__ import annotations

from datetime import date
from typing import Any

from dateline.mark import times


def predict(record: dict[str, Any]) -> dict[str, Any]:
    """`record` has "id", "text" and "dct" (the publication day, ISO); the answer has "id" and "timex"."""
    written = str(record.get("dct") or "")[:10]
    published = date.fromisoformat(written) if len(written) == 10 else None
    found = times.mark_text(record["text"], published)
    listed = [{"start": one.span.start, "end": one.span.end, "type": one.type, "value": one.value} for one in found]
    return {"id": record["id"], "timex": listed}
