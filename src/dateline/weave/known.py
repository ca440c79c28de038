"""People of a list, as it helps to tell who is meant: by every spelling of a name, and by who held an office on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dateline.intervals import Interval
from dateline.languages import names
from dateline.records import KnownPerson
from dateline.weave.locals import Held


class Known:
    """A list of people; an empty one decides nothing."""

    def __init__(self, people: Sequence[KnownPerson]) -> None:
        self._people = {person.id: person for person in people}
        self._called: dict[str, set[str]] = defaultdict(set)
        for person in people:
            for name in person.names:
                if not names.is_short(name):
                    self._called[_key(name)].add(person.id)

    def who(self, spellings: Iterable[str]) -> str:
        """The id of the only person of the list with one of these names, else ""."""
        found = {id_ for spelling in spellings for id_ in self._called.get(_key(spelling), ())} if self._called else set()
        return found.pop() if len(found) == 1 else ""

    def held(self, person: str, offices: Iterable[Held], day: Interval) -> bool:
        """Whether the person held one of these offices on a day, by the list."""
        listed = self._people[person].offices if person in self._people else ()
        return any(
            one.title == title and one.of in (of, None) and one.held.meet(day) is not None
            for one in listed
            for title, of in offices
        )


def _key(name: str) -> str:
    """What spellings of one name have in common: its sounds, in any order."""
    return " ".join(sorted(names.skeleton(name).split()))


NOBODY = Known(())
