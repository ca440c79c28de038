"""Dateline: many messy reports of the same diplomacy in, one account out, every fact traceable to the characters that state it."""

__version__ = "0.1.0"
