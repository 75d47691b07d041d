"""The starter files of a new case, for its review type."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator

from reviewdocs import resources
from reviewdocs.model.words import ReviewType
from reviewdocs.policy.review_types import practice_of
from reviewdocs.policy.schemes import Designation, Section, schemes_for


def starter_files(review_type: ReviewType, reference: str) -> dict[str, str]:
    """Text of `review.yaml` and `pseudonyms.yaml` of a new case; both load as they are, with placeholders to fill in.

    Args:
        review_type: decides the designations offered and the bodies that letters go to.
        reference: the review's reference, which stands on every document.
    """
    subject = schemes_for(review_type)[0].designations[0]
    fields = {
        "@REFERENCE@": json.dumps(reference, ensure_ascii=False),
        "@REVIEW_TYPE@": review_type.value,
        "@BODIES@": _bodies(review_type),
        "@SUBJECT@": practice_of(review_type).subject,
        "@SUBJECT_ROLE@": subject.role,
        "@SUBJECT_PSEUDONYM@": subject.pseudonym(1),
        "@DESIGNATIONS@": "\n".join(_designations(review_type)),
    }
    files: dict[str, str] = {}
    for name in ("review.yaml", "pseudonyms.yaml"):
        text = (resources.folder("examples") / "starter" / name).read_text(encoding="utf-8")
        for mark, value in fields.items():
            text = text.replace(mark, value)
        files[name] = text
    return files


def _bodies(review_type: ReviewType) -> str:
    """The bodies outside that letters of this type usually go to, as the value of a key."""
    text = (resources.folder("examples") / "starter" / "bodies.yaml").read_text(encoding="utf-8")
    _, begun, rest = text.partition(f"\n{review_type.value}:\n")
    return "\n" + rest.partition("\n\n")[0].rstrip() if begun else " []"


def _designations(review_type: ReviewType) -> Iterator[str]:
    """Comment lines that list what each role is called."""
    for scheme in schemes_for(review_type):
        for kind in Section:
            named = [f"{d.role}: {_said(d)}" for d in scheme.designations if d.group is kind]
            if named:
                yield from textwrap.wrap(
                    f"{scheme.title} ({kind.value}). {'; '.join(named)}",
                    118,
                    initial_indent="# ",
                    subsequent_indent="#   ",
                )


def _said(designation: Designation) -> str:
    return "a forename chosen with the family" if designation.is_chosen else designation.pseudonym(1)
