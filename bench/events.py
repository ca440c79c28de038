"""Political event coding: one sentence in, PLOVER events with their source and target out.

The same marks as `dateline add` makes, in the codebook's terms where accounts keep others. An account's status tells the plan from
the deed; CAMEO has roots for what is not done: 03, the intent to cooperate (AGREE); 12, its refusal (REJECT); 13, the threat of
conflict (THREATEN). And the bench's golds count signed agreements and restored relations as SUPPORT and
embargoes as COERCE (CAMEO 054, 057 and 163).

Some golds also ask of every sentence which way it leans: words or deeds (`quad`), together or against each other (`binary`). What
the judge believes too little to call an event may still say that. So where no event is found the answer has a leaning with no
type: the side of the word believed most, which no figure counts as an event.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.sources import body_report
from dateline.mark import events, mentions, statements, times
from dateline.mark.events_candidate import Candidate
from dateline.mark.events_features import features
from dateline.mark.events_finder import Finder
from dateline.mark.events_frames import Modals
from dateline.mark.events_judge import model, probability
from dateline.mark.parse import Parsed, parse
from dateline.records import EventMention, Mention

_BY_CAMEO = {"054": "SUPPORT", "057": "SUPPORT", "163": "COERCE"}
_KIND = ("CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT")
_HARSH = ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")
_UNDONE = {
    "planned": dict.fromkeys(_KIND, "AGREE") | dict.fromkeys(_HARSH, "THREATEN"),
    "cancelled": dict.fromkeys(_KIND, "REJECT"),
    "denied": dict.fromkeys(_KIND, "REJECT"),
}
_QUADS = {
    "V-COOP": ("AGREE", "CONSULT", "SUPPORT"),
    "M-COOP": ("COOPERATE", "AID", "CONCEDE", "RETREAT"),
    "V-CONF": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "M-CONF": ("PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT"),
}
_QUAD = {kind: quad for quad, kinds in _QUADS.items() for kind in kinds}


def predict(record: dict[str, Any]) -> dict[str, Any]:
    """Events of a record's text, the main one first, else its leaning. Only `id` and `text` are read."""
    text, leaning = record["text"], Leaning()
    parsed = parse(body_report(text, [(0, len(text))]))
    attributed = statements.find(parsed)
    named = statements.with_nameless(parsed, mentions.mark(parsed), attributed)
    dated = times.mark(parsed)
    found = events.mark(parsed, named, dated, statements.mark(parsed, named, dated, attributed), leaning.judge)
    depth = _depths(parsed, found)
    ranked = sorted(range(len(found)), key=lambda i: (depth[i], i))
    return {"id": record["id"], "events": [_coded(found[i], named, text) for i in ranked] or leaning.told()}


class Leaning:
    """Judges as the account's judge does, and remembers the type of the candidate that was believed most."""

    def __init__(self) -> None:
        self.most, self.kind = 0.0, ""

    def judge(self, one: Candidate, fits: bool, finder: Finder, words: Modals, earlier: Sequence[Candidate]) -> float:
        weighed = model(one.trigger.doc.lang_)
        found = probability(one.frame.type, features(one, fits, finder, words, earlier), weighed)
        if found > self.most:
            self.most, self.kind = found, one.frame.type
        return found if found >= weighed.threshold else 0.0

    def told(self) -> list[dict[str, Any]]:
        """An answer with no type, or none where no word was a candidate."""
        quad = _QUAD.get(self.kind)
        return [{"plover": None, "quad": quad, "binary": quad[-4:]}] if quad else []


def _coded(event: EventMention, named: tuple[Mention, ...], text: str) -> dict[str, Any]:
    sides: dict[str, list[Mention]] = {"source": [], "target": []}
    for participant in event.participants:
        side = "target" if participant.role == "recipient" else "source"
        if participant.role == "participant" and sides["source"]:
            side = "target"
        sides[side].append(named[participant.mention])
    done = _BY_CAMEO.get(event.cameo or "", event.type)
    plover = _UNDONE.get(event.status, {}).get(done, done)
    out: dict[str, Any] = {"plover": plover, "cameo": event.cameo, "trigger": event.trigger.of(text), "frame": event.frame}
    for side, listed in sides.items():
        out[side] = [m.span.of(text) for m in listed]
        out[f"{side}_code"] = [m.country for m in listed if m.country] or None
    return out


def _depths(parsed: Parsed, found: tuple[EventMention, ...]) -> list[int]:
    """How far each trigger stands from the root of its sentence: the main clause tells the main event."""
    depths = []
    for event in found:
        piece = next(p for p in reversed(parsed.pieces) if p.offset <= event.trigger.start)
        tokens = piece.doc.char_span(event.trigger.start - piece.offset, event.trigger.end - piece.offset, alignment_mode="expand")
        depths.append(len(list(tokens.root.ancestors)) if tokens is not None else 99)
    return depths


def quiet(gold: Iterable[Mapping[str, Any]], predicted: Iterable[Mapping[str, Any]]) -> float:
    """Of the sentences that the gold calls irrelevant, the share that get no event, 0 to 1; a leaning is none."""
    told = {row["id"]: any(one["plover"] for one in row["events"]) for row in predicted}
    irrelevant = [told.get(record["id"], False) for record in gold if record.get("relevant") is False]
    return irrelevant.count(False) / len(irrelevant) if irrelevant else 1.0


def _rows(path: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(path).read_text("utf-8").split("\n") if line.strip()]


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit("usage: python -m bench.events GOLD.jsonl PRED.jsonl")
    print(f"quiet {quiet(_rows(sys.argv[1]), _rows(sys.argv[2])):.4f}")
