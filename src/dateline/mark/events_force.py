"""Violence told apart: what an attacker does, what is done to stop him, and what nobody does: accidents and storms kill too."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.mark.events_candidate import Candidate
from dateline.mark.events_frames import Modals, lemma
from dateline.mark.events_syntax import objects
from dateline.mark.parse import Parsed
from dateline.trees import Token

STOPPED = "an attacker is shot"  # the name under which the killing of whoever attacked is known to the weave


def bare_harm(one: Candidate, words: Modals) -> bool:
    """Whether only harm is told, and nobody who does it: "six people were killed"."""
    return one.frame.type == "ASSAULT" and lemma(one.trigger) in words.force["harm"] and not any(_doers(one))


def of_police(one: Candidate, words: Modals) -> bool:
    """Whether it is done by those who answer violence: police, prosecutors."""
    return any(lemma(t) in words.force["police"] for t in _doers(one))


def stopped(one: Candidate, words: Modals) -> bool:
    """Whether it tells what became of an attacker: "the gunman was shot dead", "police killed the driver"."""
    if one.frame.type != "ASSAULT" or one.trigger.pos_ != "VERB":
        return False
    verbs = [one.trigger, *one.trigger.conjuncts]  # "shot and killed the driver"
    struck = [t for slot, t in one.arguments if slot == "object"] or [t for verb in verbs for t in objects(verb)]
    struck = struck or [t for slot, t in one.arguments if slot in ("at", "on")]
    if of_police(one, words):
        return any(lemma(t) in words.force["attackers"] | words.force["stopped"] or t.lower_ in ("he", "him") for t in struck)
    if any(c.dep_ == "prt" for c in one.trigger.children):
        return False  # "shot down a bomber": a plane
    return any(lemma(t) in words.force["attackers"] and t.tag_ == "NN" for t in struck)


def tell_apart(found: Sequence[Candidate], words: Modals) -> None:
    """Name the killing of an attacker for what it is: it is not what he did."""
    for one in found:
        if stopped(one, words):
            one.frame = msgspec.structs.replace(one.frame, name=STOPPED)


def accidents(parsed: Parsed, found: Sequence[Candidate], words: Modals) -> set[int]:
    """Which of the candidates, by position, tell of harm that nobody did: "the storm killed six", "injured in a crash".

    Where the sentence gives no cause, that of the report is taken: the one that it names oftener.
    """
    harm = {n for n, one in enumerate(found) if one.frame.type == "ASSAULT" and lemma(one.trigger) in words.force["harm"]}
    if not harm:
        return set()
    violent = {n for n, one in enumerate(found) if one.frame.type == "ASSAULT" and n not in harm}
    mishaps = violence = 0
    for _, sentence in parsed.sentences():
        mishaps += sum(_mishap(t, words) for t in sentence)
        violence += sum(_violent(t, words) for t in sentence)
    violence += len(violent)
    out = set()
    for n in harm:
        one = found[n]
        doers = list(_doers(one))
        if any(_mishap(t, words) for t in doers):
            out.add(n)
        elif not doers:
            sentence = one.trigger.sent
            by_chance = any(_mishap(t, words) for t in sentence)
            meant = any(_violent(t, words) for t in sentence) or any(found[v].trigger.sent == sentence for v in violent)
            if (by_chance and not meant) or (by_chance == meant and mishaps > violence):
                out.add(n)
    return out


def _doers(one: Candidate) -> list[Token]:
    """Who does it by the words of its own clause; of a noun those of its phrase alone."""
    noun = one.trigger.pos_ in ("NOUN", "PROPN")
    slots = ("poss", "modifier", "by") if noun else ("subject", "by")
    return [t for slot, t in one.arguments if slot in slots]


def _mishap(token: Token, words: Modals) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "VERB") and lemma(token) in words.force["mishaps"]


def _violent(token: Token, words: Modals) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "VERB") and lemma(token) in words.force["attackers"] | words.force["weapons"]
