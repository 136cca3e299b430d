"""What builds the starter workbook from the schema."""
