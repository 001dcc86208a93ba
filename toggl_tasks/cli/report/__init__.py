"""Reports of estimated and tracked time: sums by group, bars in the terminal, charts and an HTML page."""
