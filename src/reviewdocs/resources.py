"""Where the shipped templates, schemes and examples lie: inside the wheel, else at the checkout's top level.

hatch puts `templates/`, `pseudonym_maps/` and `examples/` into the package when it builds a wheel (force-include),
which does not reach an editable install; there the checkout's own folders are used.
"""

from __future__ import annotations

from pathlib import Path

from reviewdocs.errors import NotCheckedError

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parents[1]


def folder(name: str) -> Path:
    """The shipped folder `templates`, `pseudonym_maps` or `examples`.

    Raises:
        NotCheckedError: when the installation is incomplete.
    """
    for root in (_PACKAGE / "_shipped", _CHECKOUT):
        if (root / name).is_dir():
            return root / name
    raise NotCheckedError(f"The installation lacks its folder '{name}'.", remedy="Install reviewdocs again.")
