"""The part of an account that belongs to one story."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from dateline.records import Account, StoryLine
from dateline.tell.lookup import Lookup
from dateline.tell.titles import story_title


def only(account: Account, story: str | None) -> Account:
    """The part of an account that belongs to one story, named by its id or by words of its title.

    None is the whole account. Raises LookupError when no story is meant.
    """
    if story is None:
        return account
    chosen = [s for s in account.stories if s.id == story]
    if not chosen:
        whole, wanted = Lookup(account), story.casefold()
        titles = [story_title(s, whole) for s in account.stories]
        chosen = [s for s, title in zip(account.stories, titles, strict=True) if wanted in f"{title}\n{s.title}".casefold()]
        if not chosen:
            known = titles[:5] + ["..."] * (len(titles) > 5)
            raise LookupError(f"no story {story!r}; there are: {', '.join(known) or 'none'}")
    reports = {r for s in chosen for r in s.reports}
    events = {e for s in chosen for e in s.events}
    return msgspec.structs.replace(
        account,
        reports=tuple(r for r in account.reports if r.id in reports),
        marks=tuple(m for m in account.marks if m.report in reports),
        variant_groups=tuple(g for g in account.variant_groups if any(ref.report in reports for ref in g.statements)),
        events=tuple(e for e in account.events if e.id in events),
        plans=tuple(p for p in account.plans if p.event in events),
        copies=tuple(c for c in account.copies if c.copy in reports and c.original in reports),
        stories=tuple(chosen),
        lines=tuple(line for one in account.lines if (line := _within(one, {s.id for s in chosen}, events)).stories),
    )


def _within(line: StoryLine, stories: Collection[str], events: Collection[str]) -> StoryLine:
    """What some stories have of a line: an episode is theirs where they tell of one of its deeds."""
    own = tuple(id_ for id_ in line.stories if id_ in stories)
    return StoryLine(line.id, own, tuple(one for one in line.episodes if not set(one.events).isdisjoint(events)))
