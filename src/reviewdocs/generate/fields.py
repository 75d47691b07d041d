"""Which fields a template uses, and whether the data has them: read from the template alone, before anything is filled.

The data that a template may ask for is typed (context.py), so a misspelt field can be told from the types, with the
nearest known one suggested, even where the data of this review would never have come to it.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any, Union, get_args, get_origin

from jinja2 import nodes
from pydantic import BaseModel

from reviewdocs.generate.figures.drawing import Drawing

_SAME_TYPE = frozenset({"sort", "list", "reverse", "unique", "select", "reject", "selectattr", "rejectattr"})
_ELEMENT = frozenset({"first", "last"})
_LEAVES = (str, int, float, bool, dt.date, dt.time)


@dataclass(frozen=True, slots=True)
class FieldUse:
    """A field used by a template: its dotted path (`agencies[].name`) and the line of the template source."""

    path: str
    line: int


@dataclass(frozen=True, slots=True)
class UnknownField:
    """A name that the data does not have: as written, what it was asked of, the line, and the nearest known name."""

    name: str
    owner: str
    line: int
    suggestion: str
    what: str = "field"


@dataclass(frozen=True, slots=True)
class _Value:
    """What is known of an expression: its type (Any when unknown) and its path from the data (None when not of it)."""

    type: Any
    path: str | None = None


_UNKNOWN = _Value(Any)


@cache
def fields_of(kind: type) -> Mapping[str, Any]:
    """The fields of a record type by name, computed properties included; empty for anything that is not a record."""
    if not (dataclasses.is_dataclass(kind) or (isinstance(kind, type) and issubclass(kind, BaseModel))):
        return {}
    names = list(kind.model_fields) if issubclass(kind, BaseModel) else [f.name for f in dataclasses.fields(kind)]
    hints = typing.get_type_hints(kind)
    found = {name: hints[name] for name in names if not name.startswith("_")}
    base = BaseModel if issubclass(kind, BaseModel) else object
    for name in dir(kind):
        prop = getattr(kind, name, None)
        if isinstance(prop, property) and not name.startswith("_") and not hasattr(base, name) and prop.fget:
            found[name] = typing.get_type_hints(prop.fget).get("return", Any)
    return found


def figures_of(kind: type) -> frozenset[str]:
    """The paths of a record type's fields that are figures, at its top or one record below."""
    found = dict(fields_of(kind))
    for name, declared in fields_of(kind).items():
        inner = bare(declared)
        found |= {f"{name}.{below}": of for below, of in (fields_of(inner) if isinstance(inner, type) else {}).items()}
    return frozenset(path for path, declared in found.items() if bare(declared) is Drawing)


def bare(kind: Any) -> Any:
    """A type without Annotated and without `| None`."""
    if get_origin(kind) is typing.Annotated:
        return bare(get_args(kind)[0])
    if get_origin(kind) in (Union, types.UnionType):
        rest = [arg for arg in get_args(kind) if arg is not type(None)]
        return bare(rest[0]) if len(rest) == 1 else Any
    return kind


def element(kind: Any) -> Any:
    """The type of a sequence's elements; Any when it is no sequence."""
    kind = bare(kind)
    if get_origin(kind) in (tuple, list) and get_args(kind):
        return get_args(kind)[0]
    return Any


def available(kind: type, prefix: str = "", _seen: tuple[type, ...] = ()) -> Iterator[tuple[str, str]]:
    """Every field of a record type as (dotted path, what it is), records within records included."""
    for name, declared in fields_of(kind).items():
        inner, path, optional = bare(declared), f"{prefix}{name}", bare(declared) != declared
        item = bare(element(inner))
        if isinstance(inner, type) and fields_of(inner):
            if inner not in _seen:
                yield from available(inner, f"{path}.", (*_seen, inner))
        elif isinstance(item, type) and fields_of(item):
            if item not in _seen:
                yield from available(item, f"{path}[].", (*_seen, item))
        else:
            yield path, _in_words(inner) + (" (optional)" if optional and type(None) in get_args(declared) else "")


def _in_words(kind: Any) -> str:
    if get_origin(kind) in (tuple, list):
        return f"list of {_in_words(bare(element(kind)))}"
    if get_origin(kind) in (dict, Mapping):
        return "named values"
    names = {str: "text", int: "number", float: "number", bool: "yes or no", dt.date: "date", dt.time: "time"}
    return names.get(kind, "text")


