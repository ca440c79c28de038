"""`python -m bench.speed FOLDER ...`: what marking costs beside a bare parse of the same texts by the same model.

Runs alternate between the two in one process, and the ratio is that of the medians; then the time of each part of marking. Seconds,
one processor, reports read beforehand.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from statistics import median
from time import process_time
from typing import Any

from spacy.language import Language

from dateline import languages, read
from dateline.mark import events, mentions, quantities, report, statements, times
from dateline.mark.datelines import mark_datelines
from dateline.mark.parse import parse
from dateline.records import Problem, Report


def reports(folders: Iterable[str]) -> list[Report]:
    """The reports in folders that have a language pack."""
    found: list[Report] = []
    for folder in folders:
        for source in read.sources(folder):
            if not isinstance(source, Problem):
                found += [one for one in read.read(source) if isinstance(one, Report) and languages.known(one.language)]
    return found


def bare(models: dict[str, Language], texts: dict[str, list[str]]) -> None:
    """The model of each language alone, as it is shipped, over the texts that marking gives it, all in one call."""
    for language, given in texts.items():
        for _ in models[language].pipe(given):
            pass


def marked(known: Sequence[Report]) -> None:
    for _ in report.mark_together(known):
        pass


def parts(known: Sequence[Report]) -> dict[str, float]:
    """Seconds that each part of marking takes over all reports."""
    spent: dict[str, float] = {}

    def timed(name: str, run: Callable[..., Any], *given: Any) -> Any:
        start = process_time()
        result = run(*given)
        spent[name] = spent.get(name, 0.0) + process_time() - start
        return result

    for one in known:
        parsed = timed("parse", parse, one)
        attributed = timed("statements", statements.find, parsed)
        known_by_name = timed("mentions", lambda p: mark_datelines(p, mentions.mark(p)), parsed)
        named = timed("statements", statements.with_nameless, parsed, known_by_name, attributed)
        when = timed("times", times.mark, parsed)
        said = timed("statements", statements.mark, parsed, named, when, attributed)
        timed("events", events.mark, parsed, named, when, said)
        timed("quantities", quantities.mark, parsed, named, when)
    return spent


def _medians(runs: int, *works: Callable[[], None]) -> list[float]:
    """The median seconds of each work, taking turns."""
    seconds: list[list[float]] = [[] for _ in works]
    for _ in range(runs):
        for work, spent in zip(works, seconds, strict=True):
            start = process_time()
            work()
            spent.append(process_time() - start)
    return [median(spent) for spent in seconds]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m bench.speed", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", metavar="FOLDER", nargs="+")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args(arguments)
    known = reports(options.folders)
    marked(known)  # data is loaded and caches are warm before the clock runs
    texts: dict[str, list[str]] = {}
    for one in known:
        texts.setdefault(one.language, []).extend(piece.doc.text for piece in parse(one).pieces)
    models = {language: languages.pack(language).model() for language in texts}
    bare(models, texts)  # as warm as the mark step
    alone, whole = _medians(options.runs, lambda: bare(models, texts), lambda: marked(known))
    words = sum(len(one.text.split()) for one in known)
    print(f"{len(known)} reports, {words} words, {options.runs} runs each")
    print(
        f"bare parse {alone:.2f} s   whole mark step {whole:.2f} s   ratio {whole / alone:.2f}   {words / whole:.0f} words a second"
    )
    spent = parts(known)
    total = sum(spent.values())
    print("\n| part | seconds | share |\n|---|--:|--:|")
    for name, seconds in spent.items():
        print(f"| {name} | {seconds:.2f} | {seconds / total:.0%} |")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
