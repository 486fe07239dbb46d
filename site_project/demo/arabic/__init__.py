"""
The topic in Arabic, as a clinic with readers of two languages would have it: a short
home page, the topic, and the comparison, each the translation of an English page.

Made with the help of a machine and read by no clinician, which every page says. The
words are here; every number comes from the facts of the original treatments.
"""
