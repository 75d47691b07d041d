"""Places and organisations: the forms in which a text names them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from reviewdocs.language.lists import listed
from reviewdocs.language.namesakes import is_ordinary
from reviewdocs.names.folding import folded

_ABBREVIATIONS = {
    "street": ("st", "str"),
    "road": ("rd",),
    "avenue": ("ave", "av"),
    "lane": ("ln", "la"),
    "terrace": ("tce", "terr", "ter"),
    "close": ("cl",),
    "crescent": ("cres", "cresc"),
    "drive": ("dr",),
    "court": ("ct",),
    "place": ("pl",),
    "gardens": ("gdns",),
    "grove": ("gr",),
    "square": ("sq",),
    "saint": ("st",),
    "st": ("saint",),
    "hospital": ("hosp",),
    "school": ("sch",),
    "limited": ("ltd",),
    "ltd": ("limited",),
    "company": ("co",),
    "and": ("&",),
    "&": ("and",),
    "centre": ("center", "ctr"),
    "homecare": ("home care",),
    "healthcare": ("health care",),
    "association": ("assoc", "assn"),
    "department": ("dept",),
    "point": ("pt",),
    "mount": ("mt",),
    "heights": ("hts",),
    "buildings": ("bldgs",),
    "cottages": ("cotts",),
    "parade": ("pde",),
    "walk": ("wk",),
    "park": ("pk",),
    "estate": ("est",),
    "boulevard": ("blvd",),
    "house": ("hse",),
    "junction": ("jct",),
    "station": ("stn",),
    "infirmary": ("inf",),
    "medical": ("med",),
    "surgery": ("surg",),
    "nursery": ("nurs", "nsy"),
    "primary": ("prim",),
    "general": ("gen",),
    "district": ("dist",),
    "university": ("uni", "univ"),
}
STREETS = listed(
    "street road avenue lane terrace close crescent drive court place gardens grove square way "
    "row walk hill rise mews parade view "
    "fold gate green park yard wharf quay st rd ave tce cres"
)
_ROADS = listed("street road avenue lane terrace close crescent drive way row")
_GENERIC = listed(
    """
    school high primary secondary academy infant junior nursery preschool college university sixth form grammar
    comprehensive hospital general royal infirmary clinic surgery practice medical health healthcare centre
    center hospice ward unit children's childrens family community lodge house home homecare care residential
    nursing court hall manor retreat housing association homes trust foundation nhs mental partnership
    partnerships group services service solutions support ltd limited plc llp cic company co and & sons church
    chapel mosque masjid jamia temple gurdwara synagogue mandir cathedral parish bakery salads foods dairy farm
    farms stores store shop cafe restaurant pub inn hotel garage works factory council borough county city
    district town village estate domiciliary agency recruitment project refuge hostel shelter club society
    pre-school preschool playgroup kindergarten childcare
    logistics haulage transport engineering construction builders electrical plumbing motors taxis travel cleaning
    security catering energy systems industries manufacturing packaging textiles bottling brewery dairy print printing
    media solicitors lettings property properties salon barbers dental dentists veterinary vets butchers newsagents
    pharmacy opticians launderette laundry supermarket takeaway foundry mill mills
    fostering adoption seafoods fisheries meats poultry nurseries plastics steelworks quarries carpets furniture
    roofing scaffolding joinery recycling couriers coaches buses ferries
    ysbyty ysgol meddygfa eglwys cartref canolfan coleg cyngor gofal neuadd heddlu ymddiriedolaeth gwasanaeth
    meithrinfa fferyllfa
    """
)
"""Words that say what kind of thing a name names; what is left of a name without them tells it apart."""


_SIDES = listed("upper lower nether over great little high low north south east west old new middle long")
"""What stands before a village's name and is left out by those who live there."""
_WELSH = re.compile(
    r"(?:aber|blaen|bryn|bod|caer|capel|carreg|castell|coed|craig|cwm|cefn|dinas|dinb|dol|glan|glyn|gorse|graig|gwaun|llan"
    r"|llyn|maen|maes|meddygfa|melin|merthyr|moel|mynydd|parc|pant|pen|plas|pont|porth|pwll|rhiw|rhos|rhyd|tal|tre|tre[fv]"
    r"|trwyn|ty[ -]|tyddyn|tyn)"
)
"""How names of places begin that Welsh grammar changes."""
_MUTATIONS = (
    ("ll", ("l",)),
    ("rh", ("r",)),
    ("p", ("b", "mh", "ph")),
    ("t", ("d", "nh", "th")),
    ("c", ("g", "ngh", "ch")),
    ("b", ("f", "m")),
    ("d", ("dd", "n")),
    ("g", ("", "ng")),
    ("m", ("f",)),
)
"""What a first consonant becomes in Welsh: soft, nasal, aspirate."""
_LEAST_MUTATED = 6
_PUBLIC = listed(
    """
    national regional local early adult adults young older people social mental public crown probation youth drug drugs
    alcohol citizens help advice action victim victims witness domestic sexual violence abuse women women's men's
    refugee british english welsh scottish irish northern age independent united international
    """
)
"""Words of what bodies are for: two of them together name no one body of them all."""
_SMALL = listed("and of the for in at on with ltd limited plc llp cic")


