"""The vocabulary of the text: under which names documents speak of what the tables hold, and of what they do not."""
