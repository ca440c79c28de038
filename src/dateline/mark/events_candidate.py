"""An event in the making, and the casting of its arguments: who does, who receives, where."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline import world
from dateline.mark.events_arguments import Argument
from dateline.mark.events_finder import Finder
from dateline.mark.events_frames import Frame
from dateline.mark.modality_own import Standing
from dateline.mark.parse import Piece
from dateline.records import Participant, Role
from dateline.trees import Token

ACTORS = frozenset({"person", "state", "organization", "group"})
_AIMED = frozenset({"at", "on", "against", "into"})
_OF_WORDS = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
_NAMED_FOR_PLACES = frozenset({"ASSAULT", "PROTEST"})  # "the Paris attacks"
_IN = frozenset({"in", "at", "near", "outside", "inside"})


@dataclass
class Candidate:
    """An event in the making. `carrier` is the verb that bears a noun ("held" in "held talks"), else the trigger itself."""

    piece: Piece
    trigger: Token
    carrier: Token
    frame: Frame
    arguments: list[Argument]
    standing: Standing
    participants: list[Participant] = field(default_factory=list)
    place: int | None = None
    where: str = ""  # the place's name
    anaphoric: bool = False
    mostly: bool | None = None  # whether its word mostly tells of this; None where its frame fits what stands around
    rivalled: bool = False  # a frame of another type fits its word, and this one's does not
    confidence: float = 1.0  # that it is an event of its type
    met: bool = False  # whether what its frame needs is there
    near: list[int] = field(default_factory=list)  # mentions that are arguments in its own clause
    means: Candidate | None = None  # the event that its pronoun stands for
    bystanders: set[int] = field(default_factory=set)  # mentions of those who only speak of it


def cast(one: Candidate, finder: Finder) -> None:
    """Give each argument its role; places go to `place`, the nearest first."""
    places: list[tuple[int, int, int]] = []
    cast: dict[int, Role] = {}
    for slot, token in one.arguments:
        role = role_of(one, slot, finder, token)
        if token.lower_ in finder.modals.standins["speaker"] and one.frame.type != "CONSULT":
            continue  # what somebody says of himself is a statement, but for whom he met
        for index in finder.resolve(token) if role != "ignore" else ():
            mention = finder.mentions[index]
            same = [i for i in cast if finder.mentions[i].entity == mention.entity and i != index]
            if same and mention.form == "name" and finder.mentions[same[0]].form == "pronoun" and slot == "object":
                del cast[same[0]]  # "he called Perez": whoever he is, he is not Perez
            elif same:
                continue
            within = slot in _IN or (role == "place" and one.frame.mode != "visit")
            housed = within and mention.kind == "organization" and world.city_of(mention.name, mention.country) is not None
            placed = role == "place" or mention.kind == "place" or (slot in _IN and mention.kind == "state")
            if mention.kind == "place" and role != "place" and slot == "object" and one.frame.type in _OF_WORDS:
                continue  # "condemned the Lima bombing" says where that was
            if housed or (placed and mention.kind in ("place", "state")):
                rank = _rank(one, slot, role, mention.kind)
                places.append((rank, abs(token.i - one.trigger.i), index))
                if mention.kind == "state" and slot in _AIMED and one.frame.type == "ASSAULT" and index not in cast:
                    cast[index] = "recipient"  # "fired rockets at Israel"
            elif mention.kind in ACTORS and role != "place" and index not in cast:
                cast[index] = role  # type: ignore[assignment]
            elif role == "place" and slot == "object" and mention.kind in ("person", "organization", "group") and index not in cast:
                cast[index] = "recipient"
    doers = [i for i, role in cast.items() if role != "recipient"]
    outlets = [i for i in doers if finder.outlet(i)]
    if len(outlets) < len(doers):  # "Reuters The president met the king": whose picture it is
        cast = {i: role for i, role in cast.items() if i not in outlets}
    one.participants = [Participant(index, role) for index, role in cast.items()]
    if places:
        one.place = min(places)[2]
        one.where = finder.mentions[one.place].name


def _rank(one: Candidate, slot: str, role: str, kind: str) -> int:
    """How likely a place is the event's: where the frame expects it, then "in Doha", then "ministers of the Gulf"."""
    if slot in one.frame.roles or (slot == "modifier" and kind == "place" and one.frame.type in _NAMED_FOR_PLACES):
        return 0
    if role != "place" and slot not in _IN:
        return 3
    return 1 if kind == "place" else 2


def role_of(one: Candidate, slot: str, finder: Finder, token: Token) -> str:
    frame = one.frame
    given = frame.roles.get("subject" if slot == "receiver" else slot)
    if slot == "receiver" and not given:
        return "participant" if frame.symmetric else "recipient"
    if given:
        if slot == "modifier" and given == "place" and frame.type == "AGREE" and _state(finder, token):
            return "participant"  # "the Chile deal", where "the Chile trip" goes there
        if slot == "modifier" and given == "place" and not _city_or_noun(finder, token):
            return "initiator"
        return given
    if slot == "outside" and (frame.mode == "visit" or _state(finder, token)):
        return "ignore"  # "his first trip outside Chile", but "met outside Oslo"
    if slot in _IN:
        return "place"
    if slot in ("subject", "poss", "by"):
        return "participant" if frame.symmetric else "initiator"
    if slot in ("object", "dative", "with", "to", "against", "on", "from", "receiver", "upon", "toward", "towards"):
        if slot == "from" and frame.mode == "visit":
            return "ignore"  # "arrived from Oslo"
        if slot in ("on", "from") and frame.symmetric:
            return "ignore"
        return "participant" if frame.symmetric else "recipient"
    if slot in ("between", "among", "amongst", "involving", "alongside"):
        return "participant"
    if slot in ("of", "modifier"):
        return "participant" if frame.symmetric else "initiator"
    return "ignore"


def _state(finder: Finder, token: Token) -> bool:
    index = finder.at(token)
    return index is not None and finder.mentions[index].kind == "state"


def _city_or_noun(finder: Finder, token: Token) -> bool:
    """Whether a modifier is a place's name ("Oslo visit") and no adjective of a people ("Norwegian visit")."""
    index = finder.at(token)
    return index is not None and token.pos_ != "ADJ" and finder.mentions[index].kind in ("place", "state")
