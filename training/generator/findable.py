"""Sentences that hold something to find, by kind of document. See `grammar` for the template language."""

from __future__ import annotations

NARRATIVE = """
[On {date}|On {date},|In {loose},|At the end of {loose}|By {loose}|During {loose},] {child} [was seen|was weighed|was taken|presented|was brought|attended] [at|to] {health} [by {pro}|with {pos} mother {mother}|by {mother}|by {pos} grandmother, {kin},|] [and|, where|;] [no concerns were noted|a bruise was seen to the left cheek|{pro} recorded that {sub} was not brought again|the practice nurse recorded weight loss|{pro} noted bruising to both shins].
{mother} [told|said to|disclosed to|informed|reported to] {pro} that {father} had [pushed her against the wall|taken the keys|moved back in|not been seen since {date}|been drinking again|hit {child2} with a belt|gone to live with {pos} cousin in {town}|returned to {country}].
{child} [was|is] {dem} and [lived|lives|had lived] [with {mother}|with {pos} mother and {father}|at {address}|in {town}] [until {date}|since {loose}|for most of {pos} life|].
[The family|{mother} and {father}|The household|{mother}] [moved to|were rehoused in|relocated to|fled to|were placed in|came to the attention of services in] {town} [from {city}|from {country}|from {town}|] [in {loose}|on {date}|] [, where {friend} was living|, renting a flat from {org}|, to be nearer {friend}|].
{pro} [visited|made an unannounced visit to|called at|attended] {address} [on {date}|at {time} on {date}|] [and spoke to|and was met by|but found only|and saw] {partner}, who [gave {pos} name as {full}|said that {child} was asleep|refused to let {pro} upstairs|appeared intoxicated|denied that {mother} was in].
{full}, [a {occ}|a {occ} from {town}|who worked as a {occ} at {org}|known as {nick}|also known as {full}|aged {years}], [had been in a relationship with|was the former partner of|met|moved in with|was the brother of] {mother} [since {loose}|in {loose}|for about [two|three|six] years|through {friend}].
{child2} [attended|was on roll at|started at|moved to|was excluded from|had been off roll from] {school} [from {loose}|on {date}|until {loose}|where {pro} was the designated safeguarding lead|], [and staff there|where {pro}|and {pro}] [described {obj} as quiet and watchful|noticed that {sub} was always hungry|raised a concern with the MASH|kept a chronology].
[At|By|When {sub} was|Aged] {young} {child} [weighed|was admitted to|was discharged from] [{health}|{health} with|{health} following] [faltering growth|a spiral fracture|an unexplained head injury|bronchiolitis|poor feeding].
The {role}, {pro}, [wrote to|rang|emailed|contacted] {pro} at {health} [on {date}|twice in {loose}|] [asking for|about|to request] [an urgent appointment|the outcome of the referral|a copy of the discharge letter] [but did not receive a reply|and was told that {mother} had moved to {town}|].
{adult} [died|was found dead|was found unresponsive|collapsed] [at|in] {pos} [home|flat] [at {address}|on the {outdoors}|in {outdoors}|] on {date}[, {years} years old|; {sub} was {years}|, a few days after {pos} birthday|] .
{adult} [had|was known to have|was diagnosed in {loose} with|lived with] {cond} and [received care from|was supported by|had a package of care from] {org}[, whose carer {full} visited twice a day|; the manager, {full}, had raised concerns|].
{fam} [were|had been] [known to|well known to|open to] [children's social care|the housing officer, {pro},|{authority}|{org}] [since {loose}|from {date}|following the death of {full}].
[Neighbours|A neighbour, {full},|{full} from number {num}|The landlord, {full},|Staff at {org}] [told police|said|reported|remembered] that [{adult} had not been seen since {date}|shouting was heard most weekends|{child} was often alone on {street}|{partner}'s van was outside all night].
{partner} [was arrested|was bailed|was sentenced|appeared|was convicted] [on {date}|at {authority} on {date}|] [for|on suspicion of] [assaulting|threatening|stalking|harassing] {mother} [and {child2}|] [outside {org}|in {outdoors}|near {street}|].
When {pro} [asked|spoke to|saw alone] {child}, {sub} said that {kin} [shouts a lot|had a knife|makes {obj} sleep on the floor|looks after {obj} when mummy is at work], and that {sub} would like to [live with|see more of|go and stay with] {friend}.
[It was {pro} who|{pro} was the first to|Only {pro} seems to have] [noticed|asked|recorded] [that {father} and {partner} were the same man|whether {mother} could read English|the smell of cannabis on {date}|where {child2} was sleeping].
{mother}, who [is|was] {dem} [and|and who] [speaks|spoke] [little English|through an interpreter], [used|had been given|was offered] {friend} [to interpret|as an interpreter] at [the appointment|{health}] on {date}.
{fore} and {fore} [were|are] [twins|half-siblings|step-brothers|cousins|the two youngest] [, born on {dob}|, born at {health} on {dob}|].
{mother} was [born|brought up] in {town}[, the [eldest|youngest] of [four|six|seven] children of {full} and {full}|, and went to {school}|] .
{adult}'s [sister|brother|son|daughter|niece|nephew|carer|advocate|key worker], {full}, [described {obj} as|remembered {obj} as|told the reviewer that {sub} was] [a proud man who loved his garden|the life of the party|stubborn and private|a gifted singer].
[Two weeks later|The next day|That evening|On her return|Some days after this|In the meantime], {pro} [rang {mother}|texted {father}|left a card at {address}|spoke with {school}|e-mailed {pro}] [but there was no reply|to say the visit was cancelled|and agreed to go back on {date}|].
{sub2} [was placed|went to stay|spent the weekend|was left] with {friend} [in|near|just outside] {town}[ and later with {full}, a foster carer registered with {org}|, a former {occ}|] .
The [ambulance|crew|call handler] [recorded|logged] the call from {full} at {time} on {date} (ref {code}); [paramedics|a crew] reached {address} [at {time}|within [nine|twelve] minutes].
{father} [works|worked|had worked|was employed] [as a {occ}|nights] [at|for] {org} [in {town}|on the {outdoors}|] [until {loose}|, where {friend} was {pos} supervisor|].
{may} [came|rang|went|said|knew|asked] [round to {friend}'s|again on {date}|that {mother} was at {org}|about {child}] [but|and] {will} [was not there|would not open the door|had already left].
[Despite|Because of|After|Following] [this|the incident on {date}|{pro}'s visit|the letter from {health}], {mother} [did not take|stopped taking|agreed to bring|was reluctant to bring] {child} to {health}, [saying|explaining to {pro}] that {father} [needed the car|did not trust doctors|had lost {pos} job at {org}].
The review was told that {full} had been [living under the name {full}|seen drinking with {nick} in {outdoors}|a regular at {org}|using an address on {street}], and that [nobody at {authority}|neither {pro} nor {pro}|no agency] [knew|had checked].
"""

