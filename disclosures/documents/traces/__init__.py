"""What a file tells besides its contents, such as who wrote it, and how a copy is written that does not."""
