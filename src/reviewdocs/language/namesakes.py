"""Words of English, and places, that people are also called.

Written from general knowledge, not from any corpus. A name that stands here is told from the word by case and grammar;
a name that does not stand here is a name wherever it occurs.
"""

from __future__ import annotations

from reviewdocs.language.calendar import MONTH_IN_FULL
from reviewdocs.language.lists import listed

_MODALS = listed("will may can might must shall would could should")

ADJECTIVES = listed(
    """
    young long short small little strong brown black white green gray grey red gold golden silver blue wise good
    sweet savage swift smart sharp bright bold brave noble frank earnest stark wild rich hardy hale merry
    gay jolly blythe blithe sunny stormy misty sandy rusty dusty curly high low strange stout stern sterling
    kind loving lovely dear darling fair free proud quick early late hard old new big best better moody gentle
    just true constant clement modest sage dusky rosy ginger scarlet amber violet olive hazel tawny crisp cross
    dark deep divine flat fresh full grand great happy holy jaunty keen light loud mild moore prudent pure ready
    royal rough round sad sane slim slow smooth sole steady still tall thick thin tidy tight tiny vague vast
    warm weak west wide worthy east north south northern western southern eastern
    real able given nice current fine cool fast lower born daily straight standard overall dry proper younger stuck
    urban minor solar loose innocent gross rolling boring vital manual bare rude shorter pleasant clever shy harsh
    blank lesser humble fried eager handy dull polite stiff blunt lively utter welsh bland pagan gallant grim slick
    sane hasty reddish lawless
    """
)

_VERBS = listed(
    """
    mark grant bill rob chase drew nick sue jack wade hunt skip chuck pierce carry wish love hope trust josh tug
    rock cook ward pat bob peg bid don lance frank faith wait rush dash drive flow grab hand hold hurl lead
    leave look march mind need pace paige phrase play pray prowse read reach rest ring rise rove sale save say
    scan seal search see sell send serve shear shine show sing sit speak spear spring stand start stay steel
    step stir stock strike strip swing take talk tally tell thank think tie toll touch trace train travers treat
    trip try turn vent view visit wake walk wander want warn wash watch weave weigh whip win wind wink wipe work
    write yell yield page harry bat bar bear burn chance cheer chip clamp close crow curl cut dance deal draw
    drill dye fall fell file fill find fish float fly fold force fry gain gamble gather grow hack harden haste
    heal hide hike hood hope hopes marks grants trusts bends bend link links nod tuck flint
    """
)

