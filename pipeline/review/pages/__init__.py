"""The window's pages: what answers the addresses that `routes` lists; what they show is put together in the files of `review`."""
