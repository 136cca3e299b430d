"""Paper: call and interview sheets as one PDF, letters by post as Word documents, the calendar file; what they say of a day is decided elsewhere (rules, letters)."""
