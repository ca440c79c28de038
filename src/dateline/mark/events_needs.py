"""Whether a clause has what a frame needs. The needs are explained at the top of CONSULT.toml."""

from __future__ import annotations

from dateline import world
from dateline.mark import events_arguments as arguments
from dateline.mark.events_candidate import Candidate, role_of
from dateline.mark.events_finder import Finder
from dateline.mark.events_frames import Modals, lemma
from dateline.mark.events_links import antecedent
from dateline.mark.events_match import match
from dateline.mark.events_nouns import asks, comes_about, dated_owner, definite, points_back
from dateline.mark.events_phrases import (
    armed,
    assembly,
    bloc,
    capitalised,
    captive,
    citizens,
    counted,
    day_of,
    in_the_world,
    is_state,
    leads_on,
    named_as,
    names_a_state,
    picked_out,
    pointed_at,
    presented,
    proper,
    says_when,
    says_where,
    stands_for,
    time_bearer,
)
from dateline.mark.events_syntax import phrases
from dateline.mark.events_targets import aimed_at

_PERSONAL = frozenset({"he", "she", "they", "him", "her", "them", "we", "you", "both", "two", "pair", "it", "who"})
_ARRIVING = frozenset({"arrive", "land", "disembark", "alight"})
_SIGNED = frozenset({"sign", "reach", "agree", "adopt", "issue", "conclude", "initial", "announce"})


