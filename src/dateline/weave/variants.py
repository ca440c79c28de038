"""Versions of one statement: the same words of the same speaker as different reports quote them, and how the versions differ."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from dateline.ids import content_id
from dateline.intervals import Interval
from dateline.records import Difference, Marks, StatementRef, VariantGroup
from dateline.spans import Span
from dateline.weave.wording import Word, gaps, light, meaning, words

CONTAINED = 0.45  # idf-weighted share of the shorter version's words that the other has: the same statement
SHORT = 10  # content words below which more of them must be shared
SHORT_CONTAINED = 0.6
TRANSLATED = 0.33  # the share that stands in the same order, where versions were translated or told differently
IN_ORDER = 6  # words of it
REPEATED = 0.8  # within one report
UNSIGNED = 0.7  # where one speaker is unknown
FEWEST_WORDS = 5  # content words of a statement that can be compared
FEWEST_SHARED = 4
PIECE_WORDS = 4  # words, with those that carry nothing, of a piece found word for word in a longer version
TERSE_WORDS = 3  # words of a quoted piece with a single content word: "out of dignity"
ABOUT = 3  # content words that what such pieces were said about must share
FAINT = 0.35  # weight of a word that says little
FRAGMENT_WORDS = 3  # content words of a fragment found word for word in a longer version, however much later
COPIED_WORDS = 2  # content words of what two copies of one text both quote
VERBATIM_WORDS = 8  # shared words by which a version from long after is known
NEAR_DAYS, LATER_DAYS = 3, 31  # apart at most, for one occasion, and for reports that look back at it
FAR_CONTAINED = 0.7
RARE = 0.6  # share of the greatest weight: the versions of one statement make its own words less rare
RAREST = 20  # words of a version by which possible partners are looked up
BROKEN = 2  # content words of the longer version that may stand between those of a fragment
ALL_PAIRS = 8  # groups up to this size compare each pair, larger ones each version with the longest
_UNKNOWN = ""


Side = tuple[str, bool]


@dataclass(frozen=True)
class _Version:
    ref: StatementRef
    span: Span
    speaker: str
    side: Side
    day: Interval | None
    words: tuple[Word, ...]
    content: tuple[str, ...]  # what its content and number words mean, in order
    direct: bool
    context: frozenset[str]  # the same of the statement of the same speaker that holds it

    @property
    def folded(self) -> tuple[str, ...]:
        return tuple(w.folded for w in self.words)


def variants(
    marks: Sequence[Marks],
    texts: Mapping[str, str],
    speaker_of: Callable[[StatementRef], str | None],
    day_of: Callable[[StatementRef], Interval | None],
    same_copy: Callable[[str, str], bool],
    side_of: Callable[[str], Side] = lambda speaker: (speaker, True),
) -> tuple[VariantGroup, ...]:
    """Groups of versions of one statement, each with its word-level differences.

    Two versions share the speaker and most of the rarer words of the shorter one, more of them when their days lie apart;
    groups are made by average link, so that they do not chain. Statements with no known speaker join only where they repeat
    another's words, and so do a person and the state or body that another report lets speak: `side_of` gives a speaker's state,
    or itself, and whether it is a person. `same_copy` says whether two reports print one text: there less shared wording is enough.
    """
    versions = sorted(_versions(marks, texts, speaker_of, day_of, side_of), key=lambda v: v.ref.report + f"\x1f{v.ref.index:06d}")
    weights = _weights(versions)
    pairs = {}
    for i, j in _candidates(versions, weights):
        score = _same(versions[i], versions[j], weights, same_copy)
        if score > 0:
            pairs[i, j] = score
    groups = (_group(versions, texts, members) for members in _clusters(versions, pairs))
    return tuple(g for g in groups if g.differences or len({ref.report for ref in g.statements}) > 1)


def _versions(
    marks: Sequence[Marks], texts: Mapping[str, str],
    speaker_of: Callable[[StatementRef], str | None], day_of: Callable[[StatementRef], Interval | None],
    side_of: Callable[[str], Side],
) -> Iterator[_Version]:  # fmt: skip
    for one in marks:
        said = {index: tuple(_content(texts[one.report], statement.span)) for index, statement in enumerate(one.statements)}
        holders = _holders(one)
        for index, statement in enumerate(one.statements):
            ref = StatementRef(one.report, index)
            found = words(texts[one.report], statement.span.start, statement.span.end)
            direct = statement.kind != "indirect"
            if len(said[index]) >= COPIED_WORDS or (direct and said[index]):
                context = frozenset(said[holders[index]]) if index in holders else frozenset()
                speaker = speaker_of(ref) or _UNKNOWN
                yield _Version(ref, statement.span, speaker, side_of(speaker), day_of(ref), found, said[index], direct, context)


def _content(text: str, span: Span) -> Iterator[str]:
    return (meaning(w) for w in words(text, span.start, span.end) if w.kind in ("content", "number"))


def _holders(one: Marks) -> dict[int, int]:
    """For each quoted part of a clause that is a statement too, which statement that is."""
    order = sorted(range(len(one.statements)), key=lambda i: (one.statements[i].span.start, -one.statements[i].span.end))
    out: dict[int, int] = {}
    open_: list[int] = []
    for index in order:
        span = one.statements[index].span
        open_ = [i for i in open_ if one.statements[i].span.end >= span.end]
        if open_:
            out[index] = open_[-1]
        open_.append(index)
    return out


def _weights(versions: Sequence[_Version]) -> dict[str, float]:
    """Inverse frequency of each meaning over all statements; less for words that say little."""
    count = Counter(word for v in versions for word in set(v.content))
    total = max(len(versions), 10)
    faint = light("en")
    return {word: math.log(1 + total / n) * (FAINT if word in faint else 1.0) for word, n in count.items()}


def _candidates(versions: Sequence[_Version], weights: Mapping[str, float]) -> list[tuple[int, int]]:
    """Pairs that share at least two of their rarer words, or the only one of a terse piece."""
    by_word: dict[str, list[int]] = defaultdict(list)
    for index, version in enumerate(versions):
        for word in sorted(set(version.content), key=lambda w: (-weights[w], w))[:RAREST]:
            by_word[word].append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for listed in by_word.values():
        if len(listed) <= 200:
            shared.update(combinations(listed, 2))
    return sorted(pair for pair, n in shared.items() if n >= 2 or min(len(versions[i].content) for i in pair) == 1)


def _same(a: _Version, b: _Version, weights: Mapping[str, float], same_copy: Callable[[str, str], bool]) -> float:
    """How surely two are versions of one statement, 0 when they are not."""
    if not _one_voice(a, b):
        return 0.0
    short, long = (a, b) if len(a.content) <= len(b.content) else (b, a)
    shared = Counter(short.content) & Counter(long.content)
    weight = sum(weights[w] for w in short.content)
    contained = sum(weights[w] * n for w, n in shared.items()) / weight
    whole = contained * weight / sum(weights[w] for w in long.content)
    number = sum(shared.values())
    if a.ref.report == b.ref.report:
        again = (min(contained, whole) >= REPEATED and number >= FEWEST_WORDS) or _headlined(short, long)
        return contained if again and a.span.overlap(b.span) == 0 else 0.0
    gap = a.day.gap(b.day) if a.day and b.day else 0
    if a.direct and b.direct and _UNKNOWN not in (a.speaker, b.speaker):
        if a.folded == b.folded and len(a.words) >= PIECE_WORDS and len(a.content) > 1:
            return 1.0
        if gap <= NEAR_DAYS and _catchword(short, long, weights):
            return REPEATED
    aligned = _in_order(short, long)
    order = sum(weights[w] for w in aligned) / weight
    if a.speaker != b.speaker:
        return contained if contained >= UNSIGNED and number >= IN_ORDER and order >= CONTAINED else 0.0
    alike = len(a.content) >= FRAGMENT_WORDS and gap <= NEAR_DAYS
    if a.content == b.content and (alike or (len(a.content) > 1 and same_copy(a.ref.report, b.ref.report))):
        return 1.0
    if len(short.content) < FRAGMENT_WORDS and len(short.words) >= TERSE_WORDS and short.direct:
        phrase = short.words[0].kind == "function" and short.folded[0] not in ("the", "a", "an")
        piece = phrase and gap <= LATER_DAYS and _inside(short.folded, long.folded)
        joined = any(w.kind == "function" for w in short.words[1:-1]) and gap <= NEAR_DAYS  # "unfriendly and unjustified"
        joined = joined and a.direct and b.direct and _inside(short.folded, long.folded) and _rare(short.content, weights) > 1
        if joined or (piece and _rare(short.content, weights)) or (gap <= NEAR_DAYS and _of_one_thing(a, b)):
            return REPEATED
    if len(short.content) == 1:
        return 0.0
    if short.direct and len(short.words) >= PIECE_WORDS and gap <= LATER_DAYS and _inside(short.folded, long.folded):
        return max(contained, REPEATED)
    if len(short.content) < FEWEST_WORDS and _denials(short) > _denials(long):
        return 0.0  # a fragment denies nothing that the whole does not
    if short.direct and FRAGMENT_WORDS <= len(short.content) < FEWEST_WORDS and _inside(short.content, long.content):
        return contained
    kept = gap <= LATER_DAYS or _rare(short.content, weights) >= 2
    if short.direct and len(short.content) >= FRAGMENT_WORDS and kept and _broken(short.content, long.content):
        return contained
    if number < FEWEST_SHARED or len(short.content) < FEWEST_WORDS:
        kept_whole = len(aligned) == len(short.content) >= FEWEST_SHARED and gap <= NEAR_DAYS and _denials(short) == _denials(long)
        brief = kept_whole or (number > 2 and a.direct and b.direct and contained >= FAR_CONTAINED and len(aligned) > 2)
        return contained if brief and (gap <= NEAR_DAYS or (gap <= LATER_DAYS and _rare(aligned, weights) >= 2)) else 0.0
    if gap <= LATER_DAYS and len(aligned) >= IN_ORDER and order >= TRANSLATED and _rare(aligned, weights) >= 3:
        return max(contained, CONTAINED)
    if gap > NEAR_DAYS:
        told_again = number >= VERBATIM_WORDS and contained >= CONTAINED and _rare(aligned, weights) >= 3
        return contained if contained >= FAR_CONTAINED or told_again else 0.0
    long_enough = len(short.content) >= SHORT
    if contained >= (CONTAINED if long_enough or same_copy(a.ref.report, b.ref.report) else SHORT_CONTAINED):
        return contained
    told_alike = long_enough and len(aligned) >= FEWEST_SHARED and order >= TRANSLATED and _rare(aligned, weights) >= 3
    return CONTAINED if told_alike else 0.0


def _one_voice(a: _Version, b: _Version) -> bool:
    """Whether two speakers can be one: the same, one unknown, or a person and the state or body that the person speaks for."""
    if a.speaker == b.speaker or _UNKNOWN in (a.speaker, b.speaker):
        return True
    return a.side[0] == b.side[0] and not (a.side[1] and b.side[1])


def _headlined(short: _Version, long: _Version) -> bool:
    """Whether a report that quotes someone twice quotes the same words: once in its headline, once in full."""
    same_voice = short.direct and long.direct and short.speaker == long.speaker != _UNKNOWN
    piece = len(short.words) >= PIECE_WORDS and len(short.content) > 1 and _inside(short.folded, long.folded)
    return same_voice and (short.content == long.content or piece)


def _catchword(short: _Version, long: _Version, weights: Mapping[str, float]) -> bool:
    """Whether the few words quoted of someone stand in the few that another report of those days quotes: "very tired" in "they
    were very tired coming out of it". Words that a spokesman may have said must be all that either picked out.
    """
    same = short.content == long.content
    if same and len(short.content) > 1 and len(short.words) >= PIECE_WORDS and short.speaker == long.speaker:
        return True
    if len(short.content) >= FRAGMENT_WORDS or not _rare(short.content, weights):
        return False
    if same:
        return True
    return short.speaker == long.speaker and len(long.content) < FEWEST_WORDS and _inside(short.content, long.content)


def _of_one_thing(a: _Version, b: _Version) -> bool:
    """Whether two terse pieces mean the same and were said about the same: 'does "not dispute" that ...'."""
    return a.content == b.content and _denials(a) == _denials(b) and len(a.context & b.context - set(a.content)) >= ABOUT


def _denials(version: _Version) -> int:
    return sum(w.kind == "negation" for w in version.words)


def _inside(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether one run of words stands in the other without a break."""
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))


