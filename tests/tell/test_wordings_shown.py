"""The versions of a statement that a reader compares, and where they part."""

from __future__ import annotations

import msgspec

from dateline.records import Account, Difference, StatementRef
from dateline.tell.lookup import Lookup
from dateline.tell.statements import apart, parted

WHOLE, PART = StatementRef("r-fjord", 0), StatementRef("r-faro", 0)


def test_a_report_that_gives_words_whole_and_in_part_does_not_differ_from_itself(account: Account) -> None:
    marks = next(m for m in account.marks if m.report == "r-fjord")
    said = marks.statements[0]
    again = msgspec.structs.replace(said, span=msgspec.structs.replace(said.span, end=said.span.start + len("We welcome the end")))
    twice = msgspec.structs.replace(marks, statements=(*marks.statements, again))
    group = account.variant_groups[0]
    inside = StatementRef("r-fjord", len(marks.statements))
    more = msgspec.structs.replace(
        group,
        statements=(*group.statements, inside),
        differences=(*group.differences, Difference("omission", WHOLE, inside, "of the cod dispute", "")),
    )
    lookup = Lookup(msgspec.structs.replace(account, marks=tuple(twice if m is marks else m for m in account.marks)))
    assert apart(more, lookup) == apart(group, lookup) == [[WHOLE], [PART]]
    assert parted(more, lookup) == parted(group, lookup)


def test_what_parts_many_pairs_alike_is_told_once_with_all_who_have_it(account: Account) -> None:
    lookup = Lookup(account)
    group = account.variant_groups[0]
    pairs = (
        Difference("wording", WHOLE, PART, "end", "finish"),
        Difference("wording", PART, WHOLE, "Finish", "End"),
        Difference("omission", WHOLE, PART, "and", ""),
    )
    told = parted(msgspec.structs.replace(group, differences=pairs), lookup)
    fjord, faro = lookup.outlet("r-fjord"), lookup.outlet("r-faro")
    assert told == (f"Wording: “end” in {fjord}, “finish” in {faro}", f"Omission: “and” in {fjord}, not in {faro}")
