"""What stands at the head of every telling: the title, how many reports, outlets and independent origins, and the period."""

from __future__ import annotations

from dateline.intervals import Interval
from dateline.records import Account, Record
from dateline.tell import words
from dateline.tell.lookup import Lookup
from dateline.tell.titles import story_title


class Summary(Record, frozen=True):
    """Counts of one account. period: from the first to the last day that a report is known to have come out on. Outlets are those
    that are known; `nameless` reports name none."""

    title: str
    reports: int
    outlets: int
    nameless: int
    origins: int
    period: Interval | None
    disputes: int
    changes: int  # values that later reports gave differently
    plans: int

    @property
    def line(self) -> str:
        """How many reports, outlets and origins, in one line."""
        told = from_outlets(self.reports, self.outlets, self.nameless)
        return f"{told}, at most {words.plural(self.origins, 'independent origin')}" if self.reports else "no reports"

    @property
    def standing(self) -> str:
        """What is disputed, changed and planned, in one line."""
        disputed = f"{words.plural(self.disputes, 'dispute')}" if self.disputes else "nothing in dispute"
        changed = f"; {words.plural(self.changes, 'detail')} changed as time went on" if self.changes else ""
        return f"{disputed}{changed}; {words.plural(self.plans, 'plan')}"


def from_outlets(reports: int, outlets: int, nameless: int, *, spelt: bool = False) -> str:
    """ "41 reports from 17 outlets"; where some name no outlet, "41 reports, 30 from 17 outlets and 11 that name none".

    `spelt`: small numbers in words.
    """
    told, known = words.plural(reports, "report", words=spelt), words.plural(outlets, "outlet", words=spelt)
    if not nameless:
        return f"{told} from {known}"
    if not outlets:
        return f"{told} that {'names' if reports == 1 else 'name'} no outlet"
    named, rest = (words.count(n) if spelt else str(n) for n in (reports - nameless, nameless))
    return f"{told}, {named} from {known} and {rest} that {'names' if nameless == 1 else 'name'} none"


def summary(account: Account, lookup: Lookup) -> Summary:
    titles = [story_title(s, lookup) for s in account.stories]
    known = [lookup.outlet_name(r) for r in account.reports if lookup.outlet_known(r)]
    return Summary(
        title=_title(titles),
        reports=len(account.reports),
        outlets=len(set(known)),
        nameless=len(account.reports) - len(known),
        origins=lookup.origins(),
        period=_period(lookup),
        disputes=sum(d.kind == "conflict" for e in account.events for d in e.disagreements),
        changes=sum(d.kind == "later update" for e in account.events for d in e.disagreements),
        plans=len(account.plans),
    )


def _title(titles: list[str]) -> str:
    if len(titles) == 1:
        return titles[0]
    return f"{words.capital(words.count(len(titles)))} stories" if titles else "The account"


def _period(lookup: Lookup) -> Interval | None:
    known = [days for r in lookup.reports if (days := lookup.published(r.id))]
    joined = known[0] if known else None
    for days in known[1:]:
        joined = joined.join(days) if joined else days
    return joined if joined and joined.closed else None
