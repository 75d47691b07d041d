"""Which organisations keep their names: national bodies, and the public bodies of the area that publishes."""

from __future__ import annotations

import re
from functools import cache

from reviewdocs.detect.known import Known
from reviewdocs.model.mentions import Category
from reviewdocs.model.words import ReviewType
from reviewdocs.policy.schemes import Section
from reviewdocs.pseudonymise.proposal.designations import designation_of

_ALWAYS_PUBLIC = re.compile(
    r"(?i)\b(?:constabulary|police|nhs(?: foundation)? trust|health board|integrated care board)\b"
)
_PUBLIC = re.compile(
    r"(?i)\b(?:councils?|partnership|board|clinical commissioning group|fire and rescue|fire service|ambulance|"
    r"probation|youth justice|court|government|department|university|inspectorate|commission)\b"
)
"""Words of public bodies that stand in other names too: Hazel Court Care Home, Calder Council Nursery."""
_PUBLIC_KIND = re.compile(
    r"(?i)\b(?:local authority|council|police|fire|ambulance|probation|court|integrated care|commissioner|"
    r"commissioning|(?:health|healthcare|hospital|nhs)\b.*\b(?:trust|board))\b|^community health"
)
_NATIONAL_KIND = re.compile(r"(?i)\bnational\b|\bgovernment\b|\bregulator\b|\binspectorate\b")


def is_national(name: str, kind: str = "") -> bool:
    """Whether a body is the whole country's, so that it tells of no place: Cafcass, the Probation Service.

    Args:
        name: its name; what follows a comma or a bracket (a region) does not count.
        kind: what the data says that it is.
    """
    head = re.split(r"\s*[,(]", name)[0]
    spellings = {head, re.sub(r"(?<=[a-z])s$", "'s", head)}
    return bool(_NATIONAL_KIND.search(kind)) or any(
        _known().harmless(spelling, 0, len(spelling), Category.ORG) for spelling in spellings
    )


def is_public(name: str, review_type: ReviewType, kind: str = "") -> bool:
    """Whether an organisation is a public body, which keeps its name where it is the area's own.

    Args:
        name: its name.
        review_type: whose schemes say what kinds of organisation there are.
        kind: what the data says that it is; empty where that is not known.
    """
    if _ALWAYS_PUBLIC.search(name):
        return True
    known = designation_of(kind or name, Section.ORGANISATIONS, review_type)
    if known and not known.role.startswith("other "):
        # A school or a home is one whoever runs it: "local authority nursery".
        return False
    return bool(_PUBLIC.search(name) or _PUBLIC_KIND.search(kind))


def public_body(name: str, where: str) -> str:
    """What to tell of a public body that is not proposed."""
    return (
        f'"{name}" ({where}) is not proposed: the area\'s own public bodies keep their names. Give one of another area '
        "an entry in organisations, such as LA1 or Police Force 1."
    )


@cache
def _known() -> Known:
    return Known()
