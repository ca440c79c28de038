"""docs/search.md says what search does: each example there is executed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dateline.records import Account
from dateline.tell.search import Index, QueryError, parse
from dateline.tell.search.parse import OPERATORS, SORTS, STATUSES

PAGE = (Path(__file__).parents[3] / "docs" / "search.md").read_text("utf-8")
ROWS = [(re.findall(r"`([^`]+)`", row.split(" | ")[0]), row.split(" | ")[1]) for row in PAGE.splitlines() if row.startswith("| `")]
SLIPS = PAGE.index("## Slips")
EXAMPLES = [query for queries, told in ROWS for query in queries if PAGE.index(f"| {told}") < SLIPS]
WRONG = [(queries[0], told.rstrip(" |")) for queries, told in ROWS if PAGE.index(f"| {told}") > SLIPS]


@pytest.mark.parametrize("query", EXAMPLES)
def test_examples_find_something(account: Account, query: str) -> None:
    found = Index(account).find(query)
    assert found.total and not found.hints
    assert str(parse(str(parse(query)))) == str(parse(query))


@pytest.mark.parametrize(("query", "name"), WRONG)
def test_slips_have_the_names_given(query: str, name: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(query)
    assert caught.value.name == name


def test_the_page_names_all_operators_and_values() -> None:
    assert len(EXAMPLES) > 20 and len(WRONG) > 4
    operators = [f"{operator}:" for operator in OPERATORS.values() if operator != "src"]
    for word in (*operators, "src>=", *STATUSES, *(f"sort:{order}" for order in SORTS[1:])):
        assert word in PAGE, word


def test_the_python_example_runs(account: Account, capsys: pytest.CaptureFixture[str]) -> None:
    code = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert code
    exec(code[1], {"account": account})
    assert "Kari Moen met Luis Soto" in capsys.readouterr().out
