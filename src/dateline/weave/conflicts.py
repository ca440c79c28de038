"""What speaks so clearly against two mentions being one event that it has a name of its own."""

from __future__ import annotations

from dateline.weave.alike import ONE_MATTER
from dateline.weave.disagreements import ARRIVALS
from dateline.weave.items import Item
from dateline.weave.matters import other_matter
from dateline.weave.nobody import by_word, in_one_sentence, names_nobody, other_story
from dateline.weave.places import Places

SLIP = 3  # days by which two reports may differ on one event when everything else is equal
NEXT_DAY = 1  # days by which they may differ where fewer are named
STAY = 3  # days within which a visit is told of on different days
PUT_OFF = 31  # days by which a plan may move that is known by its parties alone
PLAN_AND_DEED = "one report tells a deed and a plan"
OTHER_ACTS = "different acts"
OTHER_MATTERS = "about different things"
OTHER_DOERS = "different people do it"
OTHER_PEOPLE, OTHER_PARTIES = "different people", "different parties"
WORDS_ALONE = "nothing in common but words"
TOO_EARLY = "done before it was planned"
OTHER_NEWS = "told in reports of other matters"
ONE_SENTENCE = "one sentence tells of both"
BOTH = 2  # of parties, place and day, which two mentions have in common that can be one whatever else their reports tell
# What each state or body does for itself: the demands of two are two.
OWN_DEEDS = frozenset({"ACCUSE", "COERCE", "MOBILIZE", "REJECT", "REQUEST", "RETREAT", "THREATEN"})
ONCE = frozenset({"COERCE", "CONCEDE", "SUPPORT", "ASSAULT"})  # what is done to somebody
STOPPED = "end"  # of an attack: what is done to the attacker is never told as what he did
FINAL = (PLAN_AND_DEED, TOO_EARLY, OTHER_ACTS, OTHER_DOERS, OTHER_MATTERS, OTHER_NEWS, ONE_SENTENCE, WORDS_ALONE)  # whoever says it
FIRM = ("different days", "different places")  # between deeds
MOVED = 120  # days by which a plan may move and still be the same plan


def conflict(a: Item, b: Item, places: Places) -> str | None:
    """Why two mentions cannot be one event, None when they can."""
    if a.mention.ordinal and b.mention.ordinal and a.mention.ordinal != b.mention.ordinal:
        return "different ordinals"
    if a.mention.type != "CONSULT" and a.act and b.act and a.act != b.act:
        return OTHER_ACTS
    if a.act != b.act and STOPPED in (a.act, b.act) and not _struck(a) & _struck(b):
        return OTHER_ACTS
    if other_matter(a.matter, b.matter) and not _same_day(a, b):
        return OTHER_MATTERS
    if who := _sides_conflict(a, b):
        return who
    if names_nobody(a) and names_nobody(b) and a.sense == b.sense and in_one_sentence(a, b):
        return ONE_SENTENCE
    if _words_alone(a, b, places):
        return WORDS_ALONE
    if _other_news(a, b, places):
        return OTHER_NEWS
    place_differs = bool(a.place and b.place and not places.agree(a.place, b.place))
    date_differs = bool(a.window and b.window and a.window.meet(b.window) is None)
    plan_and_deed = (a.told and not b.deed) or (b.told and not a.deed)
    if a.ref.report == b.ref.report and plan_and_deed and not (a.retold or b.retold):
        return PLAN_AND_DEED
    if _done_before(a, b) or _done_before(b, a):
        return TOO_EARLY
    if date_differs and not _date_may_slip(a, b):
        return "different days"
    if place_differs and not _place_may_differ(a, b):
        return "different places"
    return None


def apart(a: Item, b: Item, places: Places, *, one_report: bool) -> bool:
    """Whether nothing can make two mentions one event: one report tells them apart, or both are deeds of other days or places.

    Other conflicts between two reports only speak against it: who took part is easily misread, and plans move.
    """
    why = conflict(a, b, places)
    if one_report or why in FINAL:
        return why is not None
    if why in (OTHER_PARTIES, OTHER_PEOPLE) and not (a.deed and b.deed):
        return _strangers(a, b)
    if why == OTHER_PARTIES and (a.visit or not (a.partial or b.partial)):
        return _strangers(a, b)
    return a.deed and b.deed and why in FIRM


def _strangers(a: Item, b: Item) -> bool:
    """Whether both name the people on every side and have none in common: the plan of one is not kept by another."""
    left, right = a.parties, b.parties
    named = all(parties and all(parties.values()) for parties in (left, right))
    return named and not {p for s in left.values() for p in s} & {p for s in right.values() for p in s}


