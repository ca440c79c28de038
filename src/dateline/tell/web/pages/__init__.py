"""The pages of the reading room, a file each: `LABEL`, `ids` of all pages of its kind, and `gather`, what one of them shows."""
