"""The data files of the world, each read once, and how their names are compared."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def plain(text: str) -> str:
    """The text without accents on its letters."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def bare(name: str) -> str:
    """A name without its article, with straight apostrophes."""
    for article in ("the ", "The ", "THE "):
        name = name.removeprefix(article)
    return name.replace("\u2019", "'")


@cache
def data(name: str) -> dict[str, Any]:
    """The content of a TOML file of this folder."""
    return tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))
