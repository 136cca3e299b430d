"""Paper: call and interview sheets as one PDF, and letters by post as Word documents."""
