"""What a search found, in a terminal: dated lines with the words asked for in bold, then by what they can be told apart."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.tell import words
from dateline.tell.search.alerts import Alert
from dateline.tell.search.facets import Facet
from dateline.tell.search.index import Found, Hit
from dateline.tell.search.marked import Piece
from dateline.tell.search.parse import QueryError

WIDEST = 100  # columns; longer lines are hard to read
NARROW = 60  # columns under which the day stands above the line
_VALUES = 6  # of a facet
_OPERATORS = {"actor": "who:", "kind": "type:", "outlet": "outlet:", "place": "in:", "status": "status:", "month": "from: to:"}


def show(found: Found, console: Console, *, noun: str = "", nothing: str = "No fact and no report has that.") -> None:
    """Print hits, counts and facets; `noun` goes before the counts ("New: "), `nothing` stands for no hits."""
    width = min(console.width, WIDEST)
    table = Table.grid(padding=(0, 2))
    if width >= NARROW:
        table.add_column(width=17)
        table.add_column(width=9)
    table.add_column(ratio=1)
    for hit in found.hits:
        day, line = Text(hit.day, "cyan"), _line(hit)
        if width >= NARROW:
            table.add_row(day, Text(hit.kind, "dim"), line)
        else:
            table.add_row(Text.assemble(day, "  ", (hit.kind, "dim"), "\n", line))
    console.print(table, width=width)
    if found.total:
        left = found.total - found.offset - len(found.hits)
        more = f" {left} more with a larger --limit." if left > 0 else ""
        console.print(Text(f"\n{noun}{found.counted}.{more}", "bold"), width=width)
    else:
        console.print(Text(nothing, "bold"), width=width)
    if found.undated:
        console.print(Text(f"{words.plural(found.undated, 'fact')} more would do, but no report tells the day."), width=width)
    for hint in found.hints:
        console.print(Text(words.visible(hint), "yellow"), width=width)
    if found.total > 1:
        _facets(found.facets, console, width)


def _line(hit: Hit) -> Text:
    line = _pieces(hit.line)
    for tag in hit.tags:
        line.append(f"  {tag.upper()}", "bold yellow" if tag == "disputed" else "bold")
    line.append(f"  [{_sources(hit)}]", "dim")
    if hit.snippet:
        line.append("\n").append(_pieces(hit.snippet, "italic"))
    return line


def _sources(hit: Hit) -> str:
    if hit.kind == "report":
        return "report"
    if 1 < hit.reports <= hit.sources:
        return f"{hit.reports} independent reports"
    told = words.plural(hit.reports, "report")
    return f"{told}, {hit.sources} independent" if hit.reports > 1 else told


def _pieces(pieces: Sequence[Piece], style: str = "") -> Text:
    text = Text(style=style)
    for piece in pieces:
        text.append(words.visible(piece.text), "bold reverse" if piece.hit else "")
    return text


def _facets(facets: Sequence[Facet], console: Console, width: int) -> None:
    console.print(Text("\nNARROW IT BY", "bold"), width=width)
    for facet in facets:
        values = facet.values[-_VALUES:] if facet.name in ("month", "year") else facet.values[:_VALUES]
        listed = ", ".join(f"{words.one_line(value.label)} {value.count}" for value in values)
        left = len(facet.values) - len(values) + facet.more
        operator = _OPERATORS.get(facet.name, "from: to:")
        line = Text.assemble(
            (f"{facet.name} ", "bold"), (operator, "dim"), f" {words.visible(listed)}{f' and {left} more' * (left > 0)}"
        )
        console.print(Padding(line, (0, 0, 0, 2)), width=width)


def show_alerts(listed: Sequence[Alert], console: Console) -> None:
    """Print the saved searches, each with how many new hits it has."""
    if not listed:
        console.print('No search is saved. Save one with: dateline search "QUERY" --save NAME', markup=False)
    for alert in listed:
        new = f"{alert.new} new" if alert.new else "nothing new"
        told = alert.problem or f"{new}, {alert.total} in all; last looked at {alert.search.looked[:10]}"
        name = Text(words.visible(alert.search.name), "bold")
        console.print(Text.assemble(name, f"  {told}\n    ", (words.visible(alert.search.query), "dim")), soft_wrap=True)


def show_slip(error: QueryError, console: Console) -> None:
    """Print what is wrong with a query, with a mark under the place."""
    console.print(Text.assemble(("Error: ", "bold red"), f"{error.name}: {error.detail}."), soft_wrap=True)
    start = max(0, error.start - 40)
    shown = words.visible(error.text[start : error.end + 20])
    mark = "^" * max(1, min(error.end, start + len(shown)) - error.start)
    console.print(Text(f"  {shown}\n  {' ' * (error.start - start)}{mark}"), soft_wrap=True)