NOTES = """
T/C from {mother}. [States|Says|Reports] {father} [turned up at {address}|kicked door in|has been texting|at it again] [last nite|approx {time}|on {date}|]. [Adv to call 999.|DASH done, 14 ticks.|Child {fore} present.|]
{pro} att {address} re [concern for welfare|domestic|missing person|noise] [{date}|{time} hrs|]. [IP|Caller|Inft|OP] {full} [dob {dob}|d.o.b. {dob}|b. {dob}|] [states|says] [susp|offender|ex ptnr|ex partner] {full} [dob {dob}|] [made off|decamped|ran off] twds {street}. [NFA.|Crime ref {code}.|{pro} to take stmt.|]
HV: {child} {young}. [Wt|Weight] {num}.{num} kg. Mum {fore} [low in mood|tired|well]. [Dad {fore} not seen.|MGM {kin} present.|Moving to {town} soon.|] Plan: r/v {date}.
spoke to {lower} [re|about] [contact|visit|school|rent] - [says|reckons] {lower} [is back|is at mums|wont engage|has gone to {town}]
[DNA|WNB] appt {date} with {pro}. [Tel|Rang] mother [{fore}|] - no reply. Letter to {address}.
Seen by {pro} at {health}, {date}. [NHS no|NHS No.|NHS number] {code}. [Accompanied by|Brought by|With] {kin}. [Bruise L cheek ?cause.|Alert, smiling.|Nappy rash++.]
Housing officer {pro} visited {address} [{date}|]. Tenant {full} not in. Neighbour [{full}|at no {num}] said {lower} [is stopping at {friend}'s|been away since {date}].
{date} {time} - {pro} - [home visit|H/V|telephone call|supervision|unannounced visit]. {child} and {child2} seen. {mother} [present|tearful|hostile]. {partner} [upstairs|absent|asleep].
Custody ref {code}. DP {full}, born {dob} {town}. {dem}. Occupation {occ}. Solicitor {full} of {org}. 
Strat disc w {pro} and {pro} {date}, threshold met s47, joint visit {address} {time}, {pro} to lead.
Pt [seen|reviewed] {date}. {adult} [c/o low mood|reports no SI|smells of alcohol]. Lives with {friend} at {outdoors}. NOK {full}, [tel [no |]as above|sister|son].
{nick} said [hes|shes] off his head again an {nick} wont let {child} go {friend}s house
msg from {nick} [to {nick}|] {date}: "[u|you] best not tell {fore} where im at, im at {friend}s in {town}"
checks: {upper} {code} [no trace PNC|known DV perp|wanted on warrant {authority}]; {upper} nil
Attended {org} cctv viewed shows {full} and unk male walking towards {outdoors} {time} {date}
{pro} informed {pro} who informed {pro}. {full} arrested {date} {time} at {outdoors}, conveyed to {town} custody.
Ward round {pro}: {adult} for d/c to {org} {date}. {friend} unhappy re plan. OT {fore} to visit {address}.
A/N booking {date}. {full} G2P1. FOB {full}, {years}, {occ}. Prev baby {fore} removed {loose} {authority}.
[Mum|Dad|Gran] says {fore} {sur} [from|off] {outdoors} [sells weed|is in and out|has keys to the flat]. Reg {code}.
"""

