"""Sentences with nothing to find: policy, guidance, law, research, findings, headings, pseudonymised text."""

from __future__ import annotations

POLICY = """
[Practitioners|Professionals|Staff|All agencies|Managers|Frontline workers] [should|must|need to|are expected to] [have regard to|follow|be familiar with|work within] {guidance} and {statute}[, particularly [where|when] {topic} is [suspected|present|a feature]|].
Under {statute}, [a|the] [local authority|safeguarding partner|relevant partner] [must|may|has a duty to] [make enquiries|carry out an assessment|arrange a review|cooperate] [where|if] [an adult|a child] [is at risk of|may be suffering] [harm|abuse or neglect|significant harm].
{guidance} [sets out|states|makes clear|requires|reminds us] that {topic} [should be considered|must be recorded|is everyone's responsibility|cannot be left to one agency].
[The|Each] {role} [is responsible for|should ensure|will lead on|has oversight of] {topic} [across the partnership|in supervision|and reports to the {role}|].
{national} [published|issued|updated|commissioned|revised] [guidance on|a report on|a thematic review of|standards for] {topic} in {pubyear}.
{agency}, {agency} and {agency} [should|need to|agreed to] [review|strengthen|audit|refresh] [their|joint] [arrangements|policies|training] for {topic}.
[Referrals|Notifications|Concerns] [should be sent|are made|go] to {agency} [within one working day|without delay|by telephone and confirmed in writing within 48 hours|in line with {guidance}].
The [purpose|aim] of [this|the] [review|report|policy|protocol] is not to [blame|hold to account] [individuals|any one agency] but to [learn lessons|improve practice|understand systems].
[Where|If] [a parent|the adult|a patient|a resident] [refuses|declines|does not attend|is not brought to] [an appointment|an assessment|a visit], the {role} [will|should|must] [inform|consult|write to] the {role}.
In {season}, [demand|referrals|attendances|waiting times] [rise|rose|fall|are higher], and [agencies|{agency}] [may|might] [struggle to|be slow to] [respond|allocate].
[This|The] [will|would|may|might] [hope to|help to|serve to] [bring|offer] [hope|joy|grace|faith in services] to [young people|long-term patients|church and faith groups|bereaved families].
It [may|might|will] be that [a long|a young|an early] [marriage|placement|mark|plan] [will|may] need [grace|hope|a bill of costs|a frank conversation].
[Training|A briefing|A seven-minute briefing|An e-learning module] on {topic} [will be rolled out|was delivered|is available] [to all staff|by {national}|through {agency}] [by the end of {gmonth}|each {gmonth}|every {gday}|in the spring|].
{scheme} [is|was|has been] [used|in place|adopted|embedded] [across|by] [{agency}|the partnership|all schools|the region].
{scale} [was|is|should be] [used|completed|recorded|repeated] [by the {role}|at each contact|on admission|], and [a score of {n} or more|a high score|any change] [should prompt|triggers|requires] [a referral|a discussion with the {role}|escalation].
"""

FINDINGS = """
[This|The] review [found|heard|has shown|concludes] that {topic} [was|is] [poorly understood|well embedded|not evident|an area for development] [in|across|within] {agency}.
[There was|The panel found] [little|good|limited|no] evidence of {topic}[, and the {role} [did not|could not|was unable to] [challenge|escalate|record] this|].
Recommendation {n}: [That|The] {agency} [assures itself|should seek assurance|reports to the Board] that {topic} [is|are] [understood|audited|covered in supervision] [by {gmonth}|within six months|].
[Learning point|Finding|Theme|Question for the Board] {n}: {topic} [and|or] {topic} [were seen in isolation|are not linked in practice|need a shared language].
The [Panel|panel|author|Independent Author|reviewer] [is grateful to|would like to thank|thanks] the [family|practitioners|agencies] who [contributed|took part|gave their time].
[The {role}|A {role}|{agency}] [told|informed|advised] the [review|panel|reviewers] that [caseloads were high|the policy had changed|recording systems did not link|the post was vacant for {n} weeks].
[Good practice|Strong practice|Persistence] was [noted|seen|evident] in the [response of|work of] {agency}, [whose|where the] {role} [kept in touch|advocated for the family|followed {guidance}].
Had [the {role}|{agency}] [followed|applied|considered] {guidance}, [it is likely that|the panel believes] {topic} [would|might] have been [recognised|discussed] [earlier|sooner].
[Of the|In] {big} [cases|notifications|reviews] [analysed|in the sample|nationally], {percent} [involved|featured|mentioned] {topic} {cite}.
"""

RESEARCH = """
Research [shows|suggests|has found|indicates] that {topic} [is associated with|often goes alongside|is a predictor of] {topic} {cite}.
{cite} [argue|argued|found|noted|describe|point out] that [practitioners|families|fathers|older people] [rarely|often|sometimes] [recognise|disclose|speak of] {topic}.
As {cite} [put it|observe|remind us], [assessment is a process and not an event|the child must be seen|hope is not a plan].
{reference}
{reference}
The [triennial analysis|national analysis|biennial review|literature] {cite} [identified|lists|found] {topic} in {percent} of [reviews|cases|deaths].
[Data|Figures|Statistics] from {national} [show|suggest] that {big} [children|adults|women|older people] [were|are] [affected by|referred for] {topic} [in {pubyear}|each year|in the year to March {pubyear}|].
[People|Men|Women|Families] of {nation} [heritage|origin|background] are [over-represented|under-represented] in [national data|services for {topic}] {cite}.
"""

