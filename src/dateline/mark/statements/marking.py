"""Statements of a report: who is reported to have said what, quoted or not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline import languages, world
from dateline.mark.parse import Parsed
from dateline.mark.statements.attaching import Speakers
from dateline.mark.statements.attributions import find
from dateline.mark.statements.found import WORD, WRITERS, Found
from dateline.mark.statements.quotation import Quotation
from dateline.records import Mention, Statement, StatementKind, TimeExpression
from dateline.spans import Span

_GLOSS = re.compile(r",\s+(?:becoming|marking)\b")  # what follows is the writer's, not the speaker's
_THAT = re.compile(r"that\s+", re.IGNORECASE)
_FEWEST_OWN_WORDS = 4  # of an indirect clause around quoted words, for it to be a statement of its own
_FEWEST_WORDS = 3  # of one with no quoted words: "Oslo would wait"
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_FEWEST_CAPITALS, _MOST = 3, 0.85  # words of weight in a headline, and the share of them with a capital, to tell its style
_WHOLE = 0.6  # an inner indirect statement this large a part of its outer one stands for both


def mark(
    parsed: Parsed, mentions: tuple[Mention, ...], times: tuple[TimeExpression, ...], found: Sequence[Found] | None = None
) -> tuple[Statement, ...]:
    """Statements in text order; two of them overlap only where one lies in the other. `found`: what `find` gives."""
    found = find(parsed) if found is None else found
    speakers = Speakers(parsed, mentions, found)
    out: dict[tuple[int, int], Statement] = {}
    # Inner attributions first: a quotation belongs to the innermost that gives words ('expressed "regret"' inside 'said' does not).
    for one in sorted(found, key=lambda f: (f.nested and not f.words, f.end - f.start, f.start)):
        if one.speaker and parsed.text[one.speaker.start : one.speaker.end].lower() in WRITERS and one.kind != "turn":
            continue
        if one.nested and not one.real:
            asked = _outer(found, one)
            if asked is None or asked.clause or asked.force != "speech":
                continue
            one = replace(one, speaker=asked.speaker)  # 'Petrov urged him to say that ...'
        if (one.retold and not speakers.another(one)) or (one.force == "told" and speakers.speaker(one) is None):
            continue
        outer = _outer(found, one)
        for start, end, kind in _parts(parsed, one):
            if (start, end) not in out:
                out[start, end] = _statement(parsed, one, outer, start, end, kind, speakers, times)
    return tuple(_untangled(sorted(out.values(), key=lambda s: (s.span.start, -s.span.end))))


def _parts(parsed: Parsed, one: Found) -> Iterable[tuple[int, int, StatementKind]]:
    """The contract's statements in one attribution: each quoted part, and the clause where much of it is in other words."""
    if one.kind == "turn":
        if one.speaker is not None:  # a dash line of nobody known is a question from the floor
            yield one.start, one.end, "turn"
        return
    if one.kind == "direct" or (one.force in ("speech", "show") or one.clause):
        for q in one.quoted:
            if one.force != "topic" and not _scare(parsed, q, whole=one.kind == "direct"):
                yield q.start, q.end, "direct"
    if one.kind == "direct" or not one.clause or one.force not in ("speech", "show") or one.speaker is None:
        return
    own = [w for w in WORD.finditer(parsed.text, one.start, one.end) if not any(q.start <= w.start() < q.end for q in one.quoted)]
    if len(own) >= (_FEWEST_OWN_WORDS if one.quoted else _FEWEST_WORDS):
        that = _THAT.match(parsed.text, one.start, one.end)
        gloss = _GLOSS.search(parsed.text, one.start, one.end)
        end = gloss.start() if gloss and not any(q.end > gloss.start() for q in one.quoted) else one.end
        yield (that.end() if that else one.start), end, "indirect"


