"""Pure and numeric: prediction, learning, evaluation and inference."""
