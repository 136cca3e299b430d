"""Reading mail, purely: who wrote, what it is, which day or meeting it names; the connection, the clock and the ledger are elsewhere."""
