"""Invented places, organisations, dates and numbers."""

from __future__ import annotations

import random
import string

from training.generator import people, words

_NUMBER_WORDS = words.SMALL
_ORDINALS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def settlement(rng: random.Random) -> str:
    """A village or small town that no map shows."""
    name = rng.choice(words.PLACE_HEADS) + rng.choice(words.PLACE_TAILS)
    chance = rng.random()
    if chance < 0.15:
        return f"{name} {rng.choice(words.PLACE_SECOND)}"
    if chance < 0.2:
        return (
            f"{rng.choice(('Great', 'Little', 'High', 'Low', 'Upper', 'Lower', 'East', 'West', 'Old', 'New'))} {name}"
        )
    if chance < 0.25:
        return "-".join(
            (
                name,
                rng.choice(("on", "in", "under", "next")),
                rng.choice(("Sea", "Marsh", "Tarn", "the-Hill", "Wye", "Swale")),
            )
        )
    return name


def place_word(rng: random.Random) -> str:
    """What streets, schools and estates are named after."""
    chance = rng.random()
    if chance < 0.35:
        return rng.choice(words.PLACE_HEADS) + rng.choice(words.PLACE_TAILS)
    if chance < 0.55:
        return rng.choice(words.CLINICAL)
    if chance < 0.75:
        return rng.choice(words.SURNAMES["british"])
    if chance < 0.85:
        return rng.choice(words.WORD_SURNAMES)
    return rng.choice(
        (
            "Station",
            "Victoria",
            "Albert",
            "Queens",
            "King",
            "High",
            "Mill",
            "Church",
            "Canal",
            "Priory",
            "Abbey",
            "Castle",
            "Grange",
            "Manor",
            "Windmill",
            "Tannery",
            "Railway",
            "Viaduct",
            "Wellington",
            "Nelson",
            "Coronation",
            "Jubilee",
            "Paddock",
            "Quarry",
            "Chapel",
            "School",
            "Bakehouse",
            "Ropewalk",
        )
    )


def street(rng: random.Random) -> str:
    """A street without its number."""
    kind = rng.choice(words.STREET_TYPES) if rng.random() < 0.85 else rng.choice(words.STREET_ABBREVIATED)
    return f"{place_word(rng)} {kind}"


def postcode(rng: random.Random) -> str:
    """A postcode's shape."""
    letters = "".join(rng.choice("ABCDEGHKLMNPRSTWXY") for _ in range(rng.choice((1, 2, 2))))
    return f"{letters}{rng.randint(1, 29)} {rng.randint(1, 9)}{rng.choice('ABDEFGHJ')}{rng.choice('LNPQRSTUWXYZ')}"


def address(rng: random.Random) -> str:
    """House number and street, with or without flat, town and postcode."""
    text = f"{rng.randint(1, 240)}{rng.choice(('', '', '', 'a', 'b', 'A'))} {street(rng)}"
    if rng.random() < 0.2:
        text = f"Flat {rng.randint(1, 40)}{rng.choice((',', ''))} {text}"
    if rng.random() < 0.4:
        text += f", {settlement(rng)}"
    if rng.random() < 0.3:
        text += f"{rng.choice((', ', ' '))}{postcode(rng)}"
    return text


def outdoors(rng: random.Random) -> str:
    """A park, estate, block, pub or other local spot."""
    name = place_word(rng)
    return rng.choice(
        (
            f"{name} Park",
            f"{name} estate",
            f"the {name} estate",
            f"{name} Recreation Ground",
            f"{name} Woods",
            f"{name} Retail Park",
            f"{name} Court",
            f"{name} House",
            f"{name} Heights",
            f"{name} Towers",
            f"{name} Common",
            f"{name} Marina",
            f"{name} railway station",
            f"{name} bus station",
            f"{name} Bridge",
            f"{name} Lock",
            f"{name} Cemetery",
            f"{name} Shopping Centre",
            f"{name} Fields",
            f"{name} Reservoir",
            f"{name} flats",
            f"{name} allotments",
            f"River {name}",
            f"{name} Leisure Centre",
            f"{name} Village",
            f"{name} Caravan Park",
            f"{name} Lane traveller site",
            f"{name} Industrial Estate",
        )
    )


def school(rng: random.Random) -> str:
    """A school, college or nursery."""
    name = rng.choice(
        (
            place_word(rng),
            place_word(rng),
            f"St {rng.choice(words.SAINTS)}'s",
            f"St {rng.choice(words.SAINTS)}’s",
            "Holy Cross",
            "Our Lady of Lourdes",
            "Sacred Heart",
            settlement(rng),
        )
    )
    return f"{name} " + rng.choice(
        (
            "Primary School",
            "Primary",
            "Infant School",
            "Junior School",
            "High School",
            "Academy",
            "Community College",
            "C of E Primary School",
            "RC Primary",
            "Secondary School",
            "Grammar School",
            "Nursery",
            "Day Nursery",
            "Pre-School",
            "Children's Centre",
            "Sixth Form College",
            "School",
            "Comprehensive",
            "Primary Academy",
            "Family Hub",
            "PRU",
            "Special School",
            "Tiny Tots Nursery",
            "Little Acorns",
            "Playgroup",
        )
    )


