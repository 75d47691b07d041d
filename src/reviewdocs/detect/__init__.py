"""Text becomes detections: what looks identifying without being looked up in any map.

`Detector` is fetched on first use: its module imports spaCy and Presidio, which take seconds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reviewdocs.detect.engine import Detector

__all__ = ["Detector"]


def __getattr__(name: str) -> Any:
    if name == "Detector":
        from reviewdocs.detect.engine import Detector

        return Detector
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
