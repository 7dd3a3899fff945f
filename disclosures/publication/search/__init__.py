"""Search in what is public: texts become tokens, tokens an index in the database, and a reader's words a question."""
