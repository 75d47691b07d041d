"""What looks like a name and identifies nobody: agencies, roles, statutes, guidance, research, pseudonyms."""

from __future__ import annotations

import random
from collections.abc import Callable

from training.generator import clauses, things, words


def _list(text: str) -> tuple[str, ...]:
    """What stands between semicolons."""
    return tuple(" ".join(item.split()) for item in text.split(";"))


NATIONAL = _list(
    """
Ofsted; the CQC; CQC; the Care Quality Commission; the NSPCC; NSPCC; NHS England; the Home Office; the Department
for Education; DfE; the Department of Health and Social Care; HMICFRS; the Crown Prosecution Service; the CPS; the
Ministry of Justice; Women's Aid; Refuge; SafeLives; Barnardo's; NICE; the Royal College of Nursing; the College of
Policing; the Royal College of Paediatrics and Child Health; RCPCH; the General Medical Council; Social Work
England; the Nursing and Midwifery Council; Public Health England; the Office for National Statistics; ADASS; the
Local Government Association; Research in Practice; SCIE; Cafcass; HMPPS; the Probation Service; the DWP; HMRC; the
Information Commissioner's Office; the Child Safeguarding Practice Review Panel; the National Panel; the World
Health Organization; Childline; Samaritans; Age UK; Mind; Shelter; the Lullaby Trust; the Ministry of Housing,
Communities and Local Government; the Independent Office for Police Conduct; IOPC; the Domestic Abuse Commissioner;
the Law Commission; the Supreme Court; the High Court; the Court of Protection; the Court of Appeal; UNICEF; the
Victoria Climbié Foundation; Healthwatch; Skills for Care; the King's Fund; the Joseph Rowntree Foundation;
Parliament; HM Inspectorate of Probation; the Children's Commissioner; the Institute of Health Visiting; the Chief
Social Worker; the Government; Citizens Advice; Galop; Respect; Karma Nirvana; Southall Black Sisters; the Forced
Marriage Unit; Alcohol Change UK; the Welsh Government; the United Kingdom; the UK; England and Wales; Scotland;
Wales; Europe; the European Union; the Nationwide Association of Fostering Providers; AVA; Standing Together
"""
)
STATUTES = _list(
    """
the Children Act 1989; the Children Act 2004; the Care Act 2014; section 42 of the Care Act 2014; the Mental
Capacity Act 2005; the Domestic Abuse Act 2021; the Mental Health Act 1983; section 136 of the Mental Health Act
1983; the Domestic Violence, Crime and Victims Act 2004; the Data Protection Act 2018; the Human Rights Act 1998;
Article 8 of the European Convention on Human Rights; the Equality Act 2010; the Serious Crime Act 2015; the
Children and Social Work Act 2017; the Housing Act 1996; the Homelessness Reduction Act 2017; the Sexual Offences
Act 2003; the Protection from Harassment Act 1997; the Modern Slavery Act 2015; the Female Genital Mutilation Act
2003; the Police and Criminal Evidence Act 1984; the Education Act 2002; the Adoption and Children Act 2002; the
Crime and Disorder Act 1998; the Social Services and Well-being (Wales) Act 2014; UK GDPR; the Offences Against the
Person Act 1861; the Care Standards Act 2000; section 17; section 20; section 47; s.47; s.2; section 8(2)(b);
schedule 2; regulation 13; paragraph 5.12; the Coroners and Justice Act 2009; Part 4A; the Licensing Act 2003; the
Immigration and Asylum Act 1999; Article 3 UNCRC; the Public Interest Disclosure Act 1998
"""
)
GUIDANCE = _list(
    """
Working Together 2018; Working Together to Safeguard Children (2018); Working Together 2023; Keeping Children Safe
in Education; KCSIE 2022; the Munro Review; the Laming report; the Care and Support Statutory Guidance; NICE
guideline NG76; NICE guideline CG89; NG204; the Multi-Agency Statutory Guidance for the Conduct of Domestic Homicide
Reviews (2016); the Home Office guidance of December 2016; What to do if you're worried a child is being abused
(2015); the Framework for the Assessment of Children in Need (2000); the Code of Practice; the Mental Health Act
Code of Practice (2015); the London Child Protection Procedures; Information Sharing: advice for practitioners (July
2018); the Pan-Regional Procedures; the Wood Report (2016); the MacAlister Review; the Intercollegiate Document
(2019); Making Safeguarding Personal; the Think Family toolkit; the Bruising in Non-Mobile Infants protocol; the Was
Not Brought policy; the No Recourse to Public Funds guidance; the Neglect Strategy 2019-2022; the Pressure Ulcer
Protocol; the Continuum of Need; the Threshold Document; the Resolution and Escalation Policy; the Casey Review; the
Bradley Report; Standing Orders; The Myth of Invisible Men (2021); Annex B; Appendix C; Chapter 4; Figure 2; Table
7; the Terms of Reference; Key Line of Enquiry 3; Recommendation 4; Learning Point 6; Theme 2; Finding 3; the Single
Assessment; the Overview Report; the Executive Summary; National Standards
"""
)
SCHEMES = _list(
    """
Operation Encompass; Clare's Law; Sarah's Law; the Herbert Protocol; ICON; Signs of Safety; the Freedom Programme;
MARAC; MAPPA; Prevent; Channel; Operation Yewtree; the Philomena Protocol; Think Family; Early Help; Right Care
Right Person; the Domestic Violence Disclosure Scheme; Family Group Conferencing; the Graded Care Profile 2; the
Caring Dads programme; the Healthy Child Programme; Triple P; the Family Nurse Partnership; Housing First; LeDeR;
the Red Book; Every Sleep Counts; Making Every Contact Count; the Care Programme Approach; Ask for Angela; Martha's
Rule; IRIS; Contextual Safeguarding; Trauma-Informed Practice; Universal Credit; Personal Independence Payment;
Child Benefit; Motivational Interviewing; the Daniel principle; Liquidlogic; SystmOne; EMIS; Mosaic; Niche; RiO; the
Police National Computer; PNC; CPIS; Microsoft Teams; WhatsApp; Snapchat; Facebook; Instagram; Zoom; Teams; Skype;
TikTok
"""
)
SCALES = _list(
    """
the Glasgow Coma Scale; the Edinburgh Postnatal Depression Scale; EPDS; the Waterlow score; PHQ-9; GAD-7; the DASH
risk assessment; DASH-RIC; the Barthel Index; Apgar scores; AUDIT-C; MUST; the Braden Scale; the Mini Mental State
Examination; NEWS2; the Strengths and Difficulties Questionnaire; HCR-20; the Whooley questions; OASys; ASSET;
Bristol Stool Chart; the Addenbrooke's examination; the Clinical Frailty Scale; the Rockwood scale; the Montreal
Cognitive Assessment; centile charts; the Snook scale; the Griffiths scales; the Ages and Stages Questionnaire;
ASQ-3
"""
)
AGENCIES = _list(
    """
Children's Social Care; children's social care; CSC; Adult Social Care; ASC; the Police; the police; Health;
Education; Housing; the MASH; the Local Authority; the local authority; the Trust; the Partnership; the Safeguarding
Adults Board; the Community Safety Partnership; the Integrated Care Board; the ICB; the CCG; CAMHS; the Community
Mental Health Team; CMHT; the Emergency Department; ED; A&E; the Ambulance Service; the Probation Service; the Drug
and Alcohol Service; the Youth Offending Team; Midwifery; the maternity unit; the Health Visiting Service; the 0-19
Service; the School Nursing Service; the Out of Hours GP; NHS 111; the Council; the Borough; the County; the Housing
Association; the Care Provider; Housing Options; the Access Team; the Front Door; the Emergency Duty Team; EDT; the
Assessment Team; the Looked After Children Team; Legal Services; the Domestic Abuse Unit; the Public Protection
Unit; Adult Mental Health Services; Environmental Health; the Fire and Rescue Service; the Safeguarding Team; the
Crisis Team; the Rough Sleeping Team; the District Nursing Service; Occupational Therapy; the Early Years Service;
Family Support; Victim Support; the IDVA service; the Panel; the Review Team
"""
)
ROLES = _list(
    """
social worker; Social Worker; health visitor; Health Visitor; midwife; GP; General Practitioner; consultant
paediatrician; Designated Doctor; Named Nurse; Designated Safeguarding Lead; DSL; Team Manager; Assistant Team
Manager; Head of Service; Director of Children's Services; Chief Executive; Independent Chair; Lead Reviewer;
Independent Author; Detective Inspector; Detective Superintendent; police officer; PCSO; probation officer; Senior
Probation Officer; housing officer; Tenancy Manager; school nurse; headteacher; Head Teacher; class teacher; SENCO;
care coordinator; Care Co-ordinator; community psychiatric nurse; Registered Manager; care worker; key worker; IDVA;
Independent Reviewing Officer; IRO; Child Protection Conference Chair; duty worker; Consultant Psychiatrist;
Approved Mental Health Professional; AMHP; Best Interests Assessor; District Nurse; Practice Nurse; Ward Manager;
Matron; Sister; Chief Nurse; Caldicott Guardian; Business Manager; Principal Social Worker; Operations Manager;
Service Manager; Family Support Worker; Support Worker; Advanced Practitioner; Chief Inspector; Lead Member;
Councillor; Coroner; Judge; Guardian; solicitor; interpreter; Board Manager; foster carer
"""
)
TOPICS = _list(
    """
neglect; domestic abuse; coercive control; self-neglect; hoarding; professional curiosity; information sharing;
disguised compliance; thresholds; the voice of the child; mental capacity; supervision; parental substance misuse;
pre-birth assessment; bruising in babies; transitional safeguarding; child sexual exploitation; modern slavery;
homelessness; suicide prevention; faltering growth; safe sleeping; discharge planning; pressure ulcers; medication
errors; carers' assessments; cultural competence; language and interpreting; missing episodes; elective home
education; online harm; honour-based abuse; fabricated or induced illness; county lines; fathers and male carers;
adverse childhood experiences; escalation; record keeping; case recording; multi-agency working; dual diagnosis;
executive capacity; economic abuse; post-separation abuse; hidden men; unconscious bias; risk assessment; strategy
discussions; contingency planning; hospital discharge; falls; swallowing difficulties; alcohol dependence; learning
disability
"""
)
AUTHORS = _list(
    """
Brandon; Sidebotham; Munro; Ferguson; Preston-Shoot; Braye; Monckton Smith; Featherstone; Brown; Stark; Howe; Reder;
Duncan; Horwath; Featherstone; Laming; Cleaver; Burton; Thompson; Radford; Broadhurst; White; Wastell; Reason;
Dekker; Kahneman; Rutter; Bowlby; Ainsworth; Fish; Bairstow; Garside; Belsky; Crittenden; Olds; Turney; Tanner;
Platt; Humphreys; Stanley; Hester; Westmarland; Johnson; Kelly; Dobash; Martineau; Manthorpe; Ward; Sullivan; Rees;
Dickens; Taylor; Bunting; Firmin; Pitts; Lloyd; Calder; Morrison; Hackett; Farmer; Lutman
"""
)
SEASONS = _list(
    """
winter; the winter months; the summer holidays; the Christmas period; the school holidays; spring; the autumn term;
half term; Easter; Ramadan; the pandemic; lockdown; the first national lockdown; the weekend; bank holidays; the
festive period; weekends; the financial year; the reporting period; the period under review; the scoping period; May
half-term; the March deadline; every April; the September intake; Fridays; Monday mornings; the night shift
"""
)
RELATIVE = _list(
    """
three weeks later; the following week; the next day; that autumn; some months before; in the second month under
review; when Child {L} was four; on Day {n}; in Month {n}; towards the end of the period; the same afternoon; a week
before the death; in the early part of the review period; two days after this; on the day of the incident; within 72
hours; over the summer; in Year 1; at the time; soon afterwards; in the weeks before the birth
"""
)
GENERIC_PLACES = _list(
    """
the Town; the City; the County; the Borough; Town 1; Town 2; Area A; another local authority area; Country 1; the
village; a neighbouring authority; LA2; Local Authority 2; the North West; the North of England; the Midlands; the
seaside town; City B; County X; the family home; Address 1; Address 2; a different part of the country; the estate;
the park; Street A; the town centre; temporary accommodation; Property 3
"""
)
GENERIC_ORGS = _list(
    """
School 1; School 2; Primary School A; Hospital 1; Hospital 2; the hospital; the Hospital; the school; the School;
the nursery; Nursery 1; GP Practice 1; the GP practice; GP Surgery B; the Surgery; the care home; Care Home A; the
Care Home; Ward 1; the ward; the Ward; the Refuge; Refuge 1; Housing Provider 1; Employer 1; the College; Agency 2;
the Prison; Prison A; Trust 1; NHS Trust 2; Care Agency 1; Charity 1; the Mosque; the Church; the Unit; the Hostel;
Hostel 1; the hostel; Provider B; Police Force 2; Service 1
"""
)
HEADINGS = _list(
    """
Introduction; Terms of Reference; Methodology; Background; Family Composition; Genogram; Summary of Facts; Narrative
Chronology; Analysis; Key Findings; Findings and Learning; Conclusions; Recommendations; Glossary; Appendix A;
Parallel Processes; Equality and Diversity; Voice of the Child; Good Practice; Single Agency Action Plan; Agency
Involvement; Contact with the Family; Contents; Executive Summary; Reason for Review; Scope; Confidentiality;
Dissemination; Lessons Learned; Questions for the Board; Medical Findings; Learning Themes; Panel Membership;
Involvement of Family and Friends; Pen Picture; Theme 1: Professional Curiosity; Police; Health; Education; Adult
Social Care; Children's Social Care; Mental Health Services; Housing; Timeline of Key Events; Domestic Abuse; Think
Family; Hidden Harm; Bibliography; References; Next Steps; Agreed Actions; Any Other Business; Minutes of the Last
Meeting; Matters Arising; Date of Next Meeting; Action Log; Risk Rating; Chair's Foreword; Overview Report Author;
Statement of Independence; Key Practice Episode 1; Key Practice Episode 2: Pregnancy and Birth; What Went Well; What
Could Have Been Better; The Impact of Covid-19; Early Years; Making Sense of Neglect; Ethnicity and Culture; Section
11 Audit; Private and Confidential; Official Sensitive; Draft; Version Control; Not for Publication; Ward Round;
Strategy Meeting; Core Group Meeting; Discharge Summary; Safe Sleep; Learning Summary; Seven Minute Briefing;
Statutory Framework; Rapid Review; Learning for Practice; The Death; After the Birth; The Family; Young Carers; Long
Term Plan; Hope and Recovery; Grace Period; Church and Faith Groups; Joy and Loss; May Day Arrangements; Key Dates;
Place of Safety; Street Homelessness; North and South Locality Teams
"""
)
LABELS = _list(
    """
Name; Date of Birth; DOB; Address; Ethnicity; Religion; GP; School; Date; Time; Source; Agency; Role; Author;
Action; Owner; Lead; Deadline; Outcome; Progress; RAG; Status; Comments; Evidence; Signed; Relationship to Child;
Contact Number; NHS Number; Case Reference; Event; Significance; Response; Ref; Present; Apologies; In Attendance;
Chair; Minute Taker; Age at Incident; Gender; First Language; Interpreter Required; Next of Kin; Known Risks;
Allocated Worker; Team; Reason for Referral; Type of Contact; Venue; Decision; Recommendation; Timescale; Measure of
Success; Victim; Perpetrator; Subject; Sibling; Professional; Organisation; Job Title; Email; Telephone; Signature;
Print Name; N/A; TBC; Not known; Unknown; None; Ongoing; Completed; Yes / No; Page 4 of 87; Green; Amber; Red; Not
applicable; As above; See above; Entry; Staff Member; Item; Paragraph; Document; Weight; Height; BP; Temp; Pulse
"""
)

