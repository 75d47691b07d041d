"""Expressions that several kinds of unusual fact share."""

from __future__ import annotations

import re

from reviewdocs.language.numbers import SIMPLE

NUMBER = (
    rf"(?:\d[\d,]{{0,15}}(?:\.\d{{1,9}})?(?:\s?(?:k|m|million|thousand|hundred))?|(?:{SIMPLE}|a|several|many)?[\s-]?"
    rf"(?:hundred|thousand|million|dozen)s?(?:\sand\s(?:{SIMPLE}))?(?:\s(?:thousand|million|of))?|"
    rf"(?:{SIMPLE})(?:[\s-](?:{SIMPLE}))?(?:[\s-](?:hundred|thousand|million))?)"
)
"""A number in figures or words."""

PERSON = (
    r"(?:famil(?:y|ies)|households?|couples?|m[ae]n|wom[ae]n|boys?|girls?|lads?|child(?:ren)?|persons?|people|mothers?|"
    r"fathers?|parents?|bab(?:y|ies)|tenants?|residents?|pupils?|students?|patients?|survivors?|members?|"
    r"drivers?|players?|workers?|owners?|speakers?|sons?|daughters?|brothers?|sisters?|twins?|widows?|widowers?|"
    r"foreigners?|immigrants?|refugees?|muslims?|sikhs?|jews?|hindus?|christians?|followers?|villagers?|"
    r"teenagers?|pensioners?|veterans?|soldiers?|officers?|graduates?|apprentices?|captains?|choirboys?|"
    r"m[ae]yors?|chairm[ae]n|chairwom[ae]n|councillors?|students?|one of (?:its|his|her|their) kind)"
)
"""Somebody, or a household."""

PLACE = (
    r"(?:count(?:y|ry)|shire|town|village|hamlet|cit(?:y|ies)|street|road|lane|estate|site|borough|"
    r"district|island|isle|"
    r"valley|parish|region|world|globe|u\.?k\.?|united kingdom|britain|british isles|england|scotland|wales|ireland|"
    r"northern ireland|europe|neighbourhood|coast|peninsula|harbour|moors?|dales?|fens?|riding|north|south|east|"
    r"west|midlands|land|nation|area|school|college|year(?: group)?|class|regiment|fleet|league|club|"
    r"choir|band|troop|crew|squad|"
    r"(?:branch|railway|bus|tram|ferry|train) (?:lines?|routes?|company|services?|network))"
)
SCOPE = (
    rf"(?:(?:in|on|at|from|within|across|throughout|of)\s(?:(?:the|this|that|our|their|his|her|any|all|its|"
    rf"[A-Z]\w+(?:'s|’s)?)\s)?(?:(?!(?:was|were|is|are|had|has|at|in|and|but|who|to)\b)[\w'’-]+\s){{0,3}}?{PLACE}\b"
    rf"|for\s(?:{NUMBER}|many|several|some)?\s?(?:streets?|miles|kilometres)\b(?:\sin any direction|\saround)?"
    rf"|(?:in|within)\s(?:{NUMBER}|many)\s(?:streets|miles|counties|villages|years|generations)\b"
    rf"|in (?:living memory|(?:its|the|our|his|her|their) (?:history|generation|field|trade)))"
)
"""A place or group within which somebody can stand out alone."""


def clause_end(text: str, start: int, longest: int) -> int:
    """Where the clause that runs at `start` ends, at most `longest` code points on."""
    stop = re.search(r"[.;:!?\n)\"”]|,\s(?:and|but|which|who)\b", text[start : start + longest])
    if stop:
        return start + stop.start()
    cut = text[start : start + longest]
    return start + (len(cut) if len(text) <= start + longest else max(cut.rfind(" "), 1))
