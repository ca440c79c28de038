"""What a sentence takes from a report's words: the clause to quote, what an event was about, and with which verb it is told."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from dateline.records import Event, EventMention, EventRef
from dateline.spans import Span
from dateline.tell import words
from dateline.tell.lookup import Lookup
from dateline.tell.templates import Telling, templates

FEWEST_WORDS = 4  # of a quotation that can be understood
LONG = 60  # characters of a predicate after which it ends at the next break
LONGEST_QUOTE = 140  # characters of a report's words inside a sentence
BEFORE = 30  # characters before a noun that tells of an event in which its description is looked for
_BY = re.compile(r"by\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)(?: \w+ly)? $", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[;:]|, | (?:but|while|although|after|when|as) ")


def best_mention(event: Event, lookup: Lookup) -> EventRef | None:
    """The mention to quote: one that says it happened, if it did, with the most arguments; titles last, for they are clipped."""
    found = [(ref, m) for ref in event.mentions if (m := lookup.event_mention(ref))]
    return min(found, key=lambda pair: _worth(event, *pair))[0] if found else None


def _worth(event: Event, ref: EventRef, mention: EventMention) -> tuple[object, ...]:
    length = len(mention.span)
    return mention.status != event.status, length > 300, -len(mention.participants), -min(length, 120), ref.report, ref.index


def thing(event: Event, told: Telling, lookup: Lookup) -> str:
    """What the event was about, as the reports name it: "a peace treaty", "two frameworks"; else as the form says."""
    nouns = templates().things[told.things] if isinstance(told.things, str) else told.things
    if not nouns:
        return told.thing
    best = best_mention(event, lookup)
    refs = sorted(event.mentions, key=lambda ref: ref != best)
    found = [f for ref in refs if (m := lookup.event_mention(ref)) and m.status == event.status and (f := _named(m, nouns, lookup))]
    if not found:
        return told.thing
    counts = Counter(found)
    said = found[0] if found[0][0] or found[0][1] else min(counts, key=lambda f: (not f[0] and not f[1], -counts[f], f))
    return _phrase(*said)


def _named(mention: EventMention, nouns: tuple[str, ...], lookup: Lookup) -> tuple[str, str, str] | None:
    """Number, description and noun."""
    text = lookup.text(mention.span)
    after = mention.trigger.end - mention.span.start
    before = lookup.text(Span(mention.span.report, max(0, mention.span.start - BEFORE), mention.span.start)).split("\n")[-1]
    pattern = _noun(nouns)
    found = pattern.search(text, after if 0 <= after <= len(text) else 0) or pattern.search(before + text)
    if not found:
        return None
    number, described, noun = (" ".join((part or "").casefold().split()) for part in found.groups())
    return number, described, next(n for n in nouns if n.casefold() == noun)


@cache
def _noun(nouns: tuple[str, ...]) -> re.Pattern[str]:
    known = templates().described
    numbers, kinds = "|".join(sorted(known.numbers)), "|".join(sorted(map(re.escape, known.words), key=lambda w: (-len(w), w)))
    heads = "|".join(re.escape(noun) for noun in sorted(nouns, key=lambda n: (-len(n), n)))
    return re.compile(rf"\b(?:({numbers}) )?((?:(?:{kinds}) ){{0,3}})({heads})\b", re.IGNORECASE)


def _phrase(number: str, described: str, noun: str) -> str:
    name = f"{described} {noun}".strip()
    if noun[0].isupper():
        return f"the {noun}"
    if number:
        return f"{number} {name if noun.endswith('s') else name + 's'}"
    if described and noun in templates().described.meals:
        return f"a {name}"
    if noun in templates().described.uncountable or (noun.endswith("s") and not noun.endswith("ss")):
        return name
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def verb(event: Event, told: Telling, lookup: Lookup) -> str:
    """The verb that most reports use, as "signed|sign", where the form knows it; else the verb of the form."""
    found = [m for ref in event.mentions if (m := lookup.event_mention(ref)) and m.lemma in told.verbs]
    counts = Counter(m.lemma for m in found if m.status == event.status) or Counter(m.lemma for m in found)
    if not counts:
        return told.verb
    lemma = min(counts, key=lambda name: (-counts[name], name))
    rest = lemma.split()[1:]
    return " ".join([f"{templates().past[lemma]}|{lemma.split()[0]}", *rest])


def predicate(event: Event, lookup: Lookup, *, passive: bool) -> tuple[str, str] | None:
    """The report's own words joined to their verb: a form "promised|promise to {quote}" and the quotation; else None."""
    ref = best_mention(event, lookup)
    mention = lookup.event_mention(ref) if ref else None
    if mention is None or mention.nominal or not (mention.lemma in templates().saying.verbs or mention.loose == "verb"):
        return None
    if mention.lemma in templates().saying.of_others and mention.status == "planned":
        return None  # "said it would resume flights": what is planned are the flights
    past = past_of(mention.lemma)
    first, _, particle = mention.lemma.partition(" ")
    rest = _after(mention, lookup)
    if (
        len(rest.split()) < 2
        or rest.split()[0].casefold() in templates().saying.objects
        or _BY.match(rest)
        or _passive(mention, past, lookup) != passive
    ):
        return None
    done = "{was}|be " + templates().participle.get(first, past) if passive else f"{past}|{first}"
    small, _, more = rest.partition(" ")
    outside = small in templates().saying.outside
    if outside and not _says(more):
        return None
    form = " ".join(part for part in (done, particle, small if outside else "", "{quote}") if part)
    return form, words.quoted(words.shorten(more if outside else rest, LONGEST_QUOTE))


