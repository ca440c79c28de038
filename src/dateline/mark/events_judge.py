"""Whether a candidate is an event: a logistic model over what can be seen of it (`events_features`).

Rules propose, the model disposes. Its weights are a readable file, `languages/<code>/events.toml`, learnt by
`python -m bench.learn_events` from texts written and labelled for this project.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import files

import msgspec

from dateline.mark.events_candidate import Candidate
from dateline.mark.events_features import features
from dateline.mark.events_finder import Finder
from dateline.mark.events_frames import Modals

Judge = Callable[[Candidate, bool, Finder, Modals, Sequence[Candidate]], float]


class Model(msgspec.Struct, frozen=True):
    """Log-odds of each feature, for every type and what a type adds; a candidate counts from `threshold` (a probability) on."""

    threshold: float
    bias: float
    weights: dict[str, float]
    types: dict[str, dict[str, float]]


@cache
def model(language: str) -> Model:
    return msgspec.toml.decode(files("dateline.languages").joinpath(language, "events.toml").read_bytes(), type=Model)


def probability(kind: str, seen: Mapping[str, float], weighed: Model) -> float:
    """The model's belief, 0 to 1, that a candidate with these features is an event of this type."""
    general, own = weighed.weights.get, weighed.types.get(kind, {}).get
    odds = weighed.bias + sum([value * (general(name, 0.0) + own(name, 0.0)) for name, value in seen.items()])
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def likely(one: Candidate, fits: bool, finder: Finder, words: Modals, earlier: Sequence[Candidate]) -> float:
    """The judge that `events.mark` asks unless told otherwise."""
    weighed = model(one.trigger.doc.lang_)
    found = probability(one.frame.type, features(one, fits, finder, words, earlier), weighed)
    return found if found >= weighed.threshold else 0.0
