"""From a step that is due to a letter that may go: kinds, templates, composing, the outbox, checks; neither when it is due (rules) nor how it goes (mail)."""
