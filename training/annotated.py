"""Turns the marked-up passages of a set of annotated cases into its `gold.jsonl`, and checks them on the way.

    python -m training.annotated tests/gold training/cases [--audit]

Exit 1 if anything is wrong; `--audit` also lists unmarked capitalised words for a human eye. tests/gold/README.md tells
the markup.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

Span = dict[str, Any]
_MARKUP = re.compile(r"\[\[(replace|flag|keep):([\w+-]+)\|(.+?)\]\]", re.S)
_WORDS = range(80, 261)
_FOLDED = dict.fromkeys("‘’ʼ`´", "'") | dict.fromkeys("\n\r\t\u00a0\u202f\u2009", " ") | dict.fromkeys("‐‑", "-")
_FOLDED |= {"ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "ı": "i"}


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


FLAGS = _set("PERSON PLACE ADDRESS ORG DATE DOB AGE TIME CONTACT CODE VEHICLE MEDIA OPERATION COURT ONLINE RARE_FACT")
KEEPS = _set("permitted panel_title ordinary_word citation legislation agency pseudonym")
TITLES = _set(
    """mr mrs ms miss master dr sir dame lady rev revd reverend pastor father sister brother nurse nanny nana nan nanna
    granny grandma grandad grandpa auntie aunt uncle big little old baby pc dc ds di dci wpc pcso sgt sergeant
    hv prof professor matron ato dn mam bhai ji"""
)
PARTICLES = _set("of the and a an in on at to for de da do dos das di el al van der den von ap ab bin bint ibn abu umm")
DULL = (TITLES | PARTICLES) | _set(
    """saint st school primary secondary junior infant pre high academy college nursery centre center surgery practice
    medical health hospital infirmary general district royal house home homes lodge court care group housing association
    trust road street lane avenue close row bottom point steps estate church mosque temple gurdwara community county
    borough city town village council service services supported living ltd limited cofe ce rc catholic children
    childrens child family park hall farm project team unit support society club homecare valley partnerships bakery
    motor auctions bank mental nhs coast terrace lower upper north south east west"""
)
"""Words of the names of places and organisations that identify nothing by themselves."""
PEOPLE_KEYS = ("role", "pseudonym", "forename", "middle", "surname", "known_as", "former_names", "title", "pronouns")
SHAPES = {
    "date": r"\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b",
    "day and month": r"\b\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)",
    "time": r"\b\d{1,2}[:.]\d{2} ?(?:am|pm|hrs)?\b(?!\.\d)|\b\d{1,2} ?[ap]\.?m\b|\b[012]\d{3} ?hrs\b",
    "telephone": r"\b0\d{2,4}[ \d]{7,}",
    "e-mail": r"\S+@\S+",
    "digits": r"\b\d{5,}\b|\b\d{3} \d{3} \d{4}\b",
    "postcode": r"\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b",
    "age": r"\b\w+[ -](?:days?|weeks?|months?)[ -]old\b",
}


def fold(text: str) -> str:
    """Casefold and drop accents, keeping the length."""
    out = []
    for char in text:
        base = _FOLDED.get(char) or unicodedata.normalize("NFD", char)[0].lower()
        out.append(base if len(base) == 1 else char)
    return "".join(out)


def names_in(*texts: str, without: frozenset[str] = TITLES | PARTICLES) -> set[str]:
    """The words of these names that could point at somebody."""
    words = (word for text in texts for word in re.findall(r"[^\W\d_]+", fold(text or "")))
    return {word for word in words if len(word) > 1 and word not in without}


def nhs_valid(digits: str) -> bool:
    """Whether a ten-digit NHS number is of the test range and has the right check digit."""
    check = -sum(int(digit) * (10 - place) for place, digit in enumerate(digits[:9])) % 11
    return digits.startswith("999") and check == int(digits[9])


def upn_valid(code: str) -> bool:
    """Whether a pupil number has the right check letter."""
    total = sum(int(digit) * place for place, digit in enumerate(code[1:], start=2))
    return "ABCDEFGHJKLMNPQRTUVWXYZ"[total % 23] == code[0]


def contact_reserved(text: str) -> bool:
    """Whether an e-mail address or a telephone number is of those that nobody has: `.example`, Ofcom's drama ranges."""
    digits = re.sub(r"\D", "", text.replace("O", "0"))
    if "@" in text:
        return text.casefold().rstrip(".").endswith(".example")
    return len(digits) < 10 or re.match(r"(?:44)?0?(?:7700900|1632960|2079460|1134960|8081570)", digits) is not None


