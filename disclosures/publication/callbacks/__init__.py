"""Programs of others that are told what is published: who they are, what they are owed, how it reaches them."""
