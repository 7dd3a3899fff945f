"""Whether all that the public is shown still is what was published: recomputed, compared, told line by line."""
