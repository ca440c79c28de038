"""Who and where: the noun phrases around an event's trigger, and the mentions they are.

An argument is (slot, head token). The slot is "subject", "object", "poss", "modifier" or the preposition that leads to it.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.mark.events_frames import Modals, lemma
from dateline.mark.events_syntax import dated_subject, objects, relative
from dateline.mark.modality_own import named
from dateline.trees import Token, once

Argument = tuple[str, Token]
_CLAUSE_OPENERS = frozenset({"since", "after", "before", "until"})
_DASHES = frozenset({"-", "--", "\u2013", "\u2014"})


@once
def subjects(verb: Token, modals: Modals, depth: int = 0) -> list[Token]:
    """Heads of who does what the verb says, through passives, control, participles and relative clauses."""
    if depth > 8:
        return []
    found = [one for token in _subjects(verb, modals, depth) for one in _behind(token, modals, depth)]
    return [_after_dateline(token, verb) if token.i < verb.i else token for token in found]


def _behind(token: Token, modals: Modals, depth: int) -> list[Token]:
    """ "becoming the first official to visit": the official is who became it."""
    if token.dep_ == "attr" and lemma(token.head) in ("be", "become") and depth < 6:
        named = [t for t in clause_subjects(token.head, modals, depth + 1) if t.lower_ not in ("it", "this", "that", "there")]
        return named or [token]  # "it was the king who came"
    return [token]


def _subjects(verb: Token, modals: Modals, depth: int) -> list[Token]:
    if passive(verb):
        by = [c for c in verb.children if c.dep_ in ("agent", "prep") and c.lower_ == "by"]
        if agents := [t for c in by for t in c.children if t.dep_ == "pobj" and t.ent_type_ not in ("DATE", "TIME")]:
            return agents
    own = [c for c in verb.children if c.dep_ == "nsubj" and c.lower_ != "whom"] if not passive(verb) else []
    own = own or [c for c in verb.children if c.dep_ == "aux" and named(c)]
    if own and own[0].tag_ in ("WP", "WDT") and verb.dep_ in ("relcl", "ccomp", "acl"):
        return [_antecedent(verb)]
    if own or passive(verb):
        return [*_joined_before(own[0]), *own] if own else own
    if (dated := dated_subject(verb)) is not None:
        return [dated]
    head = verb.head
    if verb.tag_ == "VBD" and (before := _swallowed(verb)) is not None:
        return [before]
    if verb.dep_ == "compound" and verb.tag_ in ("VBZ", "VBP", "VBD"):  # a headline: "Oslo hosts Perez and Gomez"
        return [c for c in head.lefts if c.dep_ == "compound" and c.i == verb.i - 1]
    if verb.dep_ == "ROOT" or head == verb:
        return _beside_lead(verb)
    if verb.dep_ == "relcl" and not any(c.tag_ in ("WP", "WDT", "WRB") for c in verb.children):
        return [verb.head]
    if verb.dep_ == "acl":
        if verb.tag_ == "VBG" or any(c.lower_ == "to" for c in verb.children):
            return _noun_controller(verb, modals, depth)
        return [head] if verb.tag_ == "VBD" else []  # "the minister called the king", taken for a noun phrase
    if verb.dep_ in ("pcomp", "prep", "pobj", "dep") and head.dep_ in ("prep", "mark", "advmod", "agent") and head.head != head:
        return clause_subjects(head.head, modals, depth + 1)
    if head.pos_ == "ADJ":
        return clause_subjects(head, modals, depth + 1)
    if verb.dep_ in ("xcomp", "ccomp") and lemma(head) in modals.control["object"]:
        controlled = [c for c in head.children if c.dep_ in ("dobj", "nsubjpass")]
        controlled = controlled or [
            t
            for p in head.children
            if p.dep_ in ("prep", "dative") and p.lower_ in ("on", "to", "for")
            for t in p.children
            if t.dep_ == "pobj"
        ]
        if controlled:
            return controlled
    return clause_subjects(head, modals, depth + 1)


def _joined_before(subject: Token) -> list[Token]:
    """The first of two subjects, where the parse gave it to a preposition: "a day before A and B signed"."""
    joint = subject.doc[max(0, subject.left_edge.i - 1)]
    taken = joint.lower_ == "and" and joint.head.dep_ == "pobj" and joint.head.head.lower_ in _CLAUSE_OPENERS
    return [joint.head] if taken else []


def _swallowed(verb: Token) -> Token | None:
    """The subject that the parse gave to a preposition: "the first talks since Chile closed the border"."""
    before = verb.doc[max(0, verb.i - 1)]
    while before.dep_ == "conj" and before.head.i < before.i and before.head.pos_ in ("NOUN", "PROPN"):
        before = before.head
    return before if before.dep_ == "pobj" and before.head.lower_ in _CLAUSE_OPENERS else None


def _beside_lead(verb: Token) -> list[Token]:
    """The subject that the parse joined to the phrase before it: "According to Lind, Chile and Peru plan to meet"."""
    first = min([verb.i, *(c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg") and c.i < verb.i)])
    last = verb.doc[max(0, first - 1)]
    if last.dep_ != "conj" or last.i != first - 1:
        return []
    while last.dep_ == "conj" and last.head.dep_ == "conj" and last.head.i < last.i:
        last = last.head
    lead = last.head
    comma = any(t.text == "," for t in verb.doc[lead.i : last.i])
    return [last] if lead.dep_ == "pobj" and comma and last.pos_ in ("NOUN", "PROPN") else []


def _after_dateline(token: Token, verb: Token) -> Token:
    """The subject behind the dash, where the parse takes a dateline for it: "LIMA, June 30 (Agency) - The king met"."""
    start = token.sent.start
    if token.i - start > 12 or token.pos_ != "PROPN":
        return token
    before = token.doc[token.i : min(verb.i, start + 20) - 1]
    dash = next((t.i + 1 for t in before if t.whitespace_ and t.nbor(1).text in _DASHES), None)
    if dash is None:
        return token
    for other in token.doc[dash + 1 : verb.i]:
        if (
            other.pos_ in ("NOUN", "PROPN")
            and other.dep_ not in ("compound", "poss")
            and other.nbor(1).pos_ not in ("NOUN", "PROPN")
        ):
            return other
    return token


@once
def clause_subjects(token: Token, modals: Modals, depth: int = 0) -> list[Token]:
    """Subject of the clause that a token stands in: of the nearest verb above it that has one."""
    steps = 0
    while token.pos_ not in ("VERB", "AUX") and token.head != token and steps < 12:
        token, steps = token.head, steps + 1
    if token.pos_ not in ("VERB", "AUX") or depth > 8:
        return []
    passive_subject = [c for c in token.children if c.dep_ == "nsubjpass"]
    return passive_subject or subjects(token, modals, depth + 1)


def _noun_controller(verb: Token, modals: Modals, depth: int) -> list[Token]:
    """Who visits in "invitation to visit", "the first official to visit", "a minister visiting Oslo"."""
    noun = verb.head
    headline = noun.dep_ == "ROOT" and noun.text[0].isupper() and noun.i == noun.sent.start
    if lemma(noun) in modals.groups["people"] or noun.pos_ == "PROPN" or noun.ent_type_ == "PERSON" or headline:
        return [noun]
    if lemma(noun) in ("invitation", "invite", "request", "call", "offer", "order", "demand"):
        to = [t for p in noun.children if p.dep_ == "prep" and p.lower_ in ("to", "for") for t in p.children if t.dep_ == "pobj"]
        if to:
            return to
        if noun.dep_ == "dobj" and lemma(noun.head) in modals.light["take"] | {"accept", "consider", "decline"}:
            return clause_subjects(noun.head, modals, depth + 1)
        if noun.dep_ == "dobj":
            given = [c for c in noun.head.children if c.dep_ == "dative"]
            given += [t for p in noun.head.children if p.lower_ in ("to", "for") for t in p.children if t.dep_ == "pobj"]
            return [g for g in given if g.pos_ != "ADP"]
        return clause_subjects(noun, modals, depth + 1) if noun.dep_ in ("conj", "nsubjpass") else []
    poss = [c for c in noun.children if c.dep_ == "poss"]
    return poss or clause_subjects(noun, modals, depth + 1)


@once
def passive(verb: Token) -> bool:
    return verb.tag_ == "VBN" and (
        any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
        or (verb.dep_ in ("acl", "amod") and not any(c.lower_ in ("has", "have", "had", "having") for c in verb.children))
    )


def _antecedent(verb: Token) -> Token:
    head = verb.head
    if verb.dep_ == "relcl":
        return relative(verb)
    return head if verb.dep_ in ("relcl", "acl") else next((t for t in head.lefts if t.pos_ in ("NOUN", "PROPN")), head)


@once
def of_verb(verb: Token, modals: Modals) -> tuple[Argument, ...]:
    """Arguments of a verb."""
    found: list[Argument] = [("subject", t) for t in subjects(verb, modals)]
    seen = {t.i for _, t in found}
    for head in objects(verb):
        target = relative(verb) if head.tag_ in ("WP", "WDT") and verb.dep_ == "relcl" else head
        for one in _behind(target, modals, 0) if verb.dep_ in ("acl", "relcl") else [target]:
            if one.i not in seen:
                found.append(("object", one))
                seen.add(one.i)
    if (
        passive(verb)
        and len(found) == len(seen)
        and not any(slot == "object" for slot, _ in found)
        and verb.dep_ in ("xcomp", "conj")
    ):
        found += [("object", t) for t in clause_subjects(verb.head, modals)]  # "is to be released", "was due to be signed"
    if lemma(verb) in modals.control["object"]:  # "allowed inspectors to enter": the parse makes them the infinitive's subject
        # but not "told him that Oslo was ready"
        asked = [c for c in verb.children if c.dep_ == "ccomp" and c.tag_ not in ("VBD", "VBZ")]
        found += [("object", s) for c in asked for s in c.children if s.dep_ == "nsubj"]
    if verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children):
        found.append(("in", verb.head))
    found += [("dative", c) for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]
    return (*found, *((slot, t) for slot, t in _prepositional(verb) if t != dated_subject(verb)))


def beside(adjective: Token) -> list[Argument]:
    """What stands with an adjective or its copula: "is due in Oslo for talks", "was welcome there"."""
    copula = [adjective.head] if adjective.dep_ == "acomp" else []
    return [argument for holder in (adjective, *copula) for argument in _prepositional(holder)]


@once
def of_noun(noun: Token) -> tuple[Argument, ...]:
    """Arguments that a noun has itself: "Norway's talks with Chile", "Oslo visit", "the Chile-Peru summit"."""
    found: list[Argument] = []
    for child in noun.children:
        if child.dep_ == "poss":
            found.append(("poss", _whose(child) if child.tag_ == "WP$" else child))
        elif child.dep_ in ("compound", "amod", "nmod", "appos") and child.pos_ in ("PROPN", "ADJ", "NOUN", "X"):
            found.append(("modifier", child))
            found += [
                ("modifier", inner)
                for inner in child.subtree
                if inner != child and inner.pos_ in ("PROPN", "ADJ") and inner.dep_ != "pobj"
            ]
    if noun.dep_ == "appos" and noun.doc[noun.head.i + 1].text in "-–—":  # "the Chile–Peru summit" taken for an apposition
        found.append(("modifier", noun.head))
    if noun.dep_ == "compound" and noun.head.i == noun.i + 1 and noun.head.pos_ == "PROPN":  # "saw the minister visit Oslo"
        found.append(("to", noun.head))
    return (*found, *_prepositional(noun))


def _whose(pronoun: Token) -> Token:
    """Whom "whose" is about: the adviser in "the adviser, whose visit was secret"."""
    clause = next((t for t in pronoun.ancestors if t.dep_ == "relcl"), None)
    return clause.head if clause is not None else pronoun


def _prepositional(holder: Token) -> list[Argument]:
    found: list[Argument] = []
    beside = [p for c in holder.children if c.dep_ == "advmod" and c.lower_ in ("back", "here", "over") for p in c.children]
    for prep in (*holder.children, *beside):
        if prep.dep_ in ("prep", "dative", "agent") and prep.pos_ in ("ADP", "SCONJ", "PART", "VERB"):
            for reached in prep.children:
                if reached.dep_ in ("pobj", "pcomp") and reached.pos_ in ("NOUN", "PROPN", "PRON", "X", "ADJ", "ADP"):
                    found.append((prep.lower_, reached))
                    found += [("in", t) for slot, t in _prepositional_places(reached) if slot in ("in", "at")]
                elif reached.dep_ == "prep" and prep.lower_ != "according":  # "along with"; "out of" leads no further than "out"
                    slot = prep.lower_ if reached.lower_ == "of" else reached.lower_
                    found += [(slot, t) for t in reached.children if t.dep_ == "pobj"]
    return found


def _prepositional_places(noun: Token) -> Iterable[Argument]:
    """ "met the king at his palace in Oslo": places one noun further down."""
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ in ("in", "at"):
            yield from ((prep.lower_, t) for t in prep.children if t.dep_ == "pobj" and t.pos_ == "PROPN")
