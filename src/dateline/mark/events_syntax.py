"""What hangs on a verb or a noun, as the frames ask for it: objects, subjects, complements, the names a word goes by."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.mark.events_frames import counts, lemma, modals
from dateline.trees import Token, once

_PARTICLES = frozenset({"off", "up", "out", "down"})  # "wrote off the debt" is often parsed as a preposition
_CALLING = frozenset({"call", "haul"})  # "called in the ambassador"
_REFERRING = frozenset({"it", "them", "they", "this", "these", "those", "that"})


@once
def phrases(token: Token) -> tuple[str, ...]:
    """A noun as the frames may name it: "military exercise", "joint military exercise", "state of war", "exercise"."""
    return tuple(_phrases(token))


def _phrases(token: Token) -> Iterator[str]:
    head = lemma(token)
    before: list[str] = []
    for child in reversed(list(token.lefts)):
        if child.dep_ in ("compound", "amod", "nmod", "nummod", "quantmod"):
            if child.i == token.i - 2 and token.nbor(-1).text == "-":
                yield f"{lemma(child)}-{head}"  # the parser cuts "cease-fire" in three
            before.insert(0, child.lower_ if child.tag_ == "VBG" else lemma(child))
            yield " ".join([*before, head])
            if len(before) > 1:
                yield f"{before[0]} {head}"
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield f"{head} of {lemma(inner)}"
    yield head
    if token.lower_ != head:
        yield token.lower_
    if head == "one" and any(c.lower_ == "another" for c in token.children):
        yield "another"
    yield from (lemma(child) for child in token.children if child.dep_ == "quantmod" or child.tag_ == "$")


def relative(verb: Token) -> Token:
    """Whom a relative clause is about: for "who" never the place before it ("the envoy held in Lima, who was freed")."""
    head = verb.head
    if not any(c.tag_ == "WP" and c.dep_ in ("nsubj", "nsubjpass", "dobj") for c in verb.children):
        return head
    for _ in range(6):
        somewhere = head.ent_type_ in ("GPE", "LOC", "FAC", "DATE", "TIME") or lemma(head) in (
            "country",
            "nation",
            "state",
            "capital",
        )
        if not somewhere or head.head == head:
            break
        head = head.head
    while head.pos_ not in ("NOUN", "PROPN", "PRON") and head.head != head and head.dep_ in ("prep", "acl", "agent"):
        head = head.head
    return head if head.pos_ in ("NOUN", "PROPN", "PRON") else verb.head


@once
def objects(verb: Token) -> list[Token]:
    """Direct objects, and subjects of a passive, conjoined ones too; "a series of talks" counts as "talks" as well."""
    heads = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass", "oprd")]
    if lemma(verb) == "become":
        heads += [child for child in verb.children if child.dep_ == "attr"]
    if any(child.dep_ == "dative" for child in verb.children):
        heads += [child for child in verb.children if child.dep_ == "npadvmod"]  # "gave the envoys a week to leave"
    particles = _PARTICLES | ({"in"} if lemma(verb) in _CALLING else set())
    heads += [t for p in verb.children if p.dep_ == "prep" and p.lower_ in particles for t in p.children if t.dep_ == "pobj"]
    if verb.dep_ in ("acl", "amod") and verb.tag_ == "VBN" and not heads:
        heads = [verb.head]
    if verb.dep_ == "relcl" and any(h.tag_ in ("WDT", "WP") for h in heads):
        heads.append(relative(verb))
    if verb.dep_ == "relcl" and not heads and _bare_relative(verb):
        heads.append(verb.head)
    if verb.dep_ == "compound" and verb.tag_ in ("VBZ", "VBP", "VBD"):  # a headline: "Oslo hosts Perez and Gomez"
        heads.append(verb.head)
    if verb.dep_ == "xcomp" and verb.tag_ == "VBN" and not heads and any(c.dep_ == "auxpass" for c in verb.children):
        heads = [c for c in verb.head.children if c.dep_ in ("nsubj", "nsubjpass")]  # "the treaty was to have been signed"
    if verb.dep_ == "conj" and not heads and verb.i > verb.head.i and not any(c.dep_ == "nsubj" for c in verb.children):
        heads = [c for c in verb.head.children if c.dep_ == "nsubjpass"]
    found: list[Token] = []
    for head in heads:
        for one in (head, *head.conjuncts):
            found.append(one)
            if counts(one) or one.pos_ == "NUM":
                found += [inner for prep in one.children if prep.dep_ == "prep" and prep.lower_ == "of" for inner in prep.children]
    return found


def _bare_relative(verb: Token) -> bool:
    """Whether the noun before is what the clause lacks: "the city the king visited", and not "the city he spoke in"."""
    own = {c.dep_ for c in verb.children}
    wh = any(c.tag_ in ("WDT", "WP", "WRB") for c in verb.children)
    stranded = any(c.dep_ == "prep" and not any(t.dep_ in ("pobj", "pcomp") for t in c.children) for c in verb.children)
    return "nsubj" in own and not wh and not stranded and not own & {"ccomp", "xcomp", "dobj"}


def complement(verb: Token) -> list[Token]:
    """Heads of the verb's infinitives and clauses."""
    return [child for child in verb.children if child.dep_ in ("xcomp", "ccomp") and child.i > verb.i]


