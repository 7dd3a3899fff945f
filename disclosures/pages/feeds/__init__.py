"""What machines follow: the feed and the site maps."""