PSEUDO_HEADS = _list(
    """
Child; Child; Child; Adult; Adult; Sibling; Mother; Father; Victim; Perpetrator; Mr; Mrs; Ms; Social Worker; Health
Visitor; GP; HV; SW; Teacher; Nurse; Midwife; Police Officer; Officer; Partner; Worker; Consultant; Paediatrician;
Neighbour; Friend; Witness; Carer; Sister; Brother; Grandparent; Uncle; Aunt; Baby; Young Person; Foster Carer;
Manager; Doctor; IDVA; Housing Officer; Headteacher; Psychiatrist; Support Worker; Half-Sibling; Cousin; Probation
Officer; Key Worker; PC; DC; Stepfather; Ex-partner; Practitioner; Team Manager; CPN; Deputy Head; DSL; Resident;
Patient; Family Friend
"""
)
PSEUDO_ALONE = _list(
    """
Mother; Father; MGM; PGM; MGF; PGF; Maternal Grandmother; Paternal Grandfather; Stepfather; the mother; the father;
Mother; Father; Mum; Dad; the Victim; the Perpetrator; the Adult; the Child; the Baby; Baby; Paternal Aunt; Maternal
Uncle; the Social Worker; the Health Visitor; the GP; Sibling; Eldest Sibling; Mother's partner; Father's sister;
Foster Carers; the parents; Parents; the couple; Gran; the neighbour; Nan; Grandma; Grandad; the boy; the girl; the
twins; the baby; Mum's boyfriend; Daughter; Son
"""
)


