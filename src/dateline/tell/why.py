"""Why an event is one event: the words that each report tells it in, and the reasons for which they were put together."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from dateline.records import Account, Event, EventRef
from dateline.spans import Span
from dateline.tell import words
from dateline.tell.copied import on_whose_word, whence
from dateline.tell.labels import counted_sources
from dateline.tell.linked import Told, told_links
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names
from dateline.tell.sentences import event_sentence
from dateline.tell.templates import templates

WIDEST = 100  # columns
MOST = 5  # events shown when the words are in several
AROUND = 200  # characters of its sentence before and after the clause


def show(account: Account, wanted: str, console: Console) -> None:
    """Print the events that have this id, or all these words in their sentence. Raises LookupError when there is none."""
    lookup = Lookup(account)
    found = found_events(account, wanted, lookup)
    if not found:
        raise LookupError(f"no event {wanted!r}; `dateline show` lists them, and words of a sentence will do")
    for number, event in enumerate(found[:MOST]):
        if number:
            console.print()
        _event(event, lookup, console)
    if len(found) > MOST:
        console.print(f"… and {words.plural(len(found) - MOST, 'event')} more with these words")


def found_events(account: Account, wanted: str, lookup: Lookup) -> list[Event]:
    """The event with this id, else those with all these words in their sentence, the one with most mentions first."""
    asked = wanted.casefold().split()
    exact = [e for e in account.events if e.id == wanted.strip()]
    told = [(e, event_sentence(e, lookup, Names(lookup)).casefold()) for e in account.events] if asked and not exact else []
    named = [e for e, sentence in told if all(word in sentence for word in asked)]
    return exact or sorted(named, key=lambda e: (-len(e.mentions), e.id))


def _event(event: Event, lookup: Lookup, console: Console) -> None:
    _line(Text(event_sentence(event, lookup, Names(lookup)), "bold"), console, 0)
    _line(Text(event.id, "dim"), console, 0)
    if len(event.mentions) == 1:
        _line(Text("told once: nothing was put together"), console, 2)
    if told := whence(event, lookup):
        _line(Text(f"{counted_sources(len(event.reports), len(event.origins))}: {told}"), console, 2)
    weighed = {reason for link in event.links for reason in link.common}
    for reason in event.why:
        if reason not in weighed:
            _line(Text(f"corrected: {reason}"), console, 2)
    order = lookup.in_order(event)
    links = told_links(event, order, lookup)
    for ref in order:
        _mention(ref, links.get(ref, ()), lookup, console)


def _mention(ref: EventRef, links: Sequence[Told], lookup: Lookup, console: Console) -> None:
    mention = lookup.event_mention(ref)
    if mention is None:
        return
    start, end = lookup.cite(mention.span)
    head = Text(f"{lookup.outlet(ref.report)}", "cyan")
    on_whose = on_whose_word(mention.trigger, lookup)
    head.append(f", characters {start}–{end}: told as “{mention.frame or mention.lemma}”", "dim")
    head.append(f", {templates().standings[mention.status]}{f', {on_whose}' if on_whose else ''}", "dim")
    _line(head, console, 2)
    _line(_in_its_sentence(mention.span, lookup), console, 4)
    for told in links:
        other = lookup.event_mention(told.other)
        if other is not None:
            one = f"one with “{words.one_line(lookup.text(other.trigger))}” of {lookup.outlet(told.other.report)}: "
            _line(Text.assemble((one, "dim"), told.words()), console, 4)


def _in_its_sentence(span: Span, lookup: Lookup) -> Text:
    """The clause in bold and in brackets inside its sentence."""
    marks = lookup.marks(span.report)
    sentence = next((s for s in marks.sentences if s.covers(span)), span) if marks else span
    start, end = max(sentence.start, span.start - AROUND), min(sentence.end, span.end + AROUND)
    before, after = (words.one_line(lookup.text(Span(span.report, a, b))) for a, b in ((start, span.start), (span.end, end)))
    clause = Text(f"[{words.one_line(lookup.text(span))}]", "bold")
    return Text(" ").join(part for part in (Text(before), clause, Text(after)) if part.plain)


def _line(text: Text, console: Console, indent: int) -> None:
    text.plain = words.visible(text.plain)
    console.print(Padding(text, (0, 0, 0, indent), expand=False), width=min(console.width, WIDEST))
