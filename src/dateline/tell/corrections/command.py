"""The commands that correct an account: `judge`, `judgements`, `undo`, `changes`."""

from __future__ import annotations

import getpass
from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from dateline.engine import local
from dateline.records import Changes
from dateline.store import Desk, DeskError
from dateline.tell import words
from dateline.tell.corrections.changes import change_lines, grouped
from dateline.tell.corrections.meant import judgements
from dateline.tell.corrections.plain_words import told
from dateline.tell.lookup import Lookup

MOST = 40  # lines shown of each group of changes
WIDEST = 110  # columns
STANDINGS = {
    "in force": "",
    "withdrawn": "taken back",
    "overruled": "does not hold: a later one contradicts it",
    "replaced": "replaced by a later one",
    "waits": "waits: what it speaks of is not here",
}


def me() -> str:
    """The user's login name."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"


def judge(
    desk: Desk, verdict: str, left: str, right: str, by: str | None, why: str, progress: local.Progress, out: Console
) -> None:
    """Keep a judgement, weave again, and print what it changed."""
    said = judgements(verdict, left, right, Lookup(local.account(desk, progress)), by=by or me(), why=why, at=local.now())
    try:
        changes = local.judge(desk, said, progress)
    except local.JudgementError as error:
        raise DeskError(str(error)) from None
    entries = local.journal(desk)[-len(said) :]
    lookup = Lookup(local.account(desk))
    for entry in entries:
        note = STANDINGS[entry.standing]
        _line(out, f"{entry.number}. {told(entry.judgement, lookup)}" + (f" ({note})" if note else ""))
    _changes(changes, lookup, out)


def undo(desk: Desk, numbers: Sequence[int], by: str | None, why: str, progress: local.Progress, out: Console) -> None:
    """Take judgements back, weave again, and print what that changed."""
    try:
        changes = local.undo(desk, numbers, by or me(), why, progress)
    except local.JudgementError as error:
        raise DeskError(str(error)) from None
    _changes(changes, Lookup(local.account(desk)), out)


def journal(desk: Desk, progress: local.Progress, out: Console) -> None:
    """Print every judgement: its number, when, who, what, why, and whether it holds."""
    entries = local.journal(desk)
    if not entries:
        out.print("No judgements. `dateline judge --help` tells how to correct the account.")
        return
    lookup, earlier = Lookup(local.account(desk, progress)), {e.judgement.id: e.judgement for e in entries}
    for entry in entries:
        judgement, note = entry.judgement, STANDINGS[entry.standing]
        head = f"{entry.number}. {judgement.at[:16].replace('T', ' ')}  {words.visible(judgement.by)}" + (
            f"  [{note}]" if note else ""
        )
        _line(out, head, style="bold" if not note else "dim")
        _line(out, told(judgement, lookup, earlier), 4)
        if judgement.why:
            _line(out, f"because: {words.visible(judgement.why)}", 4, "italic")


def changes(desk: Desk, progress: local.Progress, out: Console) -> None:
    """Print what the last run that changed something changed."""
    lookup = Lookup(local.account(desk, progress))
    runs = desk.weaves()
    if not runs:
        out.print("Nothing was woven here since changes are kept.")
        return
    last = runs[0]
    _line(
        out,
        f"Run {last.number}, {last.at[:16].replace('T', ' ')}, {words.plural(last.judgements, 'judgement')} in the journal",
        style="bold",
    )
    _changes(last.changes, lookup, out)


def _changes(found: Changes, lookup: Lookup, out: Console) -> None:
    if found.reports:
        _line(out, words.plural(len(found.reports), "new report"))
    lines = change_lines(found, lookup)
    for group, own in grouped(lines):
        _line(out, group, style="bold")
        for line in own[:MOST]:
            _line(out, line.text, 2)
        if len(own) > MOST:
            _line(out, f"… and {len(own) - MOST} more", 2, "dim")
    if not lines:
        _line(out, "The facts are what they were." if not found.reports else "The first account: nothing to compare it with.")


def _line(out: Console, text: str, indent: int = 0, style: str = "") -> None:
    out.print(Padding(Text(words.visible(text), style), (0, 0, 0, indent), expand=False), width=min(out.width, WIDEST))