AGENCY = """
The {role} [spoke to|met|contacted|emailed|wrote to] the {role} [about|regarding|and discussed] {topic}[, in line with {guidance}|].
[Attended by|Present:] {role}, {role}, {role} and {role}[; apologies from the {role}|].
[Assessment|Observations|Weight|Medication|Care plan] [completed|reviewed|checked|updated] by [the|a] {role}. [No further action.|To be reviewed in {n} days.|Plan agreed.|Discussed in supervision.]
[{agency} closed the case|The case was closed|The referral was declined] as [the threshold was not met|consent was refused|no risk was identified]; the {role} [was not told|was informed|asked for this to be reconsidered].
[A|The] [Section 47|s47|section 42] [enquiry|strategy meeting|discussion] was [held|convened|considered] [by {agency}|with {agency} and {agency}|]. 
{agency}: [{n} contacts|no records held|IMR received|chronology provided|summary report].
[Risk|RAG|Progress]: [green|amber|red|high|medium]. [Owner|Lead]: {role}. [Timescale|Deadline]: [ongoing|three months|end of quarter 2|{gmonth}].
[Call|Calls] to {agency} [was|were] [abandoned|not returned|logged]. [BP|Temp|Pulse|Sats] {n}. [GCS 15.|Alert and orientated.|NAD.|Nil else.]
[Update|Review] [risk assessment|care plan|action log|genogram] [and share with {agency}|and file on {scheme}|]
The [patient|client|service user|resident|tenant|caller] [was seen|was discharged|did not wait to be seen|presented] [at {agency}|by the {role}] {relative} [with {gcond}|following a fall|and declined support|].
[Some|Many|Most] [residents|parents|staff|women] [come from|were born in|speak] [abroad|several languages|other parts of the country], and [interpreters|translated leaflets] [are|should be] [offered|used].
"""

SHORT = """
{head}
{para} {head}
{n}. {head}
{label}
{label}:
{label} | {label} | {label}
{label}: [N/A|TBC|not recorded|see above|unknown|{role}|as above]
{para} The {role} [agreed|noted] [the action|the minutes|this].
[Appendix|Annex|Table|Figure|Section] {n}: {head}
[Yes|No|Noted.|Agreed.|Done.|No change.|See below.|Carried forward.|Not applicable]
{agency}
{role}
{role}, {agency}
{pseudo}: [subject|sibling|mother|victim|allocated worker]
{pseudo} ({role})
{pseudo} | {pseudo} | {gorg}
- [share|review|chase|update] [the chronology|the risk assessment|minutes|{topic} policy]
[Hope this helps|Many thanks|See you then|Will do|Thanks so much|May I add|Mark as read|Bill attached|Rose to the challenge|Faith leads to attend|Summer holidays next week|Dawn raid planned|Joy all round|Grace period ends soon][.|!|]
"""

PSEUDONYMISED = """
{relative}, {pseudo} [told|said to|disclosed to|informed] {pseudo} that {pseudo} had [pushed her|moved out|stopped taking medication|been drinking].
{pseudo} and {pseudo} [lived|were living|moved] [together|apart|with {pseudo}] [in|near] {gplace} [at the time|until the birth|].
{pseudo} [visited|saw|met with|telephoned|contacted] {pseudo} {relative} and [recorded|noted|saw] [no concerns|bruising to the arm|that the home was cold].
{pseudo} was [admitted to|taken to|seen at|discharged from|excluded from] {gorg} [{relative}|with {gcond}|following concerns about {topic}].
[At|From] {gorg}, {pseudo} [wrote to|spoke with|made a referral to] {agency} [about|regarding] {pseudo}[; {pseudo} was not informed|, who did not reply|].
{pseudo} [was|is] [described|known|seen] as [a loving father|a quiet child|hard to engage|the main carer for {pseudo}].
{pseudo}'s [mother|partner|sister|behaviour|weight|attendance at {gorg}] [was|had been] [a concern|well known to {agency}|discussed with {pseudo}].
[During|In|Over] {season}, {pseudo} [missed|did not attend|was not brought to] [{n} appointments|contact] at {gorg}.
{pseudo}, {pseudo} and {pseudo} [contributed to|declined to take part in|were invited to] [the review|the learning event].
{relative}, {pseudo} moved from {gplace} to {gplace}[, and {agency} [was|were] not told|].
[Both|Neither] {pseudo} [and|nor] {pseudo} [knew|had been told] that {pseudo} [was|had been] [in prison|known to {gorg}|a risk].
[The review|The author] [spoke to|met] {pseudo} and {pseudo}, who [described|remembered] {pseudo} as [kind|a proud grandmother|full of life].
{pseudo} recalled that when {pseudo} was [born|small|at {gorg}], {pseudo} [used to|would] [shout|visit|help].
"""

