"""From the account to people: facts in sentences, the terminal, the brief, pages, and files for other programs."""
