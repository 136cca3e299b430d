"""Who is owed what, when and why (R4-R15, R22, R23): facts and history in, steps out; no letter is worded and nothing is read or written here."""
