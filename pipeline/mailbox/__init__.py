"""What comes in: replies, bounces and the rest, read without changing anything there."""
