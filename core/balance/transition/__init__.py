"""Transition (地类变化): what each piece of ground was in one survey and is in the next."""
