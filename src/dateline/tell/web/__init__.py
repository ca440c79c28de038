"""The account as pages that need no server: the standing account, and one page a report with its words marked."""

from dateline.tell.web.site import write_site

__all__ = ["write_site"]
