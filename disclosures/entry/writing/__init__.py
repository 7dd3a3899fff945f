"""Text and forms begun quickly: a whole narrative pasted, standard sentences, last year's structure, skeletons."""
