"""The commands: the only place that joins gathering, deciding and applying."""
