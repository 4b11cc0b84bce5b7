"""Site choice 备选地块评估: vetoes, scores by rules, ranking and how stable it is."""
