"""Resolve: all entries to `Knowledge`. Decides what a link, a name, a phrase or a date means."""
