"""Letters on their way out: as files, or by mail, at most once."""
