"""How much alike reports are in their words, rare words first."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dateline import languages
from dateline.records import Report

HEAD = 1500  # characters of a report that are compared: news puts who and what first
TELLING = frozenset(("title", "body", "turn", "subhead"))  # roles of blocks that tell the news

Likeness = NDArray[np.float64]


def likeness(reports: Sequence[Report]) -> Likeness:
    """Cosine of the reports' words, each weighted by its rarity; 0 where a report has no words."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # a second to load

    known = {r.language for r in reports if languages.known(r.language)}
    common = {part for code in known for word in languages.words(code, "function_words") for part in re.findall(r"\w\w+", word)}
    try:
        vectors = TfidfVectorizer(sublinear_tf=True, stop_words=sorted(common)).fit_transform([_text(r) for r in reports])
    except ValueError:  # not one word in all of them
        return np.zeros((len(reports), len(reports)))
    found: Likeness = (vectors @ vectors.T).toarray()
    return found


def _text(report: Report) -> str:
    blocks = " ".join(block.span.of(report.text) for block in report.blocks if block.role in TELLING)
    return f"{report.title or ''} {blocks[:HEAD]}"
