"""A fictional map, and what becomes of a text under it."""

from __future__ import annotations

from reviewdocs.model.mentions import Mention
from reviewdocs.model.pseudonyms import PseudonymMap
from reviewdocs.model.text import Paragraph
from reviewdocs.pseudonymise import Resolver, edits_of
from reviewdocs.pseudonymise.render.edits import edited
from reviewdocs.records.load import validated

MAP = validated(
    PseudonymMap,
    {
        "id": "X",
        "review_type": "LCSPR",
        "people": [
            {
                "id": "CHILD",
                "role": "subject child",
                "pseudonym": "Child K",
                "forename": "Hope",
                "middle": "Ingrid",
                "surname": "Lindqvist",
                "known_as": ["Hopie"],
                "pronouns": "she/her",
                "identifiers": {"nhs": "999 000 0018"},
                "addresses": ["8 Pearl Street, Marwick"],
            },
            {
                "id": "MOTHER",
                "role": "mother",
                "pseudonym": "Mother",
                "forename": "Summer",
                "surname": "Drew",
                "title": "Ms",
                "pronouns": "she/her",
                "former_names": ["Summer Lindqvist"],
            },
            {
                "id": "FATHER",
                "role": "father",
                "pseudonym": "Father",
                "forename": "Björn",
                "surname": "Lindqvist",
                "title": "Mr",
                "pronouns": "he/him",
            },
            {
                "id": "GRAN",
                "role": "maternal grandmother",
                "pseudonym": "MGM",
                "forename": "Pearl",
                "surname": "Drew",
                "known_as": ["Nanny Pearl"],
                "title": "Mrs",
                "pronouns": "she/her",
            },
            {
                "id": "BROTHER",
                "role": "half-brother",
                "pseudonym": "Sibling 1",
                "forename": "Nathaniel",
                "surname": "Drew",
                "known_as": ["Nate"],
                "pronouns": "he/him",
            },
            {
                "id": "SW",
                "role": "social worker",
                "pseudonym": "Social Worker 2",
                "forename": "Bill",
                "surname": "Archer",
                "title": "Mr",
                "pronouns": "he/him",
            },
            {
                "id": "POLICE",
                "role": "police officer",
                "pseudonym": "Police Officer 3",
                "forename": "Will",
                "surname": "Field",
                "title": "PC",
                "pronouns": "he/him",
            },
            {
                "id": "GP",
                "role": "general practitioner",
                "pseudonym": "GP 1",
                "forename": "Zoë",
                "surname": "Müller-Hart",
                "title": "Dr",
                "pronouns": "she/her",
            },
            {
                "id": "NURSE",
                "role": "community nurse",
                "pseudonym": "Nurse 1",
                "forename": "Nathaniel",
                "surname": "Asante",
                "title": "Mr",
                "pronouns": "he/him",
            },
        ],
        "groups": [
            {
                "id": "DREWS",
                "surname": "Drew",
                "members": ["MOTHER", "GRAN", "BROTHER"],
                "pseudonym": "the maternal family",
            },
            {"id": "LINDQVISTS", "surname": "Lindqvist", "members": ["CHILD", "FATHER"], "pseudonym": "the family"},
        ],
        "places": [{"id": "TOWN", "name": "Marwick", "kind": "town", "pseudonym": "the Town"}],
        "organisations": [
            {"id": "SCHOOL", "name": "St Cuthbert's Primary School", "pseudonym": "School 1"},
            {"id": "HOSPITAL", "name": "Wending Royal Infirmary", "pseudonym": "Hospital 1"},
        ],
        "permitted": [{"name": "Ruth Archer", "role": "Independent Chair"}],
        "panel": [
            {"job_title": "Head of Quality", "employer": "Marwick City Council", "name": "Imogen Thackray"},
            {"job_title": "Named Midwife", "employer": "Wending Royal Infirmary", "name": "Daisy Oyelowo"},
        ],
    },
)


def mentions_in(resolver: Resolver, paragraph: Paragraph) -> list[Mention]:
    """The mentions of a paragraph that is the whole document."""
    return resolver.resolve([paragraph])


def published(resolver: Resolver, draft: str | Paragraph) -> str:
    """A text as it may be published; checks that a second run finds nothing more."""
    paragraph = Paragraph("text", 0, draft) if isinstance(draft, str) else draft
    once = edited(paragraph, edits_of(mentions_in(resolver, paragraph)).get(paragraph.key, ()))
    assert edits_of(mentions_in(resolver, once)) == {}
    return once.text


def rewritten(resolver: Resolver, text: str) -> tuple[str, list[Mention]]:
    """The text with every edit made, and the mentions."""
    paragraph = Paragraph("text", 0, text)
    mentions = resolver.resolve([paragraph])
    return edited(paragraph, edits_of(mentions).get(paragraph.key, ())).text, mentions
