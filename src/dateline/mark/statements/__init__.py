"""Statements of a report: who is reported to have said what, quoted or not.

`find` gives whole attributions with their cue and speaker phrase, `mark` the records made from them once mentions are known.
"""

from dateline.mark.statements.attributions import find
from dateline.mark.statements.found import Found, Who
from dateline.mark.statements.marking import mark

__all__ = ["Found", "Who", "find", "mark"]
