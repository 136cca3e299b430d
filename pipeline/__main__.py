"""`python -m pipeline` is `remembered`."""

from pipeline.cli import main

main(prog_name="remembered")
