"""What stands in a brief: the weightiest facts, as many as a page and a half holds, then told in order of time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline.records import Account
from dateline.tell import words
from dateline.tell.brief import disputed, happened, plans, said
from dateline.tell.brief.choosing import event_of, ranking, within
from dateline.tell.brief.lead import lead
from dateline.tell.brief.notes import Notes
from dateline.tell.brief.outline import Brief, Paragraph, Section, Sentence, sentence
from dateline.tell.facts import Fact
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names
from dateline.tell.one_story import only
from dateline.tell.sentences import assembled, worded
from dateline.tell.summary import Summary, from_outlets, summary
from dateline.tell.weights import LESSER

BUDGET = {"happened": 240, "undated": 45, "said": 180, "planned": 90, "disputed": 90, "unknown": 60}  # words
FEWEST = 3  # events told however little they weigh
NOTHING = "The reports tell of nothing that took place."


def brief_of(account: Account, story: str | None = None) -> Brief:
    """The brief of an account or of one of its stories. Raises LookupError when there is no such story."""
    chosen = only(account, story)
    lookup = Lookup(chosen)
    names, notes, found = Names(lookup, short=True), Notes(lookup), summary(chosen, lookup)
    if not chosen.reports:
        return Brief(found.title, "There are no reports.", (), (), ())
    ranked = ranking(chosen, lookup, found)
    sections = [
        _section("lead", "", lead(chosen, ranked, lookup, names, notes)),
        _section("happened", "What happened", _happened(ranked, lookup, names, notes)),
        _section("said", "What was said", said.tell(chosen, lookup, names, notes, BUDGET["said"])),
        _section("planned", "What is planned", plans.tell(ranked, lookup, names, notes, BUDGET["planned"])),
        _section("disputed", "What is disputed", disputed.tell(chosen, ranked, lookup, names, notes, BUDGET["disputed"])),
        _section("unknown", "What is not known", _unknown(ranked, lookup, names, notes)),
        _section("reporters", "Who reported", _reporters(lookup)),
    ]
    sources = notes.sources()
    told = tuple(section for section in sections if section.paragraphs)
    return Brief(found.title, _standfirst(found), told, notes.listed(), sources, len(chosen.reports) - len(sources), "en")


def _section(key: str, heading: str, paragraphs: Sequence[Paragraph]) -> Section:
    return Section(key, heading, tuple(p for p in paragraphs if p.sentences))


def _standfirst(found: Summary) -> str:
    told = words.capital(from_outlets(found.reports, found.outlets, found.nameless, spelt=True))
    origin = f", at most {words.count(found.origins)} of them independent" if found.reports > 1 else ""
    period = f", published {words.when(found.period)}" if found.period else ""
    return f"{told}{origin}{period}. A sentence has a footnote for each independent report that it rests on, up to four."


# ---------------------------------------------------------------- sections


def _happened(ranked: Sequence[Fact], lookup: Lookup, names: Names, notes: Notes) -> tuple[Paragraph, ...]:
    told = [f for f in ranked if event_of(f, lookup).status == "happened"]
    if not told:
        return (Paragraph((sentence(NOTHING),)),)
    main = [f for f in told if f.weight >= LESSER] or told[:FEWEST]
    dated = within(BUDGET["happened"], [f for f in main if happened.has_day(event_of(f, lookup))], FEWEST)
    undated = within(BUDGET["undated"], [f for f in main if not happened.has_day(event_of(f, lookup))], 1)
    return happened.tell([*dated, *undated], lookup, names, notes)


def _unknown(ranked: Sequence[Fact], lookup: Lookup, names: Names, notes: Notes) -> tuple[Paragraph, ...]:
    """Plans whose days have passed in silence, events that are not clear, and what the reports do not say of themselves."""
    told = plans.silent(ranked, lookup, names, notes, BUDGET["unknown"])
    unclear = [f for f in ranked if event_of(f, lookup).status == "unknown" and f.weight >= LESSER]
    for fact in unclear[:2]:
        told.append(sentence(assembled(worded(event_of(fact, lookup), lookup, names)), notes.refer(fact.evidence)))
    return (Paragraph(tuple(told)), Paragraph(tuple(_of_reports(lookup))))


def _of_reports(lookup: Lookup) -> list[Sentence]:
    every = len(lookup.reports)
    inferred = sum(lookup.basis(r.id) == "inferred" for r in lookup.reports)
    undated = sum(lookup.published(r.id) is None for r in lookup.reports)
    told = []
    if inferred:
        these = _some(inferred, every, ("carries no date", "carry no date", "carries a date"))
        whose = "it" if inferred == 1 else "they"
        told.append(sentence(f"{these}; when {whose} came out was worked out from what is told."))
    if undated:
        these = _some(undated, every, ("gives no hold", "give no hold", "gives a hold"))
        told.append(sentence(f"{these} on the day on which {'it' if undated == 1 else 'they'} came out."))
    return told


def _some(number: int, every: int, done: tuple[str, str, str]) -> str:
    """ "Two of the five reports carry no date", "None of the five reports carries a date"; `done`: of one, of some, of none."""
    one, many, none = done
    if every == number == 1:
        return f"The report {one}"
    head = {every: "Neither" if every == 2 else "None"}.get(number, words.capital(words.count(number)))
    return f"{head} of the {words.count(every)} reports {none if number == every else one if number == 1 else many}"


def _reporters(lookup: Lookup) -> tuple[Paragraph, ...]:
    """Who reported: the outlets with the most reports, and whose text others print."""
    outlets = Counter(lookup.outlet_name(r) for r in lookup.reports if lookup.outlet_known(r))
    nameless = len(lookup.reports) - sum(outlets.values())
    ranked = sorted(outlets.items(), key=lambda pair: (-pair[1], pair[0].casefold()))
    named = [f"{name} ({words.plural(number, 'report', words=True)})" if number > 1 else name for name, number in ranked[:8]]
    more = len(ranked) - len(named)
    named += [words.plural(more, "other outlet", words=True)] * (more > 0)
    unnamed = _some(nameless, len(lookup.reports), ("names no outlet", "name no outlet", "names its outlet"))
    told = [sentence(f"{unnamed}.")] if nameless else []
    if named:
        one = len(lookup.reports) - nameless == 1
        others = ("other is" if one else "others are") if nameless else "report is" if one else "reports are"
        told.append(sentence(f"The {others} by {words.and_list(named, 12)}."))
    edges = [e for r in lookup.reports if (e := lookup.copy(r.id)) and lookup.report(e.original)]
    told += [
        sentence(words.stopped(f"{_which(e.copy, lookup)} prints the text of {lookup.in_text(e.original)}")) for e in edges[:3]
    ]
    if len(edges) > 3:
        told.append(
            sentence(f"{words.capital(words.plural(len(edges) - 3, 'more report', words=True))} print the text of another.")
        )
    credited = Counter(words.one_line(r.origin) for r in lookup.reports if r.origin)
    told += [
        sentence(
            f"{words.capital(words.plural(number, 'report', words=True))} {'is' if number == 1 else 'are'} credited to {name}."
        )
        for name, number in sorted(credited.items(), key=lambda pair: (-pair[1], pair[0]))[:2]
    ]
    return (Paragraph(tuple(told)),)


def _which(report: str, lookup: Lookup) -> str:
    found, days = lookup.report(report), lookup.published(report)
    if found is None or days is None or lookup.in_text(report) != lookup.outlet_name(found):
        return words.capital(lookup.in_text(report))
    return f"The report of {lookup.in_text(report)} of {words.label(days)}"
