"""Engines run the steps of the pipeline: here on one machine; others can be put beside it."""
