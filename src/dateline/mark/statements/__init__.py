"""Statements of a report: who is reported to have said what, quoted or not.

`find` gives whole attributions with their cue and speaker phrase, `with_nameless` the mentions of those who speak and have no name,
`mark` the records made from both.
"""

from dateline.mark.statements.attributions import find
from dateline.mark.statements.found import Found, Who
from dateline.mark.statements.marking import mark
from dateline.mark.statements.nameless_links import with_nameless

__all__ = ["Found", "Who", "find", "mark", "with_nameless"]
