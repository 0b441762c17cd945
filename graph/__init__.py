"""See the people, ideas and themes that run through a folder of Markdown journal entries."""
