"""The window's pages: what answers the addresses that `routes` lists."""
