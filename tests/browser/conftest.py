"""The reading room of the sample story in a real browser, from a server on the loopback address that ends with the tests."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from dateline import read
from dateline.engine import local
from dateline.store import Desk
from dateline.tell.web.server import create_app

SAMPLE = Path(__file__).parents[2] / "examples" / "jerusalem-1977" / "reports"
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
WIDTHS = {"phone": 360, "desk": 1180}


@dataclass
class Served:
    """A server over one desk, until `stop`."""

    desk: Path
    edit: bool = False
    url: str = ""
    _server: uvicorn.Server | None = field(default=None, repr=False)
    _thread: threading.Thread | None = field(default=None, repr=False)

    def start(self) -> Served:
        config = uvicorn.Config(create_app(self.desk, edit=self.edit), host="127.0.0.1", port=0, log_level="error")
        listening = config.bind_socket()
        self.url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [listening]}, daemon=True)
        self._thread.start()
        while not self._server.started and self._thread.is_alive():
            time.sleep(0.02)
        return self

    def stop(self) -> None:
        if self._server and self._thread:
            self._server.should_exit = True
            self._thread.join(10)

    def restart(self) -> None:
        self.stop()
        self.start()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with the sample story."""
    path = tmp_path_factory.mktemp("browser") / "sample.desk"
    with Desk(path) as desk:
        local.add(desk, read.sources(str(SAMPLE)))
    return path


@pytest.fixture(scope="session")
def room(sample: Path) -> Iterator[Served]:
    served = Served(sample).start()
    yield served
    served.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        pytest.skip("no chromium on this machine")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=["--headless", "--no-sandbox", "--disable-gpu"])
        yield found
        found.close()


@dataclass
class Watched:
    """A page that remembers what it complained of and whom it asked."""

    page: Page
    complaints: list[str]
    asked: list[str]


def watched(context: BrowserContext) -> Watched:
    page = context.new_page()
    made = Watched(page, [], [])
    page.on("console", lambda message: made.complaints.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: made.complaints.append(str(error)))
    page.on("dialog", lambda dialog: (made.complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on("request", lambda request: made.asked.append(request.url))
    return made


@pytest.fixture
def at_desk(browser: Browser) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": WIDTHS["desk"], "height": 900})
    yield watched(context)
    context.close()
