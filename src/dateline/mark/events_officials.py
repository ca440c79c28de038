"""Who in a report acts for a state."""

from __future__ import annotations

from collections.abc import Sequence

from dateline import world
from dateline.languages.offices import trades
from dateline.records import Mention

DIPLOMATIC = 3  # so many states and persons in office make a report one of politics: all who are named in it then count


def officials(mentions: Sequence[Mention], private: frozenset[str] = frozenset()) -> frozenset[int]:
    """Entities with a country or an office anywhere in the report, states, and organisations with no `private` word in the name.

    A report that names several states and holders of office is about them: other people whom it names act as officials too.
    """
    own = {m.entity for m in mentions if m.kind == "organization" and m.country is None and _private(m.name, private)}
    found = frozenset(
        m.entity
        for m in mentions
        if m.kind == "state"
        or (m.kind == "organization" and m.entity not in own)
        or (m.kind in ("person", "group") and m.country is not None)
        or (m.kind == "person" and m.title and m.title.lower() not in trades())
    )
    states = {m.entity for m in mentions if m.kind == "state"}
    holders = {m.entity for m in mentions if m.kind == "person" and m.entity in found and m.title}
    if len(states) < 2 or len(holders) < 2 or len(states | holders) <= DIPLOMATIC:
        return found
    workers = {m.entity for m in mentions if m.kind == "person" and m.title and m.title.lower() in trades()}
    named = {m.entity for m in mentions if m.kind == "person" and m.form == "name"}
    return found | (named - workers)


def _private(name: str, words: frozenset[str]) -> bool:
    """Whether an organisation is a company, an outlet, a school or the like by its name: such a one does nothing for a state."""
    last = {word.strip(".,").lower() for word in name.split()[-1:]}  # "Leeds United" is a club, the United Nations is none
    return world.is_outlet(name) or bool(last & words) or name.startswith("University")
