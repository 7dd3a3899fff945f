"""What is typed and not saved yet: kept by the browser until the server says that it was saved, over any session."""
