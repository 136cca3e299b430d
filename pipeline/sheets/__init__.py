"""The user's sheets as the field's values and back: columns, cells, problems, write-back; no XML (workbook) and no other people's files (importing)."""
