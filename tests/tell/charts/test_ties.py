from __future__ import annotations

from itertools import combinations

import msgspec
import pytest

from dateline.records import Account, EventParticipant, Role
from dateline.tell.charts import ego, matrix
from dateline.tell.charts.ego import Ego, Tie
from dateline.tell.charts.from_account import ego_of, matrix_of
from dateline.tell.charts.lettering import width_of
from dateline.tell.charts.matrix import Cell, Head, Matrix
from dateline.tell.lookup import Lookup
from tests.tell.charts.charting import HOSTILE, SVG, having, read, words


def href(kind: str, id: str) -> str:
    return f"../{kind}/{id}"


def ties(count: int) -> tuple[Tie, ...]:
    return tuple(Tie(f"Somebody Quite Long {n}", f"kind {n % 3}", 1 + n * n, f"a{n}") for n in range(count))


@pytest.mark.parametrize("width", [320, 720])
@pytest.mark.parametrize("count", [0, 1, 2, 7, 20])
def test_labels_of_the_ego_network_do_not_collide_and_stay_inside(width: int, count: int) -> None:
    root = read(ego.draw(Ego("Anwar Sadat", ties(count)), width=width))
    found = []
    for node in root.iter(f"{SVG}text"):
        size, x, y = (float(node.attrib[key]) for key in ("font-size", "x", "y"))
        wide = width_of("".join(node.itertext()), size) / 1.04
        left = x - wide * {"end": 1.0, "middle": 0.5}.get(node.attrib.get("text-anchor", ""), 0.0)
        assert left >= -1 and left + wide <= width + 1
        found.append((left, left + wide, y - size * 0.72, y))
    for a, b in combinations(found, 2):
        assert a[1] <= b[0] or b[1] <= a[0] or a[3] <= b[2] + 0.5 or b[3] <= a[2] + 0.5


def test_of_many_ties_the_most_frequent_are_drawn_and_the_rest_counted() -> None:
    root = read(ego.draw(Ego("A", ties(50))))
    assert len([n for n in having(root, "chart-tie") if "C" in n.attrib["d"]]) == ego.MOST
    assert "30 others with fewer events not drawn" in words(root) and "Somebody Quite Long 49" in words(root)


def test_the_ties_of_an_actor_are_those_of_the_same_events(account: Account) -> None:
    lookup = Lookup(account)
    soto = next(a for a in account.actors if a.id == "a-soto")
    made = ego_of(soto, lookup, href)
    assert [(t.label, t.count, t.href) for t in made.ties] == [
        ("Kari Moen", 1, "../actors/a-moen"),  # that they will meet again is a plan
        ("Norway", 1, "../actors/a-norway"),
    ]


@pytest.mark.parametrize(("roles", "kind"), [(("initiator", "recipient"), "opposed"), (("recipient", "recipient"), "on one side")])
def test_those_accused_together_do_not_oppose_each_other(account: Account, roles: tuple[Role, Role], kind: str) -> None:
    accusation = msgspec.structs.replace(
        account.events[2], type="ACCUSE", participants=tuple(map(EventParticipant, ("a-moen", "a-soto"), roles))
    )
    made = ego_of(account.actors[1], Lookup(msgspec.structs.replace(account, events=(accusation,))), href)
    assert [(t.label, t.kind) for t in made.ties] == [("Luis Soto", kind)]


def test_a_cell_has_a_number_and_a_link_in_both_halves() -> None:
    made = matrix.draw(
        Matrix((Head("A", "a"), Head("B", "b")), (Cell(0, 1, 7, "ab"), Cell(1, 0, 9, "twice"), Cell(0, 5, 1, "nowhere")))
    )
    root = read(made)
    links = [n for n in root.iter(f"{SVG}a") if n.attrib["href"] == "ab"]
    assert len(links) == 2 and all("7" in "".join(n.itertext()) for n in links)
    assert "9" not in words(root).split(" | ")


def test_the_matrix_of_an_account_counts_shared_events(account: Account) -> None:
    made = matrix_of(account.actors, Lookup(account), href)
    names = [head.label for head in made.heads]
    counted = {frozenset((names[c.row], names[c.column])): c.count for c in made.cells}
    assert counted == {frozenset(("Kari Moen", "Luis Soto")): 1, frozenset(("Luis Soto", "Norway")): 1}
    assert "1 actor shares no event" in " ".join(made.left_out)  # Chile is in no event
    listed = matrix_of(account.actors, Lookup(account), href, pair=lambda a, b: f"?who={a}&who={b}")
    assert listed.cells[0].href.startswith("?who=a-moen")


@pytest.mark.parametrize("width", [320, 720])
def test_two_hundred_actors_are_a_matrix_of_those_with_the_most(width: int) -> None:
    heads = tuple(Head(f"{HOSTILE} {n}", "x") for n in range(200))
    cells = tuple(Cell(a, b, a * b, "y") for a in range(200) for b in range(a))
    made = matrix.draw(Matrix(heads, cells), id=HOSTILE, width=width)
    assert len(made) < 600_000 and "actors with fewer events not drawn" in words(read(made))


def test_nothing_is_drawn_of_nothing() -> None:
    read(matrix.draw(Matrix((), ())))
    read(ego.draw(Ego(HOSTILE, (Tie(HOSTILE * 9, HOSTILE, 10**6, "javascript:x"),)), id=HOSTILE))
