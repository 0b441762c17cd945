"""Who is named in prose, decided with the whole vault in view."""
