"""Colours are told apart from their background as WCAG AA asks (4.5 to 1), by day and by night."""

from __future__ import annotations

import re

import pytest

from dateline.tell.web.render import style

STYLE = style()
THEMES = [dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6})", block)) for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)]
PAIRS = [(ink, page) for ink in ("ink", "soft", "link", "alert") for page in ("page", "raised")]
PAIRS += [("ink", mark) for mark in ("event", "plan", "statement")]


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", THEMES, ids=["light", "dark", "print"])
@pytest.mark.parametrize(("ink", "page"), PAIRS)
def test_contrast(theme: dict[str, str], ink: str, page: str) -> None:
    light, dark = sorted((luminance(theme[ink]), luminance(theme[page])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5
