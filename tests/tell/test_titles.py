"""A story is called by its weightiest event, and by a headline only where it has none."""

import msgspec
import pytest

from dateline.records import Account
from dateline.tell.lookup import Lookup
from dateline.tell.one_story import only
from dateline.tell.titles import LONGEST, story_title


def title(account: Account) -> str:
    return story_title(account.stories[0], Lookup(account))


def test_a_title_says_who_where_and_when(account: Account) -> None:
    found = title(account)
    assert "Kari Moen" in found
    assert "2019" in found
    assert found != account.stories[0].title
    assert not found.startswith(("A ", "The "))
    assert len(found) <= LONGEST


def test_a_story_without_events_keeps_a_headline(account: Account) -> None:
    bare = msgspec.structs.replace(account.stories[0], events=(), title="Quiet  week\nin Oslo")
    assert title(msgspec.structs.replace(account, stories=(bare,))) == "Quiet week in Oslo"


def test_what_is_denied_names_no_story_and_what_is_planned_says_so(account: Account) -> None:
    planned = tuple(msgspec.structs.replace(e, status="planned") for e in account.events)
    assert title(msgspec.structs.replace(account, events=planned)).startswith("Planned ")
    denied = tuple(msgspec.structs.replace(e, status="denied") for e in account.events)
    assert title(msgspec.structs.replace(account, events=denied)) == " ".join(account.stories[0].title.split())


def test_a_story_is_found_by_its_title_and_by_its_headline(account: Account) -> None:
    story = account.stories[0]
    for name in (title(account)[:20].lower(), story.title[:12], story.id):
        assert only(account, name).stories == (story,)
    with pytest.raises(LookupError, match=title(account)[:10]):
        only(account, "no such story anywhere")
