"""Clinical reviews: who signed off which text, and what needs a review now."""
