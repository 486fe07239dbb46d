"""What is known of each choice, with where it comes from."""
