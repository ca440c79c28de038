"""A search as an Atom feed (RFC 4287), for feed readers: each hit is an entry."""

from __future__ import annotations

import re
import uuid
from datetime import date
from urllib.parse import quote, urljoin
from xml.etree import ElementTree as xml

from dateline.tell import words
from dateline.tell.search.index import Found, Hit
from dateline.tell.search.query import Query

ATOM = "http://www.w3.org/2005/Atom"
_NEVER = date(1970, 1, 1)  # Atom wants a day; where no report's is known this one says that none is
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed(found: Found, query: Query | str, address: str = "", updated: date | None = None) -> str:
    """The feed's text. The same hits give the same text: ids are made of the hits' ids, days are those of the reports.

    address: of the search page, "http://127.0.0.1:8000/search", beside which the pages of facts lie; without it entries have no
    links. updated: the last day that anything changed; by default the last that a report of a hit came out.
    """
    asked = str(query)
    last = updated or max((told for hit in found.hits if (told := hit.told)), default=_NEVER)
    root = xml.Element("feed", xmlns=ATOM)
    _add(root, "id", _urn(f"search {asked}"))
    _add(root, "title", f"Dateline: {asked or 'everything'}")
    _add(root, "subtitle", found.counted)
    _add(root, "updated", _moment(last))
    _add(xml.SubElement(root, "author"), "name", "Dateline")
    if address:
        asking = f"?q={quote(asked, safe='')}"
        xml.SubElement(root, "link", rel="self", type="application/atom+xml", href=f"{address}.atom{asking}")
        xml.SubElement(root, "link", rel="alternate", type="text/html", href=f"{address}{asking}")
    for hit in found.hits:
        _entry(root, hit, address, last)
    xml.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{xml.tostring(root, encoding="unicode")}\n'


def _entry(root: xml.Element, hit: Hit, address: str, last: date) -> None:
    entry = xml.SubElement(root, "entry")
    _add(entry, "id", _urn(f"hit {hit.id}"))
    _add(entry, "title", f"{hit.day}: {hit.text}" if hit.date else hit.text)
    _add(entry, "updated", _moment(hit.told or last))
    xml.SubElement(entry, "category", term=hit.kind)
    for tag in hit.tags:
        xml.SubElement(entry, "category", term=_safe(tag))
    if address:
        kind, id_ = hit.address
        place = f"#c{hit.evidence.start}-{hit.evidence.end}" if hit.kind == "statement" and hit.evidence else ""
        xml.SubElement(entry, "link", rel="alternate", href=urljoin(address, f"{kind}/{quote(id_, safe='')}{place}"))
    shown = "".join(piece.text for piece in hit.snippet)
    counted = f"{words.plural(hit.reports, 'report')}, {words.plural(hit.sources, 'independent source')}"
    _add(entry, "content", "\n".join(part for part in (hit.text, shown, f"{hit.kind}; {counted}") if part), type="text")


def _add(parent: xml.Element, name: str, text: str, **attributes: str) -> None:
    xml.SubElement(parent, name, attributes).text = _safe(text)


def _safe(text: str) -> str:
    """The text without characters that XML 1.0 has not, and without those that turn the reading direction."""
    return _NO_XML.sub("", words.visible(text))


def _urn(name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"dateline {name}".encode("utf-8", "replace").decode()).urn


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