FRAGMENTS = """
Name: {full}
{full} ([mother|father|{role}|sister|partner|{occ}])
DOB: {dob}
Address: {address}
School: {school}
GP: {pro}, {health}
Date of [birth|meeting|visit|incident]: {date}
Present: {full} ({role}), {full} ({role}, {org}), {pro}
Apologies: {pro}; {full}, {org}
Attendees: {full}, {full} and {full}
[Chair|Minutes|Note taker|Author|Key worker]: {full}
{full}, {role}, {org}
{date}: {child} [seen at {health}|absent from {school}|not brought|moved to {friend}'s]
{date} | {org} | {pro} [visited {address}|spoke to {mother}|received a call from {friend}]
Ethnicity: {dem}
Religion: {dem}
Next of kin: {full} ({kinrole}), {address}
{code}
NHS number {code}
Case number: {code}
Previous addresses: {address}; {address}
{full} to [contact|chase|speak to|email] {pro} by {date}
{pro} to [complete|send|review] the [risk assessment|referral to {org}|DASH] by {date}
Siblings: {fore} ({years}), {fore} ({years}) and {fore}
Employer: {org}
Landlord: {org}
Re: {full}, {address}
Dear {titled}
Dear {fore}
Dear {titled} and {titled}
Yours sincerely, {full}
Kind regards, {fore}
Thanks, {fore} {sur}
Hi {fore},
cc {pro}; {full}
{full} / {full} / {full}
Action: {fore} [and {fore}|] [to follow up|- ongoing|to close] {date}
{child} – {school} – year {num}
{upper}, {fore}
Case of {full} (deceased {date})
"""

MEETINGS = """
{pro} [reported|told the meeting|updated|advised|explained] that {child} [had been absent from {school} on {num} occasions|was thriving|had been seen with {partner} in {outdoors}|was due to be seen on {date}].
{full} [asked|queried|wondered|challenged] whether {pro} had [seen {child} alone|checked with {health}|spoken to {friend}|told {authority}].
ACTION: {full} to [share the {org} chronology|contact {friend}|visit {address}|arrange cover] by {date}.
The [MARAC|meeting|conference|panel|group] [heard|noted|was told] that {partner}, {years}, of {address}, had [breached his order|been released from {org}|been seen near {school}|threatened {mother} at {org}] on {date}.
[The victim|Victim], {full}, is {dem}, works at {org} and has [two|three|four] children: {fore} ({years}), {fore} ({years}) and {fore} ({young}).
{pro} ([police|health|housing|probation|education]) [gave apologies|joined by telephone|left the meeting at {time}|sent a report dated {date}].
[Minutes of the meeting held on|Notes of strategy discussion,|Meeting held at {org} on|Record of visit:] {date}
The next [meeting|core group|review] will be on {date} at {org}, {time}.
{sur} [stated|said|felt] that the [risk|position|plan] had changed since {loose} because {partner} [was out of custody|had moved to {town}|knew the address of the refuge].
Agreed: {fore} {sur} to remain with {friend} at {address}; {pro} to [convene|chair] [a further meeting on|by] {date}.
{mother} attended with {friend}; {father} [was not invited|arrived late|attended by video from {org}].
"""