@dataclass
class Case:
    """What a case's map says, arranged for looking up."""

    raw: dict[str, Any]
    entities: dict[str, dict[str, Any]] = field(default_factory=dict)
    names: dict[str, set[str]] = field(default_factory=dict)
    permitted: set[str] = field(default_factory=set)
    panel: set[str] = field(default_factory=set)
    panel_titles: set[str] = field(default_factory=set)

    @classmethod
    def load(cls, folder: Path) -> Case:
        """Read the map of one case."""
        raw = yaml.safe_load((folder / "case.yaml").read_text(encoding="utf-8"))
        case = cls(raw)
        if raw["id"] != folder.name:
            raise SystemExit(f"{folder.name}: the id is {raw['id']}")
        for person in raw["people"]:
            missing = [key for key in PEOPLE_KEYS if key not in person]
            if missing:
                raise SystemExit(f"{folder.name}: {person['id']} lacks {missing}")
            names = (person[key] for key in ("forename", "middle", "surname"))
            case.add(person, *names, *(person["known_as"] or []), *(person["former_names"] or []))
        for thing in raw["places"] + raw["organisations"]:
            case.add(thing, thing["name"], without=DULL)
        for group in raw.get("groups") or []:
            case.add(group, group["surname"])
        for other in raw["permitted"]:
            case.permitted |= names_in(other["name"])
        for member in raw["panel"] or []:
            title, employer = member["job_title"], member["employer"]
            case.panel |= names_in(member["name"])
            case.panel_titles |= {fold(text) for text in (f"{title}, {employer}", title, employer)}
        return case

    def add(self, entity: dict[str, Any], *texts: str, without: frozenset[str] = TITLES | PARTICLES) -> None:
        """Register one mapped person, place, organisation or group."""
        if entity["id"] in self.entities:
            raise SystemExit(f"{self.raw['id']}: id {entity['id']} used twice")
        self.entities[entity["id"]] = entity
        self.names[entity["id"]] = names_in(*texts, without=without)

    @property
    def watched(self) -> set[str]:
        """Every name word that must never stand outside a span."""
        return set().union(*self.names.values(), self.permitted, self.panel)


def variant_of(text: str, entity: dict[str, Any], mine: set[str]) -> str:
    """Which form of a person's name this is."""
    words = names_in(text)
    if not words & mine:
        letters = re.findall(r"[^\W\d_]+", text)
        initials = letters and all(len(part) <= 2 and part.isupper() for part in letters)
        return "initials" if initials else "misspelt_or_other"
    first, last = names_in(entity["forename"]), names_in(entity["surname"])
    if words & (names_in(*(entity["former_names"] or [])) - first - last):
        return "former_name"
    if words & (names_in(*(entity["known_as"] or [])) - first - last):
        return "known_as"
    if words & first:
        return "full_name" if words & last else "forename"
    return "surname_or_title" if words & last else "middle_or_other"


