"""A report as a chair hands it in, with what a data protection officer still has to settle once names are replaced."""

MAP = """\
id: LCSPR-2031-02
review_type: LCSPR
people:
  - {id: CHILD, role: subject child, pseudonym: Child A, forename: Tamsin, surname: Quillfeather, pronouns: she/her}
  - {id: MUM, role: mother, pseudonym: Mother, forename: Brid, surname: Quillfeather, title: Mrs}
  - {id: DAD, role: father, pseudonym: Father, forename: Corin, surname: Quillfeather, title: Mr}
organisations: [{id: SCHOOL, name: Larchmount Primary School, kind: school, pseudonym: School 1}]
permitted: [{name: Orla Finch, role: Independent Chair}]
dates: {policy: keep}
"""

REPORT = """\
1. How the review was done

The review was led by Orla Finch, Independent Chair. The panel met on 9 January 2031 and on 6 February 2031. Mrs \
Dunmore of the council took the notes, and Mrs Dunmore sent them out. Questions may be put to the board on 01632 \
960 140.

2. What happened

Tamsin Quillfeather was seen at home on 12 March 2029 by the duty worker. On 14 March 2029 Brid Quillfeather \
rang the school and spoke to Mrs Ashgrove. Mrs Ashgrove wrote it down, and told Dr Penrose on 15 March 2029. Dr \
Penrose examined the child on 19 March 2029 at the Sallowby Health Centre.

On 2 April 2029 Corin Quillfeather moved to 14 Quince Terrace, Sallowby. A neighbour, Ms Yarrow, said that she \
heard shouting at 11.40pm on 6 April 2029. PC Tolland attended at 00.15am on 7 April 2029 and left a card. PC \
Tolland made no referral.

Mrs Ashgrove raised a concern on 23 April 2029. The meeting of 25 April 2029 was attended by Mrs Ashgrove, Dr \
Penrose and PC Tolland. Brid Quillfeather was not asked. She gave her number as 01632 960 555, and wrote from \
brid.q@example.com on 26 April 2029.

Tamsin was admitted to Sallowby General Hospital on 3 May 2029 with a broken arm. Dr Penrose was told on 4 May \
2029. Her NHS number, 999 000 0018, stands in the letter. Dr Penrose wrote again on 11 May 2029.

On 15 May 2029 Corin Quillfeather was arrested. He was charged on 17 May 2029, and was sentenced at Fenmark \
Crown Court on 20 November 2029 to four years.

3. What was learned

The school told the panel on 6 February 2031 that Mrs Ashgrove had left in July 2030. Dr Penrose had asked for a \
second opinion on 22 March 2029 and none was given. PC Tolland had not known of the entry of 14 March 2029. The \
worker, Ms Yarrow's cousin, did not say so.

Mrs Dunmore will bring the plan to the board on 3 June 2031.
"""
