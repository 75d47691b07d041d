"""Which facts a document states of one person, and which of them together would single that person out.

An aid to judgement: what is found depends on what can be read from the sentences, and how rare a fact is, is a rough
estimate for a district of Great Britain. It is no proof of k-anonymity, whether something is found or not.
"""
