"""Land quota 用地指标: what is held, promised, used, left."""
