"""The page's template, style and scripts."""
