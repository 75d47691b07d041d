"""Plain clauses for either kind of paragraph: {s}, {o} a person, {when}, {where}, {at} told by name, or in general terms.

The same sentence stands once with names and once with none, so that it is the words in the gaps that teach.
"""

from __future__ import annotations


def _list(text: str) -> tuple[str, ...]:
    """What stands between semicolons."""
    return tuple(" ".join(item.split()) for item in text.split(";"))


CLAUSES: tuple[str, ...] = tuple(
    """
{s} [did not|would not|could not] [answer|say|open the door|remember|look up|leave|come in] [{when}|when {o} came|].
{s} [rang|texted|called|asked for|waited for|went to see|sat with|argued with|shouted at|looked after|stayed with|left with|lied to|trusted|missed|avoided|feared|forgave] {o} [{when}|{where}|twice|again|most days|].
It was {s} who [found|told|rang|helped|warned|drove|let in|stopped|hurt] {o}.
{s} and {o} [were|had been] [friends|married|at school together|living apart|neighbours|on good terms|estranged|close] [{where}|since {when}|].
{s} [said|told us|thought|felt|was sure|insisted|denied|knew] that {o} [had|had not] [gone|been there|slept|eaten|drunk|paid the rent|hit anyone|taken the tablets|fallen] [{when}|{where}|].
{s} [slept|worked|drank|begged|fell|cried|was seen|was stopped|was robbed|was found] {where} [{when}|].
{when2} {s} [moved|went|came back|was taken|was driven|walked|ran away] [to|from] {where2} [with {o}|alone|without telling {o}|].
[According to|With|Without|From|Because of|Thanks to|In the view of] {o}, [there was|they had|he had|she had|nothing was] [food in the house|no key|little money|said|never any trouble|a plan].
{s}'s [phone|bedroom|coat|passport|medication|benefit|tenancy|mother|front door|dog|car|bail|hearing|school bag|bank card] was [lost|found|stopped|empty|cold|broken|not checked|in the name of {o}] [{when}|].
[Nobody|No one|Few|Everybody|Everyone|Someone|Most people] [told|asked|believed|knew|liked|saw|heard from|had a good word for] {o} [{when}|{where}|at the time|].
[The|Her|His|Their] [mother|brother|sister|landlord|neighbour|key worker|boss|doctor|solicitor|friend], {o}, [had|has] [a spare key|no idea|her own troubles|kept the letters|tried to help|moved on].
[He|She|They] [met|married|left|buried|named|visited|blamed|owed|hid from] {o} [{where}|{when}|].
[What|All that] {s} wanted was [a flat of her own|to go home|to see {o}|quiet|work|to be believed|some peace].
{s}, who [was tired|had just come off nights|spoke little English|had a bad leg|was on a tag|was seven months pregnant|had no phone|knew {o} well], [got up|went home|said nothing|did as she was told|walked out|gave in].
[If|When|Because|Although|Since|Once] {s} [was upset|had money|was drunk|came home|was at work|got worse], {o} [would go|went|used to hide|slept|was left|stayed] {where}.
[Have|Can|Could|Will|Did] [you|u|someone|she|he] [seen|ring|tell|get|speak to|meet|ask] {o} [{when}|tonight|pls|please|yet|]?
[tell|ask|ring|text] {o} [im|i am|we r|we are] [at|near|outside] {where2} [ok|k|now|x|xx|]
{o} [is|was] [here|there|fine|asleep|out|late|crying|missing|at mine|on the sofa|no better].
[Hi|Hello|Morning|Dear|Thanks|OK|Sorry|Yes|No|Ah] {o}[,|!| -] [see you {when}|any news?|hope you are well.|can you ring me|I have sent it.|just to let you know.]
[Saw|Rang|Texted|Visited|Spoke with|D/w|F/U|Met|Chased|Emailed] {o} [{when}|re meds|re rent|re school|, no change|].
{s} [present|absent|asleep|seen|not seen|tearful|calm|agitated|unkempt|well], {o} [out|in kitchen|on phone|upstairs].
{s} [→|->|-|:] {o} [{when}|]
[So|Then|And|But|Now|Still|Yet|Even] {s} [stayed|paid|kept quiet|went|lost the baby|was sacked|gave {o} the money].
{s} [loved|hated|collected|painted|mended|sold|played] [football|clocks|cars|the drums|chess|old radios|cards|horses] and [had once|used to|would often] [played for|drink at|worked at|go to] {at}.
{s} [enrolled|started|trained|volunteered|was barred|was treated|was admitted] [at|to] {at} [{when}|after a row with {o}|].
[Staff|A nurse|The manager|A volunteer|The caretaker|A teacher] [from|at] {at} [rang|wrote to|worried about|took a liking to|gave a lift to] {o} [{when}|].
{at} [closed|refused a place|sent a letter|has no record|kept {o}|did not reply|discharged {o}|offered {o} a bed] [{when}|].
[Born|Raised|Housed|Buried|Placed|Detained|Seen|Last seen] {where}, {s} [was one of five|never knew {o}|left school early|had few friends|hated it].
{when2} [was|is] the [last|first|only] time that [anybody|anyone|{o}|a professional] [saw|spoke to|heard from] {o}.
[From|Since|Until|Before|After] {when}[,|] {s} [was|had been] [on his own|homeless|in care|off sick|well|clean|in custody|sleeping rough].
{s} [b.|born|died|arrested|released|admitted|moved] {when}.
[Mr|Mrs|The] [chair|chairman|speaker|judge] [thanked|reminded|invited] {o}.
{s} gave [a statement|evidence|her account|his number|her consent] [{when}|to {o}|].
[Three|Two|Four|Several|Many|Ten] [weeks|days|months|hours|miles|people|cans|calls|visits] [later|on|away|in all|from home], {s} [was back|had gone|rang {o}|was no better].
"What about {o}?" [she|he|{s}] [asked|said|wrote].
"{s} [hits me|is nice|shouts|makes tea|is my best friend|is a bully]," [the child|the boy|the girl|she|he] [said|told the teacher|wrote].
[Alerts|Note|Warning|NB|PS|PTO]: {s} [not to be|must not be] [left with|told about|contacted by] {o}.
[both|neither|all] of them, {s} and {o}, [were|was] [{where}|drunk|cold|hungry] [{when}|].
{o} was [the one|a man|a woman|a person] [she|he|they] [could turn to|looked up to|was afraid of|hardly knew].
[Contact|Handover|Transfer|Call|Letter|Referral|Message|Email] [from|to] {s} [to|re|about] {o} [{when}|].
{s} [1|2|3]. {o} [to attend|to ring|to sign|no show].
There [is|was] [no mention|little|some talk] of {o} in the [notes|records|letter|file|minutes].
The [row|argument|visit|call|fight|conversation] [between|with] {s} and {o} [was|lasted|began] [{where}|{when}|about money|over contact].
{s} [cannot|can't|did not|didn't] [read|drive|swim|settle|cope|work] and [relied|leaned] on {o}.
""".strip().splitlines()
)
WHEN = _list(
    """
in the spring; that summer; over the winter; on Tuesday; on Tuesdays; on a Friday; last week; at weekends; the next
morning; at night; in the small hours; in the autumn; before the birth; at Christmas; at Easter; by then; some weeks
later; on the Monday; after lunch; that evening; in the school holidays; a fortnight later; two years before; within
the hour; in week 6; at the start of term; in lockdown; many years ago; at the time; most mornings; in half an hour;
the day before; on Monday and Thursday; during the summer; during one summer; all winter; eleven days later; for
sixty miles; three times; 2/7 ago; in 2/52; since birth; earlier that year; on Christmas morning; in the new year
"""
)
WHERE = _list(
    """
at home; in the street; at school; in the town; by the canal; at a friend's; in the park; on the estate; in a
hostel; abroad; in another county; in the north; by the sea; in the flat; upstairs; at the shops; in a car; on a
bus; at the hospital; in prison; at the surgery; in the waiting room; at Address 2; in Town 1; outside the pub; near
the school; at the Hospital; on the ward; in the refuge; at the Refuge; in a tent; at work; in bed; on the stairs;
in temporary accommodation; out of area; at the coast; in supported housing; in the next street; forty miles away;
down south; in the North East; up north; at the bus stop
"""
)
WHO = _list(
    """
he; she; they; the mother; the father; the child; the baby; the boy; the girl; the woman; the man; Mother; Father;
Mum; Dad; MGM; the social worker; a neighbour; the neighbour; the police; the GP; the health visitor; the panel; the
landlord; a friend; her brother; his sister; an aunt; the grandmother; the couple; the twins; nobody; someone; the
crew; the officer; a passer-by; staff; the teacher; the midwife; the carer; the patient; the tenant; the client; pt;
mum; dad; nan; gran; mam; mummy; daddy; the kids; my mum; our mam; my son; my daughter; the Adult; the Victim; the
Perpetrator; the Social Worker; the consultant; the ex-partner; his partner; her boyfriend; the lodger; sw; hv; the
SW; the HV; police; Police; Housing; Health; the Chair; the author; the reviewer; the judge; the interpreter;
everyone; the family; parents; the parents; a stranger; the stepfather; a colleague; a worker; the manager; the
nurse; a nurse
"""
)
AT = _list(
    """
the school; the nursery; the college; the hospital; the hostel; the surgery; the clinic; the prison; the church; the
mosque; the food bank; the youth club; the shop; the pub; School 1; Hospital 2; the Hospital; the School; Care Home
1; the refuge; a day centre; the jobcentre; the Job Centre; work; the library; the Trust; the unit; the Unit; the
factory; a warehouse; the gym; the pharmacy; A&E; the walk-in centre; the care home; sixth form; university;
Children's Social Care; Housing; the Council; a primary school; the special school; the Practice
"""
)
