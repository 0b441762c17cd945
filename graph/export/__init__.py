"""Export: one file per format, written whole or not at all."""
