"""Paper: call and interview sheets as one PDF, letters by post as Word documents, the calendar file."""
