"""Files for other programs: one module a format, found by its file name. To add a format, add a module with `FORMAT` and `export`.

`FORMAT` says in a few words what the file is; `export(account: Account, out: Path) -> None` writes it.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from types import ModuleType


def formats() -> dict[str, ModuleType]:
    """Format names with their modules, by name: `csl_json.py` is "csl-json"."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__) if not found.name.startswith("_"))
    return {name.replace("_", "-"): import_module(f"{__name__}.{name}") for name in names}
