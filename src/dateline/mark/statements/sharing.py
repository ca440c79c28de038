"""Which words of a sentence belong to which of its cues."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.mark.statements.cues import Cue
from dateline.mark.statements.found import WORD, WRITERS

_LONGEST_LINK = 14  # characters of "; although "
_LONGEST_SOURCE = 4  # words of whom a sentence's end names as its source
_NEXT = re.compile(r"\s*(?:;(?:\s(?:and|but))?|,\s(?:but|while|whereas|though|although|and))\s*$")  # before another clause


def shared_out(text: str, of_pieces: Iterable[Sequence[Cue]]) -> list[Cue]:
    """The cues of a block, those of each of its pieces in text order, none with words that another one carries."""
    told = (list(_without_source(text, known)) for known in of_pieces)
    return _each_its_own(text, [cue for every in told for cue in _others(every)])


def _without_source(text: str, known: Sequence[Cue]) -> Iterator[Cue]:
    """The cues, none of whose words end in "according to" somebody: 'X says S, according to the agency'."""
    sources = [(c.start, c.piece.offset + c.speaker.idx) for c in known if c.token.lower_ == "according" and c.speaker is not None]
    for cue in known:
        runs = cue.runs
        for start, who_starts in sources:
            runs = tuple(
                (a, start - len(text[a:start]) + len(text[a:start].rstrip(" ,")))
                if a < start < b and cue.start < start and len(WORD.findall(text, who_starts, b)) <= _LONGEST_SOURCE else (a, b)
                for a, b in runs
            )  # fmt: skip
        yield replace(cue, runs=runs) if runs != cue.runs else cue


def _each_its_own(text: str, known: Sequence[Cue]) -> list[Cue]:
    """The cues, the words of each cut where another's clause begins: 'Oslo said it would wait, but Kovac said no'."""
    opens = sorted(at for cue in known if (at := _opening(cue)) is not None)
    out = []
    for cue in known:
        runs = []
        own = _opening(cue)
        for a, b in cue.runs:
            if own is not None and b <= own and text[b:own].lstrip().startswith(";"):
                continue
            later = opens[bisect_right(opens, max(a, cue.start)) : bisect_left(opens, b)]
            ends = (found.start() for at in later if (found := _NEXT.search(text, max(a, at - _LONGEST_LINK), at)))
            runs.append((a, next(ends, b)))
        out.append(replace(cue, runs=tuple((a, b) for a, b in runs if a < b)) if tuple(runs) != cue.runs else cue)
    return out


def _opening(cue: Cue) -> int | None:
    """Where the phrase of the speaker before a cue begins."""
    if cue.speaker is None or cue.speaker.i > cue.token.i or cue.force == "view" or cue.token.lower_ == "according":
        return None
    doc, first = cue.speaker.doc, cue.speaker.left_edge.i
    if first > 1 and doc[first - 1].text == "," and doc[first - 2].pos_ == "NOUN":  # "his lawyer, Ivan Petrov, said"
        first = doc[first - 2].left_edge.i
    return cue.piece.offset + doc[first].idx


def _others(known: Sequence[Cue]) -> Iterator[Cue]:
    """The cues without the writer's own that hold or end somebody else's: 'I remember what Petrov said', 'S, I think'."""
    said = [c for c in known if c.force != "view" and c.speaker is not None and not _writes(c)]
    for cue in known:
        if not (_writes(cue) and any(_holds(cue, c) or _holds(c, cue) for c in said)):
            yield cue


def _holds(outer: Cue, inner: Cue) -> bool:
    return any(start <= inner.start < end for start, end in outer.runs)


def _writes(cue: Cue) -> bool:
    return cue.speaker is not None and cue.speaker.lower_ in WRITERS
