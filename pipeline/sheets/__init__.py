"""The user's sheets as the field's values and back: no XML (workbook), no other people's files (importing)."""
