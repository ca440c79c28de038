"""The reading room: the account as pages, from a server or as a folder that needs none."""

from dateline.tell.web.site import write_site

__all__ = ["write_site"]
