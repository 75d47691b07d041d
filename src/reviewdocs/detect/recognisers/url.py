"""Links, with or without scheme; the sites of government, the law and national bodies are known."""

from __future__ import annotations

from reviewdocs.detect.recognise import Match, Pattern, Recogniser
from reviewdocs.model.mentions import Category

HITS = (
    "see «https://news.example/story-of-a-boy»",
    "page «facebook.com/justice.for.a.child»",
    "petition, «change.example/p/a-bed»,",
    "at «www.localpaper.example».",
)
MISSES = (
    "see https://www.gov.uk/government/publications/working-together",
    "www.nice.org.uk/guidance/ng76",
    "i.e. the child",
    "a.person@council.example",
    "and/or no.one else",
    "report.docx",
)

_PUBLIC = (
    "gov.uk",
    "openxmlformats.org",
    "microsoft.com",
    "w3.org",
    "purl.org",
    "dublincore.org",
    "gov.wales",
    "gov.scot",
    "nhs.uk",
    "nice.org.uk",
    "legislation.gov.uk",
    "nspcc.org.uk",
    "scie.org.uk",
    "ico.org.uk",
    "cqc.org.uk",
    "parliament.uk",
    "judiciary.uk",
    "bailii.org",
    "rcpch.ac.uk",
    "lullabytrust.org.uk",
    "samaritans.org",
    "ons.gov.uk",
    "doi.org",
    "researchinpractice.org.uk",
    "local.gov.uk",
    "college.police.uk",
    "iopc.gov.uk",
    "childline.org.uk",
    "womensaid.org.uk",
    "refuge.org.uk",
    "aafda.org.uk",
    "mind.org.uk",
)


def _private(match: Match) -> bool:
    address = match[0].lower().removeprefix("https://").removeprefix("http://").removeprefix("www.")
    host = address.split("/")[0].split(":")[0]
    return not any(
        host == site
        or (
            host.endswith("." + site)
            and site
            not in ("gov.uk", "openxmlformats.org", "microsoft.com", "w3.org", "purl.org", "dublincore.org", "nhs.uk")
        )
        for site in _PUBLIC
    ) or (host.endswith(".sch.uk"))


_TLD = (
    r"(?:com|ly|be|to|gg|fm|link|video|org|net|info|co|uk|scot|wales|cymru|london|eu|ie|tv|me|io|app|blog|news|social|online|"
    r"site|page|gov|edu|example|test|internal|local|pl|ro|fr|de|in|pk)"
)

RECOGNISER = Recogniser(
    "Link",
    Category.ONLINE,
    (
        Pattern(
            r"\b(?:https?://|ftp://|www\.)[^\s<>\"\0]+[^\s<>\"\0.,;:!?)\]']", score=0.95, accept=_private, any_case=True
        ),
        Pattern(
            rf"(?<![\w@.-])(?:[a-z0-9][a-z0-9-]*\.)+{_TLD}(?:/[^\s<>\"\0]*[^\s<>\"\0.,;:!?)\]'])?(?![\w@-])",
            score=0.8,
            accept=_private,
            any_case=True,
        ),
    ),
)
