"""The commands as a user meets them: what they print, what they write, how they fail."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dateline.cli import app

STORY = Path(__file__).parent / "stories" / "ankara-2016" / "reports"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desk") / "story.desk"
    result = run("add", STORY, "--store", path)
    assert result.exit_code == 0, result.output
    return path


@pytest.mark.parametrize("command", ["add", "show", "brief", "export", "problems", "demo"])
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"dateline {command}" in result.output
    assert "Example" in result.output


def test_bad_sources_are_named_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "junk.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "good.txt").write_text("Envoys meet in Oslo\n\nAnna Berg met Omar Said in Oslo on 4 May 2016.\n", "utf-8")
    result = run("add", tmp_path, "--store", tmp_path / "a.desk")
    assert result.exit_code == 0
    assert "empty file" in result.output and "empty.txt" in result.output
    assert "junk.txt" in result.output
    assert "1 new report" in result.output
    listed = run("problems", "--store", tmp_path / "a.desk")
    assert "empty file" in listed.output


@pytest.mark.parametrize("make", ["missing", "nothing readable"])
def test_nothing_readable_exits_with_one(tmp_path: Path, make: str) -> None:
    folder = tmp_path / "reports"
    if make != "missing":
        folder.mkdir()
        (folder / "picture.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(200))
    result = run("add", folder, "--store", tmp_path / "a.desk")
    assert result.exit_code == 1
    assert "nothing could be read" in result.output


def test_show_needs_a_desk_and_says_how_to_make_one(tmp_path: Path) -> None:
    result = run("show", "--store", tmp_path / "none.desk")
    assert result.exit_code == 1
    assert "dateline add" in result.output


def test_show_tells_what_happened_who_said_what_and_plans(desk: Path) -> None:
    output = run("show", "--store", desk).output.lower()
    for part in ("what happened", "who said what", "plans"):
        assert part in output


def test_brief_writes_markdown_and_pages(desk: Path, tmp_path: Path) -> None:
    assert run("brief", "--store", desk, "-o", tmp_path / "deep" / "brief.md", "--html", tmp_path / "pages").exit_code == 0
    assert (tmp_path / "deep" / "brief.md").read_text("utf-8").startswith("# ")
    assert "<html" in (tmp_path / "pages" / "index.html").read_text("utf-8")


def test_every_span_of_the_account_lies_in_its_report(desk: Path, tmp_path: Path) -> None:
    out = tmp_path / "account.json"
    assert run("export", "--format", "account", "--store", desk, "-o", out).exit_code == 0
    account = json.loads(out.read_text("utf-8"))
    texts = {r["id"]: r["text"] for r in account["reports"]}
    for report in account["reports"]:
        assert report["text"] == Path(report["source"]).read_text("utf-8")
    spans = [m for kind in ("actors", "places", "events", "quantities") for record in account[kind] for m in record["mentions"]]
    spans += account["statements"]
    assert len(spans) > 100
    for span in spans:
        assert 0 <= span["start"] < span["end"] <= len(texts[span["report"]])
    ids = [record["id"] for kind in ("actors", "places", "events", "statements") for record in account[kind]]
    assert len(ids) == len(set(ids))
    known = {a["id"] for a in account["actors"]}
    assert all(p["actor"] in known for e in account["events"] for p in e["participants"])
    for event in account["events"]:
        assert 1 <= event["independent_sources"] <= event["report_count"]


def test_an_unknown_format_names_the_known_ones(desk: Path, tmp_path: Path) -> None:
    result = run("export", "--format", "xml", "--store", desk, "-o", tmp_path / "x")
    assert result.exit_code == 2
    assert "account" in result.output and "csv" in result.output


@pytest.mark.parametrize(("name", "begins"), [("a.md", b"# "), ("a.html", b"<!doctype html>"), ("a.docx", b"PK"), ("a.txt", b"# ")])
def test_the_brief_is_written_in_the_format_that_the_file_is_named_for(
    desk: Path, tmp_path: Path, name: str, begins: bytes
) -> None:
    assert run("brief", "--store", desk, "-o", tmp_path / name).exit_code == 0
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_the_brief_of_one_story_and_formats_that_are_none(desk: Path) -> None:
    assert run("brief", "nothing like it", "--store", desk).exit_code == 1
    result = run("brief", "--store", desk, "--format", "pdf")
    assert result.exit_code == 2 and "docx, html, md" in result.output
    assert run("brief", "--store", desk, "--format", "html").output.startswith("<!doctype html>")


@pytest.mark.parametrize("name", ["csl-json", "bibtex", "ris"])
def test_reports_to_cite(desk: Path, tmp_path: Path, name: str) -> None:
    assert run("export", "--format", name, "--store", desk, "-o", tmp_path / "out").exit_code == 0
    assert (tmp_path / "out").stat().st_size > 100
    assert run("export", "--format", name, "--store", desk, "--story", "nothing like it", "-o", tmp_path / "out").exit_code == 1