LETTERS = """
I am writing [about|regarding|further to our meeting about] {full}, born {dob}, who [lives at|has moved to|is currently staying at] {address}.
Thank you for [your letter of|referring|seeing] {date} [about {child}|concerning this {years}-year-old {occ}|].
I [met|saw|reviewed] {adult} [at {health}|in clinic|at home] on {date} [with {pos} [wife|husband|sister|son], {fore}|].
We [would like to meet|are writing to you because|were sorry to hear of the death of] [you and {friend}|{adult}|your [son|daughter|mother|brother] {fore}].
Please contact {full} at {org} [before {date}|if you have any questions|on the number below].
{adult} tells me that {sub} has lived alone on {street} since {friend} went into {org} in {loose}.
As you know, {child} was [born|delivered] at {health} on {dob} at {num} weeks.
My {kinrole} {fore} [was a lovely|was a kind|was the best] [person|girl|lad|mum] and {nick} [took that from us|never cared about {obj}|is still walking round {town}].
I met {fore} [at {org}|in {town}|through {friend}] in {loose} and we [got married on {date}|moved to {street}|had {fore} the year after].
Can you ask {fore} if {sub} still wants to go to {outdoors} on [Saturday|Friday|{date}]? {nick} says [yes|no way|maybe].
[Mum|Nan|Our {fore}|{kin}] always said {nick} would [kill her|do something like this|be back], and {fore} {sur} [knew|never listened|told {org} as much].
"""

ANALYSIS = """
The [decision|failure|reluctance] [of {pro} to|by {pro} to|to] [close the case|accept {mother}'s account|rely on {friend}] [in {loose}|on {date}|] [was|is] [understandable|hard to explain|one of the turning points], [given that|because|although] {child2}'s [teacher|class teacher] at {school}, {full}, had [already|twice|repeatedly] [raised|written down] her worries.
[Practitioners|Professionals|Workers] [saw|thought of|described] {father} as [a {dem} man|hard to reach|charming|the protective parent], and [did not|never] [ask|consider|explore] what {pos} [work as a {occ}|years in {country}|time in {org}] had meant for {fam}.
[What life was like|Daily life] for {child} [at {address}|on the {outdoors}|in that flat above {org}|in {friend}'s care] [cannot be known|was seldom described], but {kin} [has told|told] the [review|reviewer|author] that [{sub} was often cold|{fore} slept in the bath|{nick} was always there].
[There were|There had been] [three|four|several] [missed opportunities|occasions|points] at which {health} [could have|might have] [asked about|linked] {fore} and {fore}: {date}, {date} and [again in|in] {loose}.
{mother}'s [history|childhood] in {town}, [including|with] {pos} [time at|placement at|removal from] {school} and the [death|suicide|imprisonment] of {pos} [father|brother|uncle], {full}, [was not known to|was held only by] {authority}.
Had {pro} been told of the [conviction|incident|arrest] in {town} in {loose}, [it is likely that|the panel believes] {partner} would not have been [allowed|left] [near|alone with] {child}.
[The question|One question] [is|for this review is] whether {surname_s} [illness|diagnosis|move to {town}|job at {org}] [overshadowed|hid|explained] [the risk to {child}|what {friend} was saying].
{dem} [families|women] [in|around] {town} told {org} that [they rarely trusted|few trusted] {authority}, and {mother} [was no exception|said the same to {pro}].
"""

COURT = """
The [applicant|appellant|claimant|defendant], {titledfull}, [was born in {loose}|is a {dem} national who was born in {loose}] and [lives|lived|is detained] in {town}.
On {date} the [applicant|claimant|mother|local authority] [lodged|filed|issued|brought] [an application|an appeal|a claim] [with|before|in] {authority} (case no. {code}).
[By a judgment of|On] {date} {authority} [dismissed|allowed|upheld|granted] the [appeal|application|claim|order] [in respect of {titled}|brought by {titled}|].
{titled} was [sentenced to|ordered to pay] [{amount}|{num} years' imprisonment] on {date}; [he|she] [served the sentence at {org}|appealed on {date}|was released on {date}].
The applicant was represented by {titledfull}, a [solicitor|barrister|lawyer] [practising in {town}|at {org}].
The [sum|debt|compensation|award] of {amount} was paid to {titled} on {date}.
[Between {date} and {date}|From {date} until {date}] the applicant [was held at {org}|worked as a {occ} in {town}|was treated at {health}].
"""

KINDS: dict[str, tuple[str, ...]] = {
    name: tuple(line for line in text.strip().splitlines())
    for name, text in {
        "narrative": NARRATIVE,
        "notes": NOTES,
        "fragments": FRAGMENTS,
        "meetings": MEETINGS,
        "letters": LETTERS,
        "analysis": ANALYSIS,
        "court": COURT,
    }.items()
}
