"""The routes by which a reader corrects the account: each form appends a judgement, and the account is woven again."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from dateline.engine import local
from dateline.tell.web.addresses import address, served
from dateline.tell.web.guard import Guard
from dateline.tell.web.live import Live
from dateline.tell.web.render import render_plain
from dateline.tell.web.searching import allow

LONGEST = 2000
Field = Annotated[str, Form(max_length=LONGEST)]


def routes(live: Live, guard: Guard) -> APIRouter:
    """Judging and taking back, where the desk may be written."""
    router = APIRouter()

    @router.post("/judge")
    def judge(
        request: Request,
        verdict: Field = "",
        left: Field = "",
        right: Field = "",
        why: Field = "",
        by: Field = "",
        form_token: Field = "",
    ) -> Response:
        allow(live, guard, request, form_token)
        try:
            live.judge(verdict, left, right, by=by, why=why)
        except (LookupError, local.JudgementError) as error:
            return HTMLResponse(render_plain("That correction cannot be kept", str(error.args[0] if error.args else error)), 400)
        return RedirectResponse(served(address("changes")), 303)

    @router.post("/key")
    def key(request: Request, report: Field = "", on: Field = "", form_token: Field = "") -> Response:
        allow(live, guard, request, form_token)
        try:
            live.mark_key(report, on == "yes")
        except LookupError as error:
            raise HTTPException(404) from error
        back = urlsplit(request.headers.get("referer", "")).path  # of our own pages only: `allow` has seen to that
        ours = back.startswith("/") and not back.startswith("//")
        return RedirectResponse(back if ours else served(address("reports", report)), 303)

    @router.post("/undo")
    def undo(request: Request, number: Field = "", why: Field = "", by: Field = "", form_token: Field = "") -> Response:
        allow(live, guard, request, form_token)
        if not (number.isascii() and number.isdecimal() and len(number) < 12):
            raise HTTPException(400)
        try:
            live.undo(int(number), by=by, why=why)
        except local.JudgementError as error:
            return HTMLResponse(render_plain("That cannot be taken back", str(error)), 400)
        return RedirectResponse(served(address("judgements")), 303)

    return router
