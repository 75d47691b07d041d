"""The sheets of a review's workbook: what the model holds, as rows and columns (data/review_sheets.yaml)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from importlib import resources
from typing import Annotated, Any, Union, get_args, get_origin

import yaml
from pydantic import BaseModel

from reviewdocs.model.review import Review
from reviewdocs.records.faults import record_class
from reviewdocs.records.workbook import Column, Kind, Sheet

OWNER, SECTION, PARAGRAPH = "of", "section", "paragraph"
"""Keys of columns that no field of a record has: whose records these are; where a paragraph belongs, and its text."""
NAME, VALUE, ONE_OF = "name", "value", "one of several"
"""Keys of the columns of a board's own fields."""
_WIDTHS = {Kind.DATE: 13, Kind.TIME: 8, Kind.FLAG: 10, Kind.TEXT: 24}
_WIDE = 60
_YES_NO = ("yes", "no")
_HOLDS = {"names": Kind.NAMES, "addresses": Kind.ADDRESSES, "lines": Kind.LIST}
_MANY = {
    Kind.LIST: " Several: a ; or a new line between them.",
    Kind.NAMES: " Several: a ; a comma or a new line between them.",
    Kind.ADDRESSES: " Several: a ; or a new line between them.",
    Kind.PAIRS: " Several: a ; or a new line between them.",
}


@dataclass(frozen=True, slots=True)
class Form:
    """One sheet, and where in the data its records stand.

    Attributes:
        sheet: its columns; a key with dots leads into records within the record.
        path: the list that its records are; of two steps where they belong to records of the first; empty for the
            review's single fields and for its texts.
        sections: for the sheet of texts, the dotted path of each section's list by its heading.
        named: whether its rows are fields by their name, several rows of one name a list.
    """

    sheet: Sheet
    path: tuple[str, ...]
    sections: Mapping[str, str] = field(default_factory=dict)
    named: bool = False

    @property
    def owned(self) -> bool:
        """Whether its records belong to those of another sheet."""
        return self.sheet.column(OWNER) is not None


@cache
def forms() -> tuple[Form, ...]:
    """Every sheet, in order."""
    text = resources.files("reviewdocs.records").joinpath("data", "review_sheets.yaml").read_text(encoding="utf-8")
    return tuple(_form(told) for told in yaml.safe_load(text))


def _form(told: Mapping[str, Any]) -> Form:
    name, meaning = told["sheet"], told["meaning"]
    columns: tuple[Column, ...]
    if "sections" in told:
        sections = {label: path for path, label in told["sections"].items()}
        columns = (
            Column(SECTION, "Section", "Where the paragraph belongs. Required.", width=30, choices=tuple(sections)),
            Column(PARAGRAPH, "Paragraph", "Its text. Required.", width=120),
        )
        return Form(Sheet(name, meaning, columns, computed=True), (), sections)
    if "named" in told:
        by_name = (
            Column(NAME, "Name", "One word, which a template of the board's own asks for. Required.", width=30),
            Column(VALUE, "Value", "A text or a date.", width=80),
            Column(ONE_OF, "One of several", "Yes where the rows of this name are a list.", Kind.FLAG, choices=_YES_NO),
        )
        return Form(Sheet(name, meaning, by_name, computed=True), (told["named"],), named=True)
    path = tuple(told["list"].split(".")) if "list" in told else ()
    model = Review
    for step in path:
        model = record_class(model.model_fields[step].annotation)  # type: ignore[assignment]
    owner = (_owner(told["of"], path[0]),) if "of" in told else ()
    fields = tuple(_column(model, key, of_field) for key, of_field in told["fields"].items())
    return Form(Sheet(name, meaning, owner + fields, upright=not path, computed=True), path)


def _owner(told: Mapping[str, str], of_list: str) -> Column:
    return Column(OWNER, told["label"], told["means"], ids_of=of_list, example=told.get("example", ""))


def _column(model: type[BaseModel], key: str, told: Mapping[str, Any]) -> Column:
    annotation: Any = model
    for step in key.split("."):
        holder = record_class(annotation)
        assert holder is not None and issubclass(holder, BaseModel), key
        annotation = holder.model_fields[step].annotation
    kind = _HOLDS[told["holds"]] if "holds" in told else _kind(annotation)
    choices = _choices(annotation)
    meaning = told["means"] + _MANY.get(kind, "")
    if choices:
        meaning = f"One of {', '.join(choices)}. {meaning}"
    return Column(
        key, told["label"], meaning, kind, width=_WIDE if told.get("wide") else _WIDTHS.get(kind, 30), choices=choices,
        ids_of=told.get("ids", ""), example=told.get("example", ""),
    )  # fmt: skip


def _bare(annotation: Any) -> Any:
    """The annotation without marks and without None."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) is Union or type(annotation).__name__ == "UnionType":
        return next(part for part in get_args(annotation) if part is not type(None))
    return annotation


def _kind(annotation: Any) -> Kind:
    bare = _bare(annotation)
    if get_origin(bare) is tuple:
        return Kind.NAMES
    if get_origin(bare) is dict:
        return Kind.PAIRS
    return {dt.date: Kind.DATE, dt.time: Kind.TIME, bool: Kind.FLAG}.get(bare, Kind.TEXT)


def _choices(annotation: Any) -> tuple[str, ...]:
    bare = _bare(annotation)
    if bare is bool:
        return _YES_NO
    return tuple(str(word.value) for word in bare) if isinstance(bare, type) and issubclass(bare, Enum) else ()
