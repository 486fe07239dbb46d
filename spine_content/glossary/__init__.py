"""Terms of the glossary, linked to their meaning where a page first uses them."""
