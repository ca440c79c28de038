"""Search over an account: `Index(account).find('oslo who:"Kari Moen" type:plan src>=2')`; docs/search.md has the query language."""

from dateline.tell.search.facets import Facet, FacetValue
from dateline.tell.search.feed import feed
from dateline.tell.search.index import Found, Hit, Index
from dateline.tell.search.marked import Piece
from dateline.tell.search.parse import QueryError, parse
from dateline.tell.search.query import Query

__all__ = ["Facet", "FacetValue", "Found", "Hit", "Index", "Piece", "Query", "QueryError", "feed", "parse"]
