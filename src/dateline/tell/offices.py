"""The offices that the reports see held: by whom, from when, until when, and the words that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.intervals import Interval
from dateline.records import Account, Actor, Mention, MentionRef, Office
from dateline.tell import words
from dateline.tell.facts import by_day
from dateline.tell.lookup import Lookup
from dateline.tell.names import plain_name

WIDEST = 140  # columns


def show(account: Account, console: Console) -> None:
    """Print the offices whose holder the reports name, by state or body, then by day. Each with the first and last words for it."""
    lookup = Lookup(account)
    rows = sorted(_rows(account, lookup), key=lambda row: (row[0], row[1], by_day(row[3].held), row[2].id))
    if not rows:
        console.print("No report names anybody with an office of a state or body that it names too.")
        return
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in ("Of", "Office", "Held by", "Seen", "Words"):
        table.add_column(heading, overflow="fold")
    for of, title, actor, office, evidence in rows:
        cited = "; ".join(_cited(ref, mention, lookup) for ref, mention in dict.fromkeys((evidence[0], evidence[-1])))
        table.add_row(*(Text(words.visible(one)) for one in (of, title, plain_name(actor), seen(office.held), cited)))
    console.print(table, width=min(console.width, WIDEST))


def _rows(account: Account, lookup: Lookup) -> Iterator[tuple[str, str, Actor, Office, list[tuple[MentionRef, Mention]]]]:
    for actor in account.actors:
        named = [(ref, m) for ref in actor.mentions if (m := lookup.mention(ref))]
        if actor.type != "person" or not any(m.form == "name" for _, m in named):
            continue
        for office in actor.offices:
            holder = lookup.actor(office.of)
            evidence = [(ref, m) for ref, m in named if m.title == office.title and not m.former]
            if holder and evidence:
                yield plain_name(holder), office.title, actor, office, _by_report_day(evidence, lookup)


def _by_report_day(evidence: Iterable[tuple[MentionRef, Mention]], lookup: Lookup) -> list[tuple[MentionRef, Mention]]:
    return sorted(evidence, key=lambda one: (by_day(lookup.published(one[0].report)), one[0].report, one[0].index))


def _cited(ref: MentionRef, mention: Mention, lookup: Lookup) -> str:
    start, end = lookup.cite(mention.span)
    return f"{lookup.outlet(ref.report)}, characters {start}–{end}"


def seen(held: Interval | None) -> str:
    """ "from 3 January 2025 or before until 19 March 2025 or after": a report sees an office held on its day, not since when."""
    if held is None or (held.earliest is None and held.latest is None):
        return "day not known"
    if held.exact:
        return f"seen on {words.days(held.earliest)}"
    first = f"from {words.days(held.earliest)} or before" if held.earliest else ""
    last = f"until {words.days(held.latest)} or after" if held.latest else ""
    return " ".join(part for part in (first, last) if part)
