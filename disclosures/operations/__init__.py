"""What keeps the site running: moving and saving its database, rights in it, how it is, what it tells of itself."""