def health(rng: random.Random) -> str:
    """A practice, hospital, ward or clinic."""
    name = place_word(rng)
    return rng.choice(
        (
            f"{name} Surgery",
            f"{name} Medical Centre",
            f"{name} Health Centre",
            f"the {name} Practice",
            f"{name} Hospital",
            f"{name} General Hospital",
            f"{name} Royal Infirmary",
            f"{name} Ward",
            f"Ward {rng.randint(1, 40)}{rng.choice(('', 'A', 'B'))}",
            f"{name} Unit",
            f"St {rng.choice(words.SAINTS)}'s Hospital",
            f"{name} Walk-in Centre",
            f"{name} Clinic",
            f"{name} Pharmacy",
            f"{name} Community Hospital",
            f"{name} Group Practice",
            f"{name} Lodge",
            f"the {name} Royal",
            f"{name} CAMHS",
            f"{name} Birth Centre",
            f"{name} House Surgery",
            f"{name} Dental Practice",
        )
    )


def organisation(rng: random.Random) -> str:
    """A shop, charity, employer, landlord, refuge, care home, place of worship, prison, club."""
    name = place_word(rng)
    owner = rng.choice(words.SURNAMES[rng.choice(tuple(words.SURNAMES))])
    return rng.choice(
        (
            f"{name} House",
            f"{name} Lodge Care Home",
            f"{name} Residential Home",
            f"{name} Nursing Home",
            f"{name} Refuge",
            f"{name} Women's Refuge",
            f"{name} Women's Aid",
            f"{name} Housing",
            f"{name} Homes",
            f"{name} Housing Association",
            f"{name} Lettings",
            f"{owner} & Sons",
            f"{owner}'s Newsagents",
            f"{owner}'s",
            f"{owner} Haulage",
            f"{owner} Roofing Ltd",
            f"{name} Logistics",
            f"{name} Foods",
            f"{name} Taxis",
            f"{name} Cars",
            f"HMP {name}",
            f"HMYOI {name}",
            f"{name} Baptist Church",
            f"St {rng.choice(words.SAINTS)}'s Church",
            f"{name} Mosque",
            f"{name} Islamic Centre",
            f"{name} Gurdwara",
            f"{name} Methodist Chapel",
            f"Masjid {people.made_up(rng)}",
            f"{name} Food Bank",
            f"{name} Youth Club",
            f"{name} Rovers",
            f"{name} Boxing Club",
            f"{name} Working Men's Club",
            f"{name} Fish Bar",
            f"{name} Stores",
            f"{name} Kebabs",
            f"{name} Solicitors",
            f"{owner} {rng.choice(words.SURNAMES['british'])} LLP",
            f"{name} Arms",
            f"the {name} Inn",
            f"the {rng.choice(('Red', 'White', 'Black', 'Golden', 'Old'))} {rng.choice(('Lion', 'Hart', 'Bull', 'Fleece', 'Swan', 'Horse', 'Oak'))}",
            f"{name} Trust",
            f"{name} Carers",
            f"{name} Homecare",
            f"{name} Recovery Service",
            f"{name} Foyer",
            f"{name} Hostel",
            f"{name} Court sheltered housing",
            f"{name} Approved Premises",
            f"{name} Amateur Boxing Club",
            f"{name} Community Fridge",
            f"Redeemed {people.made_up(rng)} Church",
            f"{name} Evening Post",
            f"{name} Gazette",
            f"{name} Tyres",
            f"{name} Packaging",
            f"{name} Care Group",
            f"Project {name}",
            f"The {name} Project",
            f"{name} Trust Fund",
        )
    )


def authority(rng: random.Random) -> str:
    """A council, police force or trust with a place in its name."""
    name = rng.choice((settlement(rng), rng.choice(words.TOWNS)))
    return rng.choice(
        (
            f"{name} Council",
            f"{name} Borough Council",
            f"{name} County Council",
            f"{name} City Council",
            f"{name}shire Police",
            f"{name} Constabulary",
            f"{name} Police",
            f"{name} Safeguarding Children Partnership",
            f"{name} Integrated Care Board",
            f"{name} Hospitals NHS Foundation Trust",
            f"{name} NHS Trust",
            f"{name} Magistrates' Court",
            f"{name} Crown Court",
            f"{name} Family Court",
            f"{name} Community Safety Partnership",
        )
    )


