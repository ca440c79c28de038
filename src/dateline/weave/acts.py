"""Which act within its type an event mention tells of: an expulsion and a recall are both sanctions, and never one event."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from dateline import languages


@cache
def _acts(language: str) -> Mapping[tuple[str, str], str]:
    """The act by type and frame, from the pack's acts.toml; empty where the pack has none."""
    if not languages.known(language):
        return {}
    path = files("dateline.languages").joinpath(language, "acts.toml")
    listed = tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
    return {(type_, frame): act for type_, acts in listed.items() for act, frames in acts.items() for frame in frames}


def act(language: str, type_: str, frame: str) -> str | None:
    """The act that a frame of this type tells of; None where the frame does not say."""
    return _acts(language).get((type_, frame))
