"""The server as a visitor and as somebody hostile meets it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dateline import read
from dateline.engine import local
from dateline.store import Desk, DeskError
from dateline.tell.web.guard import COOKIE, Guard, is_loopback
from dateline.tell.web.server import create_app

TOKEN = "a-token-that-is-long-enough"
REPORT = """Moen meets Soto in Santiago

SANTIAGO, May 31, 2019 - Norwegian Foreign Minister Kari Moen met Chilean President Luis Soto in Santiago on Friday.

"We are ready to talk about <b>salmon</b>," Moen said.
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("served")
    (folder / "moen.txt").write_text(REPORT, "utf-8")
    path = folder / "served.desk"
    with Desk(path) as desk:
        local.add(desk, read.sources(str(folder / "moen.txt")))
    return path


@pytest.fixture(scope="module")
def visitor(desk: Path) -> TestClient:
    return TestClient(create_app(desk), base_url="http://localhost")


def test_a_desk_that_is_not_there_is_named(tmp_path: Path) -> None:
    client = TestClient(create_app(tmp_path / "none.desk"), base_url="http://localhost")
    with pytest.raises(DeskError, match="There is no desk"):
        client.get("/")


def test_every_page_has_its_address_and_the_same_as_json(visitor: TestClient) -> None:
    seen, todo = set(), ["/"]
    while todo:
        path = todo.pop().partition("#")[0]
        if path in seen or not path.startswith("/"):
            continue
        seen.add(path)
        answer = visitor.get(path)
        assert answer.status_code == 200, path
        if answer.headers["content-type"].startswith("text/html"):
            todo += [h for h in re.findall(r'href="([^"]+)"', answer.text) if not h.startswith("http")]
            assert re.search(r"<title>[^<]+ · Dateline</title>", answer.text), path
        elif "attachment" not in answer.headers.get("content-disposition", ""):
            assert answer.json()["view"] is not None
    assert {"/", "/index.json", "/disputes", "/actors", "/plans", "/outlets", "/reports", "/accuracy", "/problems"} <= seen
    assert any(p.startswith("/events/") and p.endswith(".json") for p in seen)
    assert any(p.startswith("/reports/") and not p.endswith(".json") for p in seen)


def test_the_browser_is_told_to_refuse_what_is_not_ours(visitor: TestClient) -> None:
    for path in ("/", "/nope", "/index.json", "/keys.js", "/events/../../etc/passwd"):
        headers = visitor.get(path).headers
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert "script-src 'self'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "same-origin"


def test_no_script_or_style_stands_in_a_page(visitor: TestClient) -> None:
    html = visitor.get("/").text
    assert re.findall(r"<script[^>]*>", html) == ['<script src="/keys.js" defer>']
    assert " style=" not in html and " onclick" not in html
    assert len(re.findall("<style", html)) == 1


def test_what_is_not_there_is_a_page_of_its_own(visitor: TestClient) -> None:
    for path in ("/nope", "/events/event-000", "/actors/%3Cscript%3E", "/nope.json", "/a/b/c", "/reports/" + "x" * 5000):
        answer = visitor.get(path)
        assert answer.status_code == 404 and "<script>" not in answer.text, path


def test_other_names_for_this_machine_are_refused(visitor: TestClient) -> None:
    assert visitor.get("/", headers={"host": "evil.example"}).status_code == 421
    assert visitor.get("/", headers={"host": "127.0.0.1:8017"}).status_code == 200
    assert visitor.get("/", headers={"host": "[::1]:8017"}).status_code == 200


def test_nothing_is_shown_without_the_token(desk: Path) -> None:
    client = TestClient(create_app(desk, token=TOKEN), base_url="http://localhost")
    assert client.get("/").status_code == 401
    assert client.get("/reports.json", headers={"authorization": "Bearer wrong"}).status_code == 401
    assert client.get("/", headers={"accept": "text/html"}, follow_redirects=False).headers["location"] == "/enter"
    assert client.get("/reports.json", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert client.post("/enter", data={"token": "wrong"}).status_code == 403
    assert client.get("/").status_code == 401
    entered = client.post("/enter", data={"token": TOKEN}, follow_redirects=False)
    cookie = entered.headers["set-cookie"]
    assert entered.status_code == 303 and "HttpOnly" in cookie and "SameSite=strict" in cookie and TOKEN not in cookie
    assert client.get("/").status_code == 200
    assert (
        TestClient(create_app(desk, token=TOKEN), base_url="http://localhost", cookies={COOKIE: "guessed"}).get("/").status_code
        == 401
    )


def test_forms_of_other_sites_do_not_fit() -> None:
    guard = Guard()
    token, ours = guard.form_token(), {"host": "localhost:8017", "origin": "http://localhost:8017", "sec-fetch-site": "same-origin"}
    assert guard.form_fits(token, ours)
    assert not guard.form_fits("", ours)
    assert not guard.form_fits(token, ours | {"origin": "http://evil.example"})
    assert not guard.form_fits(token, ours | {"sec-fetch-site": "cross-site"})
    assert not Guard().form_fits(token, ours), "another run has another secret"


@pytest.mark.parametrize(
    ("host", "alone"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("x.example", False)]
)
def test_which_addresses_only_this_machine_reaches(host: str, alone: bool) -> None:
    assert is_loopback(host) is alone


def test_long_posts_are_refused(visitor: TestClient) -> None:
    assert visitor.post("/enter", data={"token": "x" * 200_000}).status_code == 413


def test_a_desk_that_changes_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "grows.desk"
    (tmp_path / "a.txt").write_text(REPORT, "utf-8")
    with Desk(path) as desk:
        local.add(desk, read.sources(str(tmp_path / "a.txt")))
    client = TestClient(create_app(path), base_url="http://localhost")
    assert len(client.get("/reports.json").json()["view"]["reports"]) == 1
    (tmp_path / "b.txt").write_text(REPORT.replace("Friday", "Friday, an aide said").replace("salmon", "cod"), "utf-8")
    with Desk(path) as desk:
        local.add(desk, read.sources(str(tmp_path / "b.txt")))
    assert len(client.get("/reports.json").json()["view"]["reports"]) == 2
