"""Charts as pure functions: a small record in, SVG text out.

Each file has one chart: a record that says what it shows, and `draw(chart, *, id, width) -> Markup`. `from_account` fills the
records from an account, `both` draws a chart at two widths for one page, `css` is the style that all share, `standalone` makes a
file of one.
"""

from dateline.tell.charts.svg import NARROW, WIDE, both, css, standalone

__all__ = ["NARROW", "WIDE", "both", "css", "standalone"]
