"""What the tests of charts share: reading a drawing back."""

from __future__ import annotations

import xml.etree.ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>alert(1)</script>\"'&\x00\x1b[31m\u202e\ud800 \uffff"


def read(svg: str) -> ET.Element:
    """The drawing as a tree: it must be well-formed XML, with no style of its own and one address for each id."""
    root = ET.fromstring(svg)
    assert all("style" not in node.attrib and not any(key.startswith("on") for key in node.attrib) for node in root.iter())
    ids = [node.attrib["id"] for node in root.iter() if "id" in node.attrib]
    assert len(ids) == len(set(ids))
    assert not [node for node in root.iter() if node.tag == f"{SVG}script"]
    return root


def words(root: ET.Element) -> str:
    """All text that is drawn."""
    return " | ".join("".join(node.itertext()) for node in root.iter(f"{SVG}text"))


def having(root: ET.Element, class_: str) -> list[ET.Element]:
    return [node for node in root.iter() if class_ in node.attrib.get("class", "").split()]
