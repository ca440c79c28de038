"""People by name: which runs of capitalised words are persons, which are organisations or places the lists do not know."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

from dateline import languages, world
from dateline.languages import names
from dateline.mark.mentions.owners import Title
from dateline.mark.mentions.runs import Run, folded, runs_of
from dateline.mark.mentions.words import IDLE, Found, Line, Word, given_name, word_lists

_ALIAS = re.compile(r"(?:known as|alias|aka|nicknamed|nom de guerre|real name)[\s,:]*[\"\u201c'\u2018]?\Z")
_SAYING = frozenset(
    [
        "say",
        "tell",
        "add",
        "state",
        "announce",
        "declare",
        "stress",
        "note",
        "warn",
        "explain",
        "meet",
        "arrive",
        "visit",
        "reply",
        "ask",
        "write",
        "claim",
        "insist",
        "argue",
        "think",
        "believe",
    ]
)


def find(
    lines: list[Line], taken: dict[int, list[Found | None]], titles: dict[int, list[Title]], byline: tuple[str, ...], language: str
) -> list[Found]:
    """Mentions by name of persons, and of organisations and places that no list knows. Each name has one kind in the report."""
    known: frozenset[str] = frozenset()
    while True:  # names found in the first look are names at the start of a sentence too
        runs = [run for line in lines for run in runs_of(line, taken[line.number], titles[line.number], language, known)]
        _, kinds, whole = _judge(runs, byline, language)
        parts = {
            folded(part)
            for name in whole
            for part in name.replace("-", " ").split()
            if part not in names.PARTICLES and len(part) > 1
        }
        if known or not (parts := parts | _lone(runs, kinds)):
            break
        known = frozenset(parts)
    authors = {author.casefold() for author in byline}
    close = sorted(names.family_name(name) for name in whole)
    out = []
    for run in runs:
        name = run.name
        kind = kinds[name.casefold()]
        if kind != "person" and " " not in name and _echo(run, name.casefold(), parts, close):
            kind = "person"
        if kind == "":
            continue
        found = run.line.found(run.first, run.last, "name", kind, name)  # type: ignore[arg-type]
        if kind == "organization":
            found.country = run.country or run.flag
        if kind == "place" and (cities := world.places(name)):
            found.country = cities[0].country
        if kind == "person":
            _dress(found, run)
            if found.title is None and (run.outlet or name.casefold() in authors):
                found.title, found.of, found.given_title = "journalist", run.outlet, True
        out.append(found)
    return out


def _judge(runs: list[Run], byline: tuple[str, ...], language: str) -> tuple[dict[str, dict[str, float]], dict[str, str], set[str]]:
    """Evidence and kind of every name, "" for none, and the persons' names of several words."""
    for before, after in pairwise(runs):  # "Presidents A and B"
        if before.title and before.title.plural and after.title is None and _linked(before, after):
            after.title = before.title
        if before.one_of and after.country is None and _linked(before, after):
            after.one_of = after.country = before.one_of
    evidence: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for run in runs:
        for kind, weight in _weigh(run, language).items():
            evidence[run.name.casefold()][kind] += weight
    for author in byline:
        evidence[author.casefold()]["person"] += 4
    kinds = {name: _verdict(weights) for name, weights in evidence.items()}
    whole = {name for name, kind in kinds.items() if kind == "person" and len(names.words(name)) > 1}
    sure = sorted(whole)
    for name, kind in kinds.items():
        if (
            kind != "person"
            and " " in name
            and not _solid(evidence[name])
            and any(names.compare(name, other) >= 0.9 for other in sure)
        ):
            kinds[name] = "person"
    for run, other in (*pairwise(runs), *((after, before) for before, after in pairwise(runs))):
        if _linked(run, other) and kinds[other.name.casefold()] == "person" and not _solid(evidence[run.name.casefold()]):
            kinds[run.name.casefold()] = "person"
    return evidence, kinds, whole


def _lone(runs: list[Run], kinds: dict[str, str]) -> set[str]:
    """Persons known by one word only."""
    return {folded(run.name) for run in runs if run.first == run.last and kinds[run.name.casefold()] == "person"}


