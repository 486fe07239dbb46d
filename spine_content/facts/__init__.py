"""
Facts of treatments: each is put down once, and every page about it shows it.
"""
