"""The reading room on a server: every page at its own address, the same as JSON beside it, forms where the reader may correct."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import uvicorn
from fastapi import FastAPI, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.middleware.base import RequestResponseEndpoint

from dateline.tell.corrections.command import me
from dateline.tell.web import correcting, searching
from dateline.tell.web.addresses import FRONT, Address, served
from dateline.tell.web.downloads import FILES, brief_file, file_title, parted
from dateline.tell.web.guard import COOKIE, HEADERS, Guard
from dateline.tell.web.live import Live
from dateline.tell.web.page import Page, kinds
from dateline.tell.web.render import HERE, as_json, render, render_plain
from dateline.tell.web.room import Room

OPEN_TO_ALL = ("/enter",)  # what a visitor may ask for who has not given the token yet
LONGEST_FORM = 100_000  # bytes


def create_app(path: Path, *, edit: bool = False, token: str | None = None) -> FastAPI:
    """The application over one desk. Raises DeskError when there is none."""
    live, guard = Live(path, editable=edit), Guard(token)
    app = FastAPI(title="Dateline", docs_url=None, redoc_url=None, openapi_url=None)

    @app.middleware("http")
    async def guarded(request: Request, call_next: RequestResponseEndpoint) -> Response:
        answer = _refusal(request, guard) or await call_next(request)
        for name, value in HEADERS.items():
            answer.headers.setdefault(name, value)
        return answer

    @app.exception_handler(404)
    async def missing(request: Request, error: Exception) -> Response:
        text = "It may have another address since the account was woven again."
        return HTMLResponse(render_plain("There is no such page", text), 404)

    @app.exception_handler(403)
    async def refused(request: Request, error: Exception) -> Response:
        text = "The desk is open for reading only (dateline serve --edit opens it for corrections), or the form is an old one."
        return HTMLResponse(render_plain("That is not allowed here", text), 403)

    @app.exception_handler(400)
    @app.exception_handler(422)
    async def unreadable(request: Request, error: Exception) -> Response:
        return HTMLResponse(render_plain("That could not be read", "Go back and look at what was sent."), 400)

    @app.get("/enter")
    def enter_page() -> Response:
        return HTMLResponse(render_plain("This account is not open to all", "", form="enter"))

    @app.post("/enter")
    async def enter(request: Request, token: Annotated[str, Form(max_length=1000)] = "") -> Response:
        if not guard.knows(token):
            return HTMLResponse(render_plain("That is not the token", "", form="enter"), 403)
        answer = RedirectResponse("/", 303)
        answer.set_cookie(COOKIE, guard.session(), httponly=True, samesite="strict", secure=request.url.scheme == "https")
        return answer

    @app.get("/keys.js")
    def keys() -> Response:
        return Response((HERE / "keys.js").read_bytes(), media_type="text/javascript; charset=utf-8")

    @app.get("/")
    def front() -> Response:
        return _html(live, guard, Address(FRONT, ""))

    app.include_router(searching.routes(live, guard))
    app.include_router(correcting.routes(live, guard))

    @app.get("/{kind}")
    def single(kind: str) -> Response:
        return _answer(live, guard, kind, "")

    @app.get("/{kind}/{id_}")
    def one(kind: str, id_: str) -> Response:
        return _answer(live, guard, kind, id_)

    return app


def _refusal(request: Request, guard: Guard) -> Response | None:
    """The answer to a request that may not be answered otherwise; None for one that may."""
    if not guard.host_fits(request.headers.get("host", "")):
        return HTMLResponse(render_plain("This server answers to this machine's own names only", ""), 421)
    if request.method == "POST" and not 0 < _length(request) <= LONGEST_FORM:
        return HTMLResponse(render_plain("That is too long, or of no known length", ""), 413)
    if request.url.path in OPEN_TO_ALL or guard.admits(request.cookies, request.headers.get("authorization", "")):
        return None
    if request.method == "GET" and "text/html" in request.headers.get("accept", ""):
        return RedirectResponse("/enter", 303)
    return Response("The token is missing.\n", 401, {"WWW-Authenticate": "Bearer"}, "text/plain")


def _length(request: Request) -> int:
    told = request.headers.get("content-length", "")
    return int(told) if told.isascii() and told.isdecimal() and len(told) < 12 else 0


def _answer(live: Live, guard: Guard, kind: str, id_: str) -> Response:
    name, ending = parted(id_ or kind)
    if ending and (kind if id_ else name) == "briefs":
        return _download(live.room(), name if id_ else "", ending)
    if (id_ or kind).endswith(".json"):
        at = Address(kind, id_.removesuffix(".json")) if id_ else Address(kind.removesuffix(".json"), "")
        return Response(as_json(_page(live.room(), at)), media_type="application/json")
    return _html(live, guard, Address(kind, id_))


def _download(room: Room, id_: str, ending: str) -> Response:
    content = brief_file(room, id_, ending)
    if content is None:
        raise HTTPException(404)
    kept_as = {"Content-Disposition": f'attachment; filename="{file_title(id_, ending)}"'}
    return Response(content, headers=kept_as, media_type=FILES[ending].media)


def _page(room: Room, at: Address) -> Page:
    kind = kinds().get(at.kind)
    page = kind.gather(room, at.id, served) if kind else None
    if page is None:
        raise HTTPException(404)
    return page


def _html(live: Live, guard: Guard, at: Address) -> Response:
    if kept := live.kept(str(at)):
        return HTMLResponse(kept)
    room = live.room()
    html = render(
        _page(room, at), at, room, served, {"served": True, "token": guard.form_token(), "author": me() if room.editable else ""}
    )
    return HTMLResponse(live.keep(str(at), html))


def run(app: FastAPI, host: str, port: int, told: Callable[[str], None]) -> None:
    """Serve until interrupted; `told` gets the address. Requests are not logged: one may hold what somebody looked for."""
    config = uvicorn.Config(app, host=host, port=port, access_log=False, log_level="warning", server_header=False)
    listening = config.bind_socket()
    told(f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}/  (Ctrl-C ends it)")
    uvicorn.Server(config).run(sockets=[listening])
