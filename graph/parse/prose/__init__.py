"""Names of people in prose: texts that may be one, with what is seen around them."""
