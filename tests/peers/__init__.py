"""Mail servers on loopback: SMTP with scripted faults, IMAP by pymap and, where it is installed, by Dovecot."""
