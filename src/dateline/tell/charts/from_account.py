"""Charts filled from an account: (records, lookup, href) in, the record that a chart's `draw` takes out.

`href(kind, id)` gives an address, kind being stories, actors, events, statements, outlets, reports or plans.
"""

from dateline.tell.charts.of_actors import ego_of, matrix_of
from dateline.tell.charts.of_events import Href, timeline_of

__all__ = ["Href", "ego_of", "matrix_of", "timeline_of"]
