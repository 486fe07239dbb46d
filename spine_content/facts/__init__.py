"""
Facts of treatments: each number is put down once, and every page about it shows it.

``types`` are the plain values, ``rows`` sets them side by side, ``wording`` makes
sentences of them; ``models``, ``sources`` and ``changes`` are the tables, ``queries``
loads what is published for a page.
"""
