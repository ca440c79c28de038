"""The pictures of docs/pages.md and the README, taken of the sample story in a headless browser.

    python -m bench.pictures

Every page is drawn as `dateline site` draws it. Needs a chromium on the path.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from dateline import read
from dateline.engine import local
from dateline.store import Desk
from dateline.tell.lookup import Lookup
from dateline.tell.web import write_site

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "examples" / "jerusalem-1977" / "reports"
IMAGES = ROOT / "docs" / "images"


class Picture(NamedTuple):
    name: str
    page: str
    width: int = 1180
    height: int = 900
    dark: bool = False


def pictures(lookup: Lookup) -> list[Picture]:
    """Which pages are shown; the event and statement told by most reports, the actor who does most."""
    events, groups = lookup.account.events, lookup.account.variant_groups
    event = max(events, key=lambda e: (any(d.kind == "conflict" for d in e.disagreements), len(e.reports), e.id))
    group = max(groups, key=lambda g: (bool(g.differences), len({r.report for r in g.statements}), g.id))
    actor = max(lookup.account.actors, key=lambda a: (a.type == "person", lookup.deeds(a.id), a.id))
    report = lookup.reports[0]
    return [
        Picture("pages", "index.html"),
        Picture("dark", "index.html", dark=True),
        Picture("phone", "index.html", 360, 760),
        Picture("event", f"events/{event.id}.html"),
        Picture("actor", f"actors/{actor.id}.html"),
        Picture("statement", f"statements/{group.id}.html", height=760),
        Picture("plans", "plans.html"),
        Picture("map", "map.html"),
        Picture("report", f"reports/{report.id}.html"),
        Picture("disputes", "disputes.html", height=640),
        Picture("brief", "briefs.html"),
    ]


def main(arguments: Sequence[str]) -> int:
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if arguments or not chromium:
        print(__doc__ if arguments else "No chromium was found.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        folder = Path(made)
        with Desk(folder / "sample.desk") as desk:
            local.add(desk, read.sources(str(SAMPLE)))
            account = local.account(desk)
        write_site(account, folder / "site")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--headless", "--no-sandbox", "--disable-gpu"])
        for picture in pictures(Lookup(account)):
            page = browser.new_page(
                viewport={"width": picture.width, "height": picture.height}, color_scheme="dark" if picture.dark else "light"
            )
            page.goto((folder / "site" / picture.page).as_uri())
            page.screenshot(path=IMAGES / f"{picture.name}.png")
            page.close()
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
