"""A reader corrects the account from its pages: it holds after a restart, stands in the journal, and can be taken back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from dateline import read
from dateline.engine import local
from dateline.store import Desk
from tests.browser.conftest import Served, Watched

FIRST = """Moen meets Soto in Santiago

SANTIAGO, May 31, 2019 - Norwegian Foreign Minister Kari Moen met Chilean President Luis Soto in Santiago on Friday.

"We are ready to talk about salmon," Moen said. Soto visited Oslo on May 2.
"""
SECOND = """Salmon before cod

SANTIAGO, June 1, 2019 - Foreign Minister Kari Moen met President Luis Soto in Santiago on May 31, an aide said.
"""


@pytest.fixture(scope="module")
def woven(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corrected")
    (folder / "first.txt").write_text(FIRST, "utf-8")
    (folder / "second.txt").write_text(SECOND, "utf-8")
    path = folder / "corrected.desk"
    with Desk(path) as desk:
        local.add(desk, [*read.sources(str(folder / "first.txt")), *read.sources(str(folder / "second.txt"))])
    return path


@pytest.fixture
def editable(woven: Path, tmp_path: Path) -> Iterator[Served]:
    desk = tmp_path / "corrected.desk"
    shutil.copy(woven, desk)
    served = Served(desk, edit=True).start()
    yield served
    served.stop()


def open_event(seen: Watched, served: Served, words: str) -> None:
    seen.page.goto(f"{served.url}/events")
    seen.page.locator(".fact-line", has_text=words).first.locator("a.rests").click()


def test_a_day_set_from_the_page_holds_and_can_be_taken_back(at_desk: Watched, editable: Served) -> None:
    page = at_desk.page
    open_event(at_desk, editable, "met")
    page.locator("#correct summary").click()
    page.get_by_label("It was on").fill("2019-05-30")
    page.locator("form", has=page.get_by_label("It was on")).get_by_label("Why").fill("The minister's diary says so.")
    page.get_by_role("button", name="Set the day").click()
    page.wait_for_url("**/changes")
    assert "30 May 2019" in page.locator("main").inner_text()
    editable.restart()
    page.goto(f"{editable.url}/events")
    assert "30 MAY 2019" in page.locator("main").inner_text().upper()
    page.goto(f"{editable.url}/judgements")
    expect(page.locator(".fact-line")).to_contain_text("The minister's diary says so.")
    expect(page.locator(".fact-line .tag")).to_have_text("in force", ignore_case=True)
    page.get_by_role("button", name="Take back").click()
    expect(page.locator(".fact-line .tag").last).to_have_text("withdrawn", ignore_case=True)
    page.goto(f"{editable.url}/events")
    assert "30 MAY 2019" not in page.locator("main").inner_text().upper()
    assert at_desk.complaints == []


def test_what_is_no_event_goes_and_a_name_is_shown_as_asked(at_desk: Watched, editable: Served) -> None:
    page = at_desk.page
    open_event(at_desk, editable, "visited Oslo")
    page.get_by_role("button", name="No event").click()
    page.wait_for_url("**/changes")
    page.goto(f"{editable.url}/events")
    assert "visited Oslo" not in page.locator("main").inner_text()
    page.goto(f"{editable.url}/actors")
    page.locator("table").get_by_role("link", name="Kari Moen").first.click()
    page.locator("#correct summary").click()
    page.get_by_label("To be shown as").fill("Kari Moén")
    page.get_by_role("button", name="Set the name").click()
    page.wait_for_url("**/changes")
    page.goto(f"{editable.url}/actors")
    assert page.locator("table").get_by_role("link", name="Kari Moén").count() == 1


def test_a_speaker_is_set_from_the_report(at_desk: Watched, editable: Served) -> None:
    page = at_desk.page
    page.goto(f"{editable.url}/reports")
    page.get_by_role("link", name="Moen meets Soto").click()
    page.locator("#correct summary").click()
    page.get_by_label("The words").select_option(index=1)
    page.get_by_label("were said by").select_option(label="Luis Soto")
    page.get_by_role("button", name="Set the speaker").click()
    page.wait_for_url("**/changes")
    page.goto(f"{editable.url}/reports")
    page.get_by_role("link", name="Moen meets Soto").click()
    assert page.locator("aside li.statement", has_text="Luis Soto").count() == 1


def test_one_key_marks_a_report_as_key(at_desk: Watched, editable: Served) -> None:
    page = at_desk.page
    page.goto(f"{editable.url}/reports")
    page.keyboard.press("j")
    page.keyboard.press("j")
    title = page.locator(".fact-line.current .fact a").inner_text()
    page.keyboard.press("m")
    expect(page.locator(".fact-line .tag", has_text="key report")).to_have_count(1)
    assert page.locator(".fact-line .fact a").first.inner_text() == title
    page.locator(".fact-line .fact a").first.click()
    page.wait_for_url("**/reports/*")
    page.keyboard.press("m")
    expect(page.locator(".head .tag")).to_have_count(0)
    assert at_desk.complaints == []


def test_a_slip_is_explained_and_nothing_is_kept(at_desk: Watched, editable: Served) -> None:
    page = at_desk.page
    open_event(at_desk, editable, "met")
    page.locator("#correct summary").click()
    page.get_by_label("It was on").fill("some day in spring")
    page.get_by_role("button", name="Set the day").click()
    assert "cannot be kept" in page.locator("h1").inner_text()
    page.goto(f"{editable.url}/judgements")
    assert "Nobody has corrected anything" in page.locator("main").inner_text()


def test_a_desk_for_reading_has_no_forms_and_takes_none(at_desk: Watched, room: Served) -> None:
    page = at_desk.page
    open_event(at_desk, room, "visited")
    assert page.locator("form[method=post]").count() == 0
    answer = page.request.post(f"{room.url}/judge", form={"verdict": "name", "left": "x", "right": "y", "form_token": "guess"})
    assert answer.status == 403
