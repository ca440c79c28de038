"""Organisations across reports: one name in its short, long and official forms is one body of one state."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence

from dateline import world
from dateline.weave.locals import Local

_SMALL = frozenset({"the", "of", "for", "and", "a", "on"})
OF_STATES = frozenset(
    {"ministry", "embassy", "parliament", "assembly", "cabinet", "army", "navy", "police", "senate", "congress", "consulate"}
)


def organization_key(name: str) -> str:
    """An organisation's name reduced to what tells it from others: no article, case or accents, "ministry of X" as "X ministry"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'s ", " "))
    words = [word for word in words if word not in _SMALL]
    if "ministry" in words:
        words = sorted(w for w in words if world.demonym(w) is None and world.demonym(w.capitalize()) is None)
        words = ["foreign" if w in {"affairs", "external"} else w for w in words]
    return " ".join(dict.fromkeys(words)) or plain


def organizations(items: Sequence[Local], served: Mapping[tuple[str, str], str]) -> list[list[Local]]:
    """Clusters of organisations. `served` is the country of those who hold an office of a body: (report, its name) to alpha-3.

    A state's body with no state beside it ("the Foreign Ministry") is that of the people who serve in it, else the only one of its
    name among all reports, else unknown.
    """
    grouped: dict[tuple[str, str], list[Local]] = defaultdict(list)
    alone: list[list[Local]] = []
    loose: list[tuple[str, Local]] = []
    for item in items:
        known = world.organization(item.name) if item.name else None
        if known:
            grouped[(known.name, "")].append(item)
            continue
        if not item.name and not any(of or OF_STATES & set(title.lower().split()) for title, of in item.titles):
            alone.append([item])  # "the company" of another report is another company
            continue
        key = organization_key(item.name) if item.name else "|".join(f"{t}@{o}" for t, o in sorted(item.titles, key=str))
        if not OF_STATES & set(key.split()):
            grouped[(key, "")].append(item)
            continue
        country = item.country or served.get((item.report, item.name))
        if country:
            grouped[(key, country)].append(item)
        else:
            loose.append((key, item))
    states: dict[str, list[str]] = defaultdict(list)
    for key, country in grouped:
        states[key].append(country)
    for key, item in loose:
        grouped[(key, states[key][0] if len(states[key]) == 1 else "")].append(item)
    return _with_initials(list(grouped.values())) + alone


def _with_initials(clusters: list[list[Local]]) -> list[list[Local]]:
    """Put a body known by its initials alone ("ODIHR") to the only one whose name has them."""
    by_initials: dict[str, list[int]] = defaultdict(list)
    for index, cluster in enumerate(clusters):
        for spelling in sorted({s for local in cluster for s in local.spellings}):
            letters = initials(spelling)
            if len(letters) > 2 and index not in by_initials[letters]:
                by_initials[letters].append(index)
    gone = set()
    for index, cluster in enumerate(clusters):
        spellings = {s for local in cluster for s in local.spellings}
        if len(spellings) != 1 or world.organization(next(iter(spellings))):
            continue
        short = next(iter(spellings)).replace(".", "")
        whole = [other for other in by_initials.get(short, ()) if other != index]
        if short.isupper() and " " not in short and len(whole) == 1:
            clusters[whole[0]].extend(cluster)
            gone.add(index)
    return [cluster for index, cluster in enumerate(clusters) if index not in gone]


def initials(name: str) -> str:
    """Capitals of a name of three words or more: "NB" for no such name is "", "Office of Trade Inspection" is "OTI"."""
    words = [word for word in re.findall(r"[^\W\d_]+", name) if word.lower() not in _SMALL]
    return "".join(word[0] for word in words).upper() if len(words) > 2 else ""
