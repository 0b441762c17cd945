"""What notes add to CommonMark, one inline or block rule of markdown-it each.

Because they are rules of the parser, code, escapes, HTML and each other are skipped by the parser.
Every rule looks at a bounded stretch of text, or at each stretch once.
"""