def finish_replace(span: Span, case: Case, problems: list[str]) -> None:
    """Add the facts of a known mention."""
    ids = span["label_or_ref"].split("+")
    unknown = [ref for ref in ids if ref not in case.entities]
    if unknown:
        problems.append(f"unknown id {unknown}")
        return
    chosen = [case.entities[ref] for ref in ids]
    owned = all("'s" in fold(entity.get("name", "")) for entity in chosen)
    if (re.search(r"['’]s?$", span["text"]) and not owned) or re.match(r"(?:his|her|their|my) ", span["text"], re.I):
        problems.append(f"descriptor or possessive inside {span['text']!r}")
    span["refs"] = [member for entity in chosen for member in entity.get("members", [entity["id"]])]
    span["pseudonym"] = " and ".join(entity["pseudonym"] for entity in chosen)
    if len(chosen) > 1 or "members" in chosen[0]:
        span["entity"], variant = "group", "group"
    elif "forename" in chosen[0]:
        span["entity"], variant = "person", variant_of(span["text"], chosen[0], case.names[ids[0]])
        title = re.match(rf"(?:(?:{'|'.join(sorted(TITLES))})\b\.?\s+)+(?=\S)", fold(span["text"]))
        if title:
            span["core_start"] = span["start"] + title.end()
    else:
        exact = fold(span["text"]) == fold(chosen[0]["name"])
        span["entity"], variant = "place_or_org", "place_org" if exact else "place_org_variant"
    if re.search(r"[\n\u00a0]", span["text"]):
        span["split"] = True
    span["variant"] = variant


def finish_flag(span: Span, case: Case, problems: list[str]) -> None:
    """Add the facts of a residual identifier."""
    label, text = span["label_or_ref"], span["text"]
    if label not in FLAGS:
        problems.append(f"unknown category {label}")
    words = names_in(text)
    inside: list[str] = []
    if label not in ("DATE", "DOB", "AGE", "TIME"):
        run = re.sub(r"[^a-z]", "", fold(text)) if label in ("CONTACT", "ONLINE", "MEDIA", "CODE") else ""
        inside = sorted(
            ref
            for ref, mine in case.names.items()
            if words & mine or any(len(name) > 3 and name in run for name in mine)
        )
    if inside:
        span["contains_refs"], span["also_ok"] = inside, ["replace"]
    if label == "PERSON" and words & case.panel:
        span["panel_member"], span["also_ok"] = True, ["replace"]
    if label == "CONTACT" and not contact_reserved(text):
        problems.append(f"outside the reserved ranges: {text}")
    if label == "CODE":
        code = re.sub(r"[ -]", "", text)
        for kind, shape, valid in (
            ("nhs_number", r"\d{10}", nhs_valid),
            ("upn", r"[A-Z]\d{12}", upn_valid),
            ("ni_number", r"[A-Z]{2}\d{6}[A-D]", bool),
        ):
            if re.fullmatch(shape, code):
                span["kind"] = kind
                if not valid(code):
                    problems.append(f"bad check character in {text}")


def finish_keep(span: Span, case: Case, problems: list[str]) -> None:
    """Check a thing that must survive."""
    label, text = span["label_or_ref"], span["text"]
    if label not in KEEPS:
        problems.append(f"unknown reason {label}")
    if label == "permitted" and not names_in(text) <= case.permitted and not re.fullmatch("[A-Z]{2,3}", text):
        problems.append(f"not a permitted name: {text!r}")
    if label == "panel_title" and fold(text) not in case.panel_titles:
        problems.append(f"not a panel title: {text!r}")


_FINISHERS = {"replace": finish_replace, "flag": finish_flag, "keep": finish_keep}


def parse(raw: str) -> tuple[str, list[Span]]:
    """Split marked-up text into plain text and spans with offsets."""
    text, spans, at = "", [], 0
    for mark in _MARKUP.finditer(raw):
        text += raw[at : mark.start()]
        action, ref, surface = mark.groups()
        span = {"start": len(text), "end": len(text) + len(surface), "text": surface}
        spans.append({**span, "action": action, "label_or_ref": ref})
        text += surface
        at = mark.end()
    return text + raw[at:], spans


