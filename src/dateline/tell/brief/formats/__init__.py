"""How a brief is written: one module a format, found by its file name. To add a format, add a module with `FORMAT` and `write`.

`FORMAT` says in a few words what the file is; `write(brief: Brief) -> bytes` makes it, the same bytes for the same brief.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from types import ModuleType


def formats() -> dict[str, ModuleType]:
    """Format names with their modules, by name."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__) if not found.name.startswith("_"))
    return {name: import_module(f"{__name__}.{name}") for name in names}
