"""Advice on writing plainly and honestly. It says why, and it blocks nothing."""