def unmarked(text: str, spans: list[Span], case: Case) -> Iterator[str]:
    """Names and identifier shapes that stand outside every span."""
    blank = list(text)
    for span in spans:
        blank[span["start"] : span["end"]] = "\0" * (span["end"] - span["start"])
    rest, watched = "".join(blank), case.watched
    for word in re.finditer(r"[^\W\d_]+", fold(rest)):
        if word.group() in watched:
            yield f"unmarked name: {rest[max(0, word.start() - 30) : word.end() + 20]!r}"
    for kind, shape in SHAPES.items():
        yield from (f"unmarked {kind}: {hit.group()!r}" for hit in re.finditer(shape, rest))
    for pseudonym in {entity["pseudonym"] for entity in case.entities.values()}:
        if re.search(r" [A-Z\d]$", pseudonym) or (case.raw["review_type"] == "DHR" and pseudonym.isalpha()):
            yield from (f"unmarked pseudonym: {pseudonym}" for _ in re.finditer(rf"\b{re.escape(pseudonym)}\b", rest))


def capitals(text: str, spans: list[Span]) -> list[str]:
    """Unmarked capitalised words that do not open a sentence."""
    words = []
    for word in re.finditer(r"(?<![\w@])[^\W\d_a-zà-ÿ][^\W\d_]+", text):
        before = text[: word.start()].rstrip(' "“(\u00a0')
        covered = any(span["start"] <= word.start() < span["end"] for span in spans)
        if not covered and before and before[-1] not in ".?!:|\n":
            words.append(word.group())
    return words


def passage(path: Path, case: Case) -> tuple[dict[str, Any], list[str]]:
    """One passage as a row of `gold.jsonl`, and what is wrong with it."""
    text, spans = parse(path.read_text(encoding="utf-8"))
    problems = ["broken markup"] if "[[" in text or "]]" in text else []
    for span in spans:
        if text[span["start"] : span["end"]] != span["text"] or span["text"] != span["text"].strip():
            problems.append(f"bad span {span}")
        _FINISHERS[span["action"]](span, case, problems)
    problems += unmarked(text, spans, case)
    words = len(text.split())
    if words not in _WORDS:
        problems.append(f"{words} words")
    number, kind = path.stem.split("-", 1)
    head = {"case": case.raw["id"], "passage": number, "kind": kind, "review_type": case.raw["review_type"]}
    return {**head, "words": words, "text": text, "spans": spans}, problems


def compiled(folder: Path) -> tuple[list[dict[str, Any]], list[str]]:
    """The rows of one case, and what is wrong with it."""
    case, rows, problems = Case.load(folder), [], []
    for path in sorted((folder / "passages").glob("*.txt")):
        row, found = passage(path, case)
        rows.append(row)
        problems += [f"{folder.name}/{path.stem}: {problem}" for problem in found]
    spans = [span for row in rows for span in row["spans"]]
    strangers = set().union(*(names_in(s["text"]) for s in spans if s["label_or_ref"] == "PERSON"))
    for row in rows:
        loose = set(map(fold, capitals(row["text"], row["spans"]))) & strangers
        if loose:
            problems.append(f"{folder.name}/{row['passage']}: a flagged person's name stands unmarked: {loose}")
    return rows, problems


def _counts(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    counts: Counter[str] = Counter()
    for row in rows:
        for span in row["spans"]:
            counts[f"{span['action']} {span.get('variant', span['label_or_ref'])}"] += 1
            counts[span["action"]] += 1
    yield from (f"{key:28}{number}" for key, number in sorted(counts.items()))


def main() -> int:
    """Compile every case of the folders."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--audit", action="store_true")
    args = parser.parse_args()
    wrong = 0
    for folder in args.folders:
        found = [compiled(case.parent) for case in sorted(folder.glob("*/case.yaml"))]
        rows = [row for held, _ in found for row in held]
        problems = [problem for _, held in found for problem in held]
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (folder / "gold.jsonl").write_text(lines, encoding="utf-8")
        report = list(_counts(rows))
        if args.audit:
            loose = Counter(word for row in rows for word in capitals(row["text"], row["spans"]))
            report.append(", ".join(f"{word}×{n}" if n > 1 else word for word, n in sorted(loose.items())))
        total = f"{len(found)} cases, {len(rows)} passages, {sum(row['words'] for row in rows)} words"
        sys.stdout.write("\n".join([str(folder), *report, f"{total}, {len(problems)} problems", *problems, ""]))
        wrong += len(problems)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
