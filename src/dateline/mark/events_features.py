"""What can be seen of a candidate: the word, who and what stands around it, and what kind of report it stands in.

Features are names with a value of 0 to 1; `events_judge` weighs them. Names of people, places and days are no features.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.mark import events_arguments as arguments
from dateline.mark.events_candidate import Candidate, role_of
from dateline.mark.events_finder import Finder
from dateline.mark.events_frames import Modals, lemma
from dateline.mark.events_phrases import captive, pointed_at
from dateline.trees import Token, once

_GROUPS = ("officials", "people", "armed", "referents", "crowd", "things", "abstract", "audiences", "followers", "assemblies")


def features(one: Candidate, fits: bool, finder: Finder, words: Modals, earlier: Sequence[Candidate]) -> dict[str, float]:
    """The features of a candidate. `fits`: its frame fits what stands around the word; `earlier`: events told before it."""
    named = (*_of_word(one.trigger, finder, words), *_of_frame(one, fits, finder, words, earlier))
    return dict.fromkeys(named, 1.0) | _counted(one, finder, earlier)


@once
def _of_word(trigger: Token, finder: Finder, words: Modals) -> tuple[str, ...]:
    """What is seen of a word, whatever frame it is held against."""
    noun = trigger.pos_ in ("NOUN", "PROPN")
    kind = "noun" if noun else "verb"
    found = [kind, f"{kind} dep={trigger.dep_}", *_clause(trigger, words)]
    found += _noun(trigger, words) if noun else (f"tag={trigger.tag_}", "passive" if arguments.passive(trigger) else "active")
    if finder.quoted(trigger):
        found.append("quoted")
    if trigger.i > 0 and trigger.sent.start == trigger.i:
        found.append("first word")
    return tuple(found)


def _of_frame(one: Candidate, fits: bool, finder: Finder, words: Modals, earlier: Sequence[Candidate]) -> Iterator[str]:
    frame, trigger = one.frame, one.trigger
    noun = trigger.pos_ in ("NOUN", "PROPN")
    kind = "noun" if noun else "verb"
    word = lemma(trigger)
    yield f"type={frame.type}"
    yield f"{kind} {'fits' if fits else 'does not fit'}"
    needs = "a deed's" if frame.deed else frame.needs
    if one.met:
        yield f"met {'fits' if fits else 'loose'}"
        yield f"met needs={needs}"
    else:
        yield f"unmet needs={needs}"
    yield f"frame={frame.type}/{frame.name}{'' if fits else ' deed' if frame.deed else ' loose'}"
    if one.rivalled:
        yield "rivalled"
        yield f"rivalled {frame.type}"
    if one.mostly is not None:
        often = "mostly" if one.mostly else "at times"
        yield f"{kind} {often}"
        yield f"{kind} {often} {'met' if one.met else 'unmet'}"
        yield f"{often} {'a deed' if frame.deed else 'a frame'}"
        official = any(finder.official(p.mention) for p in one.participants)
        yield f"{often} {'of officials' if official else 'of somebody' if one.participants else 'of nobody'}"
    yield f"lemma={word}/{frame.type}"
    if not noun:
        yield f"asks {bool(frame.objects) + bool(frame.prepositions or frame.complements)} {'fits' if fits else 'loose'}"
    yield f"status={one.standing.status}"
    yield f"{kind} modality={one.standing.modality}"
    if one.carrier != trigger:
        yield "borne by a verb"
    yield from _arguments(one, finder, words)
    if any(other.participants and other.frame.type == "CONSULT" for other in earlier):
        yield "talks told of"
    if any(other.frame.type == frame.type for other in earlier):
        yield "type told of"
    if noun and any(lemma(other.trigger) == word for other in earlier):
        yield "word told of"
    if any(other.frame.cameo == frame.cameo for other in earlier):
        yield "deed told of"


def _noun(noun: Token, words: Modals) -> Iterator[str]:
    dets = [c.lower_ for c in noun.children if c.dep_ == "det"]
    yield f"det={dets[0] if dets and dets[0] in words.telling['determiners'] else 'other' if dets else 'none'}"
    yield f"noun tag={noun.tag_}"
    if any(c.dep_ == "poss" for c in noun.children):
        yield "noun owned"
    if any(c.dep_ in ("compound", "nmod") for c in noun.lefts):
        yield "noun with noun before"
    if any(c.dep_ == "amod" for c in noun.lefts):
        yield "noun described"
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ in words.telling["prepositions"]:
            yield f"noun {prep.lower_}"
    if noun.dep_ == "pobj":
        yield f"noun after {noun.head.lower_}"
    if noun.dep_ in ("dobj", "nsubj", "nsubjpass"):
        yield f"noun {noun.dep_} of {noun.head.pos_}"


def _clause(trigger: Token, words: Modals) -> Iterator[str]:
    if any(t.ent_type_ in ("DATE", "TIME") for t in trigger.subtree):
        yield "dated"
    children = {c.dep_: c for c in trigger.children}
    if trigger.pos_ in ("VERB", "AUX"):
        for dep in ("dobj", "xcomp", "ccomp", "prt", "advcl", "acomp", "dative", "neg", "mark", "oprd", "attr"):
            if dep in children:
                yield f"has {dep}"
        if not any(d in children for d in ("dobj", "prep", "ccomp", "xcomp", "nsubjpass", "agent", "prt")):
            yield "bare verb"
        if any(c.dep_ == "aux" and c.lower_ == "to" for c in trigger.children):
            yield "infinitive"
        for c in trigger.children:
            if c.dep_ == "aux" and c.tag_ == "MD":
                yield f"modal={c.lower_}"
            if c.dep_ == "prep" and c.lower_ in words.telling["prepositions"]:
                yield f"verb {c.lower_}"


def _arguments(one: Candidate, finder: Finder, words: Modals) -> Iterator[str]:
    for part in one.participants:
        mention = finder.mentions[part.mention]
        sure = "official" if finder.official(part.mention) else "private"
        yield f"{part.role} {sure}"
        yield f"{part.role} {mention.kind}"
        if mention.form == "pronoun":
            yield f"{part.role} pronoun"
    if one.participants:
        yield "somebody"
        if any(finder.official(p.mention) for p in one.participants):
            yield "somebody official"
    else:
        yield "nobody"
    if one.place is not None:
        yield "somewhere"
        yield f"somewhere {finder.mentions[one.place].kind}"
    seen: set[str] = set()
    for slot, token in one.arguments:
        if slot not in ("subject", "object", "by", "of", "poss", "to", "with") or role_of(one, slot, finder, token) == "place":
            continue
        for name in _phrase(token, finder, words):
            if (key := f"{slot} {name}") not in seen:
                seen.add(key)
                yield key
    if not any(slot == "subject" for slot, _ in one.arguments) and one.trigger.pos_ == "VERB":
        yield "no subject"


@once
def _phrase(token: Token, finder: Finder, words: Modals) -> tuple[str, ...]:
    return tuple(_of_phrase(token, finder, words))


def _of_phrase(token: Token, finder: Finder, words: Modals) -> Iterator[str]:
    if finder.resolve(token):
        yield "actor"
        return
    if pronoun := next((name for name, forms in words.pronouns.items() if token.lower_ in forms), None):
        yield f"pronoun {pronoun}"
        return
    if token.tag_ in ("WP", "WDT", "DT"):
        yield "bare pronoun"
        return
    if finder.national(token):
        yield "national"
    for group in _GROUPS:
        if lemma(token) in words.groups[group]:
            yield f"in {group}"
    if captive(token, words):
        yield "captive"
    if token.pos_ == "PROPN":
        yield "unknown name"
    elif pointed_at(token):
        yield "pointed at"
    if token.tag_ in ("NNS", "NNPS"):
        yield "plural"


def _counted(one: Candidate, finder: Finder, earlier: Sequence[Candidate]) -> dict[str, float]:
    entities = {finder.mentions[p.mention].entity for p in one.participants}
    return {
        "two or more": min(1.0, max(0, len(entities) - 1) / 2),
        "political report": min(1.0, finder.politics / 8),
        "loose in a political report": min(1.0, finder.politics / 8) if one.mostly is not None else 0.0,
        "events told of": min(1.0, len(earlier) / 12),
    }