def _echo(run: Run, name: str, parts: set[str], families: list[str]) -> bool:
    """Whether one word alone repeats part of a full name of the report, or nearly does."""
    word = run.line.words[run.first]
    if folded(name) in parts:
        return True
    if word.opens or word.token.pos_ != "PROPN" or len(name) < 2:
        return False
    if len(name) > 4 and any(names.same_word(name, family) >= 0.9 for family in families):
        return True
    return any(
        abs(len(name) - len(family)) <= 1 and (family.startswith(name) or names.skeleton(family) == names.skeleton(name))
        for family in families
    )


def _linked(left: Run, right: Run) -> bool:
    """Whether two names stand side by side in "A and B"; either may come first."""
    if left.line is not right.line:
        return False
    first, second = sorted((left, right), key=lambda run: run.first)
    if (
        second.first - first.last == 1
        and first.first == first.last
        and second.first == second.last
        and second.line.words[second.first].gap == ", "
    ):
        return not second.title
    return second.first - first.last == 2 and first.line.words[first.last + 1].text == "and" and second.title is None


def _solid(weights: dict[str, float]) -> bool:
    """Whether more than the parser's label says that a name is no person's."""
    return max(weights.get("organization", 0), weights.get("place", 0)) > 2 or weights["person"] < -1


def _verdict(weights: dict[str, float]) -> str:
    kind, weight = max(sorted(weights.items(), reverse=True), key=lambda item: item[1], default=("", 0.0))
    return kind if weight >= (1.9 if kind == "person" else 1.4) else ""


def _weigh(run: Run, language: str) -> dict[str, float]:
    """Evidence of one occurrence for each kind; 2 is enough."""
    lists = word_lists(language)
    words = run.line.words[run.first : run.last + 1]
    out: dict[str, float] = defaultdict(float)
    out["person"] = 0.0
    if run.title and not run.title.plural:
        out["person"] += 4
    if run.title and run.title.plural:
        out["person"] += 2
    if run.title and run.title.normal in IDLE and all(word.text.lower() in lists["motion"] | lists["occasions"] for word in words):
        out["person"] -= 5  # "on an Official Visit"
    if run.after:
        out["person"] += 3
    if run.ship:
        out["organization"] += 5
        out["person"] -= 3
    if run.country:
        out["person"] += 1
    if run.line.piece.label:
        out["person"] += 4
    follower = run.line.words[run.last + 1] if run.last + 1 < len(run.line.words) else None
    if follower and follower.gap == ", " and follower.text.lower() in ("who", "whose", "whom"):
        out["person"] += 2.5
    kinds = [word.token.ent_type_ for word in words]
    for kind in set(kinds):
        share = kinds.count(kind) / len(kinds)
        target = {"PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place"}.get(kind)
        if target in ("organization", "place") and len(words) == 1 and not _well_formed(words[0], language):
            continue
        if run.line.headline and len(words) == 1:
            continue  # any word has a capital there
        if target:
            out[target] += (1.5 if target == "organization" else 2) * share * (0.75 if len(words) == 1 and words[0].opens else 1)
    tail = words[-1].text.lower()
    if tail in lists["organizations"] and len(words) > 1:
        out["organization"] += 4
        out["person"] -= 3
    if tail in lists["places"] and len(words) > 1:
        out["place"] += 4
        out["person"] -= 3
    if _settled(run, lists["settlements"] | lists["places"]):
        out["place"] += 4
        out["person"] -= 3
    if _ALIAS.search(run.line.text, 0, words[0].start):
        out["person"] += 3
    if run.doubtful:
        out["person"] -= 3
    if len(words) > 1 and given_name(words[0].text, language):
        out["person"] += 2.5
    elif 1 < len(words) < 4 and not any(word.text.isupper() for word in words):
        out["person"] += 0.6
    if (
        1 < len(words) < 4
        and follower
        and follower.joined
        and follower.text.islower()
        and follower.token.tag_ in ("VBD", "VBZ", "MD")
    ):
        usual = languages.words(language, "common_words")
        out["person"] += 1.5 * (not any(word.text.lower() in usual for word in words))
    if len(words) > 1 and names.family_first(run.name):
        out["person"] += 1.5
    if names.leader(run.name):
        out["person"] += 3.5 if len(words) > 1 else 2
    head = words[-1].token
    if head.dep_ == "nsubj" and head.head.lemma_ in _SAYING:
        out["person"] += 0.7
    if located := _located(run, lists):
        out["place"] += located
        out["person"] -= located / 2
    before = run.line.words[run.first - 1] if run.first else None
    if before and words[0].joined and before.text.lower() in ("the", "a", "an") and not run.title:
        out["person"] -= 3
    if len(words) == 1 and words[0].text.isupper() and len(words[0].text) < 6 and not run.line.piece.label:
        out["person"] -= 3
    if len(words) == 1 and not run.title and world.places(words[0].text):
        out["person"] -= 1
    if len(words) > 5:
        out["person"] -= 2
    return out


