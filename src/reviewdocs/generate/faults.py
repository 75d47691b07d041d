"""What is wrong with a template, in the words of somebody who looks at it in Word."""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import TemplateSyntaxError

from reviewdocs.errors import TemplateError
from reviewdocs.generate.fields import UnknownField

TOO_MUCH = "it goes on without an end, or comes to more than any document holds"


def syntax(error: TemplateSyntaxError) -> str:
    """A tag that Jinja cannot read."""
    return f"the tag cannot be understood ({(error.message or 'syntax error').rstrip('.')})"


def told(unknown: UnknownField) -> str:
    """A name that there is not."""
    if unknown.what != "field":
        return f"there is no {unknown.what} called '{unknown.name}'" + _hint(unknown)
    owner = f"{unknown.owner}." if unknown.owner else ""
    return f"there is no field '{owner}{unknown.name}'" + _hint(unknown)


def _hint(unknown: UnknownField) -> str:
    return f" (did you mean '{unknown.suggestion}'?)" if unknown.suggestion else ""


def faulty(name: str, faults: Iterable[str]) -> TemplateError:
    """The error for a template with these faults."""
    faults = list(faults)
    if len(faults) == 1:
        what = f"{faults[0][:1].upper()}{faults[0][1:]}."
    else:
        what = f"The template has {len(faults)} faults:" + "".join(f"\n  - {fault}" for fault in faults) + "\n"
    return TemplateError(
        what,
        where=f"template {name}",
        remedy="Nothing was written. Correct the template in Word; `reviewdocs templates fields` lists what there is.",
    )
