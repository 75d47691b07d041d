"""Which tradition of naming a forename usually comes from: for one question to a person, never for a decision.

A handful of usual names each, from general knowledge; most names stand nowhere, and then nothing is said. People bear
names of every tradition, which is why this only ever asks whether the family chose the name.
"""

from __future__ import annotations

from reviewdocs.language.lists import listed
from reviewdocs.names.folding import folded
from reviewdocs.names.libraries import spellings_of

_TRADITIONS = {
    "English": listed(
        """
        john james william thomas george henry harry edward charles robert richard peter paul mark david michael
        christopher matthew stephen keith gary kevin nigel barry graham oliver jack alfie archie freddie stanley
        mary margaret elizabeth susan jane anne karen julie tracey emma charlotte amelia olivia poppy daisy lily grace
        beth katie lucy hannah jessica chloe gemma donna sharon debbie dorothy doris ethel edith florence mabel
        """
    ),
    "Muslim": listed(
        """
        mohammed ahmed ali hassan hussain omar yusuf ibrahim ismail khalid tariq bilal imran abdul abdullah mustafa
        mahmood hamza usman zayn rashid salim karim farooq fatima aisha khadija zainab maryam amina hafsa sumaya
        nasreen shabnam samira yasmin layla noor rukhsana shazia parveen safiya halima
        """
    ),
    "South Asian": listed(
        """
        arjun rohan sanjay rajesh vikram anil sunil ravi deepak harpreet gurpreet manjit jaspreet balwinder kulwinder
        baldev amit rahul priya anjali deepa kavita lakshmi meera neha pooja sunita rekha geeta simran kiran harjit
        """
    ),
    "Polish or other Slavic": listed(
        """
        tomasz krzysztof piotr pawel marek jakub wojciech grzegorz zbigniew jaroslaw oleksandr volodymyr dmitri sergei
        mykola bohdan ondrej vaclav jiri agnieszka malgorzata katarzyna magdalena joanna ewa zofia beata danuta olha
        oksana svitlana iryna zuzanna jadwiga
        """
    ),
    "West African": listed(
        """
        kwame kofi kwesi kwabena chukwuemeka emeka chinedu obinna tunde babatunde oluwaseun segun femi ayodele
        ngozi adaeze chioma amara folake abena ama akosua yaa efua adwoa ifeoma nkechi yetunde funmilayo titilayo
        """
    ),
    "Irish, Welsh or Scottish": listed(
        """
        sean liam padraig cillian oisin eoin niall fergus hamish callum ewan alasdair rhys dafydd gareth ieuan gwyn
        siobhan aoife niamh roisin grainne sinead caoimhe mairead fionnuala catriona morag shona bronwen rhiannon
        sian angharad carys
        """
    ),
}


def traditions_of(forename: str) -> frozenset[str]:
    """The traditions in which a forename, or another spelling of it, is usual; empty where none is known."""
    name = (folded(forename).split() or [""])[0]
    spellings = spellings_of(name) | {name}
    return frozenset(tradition for tradition, names in _TRADITIONS.items() if names & spellings)
