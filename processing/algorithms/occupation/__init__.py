"""Red lines laid over the survey and the controls (03 红线套合)."""
