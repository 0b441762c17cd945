"""`python -m graph` is `inkthread`."""

from graph.cli import main

main()