WORDS = """
[Will|May|Can|Might|Should|Could] [the|a|any] [agency|agencies|{role}|panel|Board|plan] [be|do|have] [ready|enough|more|asked|told]?
[Hope|Grace|Faith|Joy|Patience|Charity|Mercy] [is not a plan|under pressure was noted|alone does not keep children safe|was in short supply|and good will are not enough|cannot be prescribed].
[Long|Young|Rich|Poor|White|Black|Brown|Green|Short|Small|Strong|Early|Late|Sharp|Savage|Frank|Good|Dear|Hard|Major|Best] [waits|people|families|mould|powder|bags|notes|cuts|help|starts|work|talk|practice|carers|working-class men|conversations|and vulnerable adults] [were|was|are] [a feature|found|discussed|common|noted|to be expected].
[Mark|Rob|Sue|Bill|Pat|Chase|Frank|Drew|Grant|Nick|Jack] [the|a|any] [form|chart|entry|visit|invoice|letter|answer] [as read|up|for the file|before Friday|again].
[Mark each|Bill the|Page the|Rose to the|Summer saw a|Winter brought a|Autumn was a|Spring is the|Dawn came with a|April is always a|June was a|August is a|May is a|March saw a] [challenge|budget|quiet month|rise in referrals|duty {role}|time for audits|bad month for cover].
[Church|Street|Park|House|Bridge|Ward|Stone|Wood|Field|Bush|Rain|Frost|Snow|Bell|Hall|Court|Lane|King|Bishop|Police|Knight|Cook|Price|Page|Law|Case|Child|Day|Weeks|Train|Speed|Cross|Power] [drinking|rises|staff|groups|moves|work|hearings|damage|rounds|dates|attendance|officers|reviews|numbers|law|of last resort] [should|may|can|will] [not|] be [counted|reviewed|ignored|planned for].
{medicine} [and {medicine}|] [prescribed|dispensed|found|missed|stopped|given|taken] [by the {role}|in the bathroom|in error|PRN|twice a day|at night|].
[He|She|The patient|Adult {n}|Mother] [took|was given|had drunk|used|asked for] {medicine} [and {medicine}|] [daily|that night|most days|for the pain|before the fall].
{role}, {council}
[The|] {role} [of|at|from|for] {council} [chaired|attended|joined|signed off|will lead on] the [panel|work|audit|review].
The [Iraq War|Second World War|Covid-19 pandemic|Grenfell fire|Hillsborough inquiry|Shipman Inquiry|Soham murders|Rochdale inquiries|death of Victoria Climbié|death of Baby P|murder of Sarah Everard|case of Daniel Pelka|death of Arthur Labinjo-Hughes|deaths at Winterbourne View|Bolam test|Gillick test|Fraser guidelines|Windrush generation|Poor Laws] [changed|is often quoted in|shapes|is the backdrop to] [the law|practice|{topic}|public opinion].
[The|This] [Term|Key|Part|Stage|Step|Phase|Level|Tier|Grade|Band|Class|Year|Week|Day|Room|Bay|Bed|Form|Box|Version|Draft|Volume|Item|Line|Chapter|Option|Group|Category] [{n}|A|B|1|2|3|II] [is|was|sets out|covers|applies to] [the same|{topic}|all staff|the {role}|pregnant women].
[It is|It was] [an honour|a joy|a grace|a long day|a hard winter|early May|a good mark|a fair cop|a frank exchange|a young team], [said|wrote|noted] the {role}.
[Three|Four|Five|Six|Seven|Ten|Eleven|Twelve|Twenty|Forty|Sixty] [of the|out of the] [{smallword}|fourteen|twenty|forty] [records|homes|visits|miles|beds|posts|forms|calls] [were|was] [missed|empty|late|walked|incomplete].
[{n} miles|{n} minutes|{n} staff|{n} hours|{n} beds|{n} kg|{n} mg|{n} ml|£{n}|£{big}|{n} units a week|{n}/10|{n}:1|{n} °C|{n} metres] [is|was|were] [a long way|recorded|not enough|within range|the norm].
[Carers UK|Home-Start|Mencap|Relate|Sure Start|Action for Children|St John Ambulance|the Salvation Army|the Red Cross|Alcoholics Anonymous|the Trussell Trust|Crisis|the Met Office|the BBC|Boots|Tesco|Amazon|Google|Uber|the Royal Mail|the Post Office|British Gas] [reckons|says|reports|advises|wrote|has found|told us] that [demand is up|one in {n} is affected|the post was late|figures vary].
[English|Scottish|Welsh|European|British|Irish|American|Dutch|German] [law|research|practice|courts|studies|case law|policy] [has|have|is|are] [no offence of {topic}|silent on {topic}|a useful guide].
"""

KINDS: dict[str, tuple[str, ...]] = {
    name: tuple(text.strip().splitlines())
    for name, text in {
        "policy": POLICY,
        "findings": FINDINGS,
        "research": RESEARCH,
        "agency": AGENCY,
        "short": SHORT,
        "pseudonymised": PSEUDONYMISED,
        "words": WORDS,
    }.items()
}
