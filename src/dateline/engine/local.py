"""The local engine: a process pool over single reports, everything finished kept at once, the weave in this process."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

import dateline
from dateline import languages
from dateline.pipeline import STEPS, Each, Group
from dateline.records import Account, Marks, Problem, Report, Source
from dateline.store import Desk

POOL_FROM = 24  # reports: fewer are marked sooner in this process than a pool starts

Progress = Callable[[str, int, int], None]
"""Called with a step's name, how many of its records are done, and how many there are."""


def quiet(step: str, done: int, total: int) -> None:
    """Progress for nobody."""


def version(each: Each) -> str:
    """Digest of the code and data that a step runs: marks made by other code are not used again."""
    return _digest(each.packages)


@cache
def _digest(packages: tuple[str, ...]) -> str:
    root = Path(dateline.__file__).parent
    digest = hashlib.blake2b((root / "records.py").read_bytes(), digest_size=8)
    for package in packages:
        for path in sorted((root / package).rglob("*")):
            if path.is_file() and path.suffix in {".py", ".toml", ".txt", ".json"}:
                digest.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


def step(name: str) -> Each:
    """The step over single records with this name."""
    return next(s for s in STEPS if isinstance(s, Each) and s.name == name)


def add(desk: Desk, sources: Iterable[Source | Problem], progress: Progress = quiet) -> tuple[int, int, tuple[Problem, ...]]:
    """Read sources into the desk and weave it again. Returns how many reports are new, how many were known, and what went wrong."""
    new, known, problems = 0, 0, []
    for number, found in enumerate(_read(_tried_again(desk, sources)), 1):
        if isinstance(found, Problem):
            desk.put_problem(found)
            problems.append(found)
        elif desk.add(found):
            new += 1
        else:
            known += 1
        progress("read", number, 0)
    problems += weave(desk, progress)
    return new, known, tuple(problems)


def _tried_again(desk: Desk, sources: Iterable[Source | Problem]) -> Iterator[Source | Problem]:
    """The sources as they come, each with what was once wrong with it forgotten."""
    troubled = any(problem.step == "read" for problem in desk.problems())
    for source in sources:
        if troubled:
            desk.forget_problems("read", source.name if isinstance(source, Source) else source.source)
        yield source


def _read(sources: Iterable[Source | Problem]) -> Iterator[Report | Problem]:
    reading = step("read")
    for source in sources:
        if isinstance(source, Problem):
            yield source
            continue
        try:
            yield from reading.run(source)
        except Exception as error:  # one report that breaks a rule of ours must not stop the others
            yield Problem(
                source.name, "read", "internal error", f"{type(error).__name__}: {error}. Please report it with the file."
            )


def weave(desk: Desk, progress: Progress = quiet) -> list[Problem]:
    """Mark what has no marks yet and weave the whole account; the new account replaces the old in one transaction."""
    reports = desk.reports()
    problems = _mark(desk, reports, progress)
    marks = desk.marks(version(step("mark")))
    known = tuple(r for r in reports if r.id in marks)
    context: dict[str, Any] = {"reports": known, "marks": {r.id: marks[r.id] for r in known}, "judgements": desk.judgements()}
    groups = [s for s in STEPS if isinstance(s, Group)]
    for number, group in enumerate(groups):
        progress("weave", number, len(groups))
        results = group.run(*(context[name] for name in group.takes))
        context.update(zip(group.gives, results if len(group.gives) > 1 else (results,), strict=True))
    desk.replace_account(assemble(context))
    progress("weave", len(groups), len(groups))
    return problems


def assemble(context: Mapping[str, Any]) -> Account:
    """The account from what the steps gave."""
    return Account(
        reports=context["reports"],
        marks=tuple(context["marks"].values()),
        published=context["published"],
        outlets=context["outlets"],
        actors=context["weaving"].records(context["published"]),
        places=context["places"].records(),
        variant_groups=context["variants"],
        events=context["woven"].events,
        plans=context["plans"],
        copies=context["copies"],
        origins=context["origins"],
        stories=context["stories"],
        problems=(),
    )


def _mark(desk: Desk, reports: Iterable[Report], progress: Progress) -> list[Problem]:
    marking = step("mark")
    done = desk.marks(version(marking))
    todo = [r for r in reports if r.id not in done]
    troubled = any(problem.step == "mark" for problem in desk.problems())
    for report in todo if troubled else ():
        desk.forget_problems("mark", report.source)
    problems = [_no_pack(r) for r in todo if not languages.known(r.language)]
    for number, result in enumerate(_run_each(marking, todo), 1):
        if isinstance(result, Problem):
            problems.append(result)
        else:
            desk.put_marks(result, version(marking))
        progress("mark", number, len(todo))
    for problem in problems:
        desk.put_problem(problem)
    return problems


def _no_pack(report: Report) -> Problem:
    said = f"No language pack for {report.language!r}: the report is kept and shown, but nothing in it is marked."
    return Problem(report.source, "mark", "unknown language", said)


def _run_each(each: Each, reports: list[Report]) -> Iterator[Marks | Problem]:
    workers = min(os.cpu_count() or 1, 8)
    if len(reports) < POOL_FROM or workers < 2:
        yield from (_guarded(each.name, report) for report in reports)
        return
    # "spawn" works alike on every system; a forked child would share the desk's open file.
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(_guarded, [each.name] * len(reports), reports, chunksize=4)


def _guarded(name: str, report: Report) -> Marks | Problem:
    try:
        marks: Marks = step(name).run(report)
    except Exception as error:  # shown to the user, the other reports go on
        return Problem(report.source, name, "internal error", f"{type(error).__name__}: {error}. Please report it with the file.")
    return marks


def account(desk: Desk, progress: Progress = quiet) -> Account:
    """The desk's account; woven first when the code has changed since."""
    current = version(step("mark"))
    if len(desk.marks(current)) < len(desk.reports()):
        weave(desk, progress)
    return desk.account(current)
