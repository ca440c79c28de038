"""Files, folders and bad input: every failure is a named problem, and nothing crashes."""

import io
import sys
from pathlib import Path

import pytest

from dateline import read
from dateline.read import formats
from dateline.read.decode import decode
from dateline.records import Problem, Report, Source

STORY = "Ministers meet in Oslo\n\nThe foreign ministers of two states met in Oslo on Monday, the host said in a statement.\n"


def problem(found: object) -> str:
    assert isinstance(found, Problem), found
    assert found.detail and found.source
    return found.name


def test_a_folder_is_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.txt", ".hidden.txt", ".git/d.txt", "my.desk", "my.desk-wal"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY, "utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    found = list(read.sources(str(tmp_path)))
    assert [Path(one.name).name for one in found if isinstance(one, Source)] == ["b.txt", "c.txt"]
    assert [problem(one) for one in found if isinstance(one, Problem)] == ["wrong format"]


def test_bad_paths(tmp_path: Path) -> None:
    assert [problem(one) for one in read.sources(str(tmp_path / "none"))] == ["no such path"]
    assert [problem(one) for one in read.sources(str(tmp_path))] == ["no readable file"]
    (tmp_path / "empty.txt").write_bytes(b" \n")
    assert [problem(one) for one in read.sources(str(tmp_path / "empty.txt"))] == ["empty file"]
    assert [problem(one) for one in read.sources(str(tmp_path))] == ["empty file", "no readable file"]


def test_a_huge_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as stream:
        stream.truncate(50_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("the file was read"))
    assert [problem(one) for one in read.sources(str(huge))] == ["too large"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    (source,) = read.sources("-")
    assert isinstance(source, Source) and source.media == "text"
    (report,) = read.read(source)
    assert isinstance(report, Report) and report.text == STORY and report.title == "Ministers meet in Oslo"


@pytest.mark.parametrize("junk", [bytes(range(256)) * 40, b"\x00\x01\x02" * 500, b"\x7fELF\x02\x01\x01\x00" + b"\x90\x00" * 300])
@pytest.mark.parametrize("media", ["text", "html", "jsonl"])
def test_binary_junk_is_not_text(junk: bytes, media: str) -> None:
    assert {problem(one) for one in read.read(Source("junk", junk, media))} == {"not text"}


def test_an_unknown_format_is_said() -> None:
    assert problem(read.read(Source("x", b"x", "smoke signals"))[0]) == "wrong format"


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("utf-8", "Élysée – “talks”"),
        ("utf-8-sig", "Talks with a mark"),
        ("utf-16", "Élysée – “talks”"),
        ("cp1252", "The Élysée said that “talks” would go on in Paris, and the Côte d’Azur would be next."),
        ("cp1251", "Министр иностранных дел прибыл в Осло с рабочим визитом и провёл переговоры с коллегой из Норвегии."),
    ],
)
def test_encodings(encoding: str, words: str) -> None:
    found = decode(words.encode(encoding))
    assert found is not None and found.lstrip("\ufeff") == words


def test_text_is_kept_to_the_character() -> None:
    raw = "Title with a mark\r\n\r\nFirst line\u200b of \u202esome\u202c text.\r\n\tSecond\u00a0line.\r\n"
    (report,) = read.read(Source("a.txt", raw.encode(), "text"))
    assert isinstance(report, Report) and report.text == raw and report.original is None and report.runs == ()
    assert [block.span.of(raw) for block in report.blocks] == [
        "Title with a mark",
        "First line\u200b of \u202esome\u202c text.",
        "Second\u00a0line.",
    ]


def test_lines_broken_at_a_page_width_are_one_block() -> None:
    words = (
        "The ministers of the two neighbouring states met on Tuesday in the old town hall, and they agreed to meet again soon. " * 6
    )
    wrapped, line = [], ""
    for word in words.split():
        if len(line) + len(word) > 70:
            wrapped.append(line)
            line = ""
        line = f"{line} {word}".strip()
    (report,) = read.read(Source("a.txt", "\n".join([*wrapped, line, "", *wrapped, line]).encode(), "text"))
    assert isinstance(report, Report) and len(report.blocks) == 2


def test_formats_are_found_by_name() -> None:
    assert {"text", "html", "jsonl"} <= set(formats.known())
    assert formats.by_suffix("A.HTML") == "html" and formats.by_suffix("a.xyz") is None
    assert formats.by_content(b"<!DOCTYPE html><p>x") == "html" and formats.by_content(b'{"text": "x"}') == "jsonl"


def test_the_same_file_has_the_same_id_wherever_it_lies() -> None:
    left, right = (read.read(Source(name, STORY.encode(), "text"))[0] for name in ("a/x.txt", "b/x.txt"))
    assert isinstance(left, Report) and isinstance(right, Report) and left.id == right.id and left.source != right.source


def test_a_report_of_very_many_lines_is_refused() -> None:
    for content, media in ((b"word\n" * 1_000_000, "text"), (b"<p>a" * 1_000_000, "html")):
        assert [problem(one) for one in read.read(Source("x", content, media))] == ["too large"]
