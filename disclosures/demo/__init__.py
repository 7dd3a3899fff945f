"""Made-up units with made-up accounts, marked as such: for tests, measurements and demonstrations."""
