"""The desk: one file that keeps reports as given, marks, judgements and the account."""

from dateline.store.desk import Desk, DeskError
from dateline.store.saved import SavedSearch

__all__ = ["Desk", "DeskError", "SavedSearch"]
