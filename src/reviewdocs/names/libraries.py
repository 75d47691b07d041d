"""Common variants of given names: the same name in other Latin spellings, and usual English short forms.

Each line is one name. Written from general knowledge. None is enough by itself: what stands beside it bears
out who is meant.
"""

from __future__ import annotations

_SPELLINGS = """
mohammed muhammad mohamed mohammad muhammed mohamad mohamud muhamad mohammod mahomed mehmed
yusuf yousuf yousef yusef youssef yosef yusif youcef
ahmed ahmad ahmet ahamed
khalid khaled khaleed khalled
tariq tarik tareq tarek tarique
fatima fatimah fatma fatema fathima
aisha ayesha aysha aishah aicha aysha
hussain hussein husain hossain husayn hussien
hassan hasan hassaan
ibrahim ebrahim ibraheem
ismail ismael esmail
abdul abdel abd abdal
abdulrahman abdelrahman abdurrahman abdurahman abdirahman
abdullah abdallah abdulla
omar umar omer
osman usman uthman othman
salim saleem selim
karim kareem
rahim raheem
nadim nadeem
nasreen nasrin nasreena
shabnam shabnum shabnem
yasmin yasmeen jasmin yasmine yasmina
zainab zaynab zeinab zeynep
khadija khadijah khadeeja hatice
maryam mariam miriam maryum
layla leila laila leyla
noor nour nur noura
sara sarah
samira sameera
rashid rasheed rachid
said saeed sayeed sayid
jamal jamaal gamal
hamid hameed
bilal belal
farouk faruk farooq
imran emran
catherine katherine kathryn katharine katarzyna
sofia sophia sofie sophie
natalia natalya nathalie
alexei aleksei alexey
sergei sergey
dmitri dmitry dimitri
mikhail michail
yulia julia iuliia
olga olha
oleksandr alexander aleksander aleksandr
volodymyr vladimir
stephen steven stefan
jon john
geoffrey jeffrey
anne ann anna
philip phillip
mathew matthew
nicholas nicolas
isobel isabel isabelle
alastair alistair alasdair
graham graeme
sian siân
"""

_SHORT = """
william: will bill billy willy liam
robert: rob robbie bob bobby bert
richard: rich rick ricky dick richie
elizabeth: liz lizzie beth betty eliza libby
margaret: maggie meg peggy marge madge
katherine: kate katie kathy kat kitty
catherine: cath cathy kate katie
james: jim jimmy jamie
john: jack johnny
thomas: tom tommy
michael: mike mick mikey micky
edward: ed eddie ted teddy ned
charles: charlie chas chuck
christopher: chris kit topher
anthony: tony ant
andrew: andy drew
alexander: alex sandy al xander
alexandra: alex sandra lexi
daniel: dan danny
david: dave davey davy
joseph: joe joey
joshua: josh
matthew: matt matty
nicholas: nick nicky
nicola: nicky nic
patricia: pat patsy trish tricia
patrick: pat paddy
peter: pete
philip: phil
rebecca: becky becca bex
samuel: sam sammy
samantha: sam sammy
stephen: steve stevie
steven: steve stevie
susan: sue susie suzy
timothy: tim timmy
victoria: vicky vicki tori
jennifer: jen jenny
jessica: jess jessie
kimberley: kim kimmy
deborah: deb debbie debs
jacqueline: jackie jacqui
josephine: jo josie
joanna: jo joanne
joanne: jo
benjamin: ben benny
frederick: fred freddie
gregory: greg
harold: harry
henry: harry hal
lawrence: larry laurie
leonard: len lenny
ronald: ron ronnie
raymond: ray
terence: terry
theresa: terri tess
dorothy: dot dotty dolly
eleanor: ellie nell nora
isabella: bella izzy
isabel: izzy belle
charlotte: charlie lottie
abigail: abi abby
amanda: mandy
barbara: barb babs
christine: chris chrissy tina
pamela: pam
gemma: gem
natalie: nat
natasha: tash
zachary: zach zack
"""


def _spelling_groups() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _SPELLINGS.split("\n"):
        names = set(line.split())
        for name in names:
            found.setdefault(name, set()).update(names - {name})
    return {name: frozenset(variants) for name, variants in found.items()}


def _short_form_groups() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _SHORT.strip().split("\n"):
        name, _, shorts = line.partition(":")
        found.setdefault(name, set()).update(shorts.split())
        for short in shorts.split():
            found.setdefault(short, set()).add(name)
    return {name: frozenset(variants) for name, variants in found.items()}


_BY_SPELLING = _spelling_groups()
_BY_SHORT_FORM = _short_form_groups()


def spellings_of(name: str) -> frozenset[str]:
    """Other usual Latin spellings of a folded given name; empty when none is known."""
    return _BY_SPELLING.get(name, frozenset())


def short_forms_of(name: str) -> frozenset[str]:
    """Usual short forms of a folded given name, or the names it is short for; empty when none is known."""
    return _BY_SHORT_FORM.get(name, frozenset()) - spellings_of(name)