def day_date(rng: random.Random) -> str:
    """A day, in one of the ways in which people write it."""
    day, month, year = (
        rng.randint(1, 28),
        rng.randint(1, 12),
        rng.randint(1948, 2025) if rng.random() < 0.2 else rng.randint(2008, 2025),
    )
    name = rng.choice((words.MONTHS, words.MONTHS, words.SHORT_MONTHS))[month - 1]
    suffix = _ORDINALS.get(day, "th")
    short = f"{year % 100:02d}"
    return rng.choice(
        (
            f"{day} {name} {year}",
            f"{day} {name} {year}",
            f"{day} {name} {year}",
            f"{day}{suffix} {name} {year}",
            f"{day}{suffix} of {name} {year}",
            f"{name} {day}{suffix}, {year}",
            f"{name} {day}, {year}",
            f"{day:02d}/{month:02d}/{year}",
            f"{day:02d}/{month:02d}/{year}",
            f"{day}/{month}/{short}",
            f"{day}.{month}.{short}",
            f"{day:02d}.{month:02d}.{year}",
            f"{day}-{name[:3]}-{year}",
            f"{year}-{month:02d}-{day:02d}",
            f"{day} {name}",
            f"{day} {name}",
            f"{day}{suffix} {name}",
            f"{day}{suffix} of {name}",
            f"the {day}{suffix} of {name}",
            f"{name} {day}{suffix}",
            f"{rng.choice(words.DAYS)} {day} {name}",
            f"{rng.choice(words.DAYS)} {day}{suffix} {name} {year}",
            f"{day}{suffix} {name} '{short}",
            f"{rng.choice(words.DAYS)[:3]} {day} {name[:3]}",
            f"{day:02d}{month:02d}{short}",
            f"{rng.choice(words.FEASTS)} {year}",
            f"{rng.choice(words.FEASTS)}",
            f"w/c {day} {name} {year}",
        )
    )


def loose_date(rng: random.Random) -> str:
    """A month and year, or a year."""
    month, year = rng.choice(words.MONTHS), rng.randint(1955, 2025)
    return rng.choice(
        (
            f"{month} {year}",
            f"{month} {year}",
            f"{month} {year}",
            f"{year}",
            f"early {year}",
            f"the {rng.choice(('summer', 'autumn', 'spring', 'winter'))} of {year}",
            f"{month[:3]} {year}",
            f"mid-{month} {year}",
            f"{month} of that year",
        )
    )


def code(rng: random.Random) -> str:
    """A case, crime, patient or officer number."""

    def digits(n: int) -> str:
        return "".join(rng.choice(string.digits) for _ in range(n))

    def letters(n: int) -> str:
        return "".join(rng.choice(string.ascii_uppercase) for _ in range(n))

    return rng.choice(
        (
            f"{digits(3)} {digits(3)} {digits(4)}",
            f"{digits(10)}",
            f"{digits(2)}/{digits(5)}/{digits(2)}",
            f"{letters(2)}{digits(6)}",
            f"{digits(7)}",
            f"{letters(2)}{digits(2)}C{digits(5)}",
            f"{letters(1)}{digits(7)}",
            f"CAD {digits(4)}/{digits(6)}",
            f"{letters(3)}-{digits(4)}-{digits(2)}",
            f"{letters(2)} {digits(2)} {digits(2)} {digits(2)} {rng.choice('ABCD')}",
            f"{letters(1)}{digits(12)}",
            f"{letters(2)}{digits(2)} {letters(3)}",
            f"{digits(5)}/{digits(2)}",
            f"NIC-{digits(6)}",
            f"{digits(8)}",
            f"{letters(4)}/{digits(4)}/{digits(3)}",
            f"log {digits(3)}",
            f"{digits(2)}-{digits(2)}-{digits(2)}",
            f"LD{digits(2)}P{digits(5)}",
            f"{letters(3)}{digits(5)}",
        )
    )


def young_age(rng: random.Random) -> str:
    """An age in days, weeks or months, or years and months."""
    n = rng.randint(2, 22)
    unit = rng.choice(("days", "weeks", "months", "wks", "mths", "weeks"))
    amount = rng.choice((str(n), words.SMALL[(n - 1) % 12]))
    return rng.choice(
        (
            f"{amount} {unit}",
            f"{amount} {unit}",
            f"{amount} {unit} old",
            f"{amount}-{unit.rstrip('s')}-old",
            f"{amount} {unit.rstrip('s')} old",
            f"{rng.randint(1, 9)} years and {rng.randint(1, 11)} months",
            f"{rng.randint(28, 40)}+{rng.randint(0, 6)} weeks",
        )
    )