def _scare(parsed: Parsed, q: Quotation, *, whole: bool) -> bool:
    """Whether quoted words are a name, a title or a word held at arm's length rather than words that somebody said."""
    text = parsed.text
    words = [m.group() for m in WORD.finditer(text, q.start, q.end)]
    ended = text[q.end - 1] in ".,!?\u2026"
    if not words or len("".join(words)) < 2:
        return True
    before = [m.group() for m in WORD.finditer(text, max(0, q.outer_start - 40), q.outer_start)][-2:]
    after = text[q.outer_end : q.outer_end + 2]
    if before and before[-1].lower() in languages.words(parsed.report.language, "work_words") and not ended:
        return True
    capital = [] if _in_capitals(parsed, q) else [w for w in words if w[0].isupper() or w[0].isdigit()]
    if before and before[-1][0].isupper() and len(words) <= 2 and capital and after[:1] == " " and after[1:].isupper():
        return True  # a nickname
    long = [w for w in words if len(w) > 3 or w[0].isupper()]
    titled = len(capital) == len(long) and not ended and len(words) <= 8 and (bool(capital) or len(words) == 1)
    return titled and (len(words) > 1 or not whole)


def _in_capitals(parsed: Parsed, q: Quotation) -> bool:
    """Whether quoted words stand in a headline that gives every word of weight a capital, where theirs says nothing."""
    block = next(
        (b.span for b in parsed.report.blocks if b.role == "title" and b.span.start <= q.start and q.end <= b.span.end), None
    )
    if block is None:
        return False
    around = parsed.text[block.start : q.outer_start] + " " + parsed.text[q.outer_end : block.end]
    words = [m.group() for m in WORD.finditer(around) if len(m.group()) > 3]
    return len(words) >= _FEWEST_CAPITALS and sum(w[0].isupper() for w in words) > _MOST * len(words)


def _statement(
    parsed: Parsed, one: Found, outer: Found | None, start: int, end: int, kind: StatementKind,
    speakers: Speakers, times: Sequence[TimeExpression],
) -> Statement:  # fmt: skip
    report = parsed.report
    cue = Span(report.id, *one.cue) if one.cue else None
    speaker = speakers.speaker(one)
    stands_for = parsed.text[one.speaker.start : one.speaker.end].lower() if one.speaker else ""
    if speaker is None and outer is not None and stands_for in _PRONOUNS:  # "hailed what it called ..."
        speaker = speakers.speaker(outer)
    relay = speakers.mention(one.relay)
    if relay is None and outer is not None:
        relay = speakers.mention(outer.speaker)
    mentions = speakers.mentions
    if relay is not None and (
        speaker is None or mentions[relay].entity == mentions[speaker].entity or not _outlet(report.language, mentions[relay])
    ):
        relay = None
    return Statement(Span(report.id, start, end), kind, cue, speaker, relay, _said(one, times))


def _outer(found: Sequence[Found], one: Found) -> Found | None:
    """The closest attribution that holds this one with its cue: 'the agency reported that he said ...'."""
    if not one.nested:
        return None
    holders = [f for f in found if one.cue and f is not one and f.start <= one.cue[0] and f.start <= one.start and one.end <= f.end]
    return min(holders, key=lambda f: f.end - f.start, default=None)


def _outlet(language: str, mention: Mention) -> bool:
    words = {w.lower() for w in WORD.findall(mention.name)}
    listed = world.is_outlet(mention.name)
    return mention.kind == "organization" and (listed or not words.isdisjoint(languages.words(language, "outlet_words")))


def _said(one: Found, times: Sequence[TimeExpression]) -> int | None:
    """The date beside the cue, outside the words themselves: 'said on Tuesday that ...'."""
    if one.cue is None or one.scope is None:
        return None
    near = [
        (abs(t.span.start - one.cue[1]), i)
        for i, t in enumerate(times)
        if t.type in ("DATE", "TIME") and one.scope[0] <= t.span.start < one.scope[1]
        and not (one.start <= t.span.start < one.end) and abs(t.span.start - one.cue[1]) < 80
    ]  # fmt: skip
    return min(near)[1] if near else None


def _untangled(statements: list[Statement]) -> list[Statement]:
    """Without indirect statements that cross another one, and without those in which an outlet passes little but one on."""
    dropped: set[Span] = set()
    for index, outer in enumerate(statements):  # ordered by start, the longer first
        for following in range(index + 1, len(statements)):
            inner = statements[following]
            if inner.span.start >= outer.span.end:
                break
            if not outer.span.covers(inner.span):
                dropped.add(inner.span if inner.kind == "indirect" else outer.span)
            elif outer.kind == inner.kind == "indirect" and len(inner.span) > _WHOLE * len(outer.span):
                if inner.speaker is None and outer.speaker is not None:
                    dropped.add(inner.span)
                elif inner.relayed_by is not None or outer.speaker is None:
                    dropped.add(outer.span)
    return [s for s in statements if s.span not in dropped]