class FieldReader:
    """Walks a parsed template, knowing what every name stands for."""

    def __init__(self, context: type, *, filters: Mapping[str, Any], tests: Mapping[str, Any], names: set[str]) -> None:
        """Read against the record type `context`; `names` are the environment's globals."""
        self._filters, self._tests, self._globals = filters, tests, names
        self._scope: list[dict[str, _Value]] = [{n: _Value(t, n) for n, t in fields_of(context).items()}]
        self.uses: list[FieldUse] = []
        self.unknown: list[UnknownField] = []

    def read(self, template: nodes.Template) -> None:
        """Collect `uses` and `unknown`."""
        for node in template.body:
            self._visit(node)

    def _visit(self, node: nodes.Node) -> None:
        """Read a statement or an expression whose value does not matter."""
        special: dict[type, Callable[[Any], None]] = {
            nodes.For: self._for,
            nodes.Assign: self._assign,
            nodes.AssignBlock: self._assign_block,
            nodes.Macro: self._macro,
            nodes.With: self._with,
        }
        if type(node) in special:
            special[type(node)](node)
        elif isinstance(node, nodes.Expr):
            self._value(node)
        else:
            for child in node.iter_child_nodes():
                self._visit(child)

    def _for(self, node: nodes.For) -> None:
        source = self._value(node.iter)
        path = f"{source.path}[]" if source.path else None
        inner = self._names_of(node.target, _Value(element(source.type), path))
        self._scope.append({**inner, "loop": _UNKNOWN})
        for child in (*([node.test] if node.test else []), *node.body):
            self._visit(child)
        self._scope.pop()
        for child in node.else_:
            self._visit(child)

    def _assign(self, node: nodes.Assign) -> None:
        self._scope[-1].update(self._names_of(node.target, self._value(node.node)))

    def _assign_block(self, node: nodes.AssignBlock) -> None:
        for child in node.body:
            self._visit(child)
        self._scope[-1].update(self._names_of(node.target, _UNKNOWN))

    def _macro(self, node: nodes.Macro) -> None:
        self._scope[-1][node.name] = _UNKNOWN
        self._scope.append({argument.name: _UNKNOWN for argument in node.args})
        for child in node.body:
            self._visit(child)
        self._scope.pop()

    def _with(self, node: nodes.With) -> None:
        inner: dict[str, _Value] = {}
        for target, value in zip(node.targets, node.values, strict=True):
            inner.update(self._names_of(target, self._value(value)))
        self._scope.append(inner)
        for child in node.body:
            self._visit(child)
        self._scope.pop()

    def _names_of(self, target: nodes.Node, value: _Value) -> dict[str, _Value]:
        if isinstance(target, nodes.Name):
            return {target.name: value}
        return {name.name: _UNKNOWN for name in target.find_all(nodes.Name)}

    def _value(self, node: nodes.Node) -> _Value:
        """What an expression stands for; records what it uses."""
        if isinstance(node, nodes.Name):
            return self._name(node)
        if isinstance(node, nodes.Getattr):
            return self._member(self._value(node.node), node.attr, node.lineno)
        if isinstance(node, nodes.Getitem):
            return self._item(node)
        if isinstance(node, nodes.Filter):
            return self._filter(node)
        if isinstance(node, nodes.Test) and node.name not in self._tests:
            self._report(node.name, "", node.lineno, self._tests, "test")
        if isinstance(node, nodes.CondExpr):
            self._value(node.test)
            first = self._value(node.expr1)
            return first if node.expr2 is None else (self._value(node.expr2), first)[1]
        for child in node.iter_child_nodes():
            self._value(child) if isinstance(child, nodes.Expr) else self._visit(child)
        return _UNKNOWN

    def _name(self, node: nodes.Name) -> _Value:
        for names in reversed(self._scope):
            if node.name in names:
                return self._used(names[node.name], node.lineno)
        if node.name not in self._globals:
            known = {name for names in self._scope for name in names}
            self._report(node.name, "", node.lineno, known)
        return _UNKNOWN

    def _member(self, owner: _Value, name: str, line: int) -> _Value:
        kind = bare(owner.type)
        if get_origin(kind) in (dict, Mapping) and owner.path:
            return self._used(_Value(Any, f"{owner.path}.{name}"), line)
        if kind is Any or not isinstance(kind, type):
            # A list has no fields of its own: somebody forgot to loop.
            if get_origin(kind) in (tuple, list):
                self._report(name, owner.path or "", line, ())
            return _UNKNOWN
        fields = fields_of(kind)
        if name in fields:
            return self._used(_Value(fields[name], f"{owner.path}.{name}" if owner.path else None), line)
        if fields or (issubclass(kind, _LEAVES) and not hasattr(kind, name)):
            self._report(name, owner.path or "", line, fields)
        return _UNKNOWN

    def _item(self, node: nodes.Getitem) -> _Value:
        owner = self._value(node.node)
        self._value(node.arg)
        kind = bare(owner.type)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._member(owner, node.arg.value, node.lineno)
        if isinstance(node.arg, nodes.Slice):
            return owner
        return _Value(element(kind), f"{owner.path}[]" if owner.path else None)

    def _filter(self, node: nodes.Filter) -> _Value:
        source = self._value(node.node) if node.node is not None else _UNKNOWN
        for child in (*node.args, *node.kwargs):
            self._visit(child)
        if node.name not in self._filters:
            self._report(node.name, "", node.lineno, self._filters, "filter")
        if node.name in _SAME_TYPE:
            return source
        if node.name in _ELEMENT:
            return _Value(element(source.type), f"{source.path}[]" if source.path else None)
        return _UNKNOWN

    def _used(self, value: _Value, line: int) -> _Value:
        if value.path:
            self.uses.append(FieldUse(value.path, line))
        return value

    def _report(self, name: str, owner: str, line: int, known: Any, what: str = "field") -> None:
        near = get_close_matches(name, sorted(known), n=1, cutoff=0.5)
        prefix = f"{owner}." if owner and near else ""
        self.unknown.append(UnknownField(name, owner, line, f"{prefix}{near[0]}" if near else "", what))