@once
def verb_names(verb: Token) -> list[str]:
    """The verb as the frames may name it: with its particle first ("call off"), then alone."""
    head = lemma(verb)
    particles = [
        c.lower_
        for c in verb.children
        if c.dep_ in ("prt", "advmod", "acomp", "oprd", "prep", "intj")
        and 0 < c.i - verb.i < 8
        and (c.dep_ != "prep" or _beside(verb, c))
    ]
    hyphened = [f"{lemma(c)}-{head}" for c in verb.lefts if c.i == verb.i - 2 and verb.doc[verb.i - 1].text == "-"]
    particles += [
        c.lower_ for o in verb.children if o.dep_ == "dobj" for c in o.lefts if c.i == verb.i + 1 and c.dep_ == "amod"
    ]  # "set free"
    particles += [c.lower_ for c in verb.children if c.dep_ in ("oprd", "dobj") and c.lower_ == "home"]  # "called its envoy home"
    if verb.lower_ == "gone" and any(c.dep_ == "auxpass" for c in verb.children):
        particles, head = ["gone"], "be"
    return [*hyphened, *(f"{head} {p}" for p in particles), head]


def _beside(verb: Token, prep: Token) -> bool:
    """Whether a preposition may be the verb's particle: "take place in Oslo" and "took over in 2005" are no "take in"."""
    if any(o.dep_ == "dobj" and o.i < prep.i for o in verb.children):
        return False
    return prep.i == verb.i + 1 or not any(t.dep_ == "pobj" and t.ent_type_ in ("DATE", "TIME") for t in prep.children)


@once
def subject_heads(verb: Token) -> list[Token]:
    """Heads of the subject, also where an infinitive or a relative clause leaves it to the words before."""
    for _ in range(6):
        own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
        if not own and (dated := dated_subject(verb)) is not None:
            return [dated]
        if own and own[0].tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
            return [verb.head]
        if own and (own[0].pos_ == "NUM" or counts(own[0])):
            own += [t for p in own[0].children if p.dep_ == "prep" and p.lower_ == "of" for t in p.children if t.dep_ == "pobj"]
        if own or verb.dep_ not in ("xcomp", "conj", "relcl", "acl", "ccomp", "oprd") or verb.head == verb:
            return own
        if verb.dep_ in ("relcl", "acl"):
            return [verb.head]
        verb = verb.head
    return []


@once
def dated_subject(verb: Token) -> Token | None:
    """The subject that the parse gave to a date: "On Thursday Perez has visited Oslo", "In May Perez is to go"."""
    if any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in verb.children) or verb.tag_ == "VB":
        return None
    for prep in verb.lefts:
        for reached in prep.children if prep.dep_ == "prep" and prep.lower_ in ("on", "in", "since", "by", "until") else ():
            before = [c for c in reached.lefts if c.dep_ in ("compound", "nummod", "nmod")]
            if reached.pos_ == "PROPN" and not _calendar(reached) and any(_calendar(c) for c in before):
                return reached
    return None


def _calendar(token: Token) -> bool:
    return token.lower_ in modals(token.doc.lang_).groups["calendar"]


@once
def antecedents(verb: Token) -> list[Token]:
    """Nouns that an object "it" or "them" of the verb can stand for: of the sentence so far and the one before, nearest last."""
    said = {c.lower_ for c in verb.children if c.dep_ in ("dobj", "nsubjpass")}
    if not said & _REFERRING:
        return []
    many = bool(said & {"them", "they", "these", "those"})
    start = verb.sent.start
    first = verb.doc[max(0, start - 1)].sent.start if start else start
    before = verb.doc[max(first, verb.i - 60) : verb.i]
    return [t for t in before if t.tag_ == ("NNS" if many else "NN") and t.dep_ != "compound"]
