"""What a new site may begin with, so that its editors need not begin with nothing."""
