"""Where who runs the site sees which programs are told of publications, and what did not reach them."""