def spelt(name: str) -> Iterator[str]:
    """A folded name with its regular abbreviations, with and without apostrophes, full stops and hyphens."""
    variants = [""]
    for word in name.split():
        bare = word.strip(".,")
        spellings = {word, bare, bare.replace("'", ""), *_ABBREVIATIONS.get(bare, ())}
        spellings |= {f"{short}." for short in _ABBREVIATIONS.get(bare, ()) if short.isalpha() and " " not in short}
        if bare == "st":
            spellings.add("st.")
        variants = [f"{before} {spelling}".strip() for before in variants for spelling in sorted(spellings)]
    for variant in variants:
        yield variant
        if "-" in variant:
            yield variant.replace("-", " ")


def _distinctive(words: list[str]) -> bool:
    return any(word.strip(".") not in _GENERIC | STREETS | {"st", "the", "of", "saint"} for word in words)


def _tells_apart(words: list[str]) -> bool:
    """Whether two words with which a longer name begins say which by themselves."""
    known = _GENERIC | STREETS | _SMALL | _SIDES | _PUBLIC
    return all(len(word) > 2 and word not in known for word in words) and not all(map(is_ordinary, words))


def without_place(name: str, places: Collection[str]) -> str:
    """A name of three words or more without the place of the map that it begins with, when that still says which.

    Args:
        name: an organisation's name.
        places: folded names of the map's places.
    """
    words = folded(name).split()
    for length in range(len(words) - 2, 0, -1):
        rest = words[length:]
        if " ".join(words[:length]) in places and _distinctive(rest):
            return " ".join(rest)
    return ""


def _mutated(name: str) -> Iterator[str]:
    """What a folded Welsh name of a place becomes after another word: "i Gaerwen", "ym Mhontglas"; none of others."""
    if len(name) < _LEAST_MUTATED or not _WELSH.match(name):
        return
    consonant, changed = next(((first, to) for first, to in _MUTATIONS if name.startswith(first)), ("", ()))
    yield from (to + name[len(consonant) :] for to in changed)


def thing_forms(name: str, *, organisation: bool) -> Iterator[tuple[str, bool]]:
    """(spelling, whole) of a place or organisation.

    Short forms drop words of kind from the end ("St Brannoc's" for a school), or one from the front, or keep the two
    words that tell it apart; for an organisation also initials in the plural or singular of its last word.
    """
    words = folded(name).split()
    if words[:1] == ["the"]:
        words = words[1:]
    for spelling in spelt(" ".join(words)):
        yield spelling, True
    yield from ((squeezed, True) for squeezed in _squeezed(words))
    yield from ((changed, True) for changed in _mutated(" ".join(words)) if not is_ordinary(changed))
    if len(words) == 2 and words[0] in _SIDES and len(words[1]) > 3 and not is_ordinary(words[1]):
        yield words[1], False
    if not organisation:
        if len(words) == 2 and words[1] in STREETS and len(words[0]) > 4 and not is_ordinary(words[0]):
            yield words[0], False
        return
    if words[-1] not in ("ltd", "limited"):
        for ending in ("ltd", "limited"):
            yield from ((spelling, True) for spelling in spelt(" ".join([*words, ending])))
    for head in _heads(words):
        for spelling in (*spelt(" ".join(head)), *(_squeezed(head) if len(head) > 1 else ())):
            yield spelling, False
        last = head[-1][:-1] if head[-1].endswith("s") else f"{head[-1]}s"
        if "'" not in last:
            yield " ".join([*head[:-1], last]), False
    if len(words) > 2 and words[0] in _GENERIC and _distinctive(words[1:]):
        yield from ((spelling, False) for spelling in spelt(" ".join(words[1:])))
    if words[-1] in _GENERIC and len(words) > 1 and not is_ordinary(words[0]):
        yield f"{words[0]} {words[-1]}", False
    yield from _initialisms(words)
    yield from ((short, False) for short in _half_initials(words))


def _half_initials(words: list[str]) -> Iterator[str]:
    """The telling words with the initials of what kind of thing it is: "Fairoak MP" for a medical practice."""
    for head in _heads(words):
        kind = [word for word in words[len(head) :] if word not in _SMALL and word[0].isalpha()]
        if len(kind) > 1:
            yield f"{' '.join(head)} {''.join(word[0] for word in kind)}"


def _squeezed(words: list[str]) -> Iterator[str]:
    """The words run together or joined by a mark, as in file names, links and ids."""
    bare = [word for word in (re.sub(r"[^\w]", "", word) for word in words) if word]
    if len("".join(bare)) > 4:
        yield from (joint.join(bare) for joint in (("", "-", "_", ".") if len(bare) > 1 else ("",)))


def _heads(words: list[str]) -> Iterator[list[str]]:
    """The beginnings of an organisation's name that say which by themselves, longest first."""
    for end in range(len(words) - 1, 0, -1):
        if words[end].strip(".") not in _GENERIC:
            break
        head = words[:end]
        if _distinctive(head) and head[-1] not in _ROADS | {"and", "&", "st", "of"}:
            yield head
    if len(words) > 2 and _tells_apart(words[:2]):
        yield words[:2]


def _initialisms(words: list[str]) -> Iterator[tuple[str, bool]]:
    """ "T&C" and "T&C Trust" for "Tamar and Coast … Trust": initials round the word "and"."""
    if len(words) > 3 and words[1] in ("and", "&"):
        short = f"{words[0][0]}&{words[2][0]}"
        yield short, False
        yield f"{short} {words[-1]}", False
