#: Stored as they are, whatever the language: they tell the erased from all the rest.
TITLE = "Withdrawn story"
PICTURE_TITLE = "Withdrawn picture"