_NOUNS = """faith hope charity grace joy mercy patience prudence verity constance honor honour felicity temperance amity
    concord glory bliss harmony melody destiny trinity serenity liberty justice providence promise comfort unity
    genesis heaven angel angela rose lily daisy iris ivy poppy violet heather holly hazel jasmine daphne fern
    flora olive rosemary bryony saffron marigold primrose clover blossom petal willow rowan ash elder linden
    laurel myrtle basil ginger pepper sage thyme lavender bluebell pansy dahlia camellia magnolia hyacinth
    veronica zinnia aster clementine cherry apple peach plum berry lemon olive orchard pearl ruby jade amber
    coral crystal opal garnet emerald sapphire diamond gem jewel jet flint stone silver gold steel iron dawn eve
    summer autumn winter spring season sky star sunny sunshine stella luna moon sun storm rain snow frost misty
    gale breeze cloud sunset sunrise morning evening night day noon christmas easter noel april may june august
    january march sunday river brook brooke lake ocean sea bay marsh heath moor moss field fields meadow dale
    dell glen glenn hill hills wood woods forest grove park parks lane street bridge bridges banks bank ford
    pool wells well spring mill mills miller mount cliff clifford craig rock ridge stone stones pond poole shore
    sands beach island isle reed reeds rush bush thorn thorne briar root bird birds robin wren jay lark martin
    swan swann finch raven crow crowe rook drake dove heron hawk falcon peacock partridge nightingale starling
    wolf wolfe fox bear lion lamb hogg hogg bull buck doe hart roe hare pike salmon fish bass herring whale
    church churches chapel bell bells temple abbey abbot abbott bishop bishops pope priest parson deacon dean
    prior monk nunn nun sexton clark clerk king queen prince princess duke earl lord baron knight squire page
    marshall marshal major sergeant archer baker barber bailey bailiff boatman bowman brewer butcher butler
    carpenter carter carver chandler chancellor chaplain collier constable cook cooper coward crocker cutler
    draper driver dyer falconer farmer farrier fisher fletcher forester fowler fuller gardener gardner glover
    goldsmith harper hayward herd hooper horner hunter jagger joiner judge keeper lister mason mayor merchant
    miner naylor ostler painter palmer parker piper pitman plummer porter potter proctor reader reeve ryder
    rider sadler sailor sawyer sheriff shepherd skinner slater slaughter smith spencer spicer steward stewart
    tailor taylor tanner thatcher tiler tinker travel traveller turner tyler usher verger walker waller ward
    warden warder waterman weaver webster wheeler wright bell box bolt bond book books boot boots bow bowl bowls
    brand bread bright broom brush buckle bull bunch burn burns bush button cage cake camp cane cannon cap card
    case cash castle chain chalk chamber chambers chance chase cheek chest child childs clay coal coat cobb coke
    cole cork corn cotton court courts cousin cox crane creek crisp cross crown cup curry curtain cruise dance
    day days death dew dial diamond dock dodge dolly door downs dream drum dust eagle ear earth edge end ends
    england english erving event ewe eye face faces fair fall farm farr father feather fee fell fern fiddler
    fields fire first fitness flag flame flood floor flower flowers flint fog foot force ford forest fork fort
    fortune foster fountain frame france french freeman friend friday frost fry gale gall game gamble garden
    garland garret garrett gate gates gay gem gift gill gills glass goat gold good goods goose gore grain grass
    grave graves gravel green ground groom guard guest gull gun gunn guy hail hair hale hall halls ham hammer
    hammond hand hands hardware harness harp harrow harvest hat hatch haven hawk hay hayes head heard heart heat
    heater heath hedge hedges help herb herbert hide hill hines hire hog hogg hold hole holder hollow holly holm
    home homer honey hood hook hope hopes hops horn horse house howl hull human hunt hurst husband hyde ice inch
    inn ire iron ivory jack jewel job jobs joint jordan joy judge jug jump junior justice kay keen keep kettle
    key keys kid kiln kind king kirk kitchen kitten knife knot lace lad lady lamb lance land lane large lark
    lash last lath latch law laws lawn leach lead leader leaf lease leather leaves lee leech leg legend lemon
    lever light lightning lilly lily limb line lines link lion lip list lister little loaf lock locke locks
    lodge loft log long look loop lord loss lot love lovell low luck lush mace mail main male man mane manner
    manor march mare mark marks marker market marrow marsh mash mask mass mast master masters match mate maze
    mead meadow meadows meal means meek mercer mercy merit merry messenger metal mews mild mile miles milk mill
    mind mine mint minter mist mole money month moody moon moor moral more morn mortar moss mote mould mound
    mountain mouse mouth nail neal neck needle nest news newt nick night nettle nib noble noon nose note notes
    nunn nut oak oakes oaks oil onion orange orchard order otter outlaw oven owl ox pace pack packer page paine
    pain pale palm pane panther pants paper parish park parrot part passion past paste pastor patch path pattern
    paul pawn pay peace peach peacock peak pear pearl peel peer pen penny people pepper perch perry person pest
    petty phoenix pick pickle piece pike pile pill pillar pilgrim pine pink pinner pipe pitt pit place plain
    plank plant plate play player plaza pledge plum plumb pocket poem poet point pole pond pool poor pope poppy
    port post pot pottage pound powder power powers prayer pride prime print prize proud prudence pump purse
    quarrel quarry quill quick rabbit race rain ram range ransom raven ray rays read reason record reed reef
    reeve relish rest rib rice rich rider ridge ring rings rise rivers road roads robin robins rock rod rodney
    roe rogue roll roof room roots rope rose roses rosy roth rowan royal rubble rudd ruin rule runner rush
    russet rust rye sack sadler safe sage sail saint sale salmon salt salter salute sand sands satin saviour saw
    scale scales scarlet school score scott scout scroll seal seaman season seat see seed sell senior sermon
    service sessions shade shadow shaft shah shark sharp shaw shed sheen sheep sheet sheldon shell shelter
    shepherd shield ship shoe shop shore shot shoulder shovel shower shrimp side sides silk sill silver singer
    sink sister skill skin slack slate slice slip small smart smoke smoker snell snow soap sock soil song son
    sorrow soul south space spade spain spark sparks sparrow spear spell spence spice spider spike spill spinner
    spirit spoon spot spring sprout spur square stable staff stag stage stair stall stamp stand staple star
    starr state steam steed steel steele steep stem step sterling stern stew stick still sting stitch stock
    stocks stone stool store stork storm stout strain strand straw stream street strength string strong stroud
    stub stump style sugar suit summers sumner sun sunshine surety surprise swallow sweet swift sword table tack
    tail tale talent tall tank tar tart task tea teal team tear temper temple tempest thorn thread thunder tick
    tide tile till tiller tilly time timber tin tint title toe toll tom tone tongue tool tooth top torch tower
    towers town track tracy trail train treasure tree trees trick trigger trip troop trout truck true truelove
    trump trust trustee truth tub tuck tug tune tunnel turf turn twin twine twist vale valentine valley van vane
    vase vaughan veal venture verse vest vicar vice vickers victor victory view villa vine vincent violet virtue
    virgin vision voice wade wadding wagstaff wagon wait walker wall walls walnut wand war ware warren wash wasp
    waste watch water waters watts wave way ways wealth weapon weather wedge weed week well wells west wharf
    wheat wheel whip whisker white wick wicks widow wife wilde wildman will wills willow win wind window wine
    wing wings winner winter winters wire wisdom wise wish wit witch wolf woman wonder wood wooden woods wool
    word words work workman world worm worth wren yard yarn year yeoman yew york ace ada ally alma amber ambrose
    amen ana angel anna annex art arts asset aura aye babe barb basil baron beck belle ben beth biddy bill billy
    bishop blaise bob bobby bonny boss brad brandy brook bud buddy buster candy carol case cash cassia cat chad
    chan chase cherish china chip chips chloe chuck cindy cliff clint coco cody colin comet corn crispin dad
    dale dan darcy dash daz dean dee deed deuce dick diesel digger dom don dot drew duke duncan dusty earl ebony
    eddy eden ella ember emery erin essence ever faye fay finn flick flo florence flow fran frank frankie gabby
    gale gene genie georgia gill ginger ginny grant greer gus guy hal hank happy harley harry hattie haven heath
    henna hero hex honey hugh iona ira issue ivy jack jackie jake jam jan jane jay jazz jean jeans jeep jemmy
    jenny jerry jersey jess jet jew jib jill jimmy job jock joe joey john johns jot joy jules june ken kenya kim
    kip kit kitty lance lark lass laurel lee len lev levi lex liberty libby lin lisle liz loan loch lou lucky
    luke lux lynch lyric mac mae major mandy manny mark mat matt mattie maud max maya mel meg melody merle mick
    miles milo mimi mina mink minnie misty mo moll molly mona monty morgan mort moss nan nana ned nell nelly
    nest nettie nick nicks nil nina noel nook nora norm nova oak oasis olive oli opal oscar otto pam pan pansy
    paris pascal pat patsy patty paul pearl peg penny pepper perry pet pete petra pia pier pip piper pixie poll
    polly pop porsche portia posy precious preston pru puck queenie rae ralph randy ray reg rex rhea rich rick
    ridge rio rita rob robin rocky rod roger roman romeo romp ron roly rory rose rosie rowan roy ruby rue rush
    russ rusty ruth sable sacha sally sam sandy sarge scot scout shamrock sharon shay sheila sherry sid sienna
    sill sky skye sly sol solo sonny spike spot star stevie storm stu sue sunny suzy sybil tab tad tammy tara
    ted teddy terry tex thane theo tic tiger tim tina tip toby tod todd tom tommy tony tray trey trinity tripp
    trix trudy ty val van vance velvet vera verity vernal vi vic vicky vinny viola viv wally ward wes wilf willy
    win winnie woody xi yo zack zeal zen zeus zip zoe"""