def _located(run: Run, lists: dict[str, frozenset[str]]) -> float:
    """Evidence that something happens or moves at the name: "raided homes in Tacna", "fled to Tacna", "residents of Tacna"."""
    words = run.line.words
    before = words[run.first - 1] if run.first and words[run.first].joined else None
    if before is None or run.title or words[run.last].possessive:
        return 0.0
    preposition, head = before.text.lower(), before.token.head
    governor = head.lemma_.lower()
    if preposition in ("in", "near", "outside", "inside"):
        body = any(word.token.ent_type_ == "ORG" for word in words[run.first : run.last + 1])
        return 0.0 if governor in lists["attitude"] else 1.0 if body and run.first == run.last else 1.6 if body else 2.4
    if preposition in ("to", "from", "into", "toward", "towards", "for"):
        return 2.0 * (governor in lists["travelling"])
    return 2.4 * (preposition == "of" and governor in lists["dwellers"])


def _settled(run: Run, nouns: frozenset[str]) -> bool:
    """Whether a noun beside the name says that it is a place: "the town of Tacna", "Tacna province", "Tacna, a village"."""
    words, first, last = run.line.words, run.first, run.last
    if first > 1 and words[first - 1].text == "of" and words[first - 2].text in nouns and words[first].joined:
        return True
    after = words[last + 1 : last + 5]
    if not after or words[last].possessive:
        return False
    if after[0].joined and after[0].text in nouns:
        return first > 0 and words[first].joined and words[first - 1].text.islower()
    apposed = after[0].gap == ", " and after[0].text in ("a", "an", "the")
    return apposed and any(word.text in nouns and word.joined for word in after[1:])


def _well_formed(word: Word, language: str) -> bool:
    """Whether one word that the parser calls an organisation may be one's name: no dictionary word with a capital."""
    lower = word.text.lower()
    lists = word_lists(language)
    usual = (languages.words(language, "common_words"), lists["organizations"], lists["bodies"], lists["places"])
    forms = {lower, lower.removesuffix("s"), lower.removesuffix("es"), lower.removesuffix("ies") + "y"}
    return word.text.isupper() or not (word.opens or any(forms & listed for listed in usual))


def _dress(found: Found, run: Run) -> None:
    """Give a person's mention the office and country that stand beside it."""
    title = run.title or run.after
    if title and title.group == "honor":
        found.female = title.normal == "mrs" if title.normal in ("mr", "mrs", "sir") else None
        title = run.after if title is run.title else None
    if title and not (title.plural and title is run.after):
        found.country, found.of, found.former = title.country, title.of, title.former
        found.title = None if title.normal == "counterpart" else title.normal
        found.wording = title.wording if found.title else None
        found.owner_word = title.owner if title.owner is not None else title.owner_title
        found.possessor = title.possessor
        found.counterpart = title.normal == "counterpart"
        found.given_title = True
    if run.after and title is not run.after and not run.after.plural and run.after.group not in ("honor", "work", "kin"):
        found.also = run.after.core_first
    found.country = found.country or run.country
    if found.country is None and run.of:  # "King X of Jordan", "Y of Russia"
        found.country = run.of
        found.of = found.of or (run.of if found.title else None)
