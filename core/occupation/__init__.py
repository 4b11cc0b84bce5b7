"""Land occupied by footprints (红线占用地类分析): the job, its tables and its checks."""
