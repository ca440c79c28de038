"""Adapters that run a stage of Dateline over a gold file; the figures in docs/accuracy.md come from here."""

from __future__ import annotations

import pkgutil

# modules of this package that are no stage
_TOOLS = frozenset(
    {"evidence", "learn_events", "learn_variants", "gate", "golds", "pages", "pictures", "searching", "sources", "speed", "story"}
)


def stages() -> list[str]:
    """The names of the stages: every other module here is one."""
    return sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_") and m.name not in _TOOLS)