def enough(one: Candidate, finder: Finder, words: Modals, noun: bool, earlier: list[Candidate]) -> bool:
    """Whether what the frame needs is there."""
    frame = one.frame
    people = [finder.mentions[p.mention] for p in one.participants]
    acting = [
        t for slot, t in one.arguments if role_of(one, slot, finder, t) in ("initiator", "participant", "host") and slot != "object"
    ]
    nations = [
        t
        for slot, t in one.arguments
        if role_of(one, slot, finder, t) not in ("place", "ignore")
        and (finder.national(t) or lemma(counted(t)) in words.groups["officials"])
    ]
    known = any(other.participants and other.frame.type == "CONSULT" for other in earlier)
    if known:  # "he told them", where the report has said who they are
        personal = _PERSONAL - ({"you"} if frame.type != "CONSULT" else set())  # "you agree to receive our letters"
        nations += [t for t in acting if t.lower_ in personal and not finder.resolve(t)]
        if frame.type == "CONSULT":
            nations += [t for t in acting if lemma(t) in words.groups["referents"] and pointed_at(t) and t not in nations]
    if frame.mode == "host":  # "received the players"
        guests = words.groups["referents"] | words.groups["people"]
        nations += [t for s, t in one.arguments if s == "object" and lemma(t) in guests and pointed_at(t) and t not in nations]
    done = any(p.role in ("initiator", "participant", "host") for p in one.participants) or any(t in nations for t in acting)
    done = done or (
        bool(people or (nations and (known or frame.type == "SANCTION")))
        and arguments.passive(one.trigger)
        and frame.type not in ("REJECT", "SUPPORT")
        and (frame.type != "ACCUSE" or bool(nations) or any(finder.official(p.mention) for p in one.participants))
    )
    if frame.mode == "visit" and one.place is None and acting and all(t.lower_ in ("we", "you") for t in acting):
        return False  # "when we come back", "we'll be there in a minute"
    if frame.mode == "visit" and not people and acting and all(t.lower_ in words.standins["it"] for t in acting):
        return False  # "it goes down to the sea"
    if noun and frame.mode == "phone" and asks(one.trigger, words):
        return False
    official = bool(nations) or any(finder.official(p.mention) for p in one.participants)
    if frame.object_is and not aimed_at(one, frame.object_is, finder, words):
        return False
    if frame.subject_is and not any(
        is_state(t, finder, words) if frame.subject_is == "state" else citizens(t) for slot, t in one.arguments if slot == "subject"
    ):
        return False
    if one.anaphoric and not noun:
        return any(other.participants and other.frame.type == "CONSULT" for other in earlier)
    if one.standing.status == "unknown" and frame.type != "CONSULT":
        return False
    if noun and not people and frame.type in ("AGREE", "REQUEST") and one.trigger.dep_ == "nsubjpass" and definite(one.trigger):
        return any(
            other.frame.type == frame.type and other.participants for other in earlier
        )  # "The invitation was sent on Monday"
    match frame.needs:
        case "arguments" if noun and not people and not nations and one.place is None:
            if frame.name == "invitation" and any(c.dep_ in ("acl", "relcl") and c.tag_ == "VB" for c in one.trigger.children):
                return True
            if frame.type == "CONSULT" and (proper(one.trigger) or (known and picked_out(one.trigger, words))):
                return True
            if frame.mode == "visit" and known and dated_owner(one.trigger):
                return True
            if frame.type == "CONSULT" and known and comes_about(one.trigger, words):
                return antecedent(one, earlier) is not None
            if frame.mode == "meet" and earlier and definite(one.trigger) and day_of(one.trigger, words):
                return True
            told = any(c.dep_ == "acl" and c.tag_ == "VBN" for c in one.trigger.children) and one.standing.status in (
                "planned",
                "cancelled",
            )
            return one.anaphoric and frame.type == "CONSULT" and (told or antecedent(one, earlier) is not None)
        case "arguments":
            return bool(people) or bool(nations) or one.place is not None
        case "actor":
            return done and (bool(people) or bool(nations))
        case "crowd":
            crowd = words.groups["crowd"]
            return official or any(
                lemma(t) in crowd or t.ent_type_ in ("NORP", "CARDINAL") for slot, t in one.arguments if slot == "subject"
            )
        case "two":
            actors = {finder.mentions[p.mention].entity for p in one.participants}
            many = any(
                t.tag_ in ("NNS", "NNPS") or t.lower_ in ("they", "two", "both") for slot, t in one.arguments if slot == "subject"
            )
            crossed = known and {"subject", "object"} <= {
                s for s, t in one.arguments if t.tag_ == "PRP" or t.lower_ in ("both", "two", "pair") or finder.resolve(t)
            }
            pronouns = {t.lower_ for slot, t in one.arguments if slot in ("subject", "object")} & {"he", "she", "him", "her"}
            many = many or (len(pronouns) > 1 and frame.mode == "host")
            if (
                known
                and frame.symmetric
                and not {"other", "another"}.isdisjoint(p for slot, t in one.arguments if slot == "object" for p in phrases(t))
            ):
                return True  # "a chance to see each other"
            return official and (
                len(actors) + len([t for t in nations if not stands_for(t, finder)]) > 1 or (many and frame.symmetric) or crossed
            )
        case "state and place":
            beside = {c.lower_ for c in one.trigger.children}
            alone = not says_where(one.trigger) and not any(c.dep_ == "dobj" for c in one.trigger.children)
            homeward = any(slot in ("for", "to") and t.lower_ == "home" for slot, t in one.arguments)
            deictic = (lemma(one.trigger) in _ARRIVING and alone) or homeward or bool(beside & {"here", "home", "back", "there"})
            if people and all(m.kind == "organization" and m.country is None for m in people):
                return False  # a company's team, a ship
            somewhere = one.place is not None and (official or finder.located(one.place))
            if somewhere and not people and not nations and any(capitalised(t) for t in acting):
                return True
            return (somewhere or ((deictic or _unnamed_place(one, finder, words)) and official)) and (
                bool(people) or (bool(nations) and done)
            )
        case "person and place":
            if lemma(one.trigger) == "be" and (
                presented(one.trigger) or named_as(one.trigger) or (acting and all(names_a_state(t, finder) for t in acting))
            ):
                return False
            group = any(lemma(t) in words.groups["people"] or t.tag_ == "NNS" for t in nations)
            human = any(m.kind == "person" or m.title for m in people) or (bool(nations) and not people) or group
            adverbs = {c.lower_ for c in one.trigger.children if c.dep_ != "expl"}
            here = bool(adverbs & {"here", "there"}) or _unnamed_place(one, finder, words)
            return (
                human
                and (official or one.place is not None or known)
                and (here or (one.place is not None and finder.mentions[one.place].name != ""))
            )
        case "craft":
            carried = [t for slot, t in one.arguments if slot == "subject"]
            state = any(c.lower_ in ("presidential", "royal", "papal", "official", "imperial") for t in carried for c in t.lefts)
            within = [i for t in carried for x in t.subtree if (i := finder.at(x)) is not None]
            return (
                state
                or any(finder.mentions[i].kind == "person" and finder.official(i) for i in within)
                or (known and any(pointed_at(t) for t in carried))
            )
        case "bare":
            objects = {"dobj", "ccomp", "xcomp", "nsubjpass", "acomp", "prt"}
            named = any(
                finder.at(t) is not None or lemma(t) in words.groups["people"] for slot, t in one.arguments if slot == "subject"
            )
            behind = any(slot == "subject" and t.i > one.trigger.i for slot, t in one.arguments)  # "then came the king"
            open_ = (
                lemma(one.trigger) != "come" or one.standing.status != "happened" or behind
            )  # "they came close", but "he will come"
            further = [c for c in one.trigger.children if c.dep_ in objects or (c.dep_ == "prep" and leads_on(c))]
            return official and done and named and open_ and not further
        case "parties":
            entities = {m.entity for m in people}
            return (
                len(entities) > 1
                or (bool(entities) and one.carrier != one.trigger)
                or (bool(entities) and one.place is not None)
                or _with_party(one)
                or _named_after(one, finder)
            )
        case "state or place":
            told = known and any(slot == "object" and definite(t) for slot, t in one.arguments)
            return (official and done) or one.place is not None or told
        case "time or place":
            dated = any(t.ent_type_ in ("DATE", "TIME") for t in one.trigger.subtree)
            expected = any(other.frame.type == "CONSULT" for other in earlier)
            return one.place is not None or (dated and (bool(people) or bool(nations) or expected))
        case "assembly":
            return bool(people) and any(assembly(t, finder, words) for slot, t in one.arguments if slot in ("to", "before", "in"))
        case "two officials":
            seen = {m.entity for p, m in zip(one.participants, people, strict=True) if m.kind == "person"}
            return len(seen) > 1 and sum(finder.official(p.mention) for p in one.participants) > 1
        case "two in a place":
            seen = {
                m.entity for p, m in zip(one.participants, people, strict=True) if m.kind == "person" and finder.official(p.mention)
            }
            return len(seen) > 1 and (one.place is not None or _at_venue(one, words))
        case "with somebody":
            company = [i for slot, t in one.arguments if slot == "with" for i in finder.resolve(t)]
            return any(finder.mentions[i].kind == "person" and finder.official(i) for i in company)
        case "known":
            return known
        case "official or known":
            return official or known
        case "amid talks":
            return any(other.frame.type in ("CONSULT", "AGREE") and other.participants for other in earlier)
        case "an offer told of":
            offered = any(other.frame.type == "REQUEST" or other.frame.name.startswith("offer") for other in earlier)
            return offered and (not noun or definite(one.trigger))
        case "told before":
            return any(other.frame.type == frame.type and other.frame.name != frame.name for other in earlier)
        case "signed":
            signed = any(c.dep_ == "acl" and lemma(c) in _SIGNED for c in one.trigger.children)
            return signed and (bool(people) or bool(nations) or one.place is not None or definite(one.trigger))
        case "place":
            return one.place is not None
        case "arguments or one of its kind":
            shown = any(c.dep_ == "det" and c.lower_ not in ("a", "an", "any", "no", "every") for c in one.trigger.children)
            if one.trigger.tag_ in ("NNS", "NNPS") and not shown and not says_when(one.trigger):
                return any(c.dep_ in ("poss", "nummod") for c in one.trigger.children)  # "fears missile tests" tells of none
            return bool(people) or bool(nations) or one.place is not None or shown or dated_owner(one.trigger)
        case "told alike":
            return points_back(one.trigger, frame.nouns) and any(other.frame.cameo == frame.cameo for other in earlier)
        case "undergone":
            return arguments.passive(one.trigger)
        case "into the sea":
            reached = [t for slot, t in one.arguments if slot in ("in", "into", "toward", "towards", "off")]
            return any(lemma(t) in words.groups["seas"] for t in reached)
        case "bloc":
            entered = any(bloc(t, finder, words) for _, t in one.arguments)
            return entered and (bool(people) or bool(nations))
        case "a bloc":
            named = any(m.kind == "organization" and in_the_world(m.name) for m in people)
            own = ("object", "of", "poss")
            return named or any(lemma(t) in words.groups["pacts"] for slot, t in one.arguments if slot in own)
        case "struck":
            struck = [t for slot, t in one.arguments if slot in ("on", "against", "at", "into")]
            return (official or bool(nations)) and any(finder.resolve(t) or finder.national(t) for t in struck)
        case "asked for":
            asking = any(p.role == "initiator" and finder.official(p.mention) for p in one.participants)
            asking = asking or any(world.demonym(c.text) is not None for c in one.trigger.lefts)
            return asking and asks(one.trigger, words)
        case "offered before":
            around = {c.dep_ for c in one.trigger.children}
            bare = "nsubj" in around and not around & {"dobj", "ccomp", "xcomp", "aux", "neg", "advcl"}
            return bare and any(other.frame.type == "REQUEST" or other.frame.name.startswith("offer") for other in earlier)
        case "after talks":
            told = any(other.frame.type in ("CONSULT", "AGREE") for other in earlier)
            awaited = one.standing.status in ("planned", "proposed") and one.trigger.dep_ in ("dobj", "nsubjpass")
            return (
                told
                and (awaited or definite(one.trigger))
                and (says_when(time_bearer(one.trigger)) or comes_about(one.trigger, words))
            )
        case "expected":
            occasion = one.trigger.dep_ == "pobj" and one.trigger.head.lower_ in ("at", "after", "during", "since")
            return occasion and definite(one.trigger) and any(other.frame.type in ("CONSULT", "AGREE") for other in earlier)
        case "named target":
            aimed = [m for p, m in zip(one.participants, people, strict=True) if p.role == "recipient" and m.kind == "person"]
            return bool(aimed) and official
        case "dated deed":
            worst = any(c.tag_ == "JJS" for c in one.trigger.children)
            days = one.trigger.dep_ == "pobj" and one.trigger.head.head.ent_type_ == "DATE"  # "ten days of fighting"
            return official or one.place is not None or says_when(one.trigger) or definite(one.trigger) or worst or days
        case "one told of":
            shown = any(c.lower_ in ("the", "this", "that", "these", "those") or c.dep_ == "poss" for c in one.trigger.children)
            return shown or official or one.place is not None or says_when(one.trigger)
        case "obliged":
            return any(c.lower_ in ("must", "to") for c in one.trigger.children if c.dep_ == "aux")
        case "in a state":
            state = one.place is not None and finder.mentions[one.place].kind == "state"
            held = [t for slot, t in one.arguments if slot == "object"]
            return state and (bool(people) or bool(nations) or all(t.tag_ == "PRP" for t in held))
        case "no longer":
            return any(c.dep_ == "neg" or c.lower_ == "longer" for t in (one.trigger, one.trigger.head) for c in t.children)
        case "planned":
            return one.standing.status == "planned"
        case "person in office":
            return any(
                m.title is not None or finder.official(p.mention)
                for p, m in zip(one.participants, people, strict=True)
                if m.kind == "person"
            )
        case "of captives":
            owned = [t for slot, t in one.arguments if slot in ("of", "poss", "object")]
            return any(captive(t, words) and t.tag_ not in ("PRP", "PRP$") for t in owned)
        case "armed":
            with_arms = any(armed(t, words) for slot, t in one.arguments if slot in ("subject", "by"))
            return with_arms or (done and (bool(people) or bool(nations)))
        case "nothing":
            return True
        case "official":
            return official or (one.carrier != one.trigger and bool(people))
        case "target":
            return any(p.role == "recipient" for p in one.participants)
        case "person":
            return any(m.kind == "person" for m in people)
        case "somebody":
            return (official and done) or any(m.kind == "person" and (known or m.form == "name") for m in people)
        case "anything":
            return bool(people) or bool(nations) or one.place is not None
    if frame.mode == "visit" and one.place is not None and finder.located(one.place):
        invited = one.trigger.dep_ == "acl" and lemma(one.trigger.head) in ("invitation", "invite")
        return bool(people) or bool(nations) or any(capitalised(t) for t in acting) or invited
    return official and done


def _unnamed_place(one: Candidate, finder: Finder, words: Modals) -> bool:
    """ "the Chilean capital", "the island", or a name that no list knows."""
    return any(
        lemma(t) in words.groups["places"]
        or any(finder.mentions[i].kind in ("organization", "group") for i in finder.resolve(t))
        or (t.pos_ == "PROPN" and finder.at(t) is None and t.ent_type_ not in ("DATE", "TIME") and not match(t, t.doc.lang_))
        for slot, t in one.arguments
        if role_of(one, slot, finder, t) == "place"
    )


def _at_venue(one: Candidate, words: Modals) -> bool:
    """ "at his hotel", "over dinner"."""
    return any(lemma(t) in words.groups["venues"] for slot, t in one.arguments if slot in ("at", "in", "over", "during", "on"))


def _with_party(one: Candidate) -> bool:
    return bool(one.participants) and any(slot in ("with", "between") for slot, _ in one.arguments)


def _named_after(one: Candidate, finder: Finder) -> bool:
    """ "the Vienna agreement", "the Chile deal"."""
    named = {one.place, *(p.mention for p in one.participants)} - {None}
    return any(slot == "modifier" and finder.at(t) in named for slot, t in one.arguments)
