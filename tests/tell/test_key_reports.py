"""Reports that a reader marks as those to build on stand first, with a star, until he takes that back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dateline import read
from dateline.engine import local
from dateline.store import Desk
from dateline.tell.web.server import create_app

REPORT = """Moen in {place}

OSLO, May {day}, 2019 - Norwegian Foreign Minister Kari Moen met Chilean President Luis Soto in {place} on May {day}.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for day, place in ((3, "Oslo"), (7, "Bergen"), (9, "Hamar")):
        (tmp_path / f"{place}.txt").write_text(REPORT.format(place=place, day=day), "utf-8")
    path = tmp_path / "key.desk"
    with Desk(path) as made:
        local.add(made, [s for name in ("Oslo", "Bergen", "Hamar") for s in read.sources(str(tmp_path / f"{name}.txt"))])
    return path


def titles(visitor: TestClient) -> list[tuple[str, bool]]:
    return [(line["link"]["text"], line["key"]) for line in visitor.get("/reports.json").json()["view"]["reports"]]


def test_a_key_report_stands_first_until_it_is_none(desk: Path) -> None:
    visitor = TestClient(create_app(desk, edit=True), base_url="http://localhost")
    page = visitor.get("/reports").text
    token = re.findall(r'name="form_token" value="([^"]+)"', page)[0]
    last = visitor.get("/reports.json").json()["view"]["reports"][-1]
    send = {"form_token": token, "report": last["id"]}
    back = visitor.post("/key", data=send | {"on": "yes"}, headers={"referer": "http://localhost/reports"}, follow_redirects=False)
    assert back.status_code == 303 and back.headers["location"] == "/reports"
    assert titles(visitor)[0] == (last["link"]["text"], True)
    assert "★ key report" in visitor.get("/reports").text and "★ key report" in visitor.get(f"/reports/{last['id']}").text
    assert titles(TestClient(create_app(desk), base_url="http://localhost"))[0][1], "another server of the same desk knows it"
    visitor.post("/key", data=send | {"on": "no"})
    assert titles(visitor)[-1] == (last["link"]["text"], False)


def test_nobody_marks_a_report_on_a_desk_for_reading_or_from_elsewhere(desk: Path) -> None:
    reader = TestClient(create_app(desk), base_url="http://localhost")
    report = reader.get("/reports.json").json()["view"]["reports"][0]["id"]
    assert 'action="/key"' not in reader.get("/reports").text
    assert reader.post("/key", data={"report": report, "on": "yes", "form_token": "guess"}).status_code == 403
    writer = TestClient(create_app(desk, edit=True), base_url="http://localhost")
    token = re.findall(r'name="form_token" value="([^"]+)"', writer.get("/reports").text)[0]
    assert writer.post("/key", data={"report": "no-such", "on": "yes", "form_token": token}).status_code == 404
    away = writer.post(
        "/key",
        data={"report": report, "on": "yes", "form_token": token},
        headers={"referer": "http://localhost//far.example/x"},
        follow_redirects=False,
    )
    assert away.headers["location"] == f"/reports/{report}"
