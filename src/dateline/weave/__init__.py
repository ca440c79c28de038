"""All reports together: who is who, what is one event, what came of each plan, where the reports differ."""