def pseudonym(rng: random.Random) -> str:
    """Child R, Social Worker 2, Mother."""
    chance = rng.random()
    if chance < 0.35:
        return rng.choice(PSEUDO_ALONE)
    head = rng.choice(PSEUDO_HEADS)
    tail = rng.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ") if rng.random() < 0.55 else str(rng.randint(1, 12))
    if head.isupper() and len(head) < 4 and rng.random() < 0.5:
        return f"{head}{tail}"
    return f"{head} {tail}{rng.choice(('', '', '', '', '1', '2')) if tail.isalpha() else ''}"


def author(rng: random.Random) -> str:
    """Somebody who has written about it: known in the field, or any surname at all."""
    if rng.random() < 0.35:
        return rng.choice(AUTHORS)
    return rng.choice(words.SURNAMES[rng.choice(tuple(words.SURNAMES))] if rng.random() < 0.8 else words.WORD_SURNAMES)


def somebody(rng: random.Random) -> str:
    """A person in general terms, or by pseudonym."""
    return pseudonym(rng) if rng.random() < 0.45 else rng.choice(clauses.WHO)


def _sentence_when(rng: random.Random) -> str:
    text = rng.choice(clauses.WHEN)
    return text[0].upper() + text[1:] + ","


def citation(rng: random.Random) -> str:
    """(Brandon et al., 2020)"""
    a, b, year = author(rng), author(rng), rng.randint(1988, 2024)
    return rng.choice(
        (
            f"({a} et al., {year})",
            f"({a} et al. {year})",
            f"({a}, {year})",
            f"({a} and {b}, {year})",
            f"({a} & {b} {year})",
            f"({a}, {year}; {b} et al., {year - 2})",
            f"{a} et al. ({year})",
            f"{a} and {b} ({year})",
            f"({a} {year}, p.{rng.randint(3, 290)})",
            f"{a} ({year})",
        )
    )


