"""Words beside a name that bear out whom of the map it means."""

from __future__ import annotations

import re

from reviewdocs.language.kin import words_of_role
from reviewdocs.names.entities import Entity, Kind


def role_words(entity: Entity) -> frozenset[str]:
    """Words beside a name that bear out this entity; the relation's other end ("of victim") is left out."""
    role = entity.role.replace("-", " ")
    if entity.kind is not Kind.PANEL:
        role = re.split(r"\s+(?:of|to|by|for)\s+", role, flags=re.IGNORECASE)[0]
    return words_of_role(role)
