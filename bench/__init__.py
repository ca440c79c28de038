"""Adapters that run a stage of Dateline over a gold file; the figures in docs/accuracy.md come from here."""
