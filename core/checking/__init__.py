"""Quality checks of a land survey (地类图斑质检): findings, each with a place, a sentence and a severity."""
