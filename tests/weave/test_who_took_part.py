"""Who took part in an event that many reports tell of."""

from __future__ import annotations

from tests.weave.small_stories import events_at, told

DAY = "2004-05-05"
FREED = "Norway freed eleven Chilean sailors in Bergen on 4 May."


def took_part(others: int) -> set[str]:
    """Who freed the sailors, or was freed, by so many reports that say it was Norway and one more that names Peru too."""
    odd = "Norway and Peru freed eleven Chilean sailors in Bergen on 4 May."
    account = told([[DAY, FREED]] * others + [[DAY, odd]])
    event = events_at(account, FREED)[0]
    assert len(event.reports) == others + 1
    names = {actor.id: actor.name for actor in account.actors}
    return {names[part.actor] for part in event.participants}


def test_whom_one_of_many_mentions_names_is_as_likely_misread() -> None:
    assert "Norway" in took_part(11) and "Peru" not in took_part(11)


def test_whom_one_of_few_names_is_kept() -> None:
    assert {"Norway", "Peru"} <= took_part(3)
