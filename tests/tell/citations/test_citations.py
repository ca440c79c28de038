"""Reports as citations, read back from each format by the rules of that format."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import msgspec
import pytest

from dateline.intervals import Interval, day, month, year
from dateline.records import Account, Published, Report
from dateline.tell import exports
from dateline.tell.citations import Citation, citations
from dateline.tell.exports import bibtex, csl_json, ris

HARD = 'The {"Braced"} \\ 50% & $5_000 ~ #1 ^ }\nHöhe “Straße” 東京'
FLAT = " ".join(HARD.split())
UNDO = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    **{f"\\{c}": c for c in "&%$#_"},
}


def written(account: Account, name: str, folder: Path) -> str:
    exports.formats()[name].export(account, folder / "out")
    return (folder / "out").read_bytes().decode("utf-8")


def one(account: Account, **fields: object) -> Citation:
    """The citation of one report with these fields."""
    changed = msgspec.structs.replace(account.reports[0], **fields)
    return citations(msgspec.structs.replace(account, reports=(changed,)))[0]


def issued(account: Account, interval: Interval | None, basis: str = "stated") -> Citation:
    published = {"r-faro": Published(interval, basis)} if interval else {}  # type: ignore[arg-type]
    report: Report = msgspec.structs.replace(account.reports[0], published=None)
    return citations(msgspec.structs.replace(account, reports=(report,), published=published))[0]


def bib(text: str) -> list[dict[str, str]]:
    """Entries of a BibTeX file: braces are counted as BibTeX does, whatever stands before them."""
    found, at = [], 0
    while (start := text.find("@", at)) >= 0:
        depth, end = 0, text.index("{", start) - 1
        while depth or text[end] != "}":
            end += 1
            depth += {"{": 1, "}": -1}.get(text[end], 0)
        body, at = text[text.index("{", start) + 1 : end], end
        key, _, rest = body.partition(",")
        fields = dict(re.findall(r"^  (\w+) = \{(.*)\},$", rest, re.MULTILINE))
        found.append({"": text[start + 1 : text.index("{", start)], "key": key} | fields)
    return found


def plain(value: str) -> str:
    """What LaTeX shows of a field."""
    inner = value[1:-1] if value.startswith("{") else value
    return re.sub("|".join(map(re.escape, UNDO)), lambda m: UNDO[m[0]], inner)


def test_formats_are_found() -> None:
    assert {"csl-json", "bibtex", "ris"} <= exports.formats().keys()


def test_keys_are_stable_and_none_is_twice(account: Account) -> None:
    found = citations(account)
    turned = citations(msgspec.structs.replace(account, reports=account.reports[::-1]))
    assert found == turned
    keys = [c.key for c in found]
    assert len(set(keys)) == len(keys) and all(re.fullmatch(r"[a-z0-9-]+", key) for key in keys)
    assert keys[0].startswith("lighthouse-2019-") and any(key.startswith("report-2019-") for key in keys)
    assert one(account, title="Another").key == keys[0]


def test_csl(account: Account, tmp_path: Path) -> None:
    items = {i["id"]: i for i in json.loads(written(account, "csl-json", tmp_path))}
    fjord = next(i for i in items.values() if i.get("container-title") == "Fjord Post")
    assert fjord["URL"] == "https://fjord.example/moen?a=1&b=2"
    assert fjord["issued"] == {"date-parts": [[2019, 5, 31]]} and fjord["type"] == "article-newspaper"
    wire = next(i for i in items.values() if "container-title" not in i)
    assert wire["issued"] == {"date-parts": [[2019, 5, 31], [2019, 6, 2]], "circa": True}
    assert "Undated; published between 31 May and 2 June 2019" in wire["note"] and "Prints the text of Fjord Post" in wire["note"]


@pytest.mark.parametrize(
    ("interval", "csl", "tex", "ris_lines"),
    [
        (day(date(2019, 5, 3)), {"date-parts": [[2019, 5, 3]]}, "2019-05-03", ["PY  - 2019", "DA  - 2019/05/03/"]),
        (month(2019, 5), {"date-parts": [[2019, 5]]}, "2019-05", ["PY  - 2019", "DA  - 2019/05//May 2019"]),
        (year(2019), {"date-parts": [[2019]]}, "2019", ["PY  - 2019", "DA  - 2019///2019"]),
        (Interval(None, date(2019, 5, 3)), {"literal": "by 3 May 2019"}, "../2019-05-03", []),
        (
            Interval(date(2018, 12, 31), date(2019, 1, 1)),
            {"date-parts": [[2018, 12, 31], [2019, 1, 1]]},
            "2018-12-31/2019-01-01",
            [],
        ),
        (None, None, None, []),
    ],
)
def test_what_is_not_known_of_a_day_stays_unknown(
    account: Account, interval: Interval | None, csl: object, tex: str | None, ris_lines: list[str]
) -> None:
    citation = issued(account, interval)
    assert csl_json.item(citation).get("issued") == csl
    assert bib(bibtex.entry(citation))[0].get("date") == tex
    assert [line for line in ris.record(citation).split("\r\n") if line[:2] in ("PY", "DA")] == ris_lines


def test_a_day_that_was_worked_out_is_marked(account: Account) -> None:
    citation = issued(account, day(date(2019, 5, 3)), "inferred")
    assert csl_json.item(citation)["issued"] == {"date-parts": [[2019, 5, 3]], "circa": True}
    assert bib(bibtex.entry(citation))[0]["date"] == "2019-05-03~"
    assert "DA  - 2019/05/03/about 3 May 2019" in ris.record(citation)


@pytest.mark.parametrize("field", ["title", "outlet"])
def test_hard_texts_come_back_from_bibtex(account: Account, field: str) -> None:
    citation = one(account, **{field: HARD, "byline": (HARD, "Liv Aas and Jon")})
    [found] = bib(bibtex.entry(citation))
    name = {"title": "title", "outlet": "journaltitle"}[field]
    assert plain(found[name]) == FLAT
    assert [plain(author) for author in re.split(r"(?<=\}) and (?=\{)", found["author"])] == [FLAT, "Liv Aas and Jon"]


def test_hard_texts_come_back_from_ris(account: Account) -> None:
    evil = f"{HARD}\r\nER  - \r\nTY  - BOOK"
    text = ris.record(one(account, title=evil, byline=("A*B",)))
    lines = text.removesuffix("\r\n").split("\r\n")
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines)
    assert (lines[0], lines[-1]) == ("TY  - NEWS", "ER  - ") and sum(line.startswith("TY") for line in lines) == 1
    assert f"TI  - {FLAT} ER - TY - BOOK" in lines and "AU  - AB" in lines


def test_each_file_has_every_report_and_is_the_same_again(account: Account, tmp_path: Path) -> None:
    for name, mark in (("bibtex", r"^@"), ("ris", r"^TY  - "), ("csl-json", r'^  ?"id"|"id":')):
        text = written(account, name, tmp_path)
        assert len(re.findall(mark, text, re.MULTILINE)) == 3
        assert written(account, name, tmp_path) == text


def test_steering_characters_and_empty_texts(account: Account) -> None:
    citation = one(account, title=" \n", outlet="a\x1b[31m\u202e", byline=("", "  "))
    assert citation.title is None and citation.authors == () and citation.outlet == "a\ufffd[31m\ufffd"
    assert "title" not in csl_json.item(citation) and "TI  -" not in ris.record(citation)


def test_a_file_is_named_without_the_folders_of_somebody(account: Account) -> None:
    for source in ("/home/somebody/reports/a.txt", "C:\\somebody\\a.txt"):
        assert one(account, source=source).note.endswith("Read from a.txt.")
