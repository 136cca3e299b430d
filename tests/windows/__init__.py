"""What only Windows does with files: run there, or in wine by `make test-windows`."""
