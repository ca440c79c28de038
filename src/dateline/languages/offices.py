"""What the language packs' lists of offices say to all layers."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path


@cache
def listed(language: str) -> dict[str, dict[str, list[str]]]:
    """The pack's titles.toml: group, normal form, other forms."""
    path = Path(__file__).parent / language / "titles.toml"
    return tomllib.loads(path.read_text("utf-8"))


@cache
def heads() -> frozenset[str]:
    """Normal forms, in every pack, of the office of a state's first person."""
    packs = sorted(path.parent.name for path in Path(__file__).parent.glob("*/titles.toml"))
    return frozenset(title for language in packs for title in listed(language).get("head", {}))


@cache
def trades() -> frozenset[str]:
    """Titles, in every pack, that are no office: what somebody works as, is to somebody, or is addressed by."""
    packs = sorted(path.parent.name for path in Path(__file__).parent.glob("*/titles.toml"))
    groups = [listed(language).get(group, {}) for language in packs for group in ("work", "kin", "honor")]
    return frozenset(form for group in groups for normal, others in group.items() for form in (normal, *others))


@cache
def _forms() -> dict[str, str]:
    """Every form of an office of a state, in every pack, to its normal form."""
    packs = sorted(path.parent.name for path in Path(__file__).parent.glob("*/titles.toml"))
    groups = [listed(language).get(group, {}) for language in packs for group in ("head", "state")]
    return {form: normal for group in groups for normal, others in group.items() for form in (normal, *others)}


def named(text: str) -> str | None:
    """The normal form of the office that a text names, the longest of several: "Minister of Foreign Affairs of Norway"."""
    words = f" {' '.join(re.findall(r'[^ ,;()]+', text.casefold()))} "
    found = [form for form in _forms() if f" {form} " in words]
    return _forms()[max(found, key=lambda form: (len(form), form))] if found else None


@cache
def kin() -> frozenset[str]:
    """Words, in every pack, for what somebody is to somebody: "brother"."""
    packs = sorted(path.parent.name for path in Path(__file__).parent.glob("*/titles.toml"))
    groups = [listed(language).get("kin", {}) for language in packs]
    return frozenset(form for group in groups for normal, others in group.items() for form in (normal, *others))


@cache
def commanders() -> frozenset[str]:
    """Normal forms, in every pack, of offices whose holder's deeds are those of the state: who sends its troops."""
    return _own("commanders")


@cache
def organs() -> frozenset[str]:
    """Words, in every pack, of names of bodies through which a state acts: "army", "ministry"."""
    return _own("organs")


@cache
def keep_order() -> frozenset[str]:
    """Those of the `organs` that have to do with crime at home."""
    return _own("order")


def _own(key: str) -> frozenset[str]:
    files = sorted(Path(__file__).parent.glob("*/state_organs.toml"))
    return frozenset(word for file in files for word in tomllib.loads(file.read_text("utf-8")).get(key, ()))
