"""Running the steps that weave: over all records, and over the parts of them that have nothing to do with each other."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

import dateline
from dateline.engine.memory import Memory
from dateline.pipeline import STEPS, Each, Group, Parts
from dateline.records import Account, Judgement, KnownPerson, Marks, Report
from dateline.weave.judgements import Said

Progress = Callable[[str, int, int], None]
"""Called with a step's name, how many of its records are done, and how many there are."""

Work = Callable[[], bytes]
Keep = Callable[[str, Work], bytes]
"""Gives what is kept under a key, else does the work and keeps what it gives."""


def quiet(step: str, done: int, total: int) -> None:
    """Progress for nobody."""


def keep_nothing(key: str, work: Work) -> bytes:
    """For those with no desk."""
    return work()


@cache
def digest_of(packages: tuple[str, ...]) -> str:
    """Digest of the code and data of packages, and of the records."""
    root = Path(dateline.__file__).parent
    digest = hashlib.blake2b(digest_size=8)
    for package in ("records", *packages):
        for path in sorted((root / package).rglob("*")):
            if path.is_file() and path.suffix in {".py", ".toml", ".txt", ".json"}:
                digest.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


def woven(
    reports: Sequence[Report], marks: Mapping[str, Marks], judgements: Sequence[Judgement] = (), known: Sequence[KnownPerson] = ()
) -> Account:
    """The account of reports that are marked already, with no desk."""
    return run(reports, marks, judgements, known)[0]


def run(
    reports: Sequence[Report],
    marks: Mapping[str, Marks],
    judgements: Sequence[Judgement],
    known: Sequence[KnownPerson],
    keep: Keep = keep_nothing,
    progress: Progress = quiet,
    memory: Memory | None = None,
) -> tuple[Account, Said]:
    """The account, and what the judgements say.

    keep: for what parts give, for good; memory: for what costly steps gave in this process.
    """
    context: dict[str, Any] = {"reports": tuple(reports), "marks": {r.id: marks[r.id] for r in reports}}
    context |= {"judgements": judgements, "known": known}
    todo = [step for step in STEPS if not isinstance(step, Each)]
    done, total = 0, len(todo)
    for step in todo:
        progress("weave", done, total)
        taken = [context[name] for name in step.takes]
        if isinstance(step, Group):
            given = memory.run(step, taken) if memory else step.run(*taken)
        else:
            parts, results = step.part(*taken), []
            total += len(parts)
            for part in parts:
                results.append(_part(step, part, keep))
                done += 1
                progress("weave", done, total)
            given = step.join(results)
        context |= zip(step.gives, given if len(step.gives) > 1 else (given,), strict=True)
        done += 1
    progress("weave", done, total)
    return _account(context), context["said"]


def _part(step: Parts, part: Any, keep: Keep) -> Any:
    """What the step gives for a part, which is known again by all that it is and by the code that works on it."""
    key = hashlib.blake2b(digest_of(step.packages).encode() + msgspec.msgpack.encode(part), digest_size=16).hexdigest()
    return msgspec.msgpack.decode(keep(key, lambda: msgspec.msgpack.encode(step.run(part))), type=step.result)


def _account(context: Mapping[str, Any]) -> Account:
    """The account from what the steps gave."""
    return Account(
        reports=context["reports"],
        marks=tuple(context["marks"].values()),
        published=context["published"],
        outlets=context["outlets"],
        actors=context["actors"].records(context["published"]),
        places=context["places"],
        variant_groups=context["variants"],
        events=context["events"],
        plans=context["plans"],
        copies=context["copies"],
        origins=context["origins"],
        passages=context["passages"],
        stories=context["stories"],
        lines=context["story_lines"],
        problems=(),
        judgements=context["said"].obeyed,
    )
