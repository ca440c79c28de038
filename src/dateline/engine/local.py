"""The local engine: a process pool over single reports, everything finished kept at once, the weave in this process."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock
from typing import Literal

import msgspec

from dateline import languages
from dateline.engine.memory import Memory
from dateline.engine.steps import Progress, Work, digest_of, quiet, run
from dateline.pipeline import STEPS, Each, Group
from dateline.records import Account, Changes, Judgement, Marks, Problem, Report, Source
from dateline.spans import Span
from dateline.store import Desk
from dateline.weave.changes import difference
from dateline.weave.judgement_rules import JudgementError, checked
from dateline.weave.judgements import heed, withdrawn

__all__ = ["Entry", "JudgementError", "Progress", "account", "add", "journal", "judge", "now", "undo", "weave"]

BATCH = 8  # reports marked, and kept, together
POOL_FROM = 24  # reports: fewer are marked sooner in this process than a pool starts


def version(each: Each) -> str:
    """Digest of the code and data that a step runs: marks made by other code are not used again."""
    return digest_of(each.packages)


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
    return _weave(desk, progress)[0]


def _weave(desk: Desk, progress: Progress, memory: Memory | None = None) -> tuple[list[Problem], Changes]:
    taken, before, judgements, reports = woven_from(desk), _before(desk), desk.judgements(), desk.reports()
    problems = _mark(desk, reports, progress)
    marks = desk.marks(version(step("mark")))
    known = tuple(r for r in reports if r.id in marks)
    used: set[str] = set()

    def keep(key: str, work: Work) -> bytes:
        used.add(key)
        found = desk.part(key)
        if found is None:
            found = work()
            desk.keep_part(key, found)
        return found

    after, said = run(known, marks, judgements, desk.known_people(), keep, progress, memory)
    changes = difference(before, after) if before else Changes(tuple(r.id for r in after.reports), ())
    desk.replace_problems("judge", said.problems)
    desk.replace_account(after, changes, len(judgements), now(), taken)
    desk.keep_parts_alone(used)
    return problems, changes


def woven_from(desk: Desk) -> str:
    """Digest of all that the account of a desk is woven from, and of the code that weaves."""
    code = digest_of(tuple(sorted({package for one in STEPS if not isinstance(one, Group) for package in one.packages})))
    told = (code, desk.report_ids(), [j.id for j in desk.judgements()], desk.known_people())
    return hashlib.blake2b(msgspec.msgpack.encode(told), digest_size=16).hexdigest()


def _before(desk: Desk) -> Account | None:
    """The account that is to be replaced; None where code with other records wrote it."""
    try:
        return desk.account(None)
    except msgspec.MsgspecError:
        return None


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
    batches = [reports[start : start + BATCH] for start in range(0, len(reports), BATCH)]
    if len(reports) < POOL_FROM or workers < 2:
        for batch in batches:
            yield from _guarded(each.name, batch)
        return
    # "spawn" works alike on every system; a forked child would share the desk's open file.
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        for done in pool.map(_guarded, [each.name] * len(batches), batches):
            yield from done


def _guarded(name: str, reports: Sequence[Report]) -> list[Marks | Problem]:
    """The marks of each report, or what went wrong with it."""
    together = step(name).together
    if together is not None:
        try:
            return list(together(reports))
        except Exception:  # of one of them: it is found out, and the others marked, one by one
            pass
    return [_alone(name, report) for report in reports]


def _alone(name: str, report: Report) -> Marks | Problem:
    try:
        marks: Marks = step(name).run(report)
    except Exception as error:  # shown to the user, the other reports go on
        return Problem(report.source, name, "internal error", f"{type(error).__name__}: {error}. Please report it with the file.")
    return marks


def account(desk: Desk, progress: Progress = quiet) -> Account:
    """The desk's account; woven first when the code has changed since, somebody judged, or the last weave was cut off."""
    if desk.woven_from() != woven_from(desk):
        weave(desk, progress)
    return desk.account(version(step("mark")))


# ---------------------------------------------------------------- corrections

_memory, _one_at_a_time = Memory(), Lock()


def now() -> str:
    """The time, ISO 8601, UTC."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def judge(desk: Desk, said: Judgement | Sequence[Judgement], progress: Progress = quiet) -> Changes:
    """Keep a person's word, or several at once, for good and weave the account again. Returns what that changed.

    Raises JudgementError, and keeps nothing, where a judgement is not whole or speaks of what is not in its report.
    """
    judgements = [said] if isinstance(said, Judgement) else list(said)
    marks = _marks_spoken_of(desk, judgements)
    waiting = {side.report for j in judgements for side in (j.left, j.right) if isinstance(side, Span)} - marks.keys()
    here = {report.id for report in desk.reports()} - waiting
    for judgement in [checked(judgement, here, marks) for judgement in judgements]:
        desk.judge(judgement)
    with _one_at_a_time:
        return _weave(desk, progress, _memory)[1]


def undo(
    desk: Desk, wanted: int | str | Sequence[int | str], by: str, why: str = "", progress: Progress = quiet, at: str | None = None
) -> Changes:
    """Take judgements back, by number or id: they stay in the journal, and so does that they were withdrawn. Returns what changed.

    Raises JudgementError where there is none, or it was taken back already. What is undone can be undone: then it holds again.
    """
    entries = journal(desk)
    meant: list[Judgement] = []
    for one in [wanted] if isinstance(wanted, int | str) else wanted:
        entry = next((e for e in entries[::-1] if one in (e.number, e.judgement.id)), None)
        if entry is None:
            raise JudgementError(f"There is no judgement {one}; `dateline judgements` lists them.")
        if entry.standing == "withdrawn":
            raise JudgementError(f"Judgement {entry.number} was taken back already.")
        meant.append(entry.judgement)
    return judge(desk, [Judgement(j.id, "", "withdrawn", by, why, at or now()) for j in meant], progress)


def _marks_spoken_of(desk: Desk, judgements: Iterable[Judgement]) -> dict[str, Marks]:
    """The marks of the reports that judgements speak of, as far as they are here."""
    reports = {side.report for j in judgements for side in (j.left, j.right) if isinstance(side, Span)}
    return {id_: marks for id_, marks in desk.marks(version(step("mark"))).items() if id_ in reports} if reports else {}


Standing = Literal["in force", "withdrawn", "overruled", "replaced", "waits"]


@dataclass(frozen=True)
class Entry:
    """A judgement in the journal: its number there, and whether it holds.

    withdrawn: taken back; overruled: a later one contradicts it; replaced: a later one says something else of the same; waits: what
    it speaks of is not here.
    """

    number: int
    judgement: Judgement
    standing: Standing


def journal(desk: Desk) -> tuple[Entry, ...]:
    """Everything that people ever said against the account, oldest first."""
    listed = desk.journal()
    judgements = [judgement for _, judgement in listed]
    said = heed(desk.reports() if listed else (), _marks_spoken_of(desk, judgements), judgements)[2]
    obeyed = {j.id for j in said.obeyed}
    overruled = {problem.source for problem in said.problems}
    latest = {(j.verdict, j.left) for j in said.obeyed}

    def standing(judgement: Judgement, gone: bool) -> Standing:
        if gone:
            return "withdrawn"
        if judgement.verdict == "withdrawn" or judgement.id in obeyed:
            return "in force"
        if judgement.id in overruled:
            return "overruled"
        return "replaced" if (judgement.verdict, judgement.left) in latest else "waits"

    gone = withdrawn(judgements)
    return tuple(Entry(number, j, standing(j, back)) for (number, j), back in zip(listed, gone, strict=True))