_FURTHER_NOUNS = """
    music story body million board price center league blood council choice ball speed degree brain battle lack fan
    doctor holding nation coffee channel bottom surface arms corner core session pair duty profit crew border beer
    lawyer era holiday champion dollar branch parent cable sample marine height commander jury finger province bone
    belt dragon deck nurse bench angle knee fleet arena punch toy craft cape ton carrier butt copper brick folk duck
    cave dam couch paradise marvel barrier bacon organ beam miracle deer banner canon ore lung laughter booth bee
    trainer fairy chick breed drain beard doll blessing stack lamp brass echo collar ferry chin roller pal dancer
    hazard bean pillow marble dame locker herald brake gum guild bloom wax leisure tory champagne champ cardinal maple
    porch grill dessert cone nickel maiden royalty font coffin pitcher banker trader rash hash hacker goodwill gala
    dolphin dent bunker woodland helm hamlet booze beaver bale strait moose colon muse barker foreman springer topping
    kite vineyard blizzard cuff birch barge handler ledger sleeper chestnut badger stalker creed tutor sultan grove
    drummer hooker jumper cutter reel brace lent hopper converse bowler becker poplar sledge hammock gust burrow cadet
    rector minstrel bard grange rudder keel cavalier alderman burgess provost mower stringer friar shilling cantor
    kindred prentice whiting pickering bellows cleaver bunting cordon paddock gable quirk fielder chess lantern
    turner mason shears mallet wicker bower watchman marquis granger shoemaker tickle hoard domino
"""
_NOT_WORDS = """
    ada ally ambrose ana anna angela barb ben beth blaise brad chad chan chloe cindy clint cody colin dan daz
    dom drew duncan eddy ella erin fran gabby ginny greer gus hank hattie hugh iona jackie jake jan jane jenny
    jerry jess jill jim jimmy joe joey john johns jules ken kim len levi liz lou luke lynch mandy matt mattie
    maud max maya mel meg mick milo mimi mina minnie mo molly mona monty morgan ned nell nelly nina noel nora
    oscar otto pam pascal pete petra pia pru rae ralph reg rita rosie roy russ ruth sacha sally sam sharon
    sheila sid stevie stu suzy sybil tara ted terry tim tina toby tod todd tom tommy tony trudy ty val vera vi
    vic vicky vinny viv wes wilf winnie zack zoe roly rory rick rhea ray randy jemmy jock jane jay lin lex lev
    merle nettie ira hal vincent victor veronica stella luna clifford glenn herbert hammond neal paul paine
    rodney sheldon stewart vaughan truelove lovell wagstaff wildman watts roth rudd hurst hyde hayes hines
    garrett craig steele brooke clementine daphne flora robin
"""
# Short forms and forenames in the sweep above that are no words in practice: "sam" in lower case is Sam.
NOUNS = frozenset([*_NOUNS.split(), *_FURTHER_NOUNS.split()]) - (
    frozenset(_NOT_WORDS.split()) - frozenset(["robin", "ray", "jay", "tom", "bob"])
)

