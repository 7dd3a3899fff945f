"""What a question finds among all that is public: answers before all else, then results, each with its place."""
