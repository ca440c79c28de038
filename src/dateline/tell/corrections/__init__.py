"""Corrections as people give and read them: from ids and words to judgements, from judgements and changes to sentences."""

from dateline.tell.corrections.changes import ChangeLine, change_lines, in_groups, worded
from dateline.tell.corrections.meant import judgements
from dateline.tell.corrections.plain_words import told

__all__ = ["ChangeLine", "change_lines", "in_groups", "judgements", "told", "worded"]
