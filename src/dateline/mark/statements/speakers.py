"""Who a cue says speaks, and who passed the words on."""

from __future__ import annotations

from dateline import languages
from dateline.trees import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
PASSIVE_SPEAKERS = frozenset({"quote", "cite", "hear"})  # "Kim was quoted as saying"
# whose object does what their infinitive tells
PERSUADES = frozenset({
    "advise", "allow", "ask", "authorize", "authorise", "beg", "bring", "cause", "command", "compel", "convince", "direct",
    "enable", "encourage", "expect", "forbid", "force", "get", "help", "instruct", "invite", "lead", "let",
    "oblige", "order", "permit", "persuade", "press", "pressure", "prompt", "push",
    "remind", "request", "require", "tell", "urge", "want", "warn",
})  # fmt: skip
_READS = frozenset({"read", "see", "obtain", "address", "hear", "quote", "cite"})  # who does it to a text did not write it
_HAPPENS = frozenset({"come", "follow", "happen", "occur", "coincide"})  # what nobody does
_HANGING = frozenset({"conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "dep", "acomp", "attr"})
_DAYS = frozenset({"DATE", "TIME"})
_NOMINAL = frozenset({"PROPN", "NOUN", "PRON", "DET", "ADJ"})


def phrase(token: Token) -> tuple[int, int]:
    """Characters, in the piece, of the noun phrase around its head: modifiers and appositions, no relative clauses."""
    keep = [token]
    for child in token.children:
        if child.dep_ in ("compound", "amod", "det", "poss", "nummod", "nmod", "flat", "quantmod"):
            keep.append(child)
        elif child.dep_ == "prep" and child.i == token.i + 1 and child.lower_ in ("of", "for"):
            keep.extend(child.subtree)
    return min(t.idx for t in keep), max(t.idx + len(t.text) for t in keep)


def author(text: Token) -> Token | None:
    """Head of whoever a text is by: "a letter signed by Petrov", "a statement from the ministry", "Petrov's message"."""
    if text.lemma_.lower() not in languages.words(text.doc.lang_, "texts"):
        return None
    makers = [c for c in text.children if c.dep_ in ("acl", "relcl") and c.tag_ == "VBN" and c.lemma_ not in _READS]
    ways = [(text, ("by", "from")), *((maker, ("by",)) for maker in makers), *((maker, ("in", "on")) for maker in makers)]
    for holder, links in ways:
        for link in (c for c in holder.children if c.lower_ in links):
            by = next((g for g in link.children if g.dep_ == "pobj"), None)
            named = by is not None and (by.pos_ == "PROPN" or any(c.pos_ == "PROPN" for c in by.lefts))
            if by is not None and (named or link.lower_ not in ("in", "on")):
                return by
    if (owner := next((c for c in text.children if c.dep_ == "poss" and c.pos_ != "PRON"), None)) is not None:
        return owner
    if text.head.lemma_.lower() not in languages.words(text.doc.lang_, "text_verbs"):
        return None
    return subject(text.head) if text.dep_ == "dobj" else _agent(text.head) if text.dep_ == "nsubjpass" else None


def subject(verb: Token, quoted: frozenset[int] = frozenset()) -> Token | None:
    """The head of who says: the verb's own subject, or that of the verb it hangs on ("Trump hurled insults, calling him ...")."""
    current, aside = verb, False
    for _ in range(6):
        own = next((c for c in current.children if c.dep_ in SUBJECTS and c.i not in quoted), None)
        quotes = current is not verb or any(c.dep_ == "prep" and c.lower_ == "as" for c in current.children)
        if quotes and current.lemma_ in PASSIVE_SPEAKERS and own is not None and own.dep_ == "nsubj":
            patient = next((c for c in current.children if c.dep_ == "dobj"), None)  # 'the paper quoted X as saying'
            return patient or own
        if current is verb and own is None and (by := _agent(verb)) is not None:
            return by
        if own is not None:
            if own.dep_ == "nsubjpass" and current.lemma_ not in PASSIVE_SPEAKERS:
                return _agent(current) if current is verb else own
            return None if current is not verb and own.lower_ == "it" and verb.tag_ == "VB" else own
        if current is verb and any(c.dep_ == "auxpass" for c in current.children):
            return _agent(current)
        if current.dep_ in ("acl", "relcl"):
            return current.head
        if current is not verb and current.tag_ == "VB" and current.i == current.sent.start and current.text.istitle():
            return current  # a name that opens its sentence, misread as an order
        if current.dep_ not in _HANGING or current.head == current:
            return None
        if current.dep_ == "advcl" and current.head.lemma_ in _HAPPENS and (told := _told_beside(current)) is not None:
            return told
        aside = aside or current.dep_ in ("advcl", "prep")  # 'urged them to hold out, calling it ...': not they, but who urged
        if current.dep_ == "xcomp" and not aside and any(c.tag_ == "TO" for c in current.children):
            patient = next((c for c in current.head.children if c.dep_ == "dobj"), None)
            persuaded = patient is not None and (patient.pos_ in ("PROPN", "PRON") or current.head.lemma_ in PERSUADES)
            if patient is not None and patient.i < current.i and persuaded:
                return patient
        current = current.head
    return None


def _agent(verb: Token) -> Token | None:
    return next((g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"), None)


def _told_beside(participle: Token) -> Token | None:
    """Who acts in the clause before a participle: 'The vote came as Petrov dismissed the plan, calling it ...'."""
    clauses = [c for c in participle.head.children if c.dep_ in ("advcl", "ccomp") and participle.head.i < c.i < participle.i]
    return next((g for c in reversed(clauses) for g in c.children if g.dep_ == "nsubj"), None)


def set_off(token: Token, found: Token | None) -> Token | None:
    """The name between commas right before a cue, parted from the subject found by a verb: 'and his lawyer, Ivan Petrov, said'."""
    doc, last = token.doc, token.i - 2
    if last < 2 or doc[token.i - 1].text != "," or doc[last].pos_ != "PROPN" or (found is not None and found.i >= last):
        return None
    first = last
    while first and doc[first - 1].pos_ == "PROPN":
        first -= 1
    named = first > 1 and doc[first - 1].text == "," and doc[first - 2].pos_ in ("NOUN", "PROPN")
    if found is None:
        return doc[last] if named else None
    if not named or first <= found.i or not any(t.pos_ in ("VERB", "AUX") for t in doc[found.i + 1 : first]):
        return None
    return doc[last] if not any(t.tag_ in ("WP", "WDT") for t in doc[found.i + 1 : first]) else None


def beside(token: Token, quoted: frozenset[int]) -> Token | None:
    """The noun phrase right beside a cue whose subject the parser missed: 'said Ivan Petrov', 'Petrov said'."""
    doc = token.doc
    if token.i + 1 < len(doc):
        after = doc[token.i + 1]
        if (first := _goes_on(token)) is not None and first.i not in quoted:
            return first
        named = after.pos_ in ("PROPN", "PRON") and after.ent_type_ not in _DAYS  # not "Petrov said Monday"
        if named and after.i not in quoted and after.dep_ not in ("dobj", "dative"):
            while after.i + 1 < len(doc) and after.nbor().pos_ == "PROPN":
                after = after.nbor()
            return after
    if token.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    before = token.i - 1
    while before >= 0 and (doc[before].pos_ in ("ADV", "AUX") or doc[before].ent_type_ in _DAYS):
        before -= 1
    if before >= 0 and before not in quoted and doc[before].pos_ in ("PROPN", "NOUN", "PRON"):
        return doc[before]
    if before >= 0 and doc[before].text == "," and before not in quoted:  # 'Petrov, who leads the talks, said'
        earlier = [t for t in token.sent if t.i < before and t.i not in quoted and t.pos_ in ("PROPN", "PRON", "NOUN")]
        return next((t for t in earlier if t.dep_ in SUBJECTS or t.dep_ in ("ROOT", "npadvmod")), None)
    return None


def _goes_on(token: Token) -> Token | None:
    """The subject before 'Kovac rejects the plan, says Slovenia "ready to wait"', whose cue the name after it does not end."""
    doc, last = token.doc, token.i + 1
    if token.tag_ != "VBZ" or token.i == token.sent.start or doc[token.i - 1].text != ",":
        return None
    while last < token.sent.end and doc[last].pos_ == "PROPN":
        last += 1
    if last == token.i + 1 or last >= token.sent.end or not (doc[last].is_quote or doc[last].pos_ in ("VERB", "AUX", "ADJ")):
        return None
    first = next((t for t in doc[token.sent.start : token.i] if t.dep_ in SUBJECTS), None)
    return first if first is not None and first.head.i < token.i and first.head.tag_ in ("VBZ", "VBP") else None


def relay(token: Token) -> Token | None:
    """Who passed the words on: 'X quoted him as saying', 'was quoted as saying by X', 'in X', 'told X', 'in interviews with X'."""
    holder = token
    for _ in range(2):
        if holder.dep_ == "pcomp" and holder.head.head.lemma_ in PASSIVE_SPEAKERS:
            holder = holder.head.head
    if holder.lemma_ not in PASSIVE_SPEAKERS and token.lemma_ != "tell":
        return _interviewer(token)
    makers = [c for c in holder.children if c.dep_ == "nsubj"] if holder is not token else []
    if makers:
        return makers[-1]  # "the news agency PAP"
    sayings = [g for c in holder.children if c.lower_ == "as" for g in c.children if g.dep_ == "pcomp"]
    for verb in (holder, token, *sayings):
        for child in verb.children:
            if child.dep_ in ("agent", "prep") and child.lower_ in ("by", "in"):
                return next((g for g in child.children if g.dep_ == "pobj"), None)
            if token.lemma_ == "tell" and child.dep_ in ("dobj", "dative"):
                return child
    return None


def _interviewer(verb: Token) -> Token | None:
    talks = [noun for p in verb.children if p.dep_ == "prep" for noun in p.children if noun.lemma_ == "interview"]
    asked = (p for noun in talks for p in noun.children if p.lower_ in ("with", "to"))
    return next((asker for p in asked for asker in p.children if asker.dep_ == "pobj"), None)


def quoting_subject(first: Token) -> tuple[Token, Token] | None:
    """(verb, head of its subject) of 'X thundered' or 'thundered X', whatever the verb; `first` comes after the quoted words."""
    doc = first.doc
    ahead = [t for t in doc[first.i : first.i + 12] if not t.is_space]
    while ahead and (ahead[0].is_punct or ahead[0].is_quote):
        ahead.pop(0)
    commas = [n for n, t in enumerate(ahead) if t.text == ","]
    if len(commas) == 2:  # "a party leader, Ivan Petrov, scolded"
        ahead = [*ahead[: commas[0]], *ahead[commas[1] + 1 :]]
    ahead = ahead[:7]
    for place, token in enumerate(ahead):
        if token.pos_ == "VERB" and token.tag_ in (("VBD", "VBN") if place else ("VBD",)):
            after = ahead[place + 1] if place + 1 < len(ahead) else None
            if place:
                return token, ahead[place - 1]
            if after is None or after.pos_ not in _NOMINAL:
                return None
            while after.i + 1 < len(doc) and doc[after.i + 1].pos_ in ("PROPN", "NOUN"):
                after = doc[after.i + 1]
            return token, after
        if token.pos_ not in _NOMINAL:
            return None
    return None
