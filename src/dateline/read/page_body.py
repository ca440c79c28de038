"""Which blocks of a web page are the article: trafilatura's choice, and a rule of text density where it makes none."""

from __future__ import annotations

import re
from collections.abc import Sequence

import trafilatura

from dateline.read.markup import Page, Words

DEEPEST = 250  # nested elements; trafilatura gives up beyond
LARGEST = 3_000_000  # characters; trafilatura takes about a second for each million
_WORD = re.compile(r"\w+")
_OUTSIDE = frozenset({"nav", "aside", "footer", "form", "title"})


def in_article(source: str, page: Page) -> list[bool]:
    """For each block of `page`, whether it belongs to the article."""
    if page.depth <= DEEPEST and len(source) <= LARGEST:
        extracted = trafilatura.extract(source, favor_precision=True, include_comments=False, deduplicate=False)
        if extracted and any(found := _matched(extracted, page.blocks)):
            dense = _dense(page.blocks)
            return dense if _size(page.blocks, found) < 0.2 * _size(page.blocks, dense) else found
    return _dense(page.blocks)


def _size(blocks: Sequence[Words], chosen: Sequence[bool]) -> int:
    return sum(len(block.text) for block, inside in zip(blocks, chosen, strict=True) if inside)


def _key(words: str) -> str:
    return " ".join(_WORD.findall(words.casefold()))


def _matched(extracted: str, blocks: Sequence[Words]) -> list[bool]:
    """Blocks whose words are a line of the extracted text, or a long enough part of one, or are made of such lines."""
    lines = {key for line in extracted.split("\n") if (key := _key(line.lstrip("-# |")))}
    whole = f" {' '.join(_key(line) for line in extracted.split(chr(10)))} "
    found = []
    for block in blocks:
        key = _key(block.text)
        inner = [part for line in block.text.split("\n") if (part := _key(line))]
        long = len(key) >= 30 and f" {key} " in whole
        found.append(
            "title" not in block.around
            and bool(key)
            and (key in lines or long or (len(inner) > 1 and all(part in lines for part in inner)))
        )
    return found


def _dense(blocks: Sequence[Words]) -> list[bool]:
    """Blocks of running text outside links, and what lies between the first and the last of them and is no list of links."""
    prose = [
        len(block.text) >= 80
        and block.linked < 0.3 * len(block.text)
        and not block.around & _OUTSIDE
        and bool(re.search(r"[.!?]\W*$", block.text))
        for block in blocks
    ]
    if not any(prose):
        prose = [len(block.text) >= 40 and block.linked < 0.5 * len(block.text) and "title" not in block.around for block in blocks]
    if not any(prose):
        return prose
    first, last = prose.index(True), len(prose) - 1 - prose[::-1].index(True)
    return [
        first <= n <= last and block.linked < 0.5 * len(block.text) and not block.around & _OUTSIDE
        for n, block in enumerate(blocks)
    ]
