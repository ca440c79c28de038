"""What a noun phrase of an event is by its own words: citizens, armed men, an assembly, an office, one told of before."""

from __future__ import annotations

from dateline import world
from dateline.mark.events_candidate import ACTORS
from dateline.mark.events_finder import Finder
from dateline.mark.events_frames import Modals, counts, lemma
from dateline.trees import Token

_PEOPLE = frozenset({"he", "she", "him", "her", "they", "them", "us", "we"})
_NO_PLACE = frozenset({"head", "invitation", "time", "hour", "moment", "midst", "company", "secret", "triumph", "request"})


def presented(verb: Token) -> bool:
    """ "Here is our reporter": nobody is said to be anywhere."""
    return any(c.lower_ == "here" and c.i < verb.i and c.dep_ == "advmod" for c in verb.children) and any(
        c.i > verb.i and c.dep_ in ("nsubj", "attr") for c in verb.children
    )


def named_as(verb: Token) -> bool:
    """ "was coordinator at the ministry": said to be something, and not somewhere."""
    return any(c.dep_ == "attr" and c.i > verb.i for c in verb.children)


def names_a_state(token: Token, finder: Finder) -> bool:
    index = finder.at(token)
    return index is not None and finder.mentions[index].kind == "state"


def pointed_at(noun: Token) -> bool:
    """ "the guest", "his guests", "this visitor"."""
    return any(
        (c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these", "both")) or c.tag_ == "PRP$" for c in noun.children
    )


def person_word(token: Token, finder: Finder, words: Modals) -> bool:
    """Whether the noun itself names or means people, and does not only belong to somebody."""
    if finder.at(token) is not None or any(finder.at(t) is not None for t in token.conjuncts):
        return not token.lower_.endswith(("self", "selves"))
    meant = words.groups["people"] | words.groups["referents"] | words.groups["officials"]
    return lemma(token) in meant or token.pos_ == "PROPN" or any(c.dep_ == "appos" for c in token.children)


def counted(noun: Token) -> Token:
    """Whom a word of number counts: the leaders in "the rest of the leaders"."""
    inner = [t for p in noun.children if p.lower_ == "of" for t in p.children if t.dep_ == "pobj"] if counts(noun) else []
    return inner[0] if inner else noun


def stands_for(token: Token, finder: Finder) -> bool:
    """Whether the noun phrase is an actor that a mention names: "the leaders of Europe" is none."""
    return any(finder.mentions[i].kind in ACTORS for i in finder.resolve(token))


def says_when(noun: Token) -> bool:
    """Whether the noun's phrase says when: "a deal by Friday", "Thursday's fighting"."""
    return any(t.ent_type_ == "DATE" for t in noun.subtree)


def day_of(noun: Token, words: Modals) -> bool:
    """Whether its clause says the day: "the session is on 25 May", "the meeting on Friday"."""
    happens = noun.dep_ in ("nsubj", "nsubjpass") and lemma(noun.head) in words.happenings["verbs"] | words.governors["planned"]
    own = [p for holder in (noun, *((noun.head,) if happens else ())) for p in holder.children if p.dep_ in ("prep", "npadvmod")]
    return any(t.ent_type_ == "DATE" for p in own for t in (p, *p.children))


def is_state(token: Token, finder: Finder, words: Modals) -> bool:
    """A state by its name, or by a word for one: "Chile", "the three countries", "it"."""
    named = [i for i in (finder.at(token), *finder.resolve(token)) if i is not None]
    if named and token.pos_ != "NOUN":
        return any(finder.mentions[i].kind == "state" for i in named)
    return lemma(token) in words.groups["states"] or token.pos_ in ("PRON", "NUM")


def bloc(token: Token, finder: Finder, words: Modals) -> bool:
    """A body that states belong to, by its name or by what it is: "NATO", "the alliance"."""
    index = finder.at(token)
    if index is not None and finder.mentions[index].kind == "organization":
        name = finder.mentions[index].name
        return in_the_world(name) or name.lower().rpartition(" ")[2] in words.groups["blocs"] | words.groups["pacts"]
    return lemma(token) in words.groups["blocs"] | words.groups["pacts"]


def in_the_world(name: str) -> bool:
    """Whether this names a body that is no one state's."""
    known = world.organization(name)
    return known is not None and known.country is None


def citizens(token: Token) -> bool:
    """Citizens of a state by its name: "40 Chileans", "the Norwegians"."""
    return token.tag_ in ("NNS", "NNPS", "NNP") and world.demonym(token.text) is not None and world.state(token.text) is None


def captive(token: Token, words: Modals) -> bool:
    """Somebody who may be taken or freed, by the noun or by number: "the girls", "nine of them", "the 14"."""
    meant = counted(token)
    own = {lemma(meant), meant.lower_, lemma(token)}
    if words.groups["captives"] & own or (meant.tag_ == "PRP" and meant.lower_ in _PEOPLE):
        return True
    inner = [t for p in token.children if p.lower_ == "of" for t in p.children if t.dep_ == "pobj"]
    bare = (token.pos_ == "NUM" and token.lower_ != "one") or lemma(token) in ("more", "some", "many", "most", "all", "rest")
    return bare and (not inner or any(captive(t, words) for t in inner[:1]))


def armed(token: Token, words: Modals) -> bool:
    """Gunmen and soldiers by their noun, or men who are said to be armed."""
    return lemma(token) in words.groups["armed"] or any(c.lower_ in ("armed", "masked") for c in token.lefts)


def capitalised(token: Token) -> bool:
    """A name that no list knows: it is written as one."""
    return token.text[0].isupper() and token.dep_ in ("nsubj", "ROOT") and token.pos_ not in ("PRON", "DET", "ADV", "SCONJ")


def assembly(token: Token, finder: Finder, words: Modals) -> bool:
    """A parliament or the like, by its name or by what it is."""
    index = finder.at(token)
    named = (
        finder.mentions[index].name.lower().split() if index is not None and finder.mentions[index].kind == "organization" else []
    )
    return bool(words.groups["assemblies"] & {lemma(token), token.lower_, *named})


def office(token: Token, finder: Finder, words: Modals) -> bool:
    """ "named FOREIGN MINISTER", "appointed as AMBASSADOR"."""
    if token.dep_ == "prep" and token.lower_ in ("as", "to"):
        return any(office(t, finder, words) for t in token.children if t.dep_ == "pobj")
    if token.dep_ not in ("oprd", "attr", "pobj", "dobj", "appos", "xcomp", "ccomp") or token.pos_ not in ("NOUN", "PROPN"):
        return False
    index = finder.at(token)
    titled = index is not None and finder.mentions[index].form == "title"
    return (titled or lemma(token) in words.groups["officials"]) and token.head.pos_ in ("VERB", "ADP")


def proper(noun: Token) -> bool:
    """A summit or conference with a name of its own: "the Summit of the Americas"."""
    return noun.pos_ == "PROPN" and noun.text[0].isupper() and any(c.dep_ in ("prep", "compound") for c in noun.children)


def picked_out(noun: Token, words: Modals) -> bool:
    """One that the reader is taken to know, or one more: "the real summit", "their first meeting", "a return visit"."""
    if any((c.dep_ == "det" and c.lower_ not in ("a", "an", "any", "every")) or c.tag_ == "PRP$" for c in noun.children):
        return True
    return any(c.lower_ in words.groups["sequence"] for c in noun.lefts if c.dep_ in ("amod", "compound", "nmod", "det"))


def time_bearer(noun: Token) -> Token:
    """The verb whose time is the noun's: "a deal is expected by Friday"."""
    return noun.head if noun.head.pos_ == "VERB" and noun.dep_ in ("nsubjpass", "dobj") else noun


def leads_on(prep: Token) -> bool:
    """Whether a preposition says what was come to or taken part in, and not only when or with whom."""
    dated = any(t.ent_type_ in ("DATE", "TIME") or t.lower_ in ("it", "this", "that") for t in prep.children)
    return not dated and prep.lower_ not in ("without", "with", "despite", "after", "before", "during")


def says_where(verb: Token) -> bool:
    """Whether "at" or "in" after the verb leads to a place: not in "arrived in the evening", "came at the head of ministers"."""
    preps = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("at", "in")]
    return any(t.ent_type_ not in ("DATE", "TIME") and t.lower_ not in _NO_PLACE for p in preps for t in p.children)