def _broken(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether one run of words stands in the other in its order with no more than a word or two between."""
    if len(short) > FEWEST_WORDS:
        return False
    for start, word in enumerate(long):
        if word == short[0]:
            rest = iter(long[start : start + len(short) + BROKEN])
            if all(wanted in rest for wanted in short):
                return True
    return False


def _in_order(short: _Version, long: _Version) -> list[str]:
    """The content words that both have in the same order."""
    blocks = SequenceMatcher(None, short.content, long.content, autojunk=False).get_matching_blocks()
    return [w for block in blocks for w in short.content[block.a : block.a + block.size]]


def _rare(aligned: Sequence[str], weights: Mapping[str, float]) -> int:
    """How many of these words hardly any other statement has."""
    rarest = max(weights.values())
    return sum(weights[w] > RARE * rarest for w in aligned)


def _clusters(versions: Sequence[_Version], pairs: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Average link over the pairs, best first and quotations first; a merge never brings together two that exclude each other."""

    def order(pair: tuple[int, int]) -> tuple[float, int, tuple[int, int]]:
        return -pairs[pair], -sum(versions[i].direct for i in pair), pair

    group_of = {i: i for pair in pairs for i in pair}
    members = {i: [i] for i in group_of}
    for i, j in sorted(pairs, key=order):
        left, right = sorted((group_of[i], group_of[j]))
        if left == right:
            continue
        links = [(min(x, y), max(x, y)) for x in members[left] for y in members[right]]
        known = [pairs.get(link, 0.0) for link in links if link in pairs or _comparable(versions[link[0]], versions[link[1]])]
        if sum(known) / len(known) < CONTAINED or any(
            _excluded(versions[x], versions[y], pairs.get((x, y), 0.0)) for x, y in links
        ):
            continue
        for x in members[right]:
            group_of[x] = left
        members[left] += members.pop(right)
    return sorted(sorted(m) for m in members.values() if len(m) > 1)


def _comparable(a: _Version, b: _Version) -> bool:
    """Whether the lack of a link says anything: a fragment may come from any part of a long version, and far days ask for more."""
    far = a.day is not None and b.day is not None and a.day.gap(b.day) > NEAR_DAYS
    return not far and min(len(a.content), len(b.content)) >= FEWEST_WORDS


def _excluded(a: _Version, b: _Version, score: float) -> bool:
    if not _one_voice(a, b):
        return True
    return a.ref.report == b.ref.report and not score


def _group(versions: Sequence[_Version], texts: Mapping[str, str], members: Sequence[int]) -> VariantGroup:
    listed = [versions[i] for i in members]
    longest = max(listed, key=lambda v: (len(v.words), v.ref.report, -v.ref.index))
    couples = list(combinations(listed, 2)) if len(listed) <= ALL_PAIRS else [(longest, v) for v in listed if v is not longest]
    differences = tuple(d for a, b in couples for d in _differences(texts, *((a, b) if len(a.words) >= len(b.words) else (b, a))))
    speaker = next((v.speaker for v in listed if v.speaker), None)
    refs = tuple(v.ref for v in listed)
    key = [f"{v.span.report}:{v.span.start}-{v.span.end}" for v in listed]
    return VariantGroup(content_id("variant", speaker, *key), speaker, refs, differences)


def _differences(texts: Mapping[str, str], a: _Version, b: _Version) -> Iterator[Difference]:
    """Differences with `a` the longer version; their texts are the exact words of the reports."""
    for gap in gaps(a.words, b.words):
        yield Difference(
            gap.kind, a.ref, b.ref,
            _text(texts[a.ref.report], a.words[gap.a0 : gap.a1]), _text(texts[b.ref.report], b.words[gap.b0 : gap.b1]),
        )  # fmt: skip


def _text(text: str, part: tuple[Word, ...]) -> str:
    return text[part[0].start : part[-1].end] if part else ""