def _says(text: str) -> bool:
    """Whether words can stand in quotation marks by themselves: no small word before a single other one."""
    saying = templates().saying
    content = [w for w in text.casefold().split() if w not in saying.hanging and w not in saying.outside]
    return bool(content) and (len(content) > 1 or text.casefold().split()[0] not in saying.outside)


def past_of(verb: str) -> str:
    """The past of a verb; of one that templates.toml does not list, by the rule."""
    if known := templates().past.get(verb):
        return known
    if re.search("[^aeiou]y$", verb):
        return f"{verb[:-1]}ied"
    doubled = re.fullmatch("[^aeiou]*[aeiou][bdfgklmnprtvz]", verb)
    return f"{verb}d" if verb.endswith("e") else f"{verb}{verb[-1]}ed" if doubled else f"{verb}ed"


def _after(mention: EventMention, lookup: Lookup) -> str:
    """The words after the verb and its day; where the clause was cut too short, to the next break of its sentence."""
    report, end = mention.span.report, mention.span.end
    start = _past_the_day(mention, lookup)
    text = words.one_line(lookup.text(Span(report, start, max(start, end)))).strip(" ,;")
    if _short(text):
        line = words.one_line(lookup.text(Span(report, start, max(start, end, _sentence_end(mention, lookup))))).strip(" ,;")
        stop = _CLAUSE_END.search(line, len(text) + 1) if len(text) < len(line) else None
        text = line[: stop.start()] if stop else line.rstrip(" .,;?!")
    stop = _CLAUSE_END.search(text, LONG // 2) if len(text) > LONG else None
    return text[: stop.start()] if stop else text


def _past_the_day(mention: EventMention, lookup: Lookup) -> int:
    """Where the words after the verb start: behind a day that stands first, for the sentence gives the day itself."""
    marks, start = lookup.marks(mention.span.report), mention.trigger.end
    for time in marks.times if marks else ():
        if start <= time.span.start <= start + 5 and lookup.text(Span(time.span.report, start, time.span.start)).strip() in (
            "",
            "on",
            "in",
        ):
            return time.span.end
    return start


def _short(text: str) -> bool:
    parts = text.casefold().split()
    return len(parts) < FEWEST_WORDS - 1 or parts[-1] in templates().saying.hanging


def _passive(mention: EventMention, past: str, lookup: Lookup) -> bool:
    """Whether the verb is said of those acted on: "was named", "named by"; a past form with nobody who acts is."""
    start = mention.trigger.start
    before = lookup.text(Span(mention.span.report, max(0, start - 24), start))
    acts = any(p.role in ("initiator", "participant") for p in mention.participants)
    return lookup.text(mention.trigger).casefold() == past and (bool(_PASSIVE.search(before)) or not acts)


def quotation(event: Event, lookup: Lookup) -> str:
    """The clause of the report in quotation marks; "" where it is too short to understand."""
    ref = best_mention(event, lookup)
    mention = lookup.event_mention(ref) if ref else None
    text = _clause(mention, lookup) if mention else ""
    told = len(text.split()) >= FEWEST_WORDS - 1 and text.split()[0].casefold() not in templates().saying.pronouns
    return words.quoted(words.shorten(text, LONGEST_QUOTE)) if told else ""


def _clause(mention: EventMention, lookup: Lookup) -> str:
    """The words of a mention; where they are too few to understand, to the end of their sentence."""
    text = lookup.text(mention.span)
    if len(text.split()) >= FEWEST_WORDS and not _short(text):
        return text
    end = max(_sentence_end(mention, lookup), mention.span.end)
    return lookup.text(Span(mention.span.report, mention.span.start, end)).rstrip().rstrip(".,;")


def _sentence_end(mention: EventMention, lookup: Lookup) -> int:
    marks = lookup.marks(mention.span.report)
    sentences = marks.sentences if marks else ()
    return next((s.end for s in sentences if s.covers(mention.span)), mention.span.end)
