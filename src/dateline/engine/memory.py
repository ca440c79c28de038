"""What costly steps gave for what they took: a correction changes little, so that most of the weave need not be done again.

Kept in this process only, as bytes, so that nothing that a later step changes gets back into it. What a step takes is known again
by a digest of its content: the same content has the same result, by whichever way it came about.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from dateline.pipeline import Group
from dateline.records import Marks
from dateline.weave.actors import Weaving
from dateline.weave.judgements import Said
from dateline.weave.places import Places

STATES = 3  # results of one step that are remembered: before a correction, after it, and after the next


class Memory:
    """Results of the steps that are marked `kept_while`, the last few of each."""

    def __init__(self) -> None:
        self._results: dict[str, dict[bytes, bytes]] = {}

    def run(self, group: Group, context: Mapping[str, Any]) -> Any:
        """The step's results, worked out only if it has not met what it takes."""
        taken = [context[name] for name in group.takes]
        if group.kept_while is None:
            return group.run(*taken)
        key = _key(group, taken)
        known = self._results.setdefault(group.name, {})
        found = known.pop(key, None)
        if found is None:
            found = pickle.dumps(group.run(*taken), pickle.HIGHEST_PROTOCOL)
        known[key] = found
        while len(known) > STATES:
            del known[next(iter(known))]
        return pickle.loads(found)


def _key(group: Group, taken: list[Any]) -> bytes:
    digest = hashlib.blake2b(group.name.encode(), digest_size=16)
    for value in taken:
        told = _told(value, speakers=group.kept_while == "all is the same")
        digest.update(hashlib.blake2b(msgspec.msgpack.encode(told, order="sorted"), digest_size=16).digest())
    return digest.digest()


def _told(value: Any, *, speakers: bool) -> Any:
    """What a step can know of a value, as plain content: who speaks is left out for the steps that never ask."""
    if isinstance(value, Weaving):
        return [(id_, [local.refs for local in cluster]) for id_, cluster in value.cluster_of.items()]
    if isinstance(value, Places):
        return value.records()
    if isinstance(value, Said):
        return [(ref, word.value) for ref, word in value.dates.items()]
    if isinstance(value, Mapping) and all(isinstance(one, Marks) for one in value.values()):
        return [_marks(one, speakers) for one in value.values()]
    return value


def _marks(marks: Marks, speakers: bool) -> Marks:
    def plain(**fields: Any) -> Callable[[Any], Any]:
        return lambda statement: msgspec.structs.replace(statement, judged=(), **fields)

    heard = plain() if speakers else plain(speaker=None)
    return msgspec.structs.replace(marks, statements=tuple(map(heard, marks.statements)))