def reference(rng: random.Random) -> str:
    """An entry of a bibliography."""
    topic = rng.choice(TOPICS)
    a, b = author(rng), author(rng)
    letter = rng.choice("ABCDEGHJKLMPRST")
    year = rng.randint(1990, 2024)
    return rng.choice(
        (
            f"{a}, {letter}., {b}, {rng.choice('ACDEJMP')}. ({year}) {topic.capitalize()}: a review of the evidence. London: {rng.choice(('Jessica Kingsley', 'Department for Education', 'Sage', 'Routledge', 'Home Office', 'HMSO'))}.",
            f"{a}, {letter} ({year}), '{topic.capitalize()} and the child protection system', {rng.choice(('Child Abuse Review', 'British Journal of Social Work', 'Journal of Adult Protection', 'The Lancet', 'Child and Family Social Work'))}, vol {rng.randint(2, 60)}({rng.randint(1, 6)}), pp {rng.randint(1, 200)}-{rng.randint(201, 400)}.",
            f"Department for Education ({year}) {topic.capitalize()}: guidance for practitioners.",
            f"{a} {letter}, {b} {rng.choice('ACDEJMP')} et al. {topic.capitalize()}. BMJ {year};{rng.randint(200, 380)}:{rng.randint(1, 999)}.",
            f"Home Office ({year}). {topic.capitalize()}. Available at www.gov.uk [accessed {rng.randint(1, 28)} {rng.choice(words.MONTHS)} {year + 1}].",
        )
    )


