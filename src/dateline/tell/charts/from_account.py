"""Charts filled from an account: (records, lookup, href) in, the record that a chart's `draw` takes out.

`href(kind, id)` gives an address, kind being stories, actors, events, statements, outlets, reports or plans.
"""

from dateline.tell.charts.of_actors import ego_of, matrix_of, offices_of
from dateline.tell.charts.of_events import Href, timeline_of
from dateline.tell.charts.of_places import map_of
from dateline.tell.charts.of_plans import calendar_of
from dateline.tell.charts.of_statements import aligned_of

__all__ = ["Href", "aligned_of", "calendar_of", "ego_of", "map_of", "matrix_of", "offices_of", "timeline_of"]