PLACES = listed(
    """
    preston lincoln paris chelsea london bath reading derby york chester lancaster bolton bury burnley boston
    bradford bristol bedford buxton carlisle kendal kent essex sussex surrey devon cornwall durham ely hull
    leeds luton stafford stoke sunderland swansea newport bangor barry cardiff tenby flint wrexham conwy brecon
    england scotland ireland wales france spain italy china india kenya jordan israel chad georgia virginia
    carolina florida dakota austin dallas houston denver phoenix memphis savannah charlotte madison brooklyn
    sydney adelaide melbourne perth darwin alice victoria regina vienna florence verona siena sienna milan rome
    roma geneva berlin dublin cork kerry clare tyrone kildare galway limerick sligo derry armagh down antrim
    aberdeen dundee stirling ayr iona skye arran lewis harris barra islay bute nairn forth clyde trent tyne
    severn thames avon mersey humber ribble lune eden tees wear exeter oxford cambridge norwich ipswich
    colchester chelmsford southend brighton hove worthing hastings dover ashford maidstone canterbury rochester
    gillingham chatham guildford woking windsor slough ascot swindon salisbury winchester southampton portsmouth
    poole bournemouth weymouth dorchester yeovil taunton truro penzance plymouth torquay gloucester worcester
    hereford malvern ludlow shrewsbury telford walsall dudley coventry warwick rugby kettering corby northampton
    leicester loughborough nottingham mansfield newark grantham stamford peterborough huntingdon wisbech
    spalding skegness grimsby scunthorpe doncaster rotherham sheffield barnsley wakefield huddersfield halifax
    keighley skipton harrogate ripon whitby scarborough malton selby goole beverley hornsea darlington
    hartlepool middlesbrough stockton redcar gateshead morpeth alnwick berwick hexham penrith workington barrow
    morecambe blackpool lytham chorley leyland wigan warrington widnes runcorn southport liverpool birkenhead
    crewe nantwich macclesfield stockport oldham rochdale salford manchester camden hackney islington lewisham
    bromley croydon sutton merton kingston richmond hounslow ealing harrow barnet enfield waltham havering
    barking newham greenwich lambeth wandsworth westminster kensington hammersmith brent asia africa europe
    malta cyprus crete sicily corsica lourdes santiago lagos tripoli medina mecca lahore kabul delhi goa
    washington hamilton nelson wellington houston jackson lincolnshire lancashire
    """
)

_BELONGING = listed("christian roman norman german french english welsh irish scottish pagan turk dane muslim jewish")
"""What people are called by faith, nation or descent, with a capital always."""

_MONTHS = frozenset(MONTH_IN_FULL.split("|"))
_ORDINARY = _MODALS | _MONTHS | ADJECTIVES | _VERBS | NOUNS | PLACES | _BELONGING | frozenset(["summer"])
"""Folded words that a text may hold without meaning anybody."""


def is_ordinary(word: str) -> bool:
    """Whether a folded word, or its plain plural, is a word of English or a well-known place."""
    singular = word[:-2] if word.endswith(("ches", "shes", "sses", "xes")) else word[:-1]
    return word in _ORDINARY or (len(word) > 3 and word.endswith("s") and singular in _ORDINARY)


def all_ordinary(phrase: str) -> bool:
    """Whether every word of a folded phrase is ordinary (single letters are)."""
    words = phrase.replace("-", " ").replace("'", " ").replace(",", " ").replace(".", " ").split()
    return any(len(word) > 1 for word in words) and all(len(word) == 1 or is_ordinary(word) for word in words)
