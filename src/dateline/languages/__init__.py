"""One folder a language, found by name: words and rules as data, and a spaCy pipeline.

A language pack is a package `dateline.languages.<code>` with `pipeline()`, which returns the spaCy pipeline, and `model()`, which
loads the model that it is made of, as shipped. To add Turkish, add the folder `tr/`; nothing else names it.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType


def known(code: str) -> bool:
    """Whether there is a pack for this ISO 639-1 code."""
    return len(code) in (2, 3) and code.isalpha() and find_spec(f"dateline.languages.{code}") is not None


@cache
def codes() -> tuple[str, ...]:
    """The codes of all packs, sorted."""
    here = Path(__file__).parent
    return tuple(sorted(folder.name for folder in here.iterdir() if (folder / "__init__.py").is_file()))


def pack(code: str) -> ModuleType:
    """The language's package. Raises LookupError when there is none."""
    if not known(code):
        raise LookupError(f"no language pack for {code!r}: add the folder languages/{code}")
    return import_module(f"dateline.languages.{code}")


@cache
def words(code: str, name: str) -> frozenset[str]:
    """Lines of the pack's `name`.txt, without comments (`#`) and blank lines."""
    path = Path(__file__).parent / code / f"{name}.txt"
    lines = (line.split("#", 1)[0].strip() for line in path.read_text("utf-8").splitlines())
    return frozenset(line for line in lines if line)


@cache
def lists(code: str, name: str) -> Mapping[str, Sequence[str]]:
    """The lists of the pack's `name`.toml; none where it has no such file."""
    path = Path(__file__).parent / code / f"{name}.toml"
    listed: dict[str, list[str]] = tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
    return listed


@cache
def alternatives(code: str, name: str) -> Mapping[str, str]:
    """The lists of the pack's `name`.toml as alternatives of a regular expression, longest first; no such list, no match."""
    made = {
        key: "|".join(re.escape(word) for word in sorted(listed, key=lambda w: (-len(w), w)))
        for key, listed in lists(code, name).items()
    }
    return defaultdict(lambda: "(?!)", made)
