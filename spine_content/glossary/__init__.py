"""
Words in rich text whose meaning the page explains.

An editor marks a word and picks its term. Rich text keeps the term's id alone, so a
meaning that is put right is right on every page. Readers get a link to the list of
words at the foot of the page: it works by touch, by keyboard and without JavaScript.
"""

from spine_content.glossary.mentions import LINK_TYPE, TermLinkHandler, mentioned

__all__ = ["LINK_TYPE", "TermLinkHandler", "mentioned"]
