"""Turn the marked-up passages of the held-out set into gold.jsonl, and check them on the way.

python compile.py            write gold.jsonl; exit 1 if anything is wrong
python compile.py --audit    also list unmarked capitalised words for a human eye
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
MARKUP = re.compile(r"\[\[(replace|flag|keep):([\w+]+)\|(.+?)\]\]", re.S)
FLAGS = frozenset(
    [
        "PERSON",
        "PLACE",
        "ADDRESS",
        "ORG",
        "DATE",
        "DOB",
        "AGE",
        "TIME",
        "CONTACT",
        "CODE",
        "VEHICLE",
        "MEDIA",
        "OPERATION",
        "COURT",
        "ONLINE",
        "RARE_FACT",
    ]
)
KEEPS = frozenset(["permitted", "panel_title", "ordinary_word", "citation", "legislation", "agency", "pseudonym"])
TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "master",
        "dr",
        "rev",
        "pastor",
        "sister",
        "nurse",
        "nanny",
        "nana",
        "grandma",
        "auntie",
        "aunt",
        "uncle",
        "baby",
        "pc",
        "dc",
        "ds",
        "di",
        "dci",
        "pcso",
        "hv",
        "prof",
        "professor",
        "matron",
        "ato",
        "dn",
    ]
)
DULL = TITLES | frozenset(
    [
        "the",
        "and",
        "of",
        "a",
        "district",
        "hospital",
        "infirmary",
        "medical",
        "practice",
        "school",
        "junior",
        "pre",
        "care",
        "steps",
        "row",
        "close",
        "bottom",
        "point",
        "motor",
        "auctions",
        "bank",
        "children",
        "centre",
        "lane",
        "court",
        "ltd",
        "st",
        "homecare",
    ]
)
PEOPLE_KEYS = ("role", "pseudonym", "forename", "middle", "surname", "known_as", "former_names", "title", "pronouns")
SHAPES = {
    "date": r"\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b",
    "day and month": r"\b\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)",
    "time": r"\b\d{1,2}[:.]\d{2} ?(?:am|pm|hrs)?\b|\b\d{1,2} ?[ap]\.?m\b|\b[012]\d{3} ?hrs\b",
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
        base = unicodedata.normalize("NFD", char)[0].lower()
        out.append({"ł": "l", "ı": "i", "’": "'", "\n": " ", "\u00a0": " "}.get(base, base if len(base) == 1 else char))
    return "".join(out)


def names_in(*texts: str, without: frozenset[str] = TITLES) -> set[str]:
    """The words of these names that could point at somebody."""
    words = (word for text in texts for word in re.findall(r"[^\W\d_]+", fold(text)))
    return {word for word in words if len(word) > 1 and word not in without}


def nhs_valid(digits: str) -> bool:
    """Whether a ten-digit NHS number has the right check digit."""
    check = -sum(int(digit) * (10 - place) for place, digit in enumerate(digits[:9])) % 11
    return digits.startswith("999") and check == int(digits[9])


def upn_valid(code: str) -> bool:
    """Whether a pupil number has the right check letter."""
    total = sum(int(digit) * place for place, digit in enumerate(code[1:], start=2))
    return "ABCDEFGHJKLMNPQRTUVWXYZ"[total % 23] == code[0]


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
        for person in raw["people"]:
            missing = [key for key in PEOPLE_KEYS if key not in person]
            if missing:
                raise SystemExit(f"{folder.name}: {person['id']} lacks {missing}")
            case.add(
                person,
                person["forename"],
                person["middle"],
                person["surname"],
                *person["known_as"],
                *person["former_names"],
            )
        for thing in raw["places"] + raw["organisations"]:
            case.add(thing, thing["name"], without=DULL)
        for group in raw["groups"]:
            case.add(group, group["surname"])
        for other in raw["permitted"]:
            case.permitted |= names_in(other["name"])
        for member in raw["panel"]:
            case.panel |= names_in(member["name"])
            case.panel_titles |= {
                f"{member['job_title']}, {member['employer']}",
                member["job_title"],
                member["employer"],
            }
        return case

    def add(self, entity: dict[str, Any], *texts: str, without: frozenset[str] = TITLES) -> None:
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
        return (
            "initials"
            if letters and all(len(part) <= 2 and part.isupper() for part in letters)
            else "misspelt_or_other"
        )
    first, last = names_in(entity["forename"]), names_in(entity["surname"])
    if words & (names_in(*entity["former_names"]) - first - last):
        return "former_name"
    if words & (names_in(*entity["known_as"]) - first - last):
        return "known_as"
    if words & first:
        return "full_name" if words & last else "forename"
    return "surname_or_title" if words & last else "middle_or_other"


def finish_replace(span: dict[str, Any], case: Case, problems: list[str]) -> None:
    """Add the facts of a known mention."""
    ids = span["label_or_ref"].split("+")
    unknown = [ref for ref in ids if ref not in case.entities]
    if unknown:
        problems.append(f"unknown id {unknown}")
        return
    if re.search(r"['’]s?$", span["text"]) or re.match(r"(?:his|her|their|my) ", span["text"], re.I):
        problems.append(f"descriptor or possessive inside {span['text']!r}")
    chosen = [case.entities[ref] for ref in ids]
    span["refs"] = [member for entity in chosen for member in entity.get("members", [entity["id"]])]
    span["pseudonym"] = " and ".join(entity["pseudonym"] for entity in chosen)
    if len(chosen) > 1 or "members" in chosen[0]:
        span["entity"], variant = "group", "group"
    elif "forename" in chosen[0]:
        span["entity"], variant = "person", variant_of(span["text"], chosen[0], case.names[ids[0]])
        title = re.match(rf"(?:(?:{'|'.join(TITLES)})\b\.?\s+)+(?=\S)", fold(span["text"]))
        if title:
            span["core_start"] = span["start"] + title.end()
    else:
        exact = fold(span["text"]) == fold(chosen[0]["name"])
        span["entity"], variant = "place_or_org", "place_org" if exact else "place_org_variant"
    if re.search(r"[\n\u00a0]", span["text"]):
        span["split"] = True
    span["variant"] = variant


def finish_flag(span: dict[str, Any], case: Case, problems: list[str]) -> None:
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


def finish_keep(span: dict[str, Any], case: Case, problems: list[str]) -> None:
    """Check a thing that must survive."""
    label = span["label_or_ref"]
    if label not in KEEPS:
        problems.append(f"unknown reason {label}")
    if label == "permitted" and not names_in(span["text"]) <= case.permitted:
        problems.append(f"not a permitted name: {span['text']!r}")
    if label == "panel_title" and span["text"] not in case.panel_titles:
        problems.append(f"not a panel title: {span['text']!r}")


def parse(raw: str) -> tuple[str, list[dict[str, Any]]]:
    """Split marked-up text into plain text and spans with offsets."""
    text, spans, at = "", [], 0
    for mark in MARKUP.finditer(raw):
        text += raw[at : mark.start()]
        action, ref, surface = mark.groups()
        span = {"start": len(text), "end": len(text) + len(surface), "text": surface}
        spans.append({**span, "action": action, "label_or_ref": ref})
        text += surface
        at = mark.end()
    return text + raw[at:], spans


def unmarked(text: str, spans: list[dict[str, Any]], case: Case) -> list[str]:
    """Names and identifier shapes that stand outside every span."""
    blank = list(text)
    for span in spans:
        blank[span["start"] : span["end"]] = "\0" * (span["end"] - span["start"])
    rest, watched = "".join(blank), case.watched
    found = [
        f"unmarked name: {rest[max(0, word.start() - 30) : word.end() + 20]!r}"
        for word in re.finditer(r"[^\W\d_]+", fold(rest))
        if word.group() in watched
    ]
    found += [f"unmarked {kind}: {hit.group()!r}" for kind, shape in SHAPES.items() for hit in re.finditer(shape, rest)]
    for pseudonym in {entity["pseudonym"] for entity in case.entities.values()}:
        if re.search(r" [A-Z\d]$", pseudonym) or (case.raw["review_type"] == "DHR" and pseudonym.isalpha()):
            found += [f"unmarked pseudonym: {pseudonym}" for _ in re.finditer(rf"\b{re.escape(pseudonym)}\b", rest)]
    return found


def capitals(text: str, spans: list[dict[str, Any]]) -> list[str]:
    """Unmarked capitalised words that do not open a sentence."""
    words = []
    for word in re.finditer(r"(?<![\w@])[^\W\d_a-zà-ÿ][^\W\d_]+", text):
        before = text[: word.start()].rstrip(' "“(\u00a0')
        covered = any(span["start"] <= word.start() < span["end"] for span in spans)
        if not covered and before and before[-1] not in ".?!:|\n":
            words.append(word.group())
    return words


def main() -> int:
    """Compile every case."""
    rows: list[dict[str, Any]] = []
    report: list[str] = []
    problems: list[str] = []
    counts: Counter[str] = Counter()
    loose: Counter[str] = Counter()
    finishers = {"replace": finish_replace, "flag": finish_flag, "keep": finish_keep}
    for folder in sorted(HERE.glob("case-?")):
        case = Case.load(folder)
        used: set[str] = set()
        strangers: set[str] = set()
        for path in sorted((folder / "passages").glob("*.txt")):
            text, spans = parse(path.read_text(encoding="utf-8"))
            here: list[str] = ["broken markup"] if "[[" in text or "]]" in text else []
            for span in spans:
                if text[span["start"] : span["end"]] != span["text"] or span["text"] != span["text"].strip():
                    here.append(f"bad span {span}")
                finishers[span["action"]](span, case, here)
                used |= set(span["label_or_ref"].split("+"))
                counts[f"{span['action']} {span.get('variant', span['label_or_ref'])}"] += 1
                counts[span["action"]] += 1
                if span["action"] == "flag" and span["label_or_ref"] == "PERSON":
                    strangers |= names_in(span["text"])
            here += unmarked(text, spans, case)
            words = len(text.split())
            if not 150 <= words <= 250:
                here.append(f"{words} words")
            problems += [f"{folder.name}/{path.stem}: {problem}" for problem in here]
            loose.update(capitals(text, spans))
            number, kind = path.stem.split("-", 1)
            head = {"case": folder.name, "passage": number, "kind": kind, "review_type": case.raw["review_type"]}
            rows.append({**head, "words": words, "text": text, "spans": spans})
        problems += [f"{folder.name}: {ref} is never mentioned" for ref in case.entities if ref not in used]
        for row in rows:
            if row["case"] == folder.name and set(map(fold, capitals(row["text"], row["spans"]))) & strangers:
                problems.append(f"{folder.name}/{row['passage']}: a flagged person's name stands unmarked")
    target = HERE / "gold.jsonl"
    target.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    for line in target.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        problems += [
            f"offset lost: {span}" for span in row["spans"] if row["text"][span["start"] : span["end"]] != span["text"]
        ]
    if "--audit" in sys.argv:
        report.append(", ".join(f"{word}×{n}" if n > 1 else word for word, n in sorted(loose.items())))
    report += [f"{key:28}{n}" for key, n in sorted(counts.items())]
    report.append(f"{len(rows)} passages, {sum(row['words'] for row in rows)} words, {len(problems)} problems")
    sys.stdout.write("\n".join(report + problems) + "\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
