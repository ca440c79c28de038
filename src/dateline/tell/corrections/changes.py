"""What a run changed, in plain lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.records import Change, Changes, Event
from dateline.spans import Span
from dateline.tell import words
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names
from dateline.tell.sentences import event_sentence

GROUPS = ("New", "No longer told", "Changed", "Put together", "Taken apart")
_GROUP = dict(zip(("gained", "lost", "changed", "merged", "split"), GROUPS, strict=True))
_FIELDS = {"sources": "independent sources", "type": "kind", "disputed": "disputed fields"}


@dataclass(frozen=True)
class ChangeLine:
    """One change: its group (of GROUPS), a sentence, what it is about in the account as it is now, and the characters behind it."""

    group: str
    text: str
    about: str
    span: Span | None


def change_lines(changes: Changes, lookup: Lookup) -> tuple[ChangeLine, ...]:
    """The changes in the order of GROUPS, each as it reads beside the account that `lookup` has."""
    return worded(in_groups(changes), lookup)


def in_groups(changes: Changes) -> list[Change]:
    return sorted(changes.changes, key=lambda change: GROUPS.index(_GROUP[change.kind]))


def worded(changes: Iterable[Change], lookup: Lookup) -> tuple[ChangeLine, ...]:
    return tuple(ChangeLine(_GROUP[change.kind], _text(change, lookup), change.id, change.span) for change in changes)


def grouped(lines: tuple[ChangeLine, ...]) -> Iterator[tuple[str, list[ChangeLine]]]:
    """The groups that have lines."""
    for group in GROUPS:
        if own := [line for line in lines if line.group == group]:
            yield group, own


def _text(change: Change, lookup: Lookup) -> str:
    if change.of == "actor":
        return _actor(change)
    if change.of == "statement":
        said = words.quoted(words.visible(words.shorten(lookup.text(change.span), 90))) if change.span else "a statement"
        return f"{said}: said by {_value(change.after, 'nobody known')}, before by {_value(change.before, 'nobody known')}"
    event = lookup.event(change.id)
    if change.kind in ("gained", "split"):
        text = _sentence(event, change.after, lookup)
        return f"{text} (was one with another event)" if change.kind == "split" else text
    if change.kind in ("lost", "merged"):
        text = _clause(change, lookup)
        return f"{text} is one with: {_sentence(event, '', lookup)}" if change.kind == "merged" and event else text
    field = "plan" if change.of == "plan" else _FIELDS.get(change.field, change.field)
    before, after = (_said(change.field, value) for value in (change.before, change.after))
    return f"{_sentence(event, '', lookup).rstrip('.')}: {field} {after}, before {before}"


def _actor(change: Change) -> str:
    before, after = (_value(name, "somebody") for name in (change.before, change.after))
    if change.kind == "merged":
        return f"{before} is one with {after}" if before != after else f"two actors called {after} are one"
    if change.kind == "split":
        return f"{after} was one with {before}" if before != after else f"an actor called {after} is two"
    return f"{before} is now called {after}"


def _sentence(event: Event | None, otherwise: str, lookup: Lookup) -> str:
    return event_sentence(event, lookup, Names(lookup)) if event else _summary(otherwise) or "an event that is told otherwise now"


def _clause(change: Change, lookup: Lookup) -> str:
    """The words that told of an event which is no more, and whose they are; what it was where the report is not here."""
    if change.span is None or lookup.report(change.span.report) is None:
        return _summary(change.before)
    text = words.visible(words.shorten(lookup.text(change.span), 110))
    return f"{words.quoted(text)} ({lookup.outlet(change.span.report)})"


def _summary(text: str) -> str:
    return words.visible(text)


def _said(field: str, value: str) -> str:
    if field == "date" and value:
        days = words.edtf_interval(value)
        return words.label(days) if days else words.visible(value)
    return _value(value, "no plan" if field == "outcome" else "none" if field == "disputed" else "unknown")


def _value(value: str, otherwise: str) -> str:
    return words.visible(value) or otherwise
