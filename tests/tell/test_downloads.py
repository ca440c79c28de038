"""Briefs as files: from a server, and in a folder."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dateline import read
from dateline.engine import local
from dateline.store import Desk
from dateline.tell.web.server import create_app
from dateline.tell.web.site import write_site

REPORT = """Moen meets Soto in Santiago

SANTIAGO, May 31, 2019 - Norwegian Foreign Minister Kari Moen met Chilean President Luis Soto in Santiago on Friday.

"We are ready to talk about salmon," Moen said.
"""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept")
    (folder / "moen.txt").write_text(REPORT, "utf-8")
    made = folder / "kept.desk"
    with Desk(made) as desk:
        local.add(desk, read.sources(str(folder / "moen.txt")))
    return made


def test_a_server_hands_out_the_brief_as_files(path: Path) -> None:
    visitor = TestClient(create_app(path), base_url="http://localhost")
    page = visitor.get("/briefs").text
    assert 'href="/briefs.md"' in page and 'href="/briefs.docx"' in page
    markdown, word = visitor.get("/briefs.md"), visitor.get("/briefs.docx")
    assert markdown.text.startswith("# ") and "Moen" in markdown.text
    assert markdown.headers["content-disposition"] == 'attachment; filename="brief.md"'
    assert "word/document.xml" in zipfile.ZipFile(BytesIO(word.content)).namelist()
    reports = json.loads(visitor.get("/briefs.csl.json").content)
    assert [r["title"] for r in reports] == ["Moen meets Soto in Santiago"]
    key = reports[0]["id"]
    assert visitor.get("/briefs.bib").text.startswith("@") and key in visitor.get("/briefs.bib").text
    assert f"ID  - {key}" in visitor.get("/briefs.ris").text
    assert visitor.get("/briefs.json").json()["view"]["sources"], "the page as JSON is another thing"
    for missing in (
        "/briefs/none.csl.json",
        "/briefs/none.md",
        "/briefs/none.docx",
        "/briefs.pdf",
        "/events.md",
        "/briefs/%22%0d%0aX.md",
    ):
        assert visitor.get(missing).status_code == 404, missing


def test_a_folder_has_them_beside_the_page(path: Path, tmp_path: Path) -> None:
    with Desk(path, create=False) as desk:
        write_site(local.account(desk), tmp_path)
    assert 'href="briefs.md"' in (tmp_path / "briefs.html").read_text("utf-8")
    assert (tmp_path / "briefs.md").read_text("utf-8").startswith("# ")
    assert zipfile.is_zipfile(tmp_path / "briefs.docx")
    assert {p.name for p in tmp_path.glob("briefs.*")} >= {"briefs.csl.json", "briefs.bib", "briefs.ris", "briefs.json"}
