"""What happened at one time is an episode, and stories that follow each other up are one line."""

from __future__ import annotations

from tests.weave.small_stories import told

APRIL = (
    "Norwegian Foreign Minister Anna Berg visited Cairo on 4 April 2016 and met President Karim Nasr of Egypt on 5 April.",
    "President Karim Nasr of Egypt received Norwegian Foreign Minister Anna Berg in Cairo on 5 April 2016.",
)
MAY = (
    "Norwegian Foreign Minister Anna Berg visited Cairo again on 9 May 2016. She had met President Karim Nasr of Egypt on 5 April.",
    "Norwegian Foreign Minister Anna Berg visited Cairo on 9 May 2016 and met President Karim Nasr of Egypt.",
)


def test_a_visit_in_april_and_one_in_may_are_two_episodes_of_one_line() -> None:
    account = told([("2016-04-06", APRIL[0]), ("2016-04-06", APRIL[1]), ("2016-05-10", MAY[0]), ("2016-05-11", MAY[1])])
    (line,) = account.lines
    april, may = line.episodes
    assert {id_ for story in account.stories for id_ in story.reports} == {"r0", "r1", "r2", "r3"}
    assert set(line.stories) == {story.id for story in account.stories}
    assert april.days.earliest and april.days.earliest.isoformat() == "2016-04-04" and april.days.latest < may.days.earliest  # type: ignore[operator]
    assert april.reports == ("r0", "r1", "r2") and may.reports == ("r2", "r3")
    assert set(april.events).isdisjoint(may.events)


def test_what_one_of_several_reports_looks_back_to_is_no_episode() -> None:
    history = " Berg had met King Adel of Morocco in Rabat on 3 March 1999."
    account = told([("2016-04-06", APRIL[0] + history), ("2016-04-06", APRIL[1])])
    (line,) = account.lines
    assert [e.days.earliest and e.days.earliest.year for e in line.episodes] == [2016]
    assert any(e.date and e.date.earliest and e.date.earliest.year == 1999 for e in account.events)


def test_reports_of_other_matters_are_of_another_line() -> None:
    other = (
        "Anchovy boats stayed in port for a third week, and Peru opened talks with Bolivia about fuel. Traders fear for the season."
    )
    account = told([("2016-04-06", APRIL[0]), ("2016-04-06", APRIL[1]), ("2016-04-08", other)])
    home = {story.id: story.reports for story in account.stories}
    assert {tuple(r for s in line.stories for r in home[s]) for line in account.lines} == {("r0", "r1"), ("r2",)}
