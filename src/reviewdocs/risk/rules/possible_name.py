"""Words of a draft that may be names of the map and more likely are not, each told once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reviewdocs.model.findings import Severity
from reviewdocs.model.mentions import Category, Mention
from reviewdocs.names.folding import fold_text
from reviewdocs.risk.examined import Examined
from reviewdocs.risk.rule import Elsewhere, Example, Hit, Rule, of_mention, of_standing

HITS = (Example("Marigold Quillfeather is thirty. Hope springs eternal, said the vicar."),)
MISSES = (Example("They hope that it will help."), Example("Wren said that Hope had gone."))


def _find(examined: Examined) -> Iterator[Hit]:
    words: dict[str, list[Hit]] = {}
    for each in examined.doubt.doubtful:
        hit = of_mention(each) if isinstance(each, Mention) else of_standing(each)
        words.setdefault(fold_text(hit.text), []).append(hit)
    for first, *others in words.values():
        count = f" {len(others) + 1} places, of which this is the first." if others else ""
        places = tuple(Elsewhere(o.text, o.paragraph, o.start, o.end) for o in others if o.paragraph)
        yield replace(first, detail=f"{first.detail}{count}".strip(), related=places)


RULE = Rule(
    name="possible-name",
    severity=Severity.NOTE,
    category=Category.PERSON,
    message="A word of the pseudonym map stands in this draft, and is rather a word than the name.",
    remedy="Anonymise the draft: what then stands of such words is told when the copy is checked.",
    find=_find,
)
