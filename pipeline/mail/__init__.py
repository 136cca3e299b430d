"""Letters on their way and what comes back: account, ways, message, sending once, the mailbox; what a letter says, and whether it is due, is known elsewhere."""
