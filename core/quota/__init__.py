"""Land quota 用地指标: who holds how much, from which source, promised to which project, used, left."""
