"""The page Add data: a planner's own spreadsheet, read, mended and added to her workspace."""