def _sides_conflict(a: Item, b: Item) -> str | None:
    left, right = a.parties, b.parties
    written = a.mention.mode == b.mention.mode == "letter"
    if (written or a.mention.type != "CONSULT") and _doers(a) and _doers(b) and not _doers(a) & _doers(b):
        return OTHER_DOERS
    if a.mention.type != "CONSULT" and _answered(a, b):
        return OTHER_DOERS
    if a.mention.type in OWN_DEEDS and _states(a) and _states(b) and not _states(a) & _states(b):
        return OTHER_DOERS
    for side in left.keys() & right.keys():
        if left[side] and right[side] and not left[side] & right[side] and not _misled(a, b, left[side], right[side]):
            return OTHER_PEOPLE
    if a.mention.type != "CONSULT":
        return None
    if len(left) > 1 and len(right) > 1 and not (left.keys() <= right.keys() or right.keys() <= left.keys()):
        return OTHER_PARTIES
    if left and right and not left.keys() & right.keys():
        return OTHER_PARTIES
    return None


def _words_alone(a: Item, b: Item, places: Places) -> bool:
    """Whether one of two reports tells who did it, and they have no person, place, day or number in common, nor the act.

    Of mentions that name no doer, one verb is not enough, but of nobody in one story; of nobody in two, no words are. A state does
    many things in a week. A letter is known by who writes it: one man gets many. Violence is told of in many words.
    """
    if a.ref.report == b.ref.report or by_word(a, b):
        return False
    if a.mention.mode == b.mention.mode == "letter":
        return bool(a.sides and b.sides) and _tells_doer(a) != _tells_doer(b)
    if a.mention.type in ("CONSULT", "ASSAULT"):
        return False
    if a.kinds & b.kinds:  # "made a promise" and "the papers promised too little": one verb alone is nothing in common
        told = not (a.mention.nominal or b.mention.nominal) and not (_tells_doer(a) or _tells_doer(b))
        same_day = bool(a.stated and b.stated and a.stated.meet(b.stated))
        little = len(a.words & b.words) < 2 or (names_nobody(a) and names_nobody(b) and other_story(a, b))
        return told and little and not (a.sides.keys() & b.sides.keys() or same_day)
    if a.mention.nominal or b.mention.nominal or _tells_doer(a) == _tells_doer(b):
        return False
    same_place = bool(a.place and b.place and places.agree(a.place, b.place))
    same_days = bool(a.stated and b.stated and a.stated.meet(b.stated))
    return not (a.people & b.people or same_place or same_days or _numbers(a) & _numbers(b))


def _other_news(a: Item, b: Item, places: Places) -> bool:
    """Whether reports of different matters tell them, and they share too little to be one: "the attack" is that of its report."""
    if a.alike is None or by_word(a, b) or a.alike.mean(a.reports, b.reports) >= ONE_MATTER:
        return False
    shared = sum(not a.sides[s] or not b.sides[s] or bool(a.sides[s] & b.sides[s]) for s in a.sides.keys() & b.sides.keys())
    shared += bool(a.place and b.place and places.agree(a.place, b.place))
    shared += bool(a.stated and b.stated and a.stated.meet(b.stated))
    return shared < BOTH


def _tells_doer(item: Item) -> bool:
    return any(role == "initiator" for _, role in item.participants)


def _numbers(item: Item) -> frozenset[str]:
    return frozenset(word for word in item.words if word[:1].isdigit())


