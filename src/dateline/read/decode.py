"""Bytes to text, or the honest answer that they are none."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

SAMPLE = 200_000  # bytes that the encoding is told from
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
_WESTERN = re.compile(
    r"[\x00-\x7f\u00a0-\u00ff\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ac\u2122\u0152\u0153\u0160\u0161\u0178]*"
)
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(content: bytes, declared: str | None = None) -> str | None:
    """Text of `content`, every character kept; None when it is not text.

    Tried in turn: UTF-8, UTF-16 with its byte order mark, the encoding that the file declares, Windows-1252 where every
    character is one that western prose uses, and what charset-normalizer finds.
    """
    if content.startswith(_UTF16):
        return _as(content, "utf-16")
    if (text := _as(content, "utf-8")) is not None or b"\x00" in content:
        return text
    if declared and (text := _as(content, declared)) is not None:
        return text
    text = _as(content, "cp1252")
    if text is not None and _WESTERN.fullmatch(text) and 10 * sum(character > "\x7f" for character in text) < len(text):
        return text
    best = from_bytes(content[:SAMPLE]).best()
    return _as(content, best.encoding) if best and best.percent_chaos < 20 else None


def _as(content: bytes, encoding: str) -> str | None:
    try:
        text = content.decode(encoding)
    except (UnicodeError, LookupError):
        return None
    return text if _looks_like_text(text) else None


def _looks_like_text(text: str) -> bool:
    head = text[:SAMPLE]
    return len(_CONTROL.findall(head)) * 200 <= len(head)
