"""The publication statement: what a board says where it publishes, from what the data and the policy say."""

from __future__ import annotations

from collections.abc import Sequence

from reviewdocs.model.publication import Outcome
from reviewdocs.model.review import Review
from reviewdocs.policy.publication import Policy
from reviewdocs.policy.review_types import practice_of
from reviewdocs.publication.outgoing import Outgoing

STATEMENT = "Publication statement.txt"


def statement(review: Review, policy: Policy, outgoing: Sequence[Outgoing]) -> str:
    """The statement, in plain text to be pasted into a web page; nobody of the family is in it."""
    decision = review.publication
    kind = review.review_name or practice_of(review.review_type).name
    files = [path.name for one in outgoing for path in (one.docx, one.pdf) if path]
    lines = [
        f"{kind} {review.reference}",
        "",
        f"Published by {review.board.name}"
        + (f" on {decision.publish_on.day} {decision.publish_on:%B %Y}." if decision and decision.publish_on else "."),
        "",
        f"The review was held under: {review.mandate}",
        "",
        "Published with this statement:",
        *(f"  {name}" for name in files),
    ]
    if decision and decision.decided is Outcome.SUMMARY:
        lines += ["", "The full report is not published. A summary is published in its place."]
    lines += [
        "",
        "The names of the people in this review have been replaced. Please do not try to find out who they are,",
        "or name them in print, on the air or online.",
    ]
    if review.board.email:
        lines += ["", f"Questions, and requests for another format: {review.board.email}"]
    return "\n".join(lines) + "\n"