def _misled(a: Item, b: Item, left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two reports differ only by people whom one takes over from another sentence: those are easily the wrong ones."""
    return a.ref.report != b.ref.report and (left <= a.lent or right <= b.lent)


def _struck(item: Item) -> frozenset[str]:
    """The named people to whom it is done."""
    return frozenset(actor for actor, role in item.participants if role == "recipient") & item.people


def _doers(item: Item) -> frozenset[str]:
    """The named people who do it."""
    return frozenset(actor for actor, role in item.participants if role == "initiator") & item.people


def _answered(a: Item, b: Item) -> bool:
    """Whether each does to the other what the other does to it: one expels diplomats, the other expels some in return."""
    if not (_tells_doer(a) and _tells_doer(b)):
        return False
    first, second = a.visitors.keys(), b.visitors.keys()
    return bool(first & (b.sides.keys() - second)) and bool(second & (a.sides.keys() - first))


def _states(item: Item) -> frozenset[str]:
    """The states and bodies whose people do it, where the mention says who does."""
    return frozenset(item.visitors) if _tells_doer(item) else frozenset()


def _same_people(a: Item, b: Item) -> bool:
    """Both name people, at least one on every side, and all sides agree."""
    left, right = a.parties, b.parties
    return left.keys() == right.keys() and all(left[s] & right[s] for s in left) and (len(left) > 1 or a.visit)


def _same_day(a: Item, b: Item) -> bool:
    return bool(a.stated and b.stated and a.stated.meet(b.stated) and (a.stated.days or 99) <= 3 and (b.stated.days or 99) <= 3)


def _place_may_differ(a: Item, b: Item) -> bool:
    """Whether two reports can give one event different places: a slip on the same day, or a plan that was moved."""
    if a.mention.type != "CONSULT":
        flown = a.mention.type == b.mention.type == "MOBILIZE" and a.act == b.act == "tests"  # from here, over there, into the sea
        return not (a.deed and b.deed) or _told_alike(a, b) or (flown and _same_day(a, b))
    if a.ref.report == b.ref.report:
        return False
    if a.visit and b.visit and a.country != b.country:
        return False
    return moved(a, b) or (_same_people(a, b) and _same_day(a, b)) or _told_alike(a, b)


def _told_alike(a: Item, b: Item) -> bool:
    """Whether two reports have the same parties do the same on one day, in the same words: nobody signs a treaty in two towns."""
    apart = a.ref.report != b.ref.report and not a.visit and a.mention.frame == b.mention.frame
    one_day = bool(a.stated and b.stated and a.stated.exact and a.stated == b.stated)
    words = 1 if len(a.sides) > 1 else 2 if a.sides and a.mention.type == "AGREE" else 99
    return apart and one_day and a.sides.keys() == b.sides.keys() and len(a.words & b.words) >= words


def moved(a: Item, b: Item) -> bool:
    """Whether the same parties were to be in one place and, on the same days, in another: they cannot be in both."""
    if (a.deed and b.deed) or not (a.stated and b.stated and a.stated.meet(b.stated)):
        return False
    left, right = a.sides.keys(), b.sides.keys()
    return left == right or (len(left & right) > 1 and (left <= right or right <= left))


def _date_may_slip(a: Item, b: Item) -> bool:
    """Whether two reports can give one event different days: a slip, the days of one stay, or a plan that was moved."""
    if not a.window or not b.window:
        return False
    gap = a.window.gap(b.window)
    if a.visit and b.visit and a.deed and b.deed and not (a.mention.lemma in ARRIVALS and b.mention.lemma in ARRIVALS):
        return gap <= STAY and any(a.visitors[s] & b.visitors[s] for s in a.visitors.keys() & b.visitors.keys())
    if a.ref.report == b.ref.report:  # "came on Tuesday; the trip had been planned for May"
        retold, other = (a, b) if a.retold else (b, a)  # "the trip had been planned for May": not all who make it are named again
        one = retold.parties.keys() <= other.parties.keys() != set()
        return retold.retold and a.deed != b.deed and gap <= MOVED and one
    if a.deed and b.deed:
        if gap <= SLIP and ((_same_people(a, b) and a.country == b.country) or _done_once(a, b)):
            return True
        return gap <= NEXT_DAY and (_alike(a, b) or _one_scene(a, b))
    if gap > PUT_OFF and a.stated and b.stated and a.stated.exact and b.stated.exact and not a.people & b.people:
        return False
    return gap <= MOVED and a.sides.keys() == b.sides.keys() and len(a.sides) > 0


def _one_scene(a: Item, b: Item) -> bool:
    """Whether both tell of violence in one town: on the next day it is more often the same than another attack."""
    return a.mention.type == b.mention.type == "ASSAULT" and a.place == b.place is not None and not a.capital


def _done_once(a: Item, b: Item) -> bool:
    """Whether the same is done to the same person: nobody is arrested, freed or chosen twice within days."""
    return a.act is not None and a.act == b.act and a.mention.type in ONCE and bool(_struck(a) & _struck(b))


def _alike(a: Item, b: Item) -> bool:
    """Whether the same parties do the same thing, as far as both name them: one may name states, one ministers."""
    left, right = a.parties, b.parties
    nested = left.keys() <= right.keys() or right.keys() <= left.keys()
    there = a.place is not None and a.place == b.place and a.mention.type == "AGREE"  # one may name the embassy that was opened
    if not (left.keys() == right.keys() or (there and nested)) or (a.act or a.mention.frame) != (b.act or b.mention.frame):
        return False
    return all(not left[side] or not right[side] or left[side] & right[side] for side in left.keys() & right.keys())


def _done_before(plan: Item, deed: Item) -> bool:
    """Whether a deed was done before its plan's report came out, and on another day than it was planned for.

    A plan told in the past tense was made before its report.
    """
    if plan.deed or plan.retold or not deed.deed:
        return False
    if not (plan.window and deed.window and plan.published) or plan.window.meet(deed.window):
        return False
    done, announced = deed.window.latest, plan.published.earliest
    return done is not None and announced is not None and done < announced
