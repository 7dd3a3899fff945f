"""What a language model can ask to answer a citizen: a few tools over the same lists that programs read."""
