"""What nobody does but at home: an ambassador is summoned in the capital, diplomats are expelled from one's own state."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

from dateline import languages
from dateline.records import Role
from dateline.weave.places import Places
from dateline.weave.weaving import Weaving

Nearness = Literal["capital", "state"]


def where_done(
    frames: Iterable[str],
    participants: Iterable[tuple[str, Role]],
    language: str,
    weaving: Weaving,
    places: Places,
    near: Nearness,
) -> str | None:
    """The capital, or the state, of those who do it, where most of `frames` tell of such deeds and the doers are of one state."""
    at_home = [frame in _home_acts(language).get(near, frozenset()) for frame in frames]
    if 2 * sum(at_home) <= len(at_home):
        return None
    homes = {weaving.country(a) for a, role in participants if role in ("initiator", "host")}
    state = next(iter(homes)) if len(homes) == 1 else None
    if state is None:
        return None
    return places.capital_of(state) if near == "capital" else places.home(state)


@cache
def _home_acts(language: str) -> Mapping[str, frozenset[str]]:
    """The frames of what is done at home, by how near home it is; empty where the pack has none."""
    path = files("dateline.languages").joinpath(language, "at_home.toml")
    listed = tomllib.loads(path.read_text("utf-8")) if languages.known(language) and path.is_file() else {}
    return {where: frozenset(frames) for where, frames in listed.items()}
