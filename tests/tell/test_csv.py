from __future__ import annotations

import csv
from pathlib import Path

import msgspec
import pytest

from dateline.records import Account
from dateline.tell import exports
from dateline.tell.exports.csv import TABLES, export


def read(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_formats_are_found_by_file_name() -> None:
    found = exports.formats()
    assert {"csv", "account"} <= found.keys()
    assert all(module.FORMAT and callable(module.export) for module in found.values())


def test_every_table(account: Account, tmp_path: Path) -> None:
    export(account, tmp_path / "tables")
    written = {p.stem for p in (tmp_path / "tables").iterdir()}
    assert written == TABLES.keys()
    rows = {name: read(tmp_path / "tables", name) for name in TABLES}
    assert all(rows.values()), [name for name, found in rows.items() if not found]
    texts = {r.id: r.text for r in account.reports}
    for name in ("statements", "mentions", "quantities"):
        for row in rows[name]:
            assert texts[row["report"]][int(row["start"]) : int(row["end"])] == row["text"]
    meeting = next(r for r in rows["events"] if r["id"] == "e-meeting")
    assert (meeting["earliest"], meeting["place_name"], meeting["independent_sources"]) == ("2019-05-31", "Santiago", "2")
    assert [r["edtf"] for r in rows["plans"]] == ["2019-05", "2019-06-12"]
    assert {r["value"]: r["reports"] for r in rows["disagreements"]} == {"2019-05-30": "r-faro", "2019-05-31": "r-fjord|r-wire"}


def test_formulas_do_not_run(account: Account, tmp_path: Path) -> None:
    first = msgspec.structs.replace(account.reports[0], title='=HYPERLINK("http://evil.example")')
    export(msgspec.structs.replace(account, reports=(first, *account.reports[1:])), tmp_path)
    assert any(row["title"].startswith("'=HYPERLINK") for row in read(tmp_path, "reports"))


def test_a_file_is_no_folder(account: Account, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("")
    with pytest.raises(NotADirectoryError, match="folder"):
        export(account, tmp_path / "x.csv")
