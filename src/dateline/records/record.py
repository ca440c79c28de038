"""What every record is."""

from __future__ import annotations

import msgspec


class Record(msgspec.Struct, frozen=True):
    """A value: equal content is an equal record."""
