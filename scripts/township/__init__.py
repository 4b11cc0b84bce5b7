"""The made-up township of the sample: its ground, its survey, the layers that control it and the projects on it."""
