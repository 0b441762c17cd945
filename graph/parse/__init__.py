"""Parse: bytes of one file to an `Entry`. Knows Markdown, YAML, dates and URLs, not the vault."""
