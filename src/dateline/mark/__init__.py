"""One report at a time: what its words say, as records with spans."""
