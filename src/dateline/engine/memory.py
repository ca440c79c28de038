"""What costly steps gave for what they took: a correction changes little, so that most of the weave need not be done again.

Kept in this process only, as bytes, so that nothing that a later step changes gets back into it. What a step takes is known again
by a digest of its content: the same content has the same result, by whichever way it came about.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from dateline.pipeline import Group
from dateline.records import Marks

STATES = 3  # results of one step that are remembered: before a correction, after it, and after the next


class Memory:
    """Results of the steps that are `remembered`, the last few of each."""

    def __init__(self) -> None:
        self._results: dict[str, dict[bytes, bytes]] = {}

    def run(self, group: Group, taken: Sequence[Any]) -> Any:
        """The step's results, worked out only if it has not met what it takes."""
        if not group.remembered:
            return group.run(*taken)
        key = _key(taken)
        known = self._results.setdefault(group.name, {})
        found = known.pop(key, None)
        if found is None:
            found = pickle.dumps(group.run(*taken), pickle.HIGHEST_PROTOCOL)
        known[key] = found
        while len(known) > STATES:
            del known[next(iter(known))]
        return pickle.loads(found)


def _key(taken: Sequence[Any]) -> bytes:
    digest = hashlib.blake2b(digest_size=16)
    for value in taken:
        digest.update(hashlib.blake2b(msgspec.msgpack.encode(_silent(value)), digest_size=16).digest())
    return digest.digest()


def _silent(value: Any) -> Any:
    """Marks with nothing of who speaks: the steps that are remembered never ask."""
    if not isinstance(value, Mapping) or not all(isinstance(one, Marks) for one in value.values()):
        return value
    return [msgspec.structs.replace(one, statements=()) for one in value.values()]
