"""What every rule sees in a document becomes findings: none within another, what stops publication first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewdocs.language.spans import Place, Placed, covered
from reviewdocs.model.decisions import PlaceKey
from reviewdocs.model.findings import Finding, Related, Severity
from reviewdocs.model.mentions import Category
from reviewdocs.names.entities import designations
from reviewdocs.risk import place, rules
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.identity import Surroundings, alike_of, ids_of
from reviewdocs.risk.one_thing import Seen, groups_of
from reviewdocs.risk.rule import Elsewhere, Hit, Rule

RuleHit = tuple[Rule, Hit]

_RANKS = {rule.name: number for number, rule in enumerate(rules.REGISTERED)}


def findings_of(examined: Examined) -> list[Finding]:
    """Every rule's findings, one for each place: what blocks first, then what names somebody, then by confidence.

    The places of one thing stand together, as sure as the surest of them; a few hundredths make no difference.
    """
    order = {paragraph.key: number for number, paragraph in enumerate(examined.paragraphs)}
    seen = [(rule, hit) for rule in rules.REGISTERED for hit in rule.find(examined)]
    kept = list(_without_overlaps(seen))
    kept.sort(key=lambda s: (order[s[1].paragraph] if s[1].paragraph else -1, s[1].start, s[1].end))
    findings = list(_as_findings(examined, kept))
    surest: dict[tuple[Severity, str], tuple[bool, float, int]] = {}
    for finding in findings:
        thing, own = (
            (finding.severity, finding.group),
            (not finding.names, -round(finding.confidence, 1), _RANKS[finding.rule]),
        )
        surest[thing] = min(surest.get(thing, own), own)
    first = {finding.group: number for number, finding in reversed(list(enumerate(findings)))}
    findings.sort(key=lambda f: (f.severity.rank, *surest[f.severity, f.group], first[f.group]))
    return findings


def _without_overlaps(seen: Sequence[RuleHit]) -> Iterator[RuleHit]:
    """Of several findings at one place, the most serious; of equally serious ones, a name of the map, then the longest.

    What blocks is left out only where another finding holds all of it; the rest also where others hold half of it.
    """
    # A detector takes the surname in "Kleefstra syndrome" for a person: what the whole says goes first.
    ordered = sorted(
        seen,
        key=lambda s: (
            s[0].severity.rank,
            s[0].name != "map-survivor",
            s[1].start - s[1].end,
            s[0].category is not Category.RARE_FACT,
            _RANKS[s[0].name],
        ),
    )
    taken: dict[object, Placed[Place]] = {}
    for rule, hit in ordered:
        if hit.paragraph is None:
            yield rule, hit
            continue
        held_here = taken.setdefault(hit.paragraph, Placed())
        others = list(held_here.about(hit.start, hit.end))
        held = covered(hit.start, hit.end, others)
        inside = any(other.start <= hit.start and hit.end <= other.end for other in others)
        if inside or (rule.severity is not Severity.BLOCK and 2 * held >= hit.end - hit.start):
            continue
        held_here.add(Place(hit.start, hit.end))
        yield rule, hit


def _as_findings(examined: Examined, seen: Sequence[RuleHit]) -> Iterator[Finding]:
    around = Surroundings(examined.paragraphs)
    places = [(alike_of(rule.name, hit.known_by or hit.text), _place_key(examined, hit, around)) for rule, hit in seen]
    ids = ids_of(places)
    nobody = {place.folded(designation) for designation in designations(examined.pmap)} if examined.pmap else set()
    told = [
        Seen(hit.text, hit.category or rule.category, hit.refs, rule.names or rule.category is Category.PERSON, id_)
        for (rule, hit), id_ in zip(seen, ids, strict=True)
    ]
    for (rule, hit), (alike, key), one, group in zip(seen, places, told, groups_of(told), strict=True):
        paragraph = examined.paragraph(hit.paragraph) if hit.paragraph else None
        yield Finding(
            id=one.alone,
            group=group,
            alike=alike,
            place=key,
            rule=rule.name,
            category=one.category,
            severity=rule.severity,
            text=place.shortened(hit.text),
            context=place.sentence(paragraph.text, hit.start, hit.end) if paragraph else "",
            location=place.location(paragraph, hit.start, hit.end) if paragraph else None,
            message=f"{rule.message} {hit.detail}".rstrip(),
            suggestion=rule.remedy,
            confidence=hit.confidence,
            detected_by=hit.detected_by,
            related=tuple(_related(examined, spot) for spot in hit.related),
            names=one.names and (bool(hit.refs) or place.folded(hit.text) not in nobody),
        )


def _related(examined: Examined, spot: Elsewhere) -> Related:
    paragraph = examined.paragraph(spot.paragraph)
    return Related(
        file=examined.file,
        location=place.location(paragraph, spot.start, spot.end),
        text=place.shortened(spot.text),
        context=place.sentence(paragraph.text, spot.start, spot.end),
    )


def _place_key(examined: Examined, hit: Hit, around: Surroundings) -> PlaceKey:
    return around.key(examined.paragraph(hit.paragraph), hit.start, hit.end) if hit.paragraph else PlaceKey()
