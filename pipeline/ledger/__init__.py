"""What was approved and every attempt to send, kept in SQLite beyond the workbook; it records and answers, and decides nothing about dates."""
