"""The routes of a search: its page, the same as JSON, the feed of its hits, and the searches that are kept."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from dateline.tell.search import QueryError, feed
from dateline.tell.web.addresses import Address, search_for, served
from dateline.tell.web.guard import Guard
from dateline.tell.web.live import Live
from dateline.tell.web.pages.search import LONGEST, search
from dateline.tell.web.render import as_json, render

IN_A_FEED = 100  # hits
MOST_KEPT = 200  # searches
FURTHEST = 1_000_000

Asked = Annotated[str, Query(max_length=LONGEST)]
Offset = Annotated[int, Query(ge=0, le=FURTHEST)]
Field = Annotated[str, Form(max_length=LONGEST)]


def routes(live: Live, guard: Guard) -> APIRouter:
    """Searching, and keeping searches where the desk may be written."""
    router = APIRouter()

    @router.get("/search")
    def page(q: Asked = "", offset: Offset = 0, saved: Asked = "") -> Response:
        q = live.look_at(saved)[0] if saved else q
        room = live.room()
        made = search(room, q, offset, live.alerts())
        extra = {"served": True, "token": guard.form_token(), "query": q}
        return HTMLResponse(render(made, Address("search", ""), room, served, extra))

    @router.get("/search.json")
    def json(q: Asked = "", offset: Offset = 0) -> Response:
        return Response(as_json(search(live.room(), q, offset)), media_type="application/json")

    @router.get("/search.atom")
    def atom(request: Request, q: Asked = "") -> Response:
        try:
            found = live.room().index.find(q, IN_A_FEED)
        except QueryError as error:
            return Response(f"{error}\n", 400, media_type="text/plain")
        address = str(request.url.replace(path="/search", query=""))
        return Response(feed(found, q, address), media_type="application/atom+xml")

    @router.post("/searches")
    def keep(request: Request, q: Field = "", name: Field = "", form_token: Field = "") -> Response:
        allow(live, guard, request, form_token)
        if not name.strip() or len(live.alerts()) >= MOST_KEPT:
            raise HTTPException(400)
        try:
            live.keep_search(name[:80], q)
        except QueryError as error:
            raise HTTPException(400) from error
        return RedirectResponse(f"/{search_for(q)}", 303)

    @router.post("/searches/forget")
    def forget(request: Request, name: Field = "", form_token: Field = "") -> Response:
        allow(live, guard, request, form_token)
        live.forget_search(name)
        return RedirectResponse("/search", 303)

    return router


def allow(live: Live, guard: Guard, request: Request, form_token: str) -> None:
    """Raises 403 unless this desk may be written and the form came from a page of ours."""
    if not live.editable or not guard.form_fits(form_token, request.headers):
        raise HTTPException(403)