def relative(rng: random.Random) -> str:
    """A time that gives no date away."""
    return rng.choice(RELATIVE).replace("{L}", rng.choice("ABCDEFGHJKPRSTXYZ")).replace("{n}", str(rng.randint(2, 60)))


def fill(slot: str, rng: random.Random) -> str:
    """The text of a slot that stands for nothing identifying.

    Raises:
        KeyError: for a slot that does not exist.
    """
    if slot in _MAKERS:
        return _MAKERS[slot](rng)
    return rng.choice(_LISTS[slot])


_MEDICINES = _list(
    """
paracetamol; ibuprofen; Calpol; sertraline; Sertraline; mirtazapine; diazepam; methadone; Subutex; heroin; cocaine;
cannabis; ketamine; Gaviscon; amoxicillin; insulin; lithium; olanzapine; Clozapine; zopiclone; morphine; codeine;
co-codamol; pregabalin; Red Bull; vodka; Strongbow; Ventolin; salbutamol; Lansoprazole; thiamine; Pabrinex; spice;
monkey dust; Fortisip; Movicol; Depo-Provera; Infacol; formula; Xanax
"""
)
_MAKERS: dict[str, Callable[[random.Random], str]] = {
    "council": lambda rng: things.authority(rng),
    "medicine": lambda rng: rng.choice(_MEDICINES),
    "s": somebody,
    "o": somebody,
    "when": lambda rng: rng.choice(clauses.WHEN) if rng.random() < 0.8 else relative(rng),
    "when2": _sentence_when,
    "where": lambda rng: rng.choice(clauses.WHERE),
    "where2": lambda rng: rng.choice(GENERIC_PLACES),
    "at": lambda rng: rng.choice(clauses.AT) if rng.random() < 0.6 else rng.choice(GENERIC_ORGS),
    "pseudo": pseudonym,
    "cite": citation,
    "reference": reference,
    "relative": relative,
    "percent": lambda rng: f"{rng.randint(2, 98)}{rng.choice(('%', ' per cent', '%'))}",
    "n": lambda rng: str(rng.randint(2, 90)),
    "big": lambda rng: rng.choice((f"{rng.randint(1, 90)},{rng.randint(0, 999):03d}", str(rng.randint(100, 999)))),
    "para": lambda rng: rng.choice(
        (f"{rng.randint(1, 12)}.{rng.randint(1, 40)}", f"{rng.randint(1, 12)}.{rng.randint(1, 9)}.{rng.randint(1, 9)}")
    ),
    "head": lambda rng: (lambda h: h.upper() if rng.random() < 0.35 else h)(rng.choice(HEADINGS)),
    "pubyear": lambda rng: str(rng.randint(1989, 2024)),
    "smallword": lambda rng: rng.choice(words.SMALL),
}
_LISTS = {
    "national": NATIONAL,
    "statute": STATUTES,
    "guidance": GUIDANCE,
    "scheme": SCHEMES,
    "scale": SCALES,
    "agency": AGENCIES,
    "role": ROLES,
    "topic": TOPICS,
    "season": SEASONS,
    "gplace": GENERIC_PLACES,
    "gorg": GENERIC_ORGS,
    "label": LABELS,
    "gmonth": words.MONTHS,
    "gday": words.DAYS,
    "nation": words.NATIONALITIES,
    "gcond": words.HEALTH,
    "gocc": words.OCCUPATIONS,
}
