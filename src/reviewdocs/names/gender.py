"""What a forename usually says of gender, for people whose map entry does not say it (permitted people, panel
members)."""

from __future__ import annotations

from functools import cache

from reviewdocs.language.lists import listed
from reviewdocs.names.folding import folded

_SHE = listed(
    """
    margaret patricia hope sandra olivia gwen bronwen farah susan jane mary elizabeth karen helen sarah claire
    clare emma laura rachel louise nicola michelle lisa amanda julie angela deborah jacqueline christine
    catherine katherine kathryn anne ann anna alison fiona heather jennifer joanne judith julia linda lesley
    lorraine maureen pamela pauline rebecca rosemary ruth sally sharon sheila shirley tracey valerie vanessa
    victoria wendy yvonne zoe alice amy beth bethan bridget carol caroline charlotte cheryl chloe daisy dawn
    diane donna dorothy eileen eleanor ellen emily esther eve faith frances georgina gillian grace hannah
    harriet hazel hilary holly imogen irene isabel isobel iris ivy jasmine jean jessica jill joan joy joyce june
    kate kay kerry kim lauren leanne lily lucy lynn lynne mabel maria marie marion martha may megan melanie
    miriam molly monica naomi natalie natasha norah olive paula penelope philippa phoebe polly priya rhian
    rhiannon rose roisin samantha sian siobhan sophie stacey stella stephanie sunita susannah teresa theresa
    tina ursula vera veronica violet vivien winifred yasmin aisha ayesha fatima khadija leila meera nadia
    nasreen parveen shabana shazia zainab anjali deepa kavita lakshmi neha pooja agnieszka ewa katarzyna
    malgorzata magdalena ngozi adaeze chioma amara folake abena ama mei ling
    """
)
_HE = listed(
    """
    peter owen mark tom thomas james john robert michael william david richard charles joseph christopher daniel
    paul andrew stephen steven kevin brian george edward ronald anthony gary nicholas eric jonathan jeremy keith
    ian alan colin derek donald douglas duncan frank fred gareth geoffrey gerald gordon graham graeme gregory
    guy harold harry henry howard hugh huw iwan ivan jack jacob jason joshua julian justin karl kenneth lawrence
    lee leonard leslie liam luke malcolm martin matthew maurice neil nigel noel norman oliver oscar patrick
    philip ralph raymond reginald rhodri rhys roger roy russell samuel scott sean sebastian simon stanley stuart
    terence timothy toby trevor victor vincent walter wayne adam adrian alexander alfred alistair archie arthur
    barry benjamin bernard callum carl cameron clive connor craig dean dennis dominic dylan ernest ethan ewan
    fergus finlay francis gavin glenn hamish hector hywel jamie jordan kieran kyle leo lewis lloyd louis marcus
    max miles murray nathan niall ross rory ryan shaun sidney spencer ted tony tim will abdul ahmed ali amir
    bilal farooq hassan ibrahim imran ismail khalid mohammed muhammad omar rashid tariq usman yusuf arjun deepak
    harpreet rajesh ravi sanjay vikram emeka chukwuemeka kofi kwame kwesi tunde tomasz krzysztof piotr pawel
    marek
    """
)


@cache
def likely_gender(forename: str) -> str:
    """ "he" or "she" for a usual forename, else empty."""
    first = (folded(forename).split() or [""])[0].split("-")[0]
    if first in _SHE:
        return "she"
    return "he" if first in _HE else ""
